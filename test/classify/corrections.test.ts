import { describe, expect, it } from 'vitest';
import { confusionOf } from '../../src/classify/confusion.js';
import { CLASSIFIER_NAMES } from '../../src/classify/classifier-names.js';
import { correctionLine, disagreements, mergeCorrections } from '../../src/classify/corrections.js';
import { LabelNames } from '../../src/classify/label-names.js';
import { type LabelledText, parseLabelledLines } from '../../src/classify/labelled.js';
import { learningCurve } from '../../src/classify/learning-curve.js';
import { trainedClassifier, trainFindings } from '../../src/classify/train-findings.js';
import { TAXONOMY } from '../../src/schema/index.js';
import { EXAMPLES } from './examples.js';

function text(file: string, line: number, said: string, category: string, state: LabelledText['state'] = 'given') {
  return {
    text: said,
    kind: 'problem',
    labels: [{ category, tags: [] }],
    place: { file, line },
    state,
  } as LabelledText;
}

const categories = (texts: readonly LabelledText[]) => texts.map((one) => [one.text, one.labels[0]?.category]);

describe('corrections', () => {
  const base = [text('base', 1, '甲', 'assets'), text('base', 2, '乙', 'budget')];

  it('take the place of what they correct, and are told', () => {
    const merged = mergeCorrections(base, [], [text('new', 1, ' 甲', 'budget', 'changed')]);
    expect(categories(merged.examples)).toEqual([
      ['乙', 'budget'],
      [' 甲', 'budget'],
    ]);
    expect(merged.conflicts).toMatchObject([
      { earlier: { place: { file: 'base', line: 1 } }, later: { place: { line: 1 } } },
    ]);
    expect(merged.added).toHaveLength(1);
  });

  it('do not take up what nobody changed', () => {
    const merged = mergeCorrections(
      base,
      [],
      [text('new', 1, '丙', 'budget', 'left'), text('new', 2, '丁', 'budget', 'confirmed')],
    );
    expect(merged.added.map((one) => one.text)).toEqual(['丁']);
  });

  it('keep both of two that disagree, and train on the later', () => {
    const merged = mergeCorrections(
      base,
      [text('known', 4, '丙', 'assets')],
      [text('new', 1, '丙', 'budget'), text('new', 2, '丙', 'policy'), text('new', 3, '丙', 'policy')],
    );
    expect(categories(merged.added)).toEqual([
      ['丙', 'budget'],
      ['丙', 'policy'],
    ]);
    expect(categories(merged.examples).at(-1)).toEqual(['丙', 'policy']);
    expect(merged.examples).toHaveLength(3);
    expect(merged.repeated).toBe(1);
    expect(merged.conflicts.map(({ earlier, later }) => [earlier.place, later.place])).toEqual([
      [
        { file: 'known', line: 4 },
        { file: 'new', line: 1 },
      ],
      [
        { file: 'new', line: 1 },
        { file: 'new', line: 2 },
      ],
    ]);
  });

  it('are read back from the line that keeps them', () => {
    const [one] = parseLabelledLines(correctionLine(text('new', 7, '=甲"\n', 'budget')), {
      names: new LabelNames(TAXONOMY),
      file: 'corpus.jsonl',
      part: 'x',
    });
    expect(one).toMatchObject({
      text: '=甲"\n',
      kind: 'problem',
      labels: [{ category: 'budget', tags: [] }],
      part: 'corrections',
    });
  });

  it('a corpus that disagrees with itself is told', () => {
    expect(disagreements([...base, text('base', 3, '甲', 'budget'), text('base', 4, '乙', 'budget')])).toMatchObject([
      { earlier: { place: { line: 1 } }, later: { place: { line: 3 } } },
    ]);
  });
});

describe('trainFindings', () => {
  it.each(CLASSIFIER_NAMES)('%s: the same seed gives the same bytes, and says how far it is', (model) => {
    const shares: number[] = [];
    const once = trainFindings(EXAMPLES, { model, seed: 7 }, { progress: (share) => shares.push(share) });
    expect(JSON.stringify(trainFindings(EXAMPLES, { model, seed: 7 }))).toBe(JSON.stringify(once));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it.each(['linear', 'neural', 'ensemble'] as const)('another seed gives another %s model', (model) => {
    const [one, other] = [7, 8].map((seed) => JSON.stringify(trainFindings(EXAMPLES, { model, seed })));
    expect(one).not.toBe(other);
  });
});

describe('figures', () => {
  it('confusion counts primary answers, in the order of the taxonomy, "none" last', () => {
    const judged = (gold: string[], given: string[]) => ({
      gold: { text: '', kind: 'problem' as const, labels: gold.map((category) => ({ category, tags: [] })) },
      answer: {
        kinds: { problem: 1, suggestion: 0, neither: 0 },
        labels: given.map((category) => ({ category, tags: [], score: 1 })),
        confidence: 1,
        needsReview: false,
      },
    });
    const all = [judged(['b'], ['a']), judged(['a', 'b'], ['a']), judged([], ['c']), judged(['b'], [])];
    expect(confusionOf(all, ['b', 'a', 'd'])).toEqual({
      labels: ['b', 'a', 'c', 'none'],
      counts: [
        [0, 1, 0, 1],
        [0, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 1, 0],
      ],
    });
  });

  it('a curve tests the same texts after more and more of the others', () => {
    const seen: number[] = [];
    const curve = learningCurve(
      EXAMPLES,
      (rest) => {
        seen.push(rest.length);
        return trainedClassifier(rest, { model: 'bayes' });
      },
      1,
    );
    expect(new Set(curve.map(({ tested }) => tested)).size).toBe(1);
    expect(curve.map(({ trained }) => trained)).toEqual(seen);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect((curve.at(-1)?.trained ?? 0) + (curve.at(-1)?.tested ?? 0)).toBe(EXAMPLES.length);
  });
});
