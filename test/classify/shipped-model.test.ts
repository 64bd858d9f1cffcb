import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCorpus, corpusLineSchema } from '../../src/classify/corpus.js';
import { createClassifier } from '../../src/classify/create.js';
import { type Figures, measure } from '../../src/classify/evaluate.js';
import { trainBayes } from '../../src/classify/train.js';
import { TAXONOMY } from '../../src/schema/taxonomy.js';

interface Card {
  readonly formatVersion: number;
  readonly labels: { readonly categories: string[] };
  readonly corpus: readonly { readonly part: string; readonly lines: number; readonly sha256: string }[];
  readonly leaveOnePartOut: { readonly overall: Figures; readonly parts: Record<string, Figures> };
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const card = JSON.parse(read('models/findings-bayes/card.json').toString()) as Card;
const saved: unknown = JSON.parse(read('models/findings-bayes/model.json').toString());
const values = card.corpus.flatMap(({ part }) => {
  const lines = read(`corpora/findings/${part}.jsonl`).toString().trimEnd().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
});
const lines = values.map((value) => corpusLineSchema.parse(value));

describe('the shipped model of findings', () => {
  it('was trained on the corpus as it is', () => {
    for (const { part, lines: count, sha256 } of card.corpus) {
      expect(
        createHash('sha256')
          .update(read(`corpora/findings/${part}.jsonl`))
          .digest('hex'),
        part,
      ).toBe(sha256);
      expect(lines.filter((line) => line.part === part)).toHaveLength(count);
    }
    expect(checkCorpus(values)).toEqual([]);
    expect(trainBayes(lines)).toEqual(saved);
  });

  it('is small and knows the whole taxonomy', () => {
    expect(read('models/findings-bayes/model.json').length).toBeLessThan(1_500_000);
    expect(card.labels.categories).toEqual([...Object.keys(TAXONOMY), 'none'].toSorted());
  });

  it('answers its own corpus', () => {
    const classifier = createClassifier('bayes', saved);
    const figures = measure(lines.map((gold) => ({ gold, answer: classifier.classify(gold.text) })));
    expect(figures.primaryAccuracy).toBeGreaterThan(0.9);
  });

  it('is as good on a part held back as its card says', () => {
    const part = 'metro';
    const classifier = createClassifier('bayes', trainBayes(lines.filter((line) => line.part !== part)));
    const held = lines.filter((line) => line.part === part);
    const figures = measure(held.map((gold) => ({ gold, answer: classifier.classify(gold.text) })));
    const told = card.leaveOnePartOut.parts[part];
    expect(figures.primaryAccuracy).toBeCloseTo(told?.primaryAccuracy ?? 0, 3);
    expect(figures.tagMicroF1).toBeCloseTo(told?.tagMicroF1 ?? 0, 3);
    expect(figures.acceptedAccuracy).toBeCloseTo(told?.acceptedAccuracy ?? 0, 3);
  });

  it('keeps its floor over all parts', () => {
    const { overall } = card.leaveOnePartOut;
    expect(overall.primaryAccuracy).toBeGreaterThan(0.78);
    expect(overall.macroF1).toBeGreaterThan(0.78);
    expect(overall.acceptedAccuracy).toBeGreaterThan(0.94);
  });
});
