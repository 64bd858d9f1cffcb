import { describe, expect, it } from 'vitest';
import { parseCues } from '../../src/classify/cues.js';
import { createLinear } from '../../src/classify/linear.js';
import { saveLinearModel } from '../../src/classify/linear-model.js';
import { trainLinear } from '../../src/classify/train-linear.js';
import type { Example } from '../../src/classify/types.js';
import { EXAMPLES } from './examples.js';

const saved = saveLinearModel(trainLinear(EXAMPLES));
const classifier = createLinear(saved);

describe('the linear model', () => {
  it('tells which words decided, none inside another', () => {
    const evidence = classifier.explain?.('固定资产未入账', 'assets');
    expect(evidence?.for.map(({ piece }) => piece).join('')).toMatch(/资产|入账/);
    expect(evidence?.for.every(({ weight }) => weight > 0)).toBe(true);
    expect(evidence?.against.every(({ weight }) => weight < 0)).toBe(true);
    const places = (evidence?.for ?? []).map(({ piece }) => '固定资产未入账'.indexOf(piece));
    expect(new Set(places).size).toBe(places.length);
    expect(classifier.explain?.('固定资产未入账', 'no-such-category')).toEqual({ for: [], against: [] });
  });

  it('keeps its judgement with a tenth of the pieces', () => {
    const small = { epochs: 12, rate: 0.2, l2: 1e-5, minDocuments: 1, bayes: 0, most: 60, seed: 1 };
    const model = saveLinearModel(trainLinear(EXAMPLES, { category: small, detail: small, kind: small }));
    expect(model.tables.category.pieces).toBe(60);
    expect(createLinear(model).classify('预算执行率仅30%').labels[0]?.category).toBe('budget');
  });

  it('learns from cue phrases what no finding says', () => {
    const text = '设备吃灰';
    const cues: Example[] = ['吃灰', '设备落灰', '仓库吃灰多年'].map((phrase) => ({
      text: phrase,
      kind: 'problem',
      labels: [{ category: 'assets', tags: ['idle-disposal'] }],
    }));
    expect(classifier.classify(text).labels[0]?.tags).not.toEqual(['idle-disposal']);
    const taught = createLinear(saveLinearModel(trainLinear(EXAMPLES, { cues, cueWeight: { tagged: 1, plain: 1 } })));
    expect(taught.classify(text).labels[0]).toMatchObject({ category: 'assets', tags: ['idle-disposal'] });
  });

  it('learns from wordings that are no finding what kind a text is, and nothing about its subject', () => {
    const text = '账卡物相符，每季抽盘一次';
    const cues = parseCues(
      'phrase\tsubject\n账卡物相符\tassets\n每季抽盘一次\tassets\n账物相符\tassets\n',
      'neither',
      'neither.tsv',
    );
    const taught = createLinear(saveLinearModel(trainLinear(EXAMPLES, { cues, cueWeight: { tagged: 1, plain: 1 } })));
    expect(taught.classify(text).kinds.neither).toBeGreaterThan(classifier.classify(text).kinds.neither);
    const tables = ({ tables: { category, detail } }: ReturnType<typeof saveLinearModel>) => ({ category, detail });
    expect(tables(saveLinearModel(trainLinear(EXAMPLES, { cues })))).toEqual(
      tables(saveLinearModel(trainLinear(EXAMPLES))),
    );
  });

  it.each([
    ['packed text that is no base64', '*'],
    ['bytes that were not deflated', 'AAAA'],
    ['another table', saved.tables.kind.packed],
  ])('refuses %s', (_, packed) => {
    const broken = { ...saved, tables: { ...saved.tables, category: { ...saved.tables.category, packed } } };
    expect(() => createLinear(broken)).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });
});

describe('a file of cue phrases', () => {
  const HEAD = 'phrase\tkind\ttag\n';

  it('gives examples of its category', () => {
    expect(parseCues(`${HEAD}账外设备\tproblem\tregistration\r\n`, 'assets', 'assets.tsv')).toEqual([
      { text: '账外设备', kind: 'problem', labels: [{ category: 'assets', tags: ['registration'] }], part: 'cues' },
    ]);
  });

  it('gives examples without label from the file of what is no finding', () => {
    expect(parseCues('phrase\tsubject\n账实相符\tassets\n特此说明\tgeneral\n', 'neither', 'neither.tsv')).toEqual([
      { text: '账实相符', kind: 'neither', labels: [], part: 'cues' },
      { text: '特此说明', kind: 'neither', labels: [], part: 'cues' },
    ]);
    expect(() => parseCues('phrase\tsubject\n账实相符\t资产\n', 'neither', 'neither.tsv')).toThrow(
      expect.objectContaining({ code: 'bad-cue', place: { file: 'neither.tsv', line: 2 } }),
    );
  });

  it.each([
    ['账外设备\tproblem\tcontract\n', 2],
    ['甲\tproblem\tinventory\n账外设备\tproblems\tregistration\n', 3],
    ['甲\tproblem\tinventory\n甲\tproblem\tinventory\n', 3],
    ['\tproblem\tinventory\n', 2],
  ])('names the line of %j', (lines, line) => {
    expect(() => parseCues(HEAD + lines, 'assets', 'assets.tsv')).toThrow(
      expect.objectContaining({ code: 'bad-cue', place: { file: 'assets.tsv', line } }),
    );
  });
});
