/**
 * Counting with the `natural` package. Only training needs it: a finished model is counts, and its scores are summed in
 * `bayes-table.ts`, so that a saved model loads without `natural` and in a browser.
 */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { CountTable } from './bayes-model.js';

export interface Counted {
  readonly tokens: readonly string[];
  /** Positions in `classes`; a text with two labels counts for both. */
  readonly classes: readonly number[];
}

/** `natural` looks every known feature up in the text's token list: features × tokens. A map needs tokens only. */
class IndexedBayes extends BayesClassifier {
  readonly #index: ReadonlyMap<string, number>;
  /** Copied for every text, which is far faster than filling. */
  readonly #zeros: readonly number[];

  constructor(index: ReadonlyMap<string, number>) {
    super(undefined, 1);
    this.#index = index;
    this.#zeros = Array.from(index, () => 0);
  }

  override textToFeatures(tokens: string[]): number[] {
    const features = this.#zeros.slice();
    for (const token of tokens) {
      const position = this.#index.get(token);
      if (position !== undefined) features[position] = 1;
    }
    return features;
  }
}

/** In how many texts of each class each feature of the vocabulary occurs. */
export function countFeatures(
  texts: readonly Counted[],
  classes: readonly string[],
  vocabulary: readonly string[],
): CountTable {
  const index = new Map(vocabulary.map((feature, position) => [feature, position]));
  const bayes = new IndexedBayes(index);
  for (const { tokens, classes: positions } of texts) {
    const known = tokens.filter((token) => index.has(token));
    for (const position of positions) bayes.addDocument(known, keyOf(position));
  }
  bayes.train();
  const { classFeatures, classTotals } = bayes.classifier;
  const rows: number[][] = Array.from({ length: vocabulary.length }, () => []);
  classes.forEach((_, position) => {
    for (const [feature, smoothed] of Object.entries(classFeatures[keyOf(position)] ?? {})) {
      rows[Number(feature)]?.push(position, smoothed - bayes.classifier.smoothing);
    }
  });
  // `natural` starts every class at one text; our smoothing is our own.
  const textsOf = classes.map((_, position) => (classTotals[keyOf(position)] ?? 1) - 1);
  return { classes: [...classes], texts: textsOf, rows };
}

/** `natural` keeps labels as keys of plain objects, where a category called `constructor` would go wrong. */
function keyOf(position: number): string {
  return `class ${position}`;
}
