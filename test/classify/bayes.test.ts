import { describe, expect, it } from 'vitest';
import { BayesTable } from '../../src/classify/bayes-table.js';
import { createClassifier } from '../../src/classify/create.js';
import { countFeatures } from '../../src/classify/natural-counts.js';
import { trainBayes } from '../../src/classify/train.js';
import { labelSchema } from '../../src/schema/finding.js';
import { EXAMPLES } from './examples.js';

const model = trainBayes(EXAMPLES);
const classifier = createClassifier('bayes', model);

describe('a Bayes model', () => {
  it.each([
    ['合同未签订', 'problem', 'procurement', 'contract'],
    ['建议盘点固定资产', 'suggestion', 'assets', undefined],
    ['预算执行率仅30%', 'problem', 'budget', 'execution-rate'],
  ])('knows what %s is about', (text, kind, category, tag) => {
    const { kinds, labels, confidence } = classifier.classify(text);
    expect(Object.entries(kinds).toSorted(([, a], [, b]) => b - a)[0]![0]).toBe(kind);
    expect(labels[0]!.category).toBe(category);
    expect(labels[0]!.tags).toEqual(tag ? [tag] : labels[0]!.tags);
    expect(labels[0]!.score).toBe(confidence);
    expect(kinds.problem + kinds.suggestion + kinds.neither).toBeCloseTo(1);
  });

  it('gives labels that fit the public schema, best first', () => {
    for (const { text } of EXAMPLES) {
      const { labels } = classifier.classify(text);
      for (const label of labels) expect(labelSchema.parse(label)).toEqual(label);
      expect(labels.map(({ score }) => score)).toEqual(labels.map(({ score }) => score).toSorted((a, b) => b - a));
    }
  });

  it('gives two labels where two subjects are equally likely', () => {
    const loose = createClassifier('bayes', { ...model, calibration: { ...model.calibration, second: 0.05 } });
    const labels = loose.classify('资产未入账，采购合同未签订').labels.map(({ category }) => category);
    expect(labels.slice(0, 2).toSorted()).toEqual(['assets', 'procurement']);
  });

  it('scores the same after saving and loading', () => {
    const loaded = createClassifier('bayes', JSON.parse(JSON.stringify(classifier.save())));
    for (const { text } of EXAMPLES) expect(loaded.classify(text)).toEqual(classifier.classify(text));
    expect(loaded.save()).toEqual(model);
  });

  it('is trained to the same bytes from the same examples', () => {
    expect(JSON.stringify(trainBayes(EXAMPLES))).toBe(JSON.stringify(model));
  });

  it('needs an example', () => {
    expect(() => trainBayes([])).toThrow(expect.objectContaining({ code: 'no-examples' }));
  });
});

describe('odd texts', () => {
  it.each(['', '   ', '/', '——', '😀👍🏽'])('%j has no wording: none, for sure', (text) => {
    expect(classifier.classify(text)).toMatchObject({ labels: [], needsReview: false, confidence: 1 });
  });

  it.each(['qqq', '龘龘', '\ud800x'])('%j has no known piece: none, to be reviewed', (text) => {
    expect(classifier.classify(text)).toMatchObject({ labels: [], needsReview: true, confidence: 0 });
  });

  it('reads 100 kB without underflow', () => {
    const { labels, confidence } = classifier.classify('采购合同未签订，条款不明确。'.repeat(2500));
    expect(labels[0]!.category).toBe('procurement');
    expect(confidence).toBeGreaterThan(0);
  });
});

describe('createClassifier', () => {
  it.each([['forest'], ['constructor'], ['']])('refuses the name %j', (name) => {
    expect(() => createClassifier(name as 'bayes', model)).toThrow(expect.objectContaining({ code: 'unknown-model' }));
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'model'],
    ['an empty object', {}],
    ['too few rows', { ...model, vocabulary: `${model.vocabulary} 多` }],
    [
      'a class that does not exist',
      { ...model, category: { ...model.category, rows: model.category.rows.map(() => [99, 1]) } },
    ],
    ['half a pair', { ...model, kind: { ...model.kind, rows: model.kind.rows.map(() => [0]) } }],
    ['an unknown parent', { ...model, detail: { ...model.detail, parents: model.detail.parents.map(() => 99) } }],
    ['a temperature of nothing', { ...model, calibration: { ...model.calibration, temperature: {} } }],
    ['other kinds', { ...model, kind: { ...model.kind, classes: ['x', 'y', 'z'] } }],
  ])('refuses %s', (_, bad) => {
    expect(() => createClassifier('bayes', bad)).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });

  it('tells a model of another version', () => {
    expect(() => createClassifier('bayes', { ...model, version: 2 })).toThrow(
      expect.objectContaining({ code: 'model-version', data: { version: 2, expected: 1 } }),
    );
  });
});

describe('counts and scores by hand', () => {
  const table = countFeatures(
    [
      { tokens: ['甲', '乙'], classes: [0] },
      { tokens: ['甲', '丙'], classes: [0, 1] },
      { tokens: ['乙', '外'], classes: [1] },
    ],
    ['x', 'y'],
    ['甲', '乙', '丙'],
  );

  it('counts texts of a class, per feature', () => {
    expect(table).toEqual({
      classes: ['x', 'y'],
      texts: [2, 2],
      rows: [
        [0, 2, 1, 1],
        [0, 1, 1, 1],
        [0, 1, 1, 1],
      ],
    });
  });

  it('adds logarithms of prior and smoothed shares', () => {
    const [x, y] = new BayesTable(table, 1).scores([0, 2]);
    expect(x).toBeCloseTo((Math.log(1 / 2) + Math.log(3 / 7) + Math.log(2 / 7)) / Math.SQRT2);
    expect(y).toBeCloseTo((Math.log(1 / 2) + Math.log(2 / 6) + Math.log(2 / 6)) / Math.SQRT2);
  });
});
