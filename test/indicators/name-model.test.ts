import { describe, expect, it } from 'vitest';
import type { NameLine } from '../../src/indicators/name-corpus.js';
import { NameModel } from '../../src/indicators/name-model.js';
import { NAME_TRAINING, trainNames } from '../../src/indicators/train-names.js';
import { ModelError } from '../../src/errors.js';
import { loadNameModel } from '../../src/platform/name-model.js';
import { understanding } from '../support/rules.js';

const line = (name: string, judged: NameLine['judged'], kind: NameLine['kind'], box: NameLine['boxes'][number]) => ({
  id: name,
  sector: '测试',
  name,
  judged,
  kind,
  boxes: [box],
});
const LINES = [
  line('设备验收合格率', 'sound', 'ratio', 'quality'),
  line('资料归档完整率', 'sound', 'ratio', 'quality'),
  line('巡检完成率', 'sound', 'ratio', 'quality'),
  line('促进社会和谐', 'slogan', 'none', 'social'),
  line('弘扬时代新风', 'slogan', 'none', 'social'),
  line('增进民生福祉', 'slogan', 'none', 'social'),
] as const satisfies readonly NameLine[];
const SMALL = { ...NAME_TRAINING, buckets: 1024 };

describe('a trained model of names', () => {
  it('is the same after saving and loading', () => {
    const { info, weights } = trainNames(LINES, understanding(), SMALL);
    const loaded = new NameModel(JSON.parse(JSON.stringify(info)) as typeof info, Uint8Array.from(weights));
    const made = new NameModel(info, weights);
    for (const core of ['系统验收合格率', '弘扬优秀文化', '', '😀']) {
      const features = made.features({ core, marks: [] });
      expect(loaded.answer('judged', features).ranked).toEqual(made.answer('judged', features).ranked);
    }
    expect(made.answer('judged', made.features({ core: '弘扬传统美德', marks: [] })).best()).toBe('slogan');
  });

  it('gives the same bytes for the same lines', () => {
    const bytes = () => [...trainNames(LINES, understanding(), SMALL).weights];
    expect(bytes()).toEqual(bytes());
  });

  it('refuses weights that do not fit', () => {
    const { info, weights } = trainNames(LINES, understanding(), SMALL);
    expect(() => new NameModel(info, weights.subarray(1))).toThrow(ModelError);
    expect(() => new NameModel(info, new Uint8Array(weights.length + 1))).toThrow(ModelError);
  });
});

describe('the shipped model', () => {
  const model = loadNameModel();

  it('is there', () => {
    expect(model).toBeInstanceOf(NameModel);
  });

  it.each([
    ['河畅水清岸绿景美', 'slogan'],
    ['各项工作开展情况', 'vague'],
    ['乡镇便民服务大厅', 'no-measure'],
    ['每千人口执业医师', 'sound'],
  ])('judges %s as %s', (core, judged) => {
    const understood = understanding().understand({ id: '1', name: core } as never);
    const question = understanding().question(understood.name, understood.measure, undefined);
    expect(model?.answer('judged', model.features(question)).best()).toBe(judged);
  });

  it('names pieces of the name as evidence', () => {
    const evidence = model?.evidence('judged', { core: '加强基层治理', marks: [] }, 'slogan') ?? [];
    expect(evidence.length).toBeGreaterThan(0);
    for (const { piece } of evidence) expect('^加强基层治理$').toContain(piece);
  });
});
