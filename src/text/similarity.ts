/**
 * How alike two short texts are, by their character bigrams weighted with how telling each is (inverse document
 * frequency): 完成 and 数量 are in every indicator, 漏损 in few.
 */
import { compact } from './fold.js';
import { type Pair, pairAt, PairTable } from './pairs.js';

/** Weight by bigram, and the weight of a bigram that was never seen. */
export interface BigramWeights {
  readonly known: Readonly<Record<string, number>>;
  readonly unseen: number;
}

export type Bigrams = ReadonlySet<string>;

const NOT_TEXT = /[^\p{L}\p{N}]+/gu;

/** Each pair of neighbouring characters once; punctuation parts them. A text of one character is itself. */
export function bigrams(text: string): Bigrams {
  const found = new Set<string>();
  for (const run of compact(text).split(NOT_TEXT)) {
    if (run.length === 1) found.add(run);
    for (let at = 0; at + 1 < run.length; at += 1) found.add(run.slice(at, at + 2));
  }
  return found;
}

export class Similarity {
  readonly #pairs: PairTable;
  /** By number of the pair. */
  readonly #weights: Float64Array;
  readonly #unseen: number;

  constructor({ known, unseen }: BigramWeights) {
    const entries = Object.entries(known);
    this.#pairs = new PairTable(entries.length);
    this.#weights = new Float64Array(entries.length);
    for (const [bigram, weight] of entries) this.#weights[this.#pairs.add(pairAt(bigram, 0))] = weight;
    this.#unseen = unseen;
  }

  weight(bigram: string): number {
    return this.weightOf(pairAt(bigram, 0));
  }

  weightOf(pair: Pair): number {
    const number = this.#pairs.get(pair);
    return number < 0 ? this.#unseen : (this.#weights[number] as number);
  }

  total(set: Bigrams): number {
    let sum = 0;
    for (const bigram of set) sum += this.weight(bigram);
    return sum;
  }

  /** The share of `part`'s weight that is found in `whole`, 0 to 1. */
  coverage(part: Bigrams, whole: Bigrams): number {
    let shared = 0;
    let all = 0;
    for (const bigram of part) {
      const weight = this.weight(bigram);
      all += weight;
      if (whole.has(bigram)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }

  /** Weighted Dice, 0 to 1. */
  likeness(a: Bigrams, b: Bigrams): number {
    let shared = 0;
    let all = 0;
    for (const bigram of a) {
      const weight = this.weight(bigram);
      all += weight;
      if (b.has(bigram)) shared += weight;
    }
    all += this.total(b);
    return all === 0 ? 0 : (2 * shared) / all;
  }
}
