import { describe, expect, it } from 'vitest';
import { BayesScorer } from '../../src/classify/bayes.js';
import { crossValidate } from '../../src/classify/cross-validate.js';
import { type Judged, measure } from '../../src/classify/evaluate.js';
import { countBayes } from '../../src/classify/train.js';
import type { Example, KindName } from '../../src/classify/types.js';
import { EXAMPLES } from './examples.js';

type Labels = Record<string, string[]>;

function judged(
  gold: Labels,
  given: Labels,
  confidence: number,
  needsReview = false,
  kind: KindName = 'problem',
): Judged {
  const list = (labels: Labels) => Object.entries(labels).map(([category, tags]) => ({ category, tags }));
  const kinds = { problem: 0.1, suggestion: 0.1, neither: 0.1, [kind]: 0.8 };
  const labels = list(given).map((label) => ({ ...label, score: confidence }));
  const example: Example = { text: '', kind: 'problem', labels: list(gold) };
  return { gold: example, answer: { kinds, labels, confidence, needsReview } };
}

describe('measure', () => {
  const figures = measure([
    judged({ a: ['1'] }, { a: ['1'] }, 0.95),
    judged({ a: ['1', '2'], b: [] }, { a: ['1'] }, 0.95),
    judged({ b: ['3'] }, { a: ['3'] }, 0.45, true),
    judged({}, {}, 0.65, false, 'neither'),
    judged({}, { b: ['3'] }, 0.65),
  ]);

  it('counts primary answers, kinds and abstentions', () => {
    expect(figures).toMatchObject({ texts: 5, primaryAccuracy: 3 / 5, kindAccuracy: 4 / 5, abstention: 1 / 5 });
    expect(figures.acceptedAccuracy).toBe(3 / 4);
  });

  it('gives precision, recall and F1 of every label', () => {
    expect(figures.categories).toEqual({
      a: { support: 2, precision: 2 / 3, recall: 1, f1: 4 / 5 },
      b: { support: 2, precision: 0, recall: 0, f1: 0 },
      none: { support: 2, precision: 1, recall: 1 / 2, f1: 2 / 3 },
    });
    expect(figures.macroF1).toBeCloseTo((4 / 5 + 0) / 2);
  });

  it('counts a tag only within its category', () => {
    // Right a/1 twice; in excess a/3 and b/3; missed a/2 and b/3.
    expect(figures.tagMicroF1).toBeCloseTo((2 * 2) / (2 * 2 + 2 + 2));
    expect(figures.tags['b/3']).toEqual({ support: 1, precision: 0, recall: 0, f1: 0 });
  });

  it('weighs confidence against truth, bin by bin', () => {
    // 0.9–1: 1.90 against 2 right; 0.4–0.5: 0.45 against 0; 0.6–0.7: 1.30 against 1.
    expect(figures.calibrationError).toBeCloseTo((0.1 + 0.45 + 0.3) / 5);
  });

  it('copes with nothing at all', () => {
    expect(measure([])).toMatchObject({ texts: 0, primaryAccuracy: 0, macroF1: 0, acceptedAccuracy: null });
  });
});

describe('crossValidate', () => {
  it('never shows a part to the model that judges it', () => {
    const seen: string[][] = [];
    const train = (rest: readonly Example[]) => {
      seen.push([...new Set(rest.map(({ part }) => part!))]);
      return new BayesScorer(countBayes(rest, {}));
    };
    const { overall, parts } = crossValidate(EXAMPLES, train, 0.95);
    expect(seen).toEqual([['b'], ['a']]);
    expect(Object.keys(parts)).toEqual(['a', 'b']);
    expect(overall.texts).toBe(EXAMPLES.length);
    expect(overall.primaryAccuracy).toBeGreaterThan(0.8);
  });
});
