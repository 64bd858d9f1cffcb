/**
 * How alike two short texts are, by their character bigrams weighted with how telling each is (inverse document
 * frequency): 完成 and 数量 are in every indicator, 漏损 in few.
 */
import { codeAt } from './code-at.js';
import { compact } from './fold.js';
import { type Pair, pairAt, pairOf, PairSet, PairTable } from './pairs.js';

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

/** What a character is: 0 not looked at yet, 1 text, 2 none, 3 half of a character, which is judged as a whole. */
const kinds = new Uint8Array(0x10000);
const TEXT = /[\p{L}\p{N}]/u;

/** Letters and digits. */
export const TEXT_KIND = 1;
/** Half of a character. */
const HALF_KIND = 3;

/** What a character is, by its UTF-16 code. */
export function kindOf(code: number): number {
  let kind = kinds[code] as number;
  if (kind === 0) {
    kind = code >= 0xd800 && code <= 0xdfff ? 3 : TEXT.test(String.fromCharCode(code)) ? 1 : 2;
    kinds[code] = kind;
  }
  return kind;
}

const met = new PairSet();

/** The same as numbers, in the order of `bigrams`. */
export function bigramPairs(text: string): Pair[] {
  const key = compact(text);
  const pairs: Pair[] = [];
  met.clear();
  const { length } = key;
  let run = 0;
  let before = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? codeAt(key, at) : 0;
    const kind = kindOf(code);
    if (kind === HALF_KIND) return Array.from(bigrams(text), (bigram) => pairAt(bigram, 0));
    if (kind === TEXT_KIND) {
      run += 1;
      const pair = pairOf(before, code);
      if (run > 1 && met.add(pair)) pairs.push(pair);
      before = code;
      continue;
    }
    if (run === 1 && met.add(before)) pairs.push(before);
    run = 0;
  }
  return pairs;
}

export class Similarity {
  readonly #pairs: PairTable;
  /** By number of the pair. */
  readonly #weights: Float64Array;
  readonly #unseen: number;

  constructor({ known, unseen }: BigramWeights) {
    const names = Object.keys(known);
    this.#pairs = new PairTable(names.length);
    this.#weights = new Float64Array(names.length);
    for (const bigram of names) this.#weights[this.#pairs.add(pairAt(bigram, 0))] = known[bigram] as number;
    this.#unseen = unseen;
  }

  weight(bigram: string): number {
    return this.weightOf(pairAt(bigram, 0));
  }

  weightOf(pair: Pair): number {
    const number = this.#pairs.get(pair);
    return number < 0 ? this.#unseen : (this.#weights[number] as number);
  }

  totalOf(pairs: readonly Pair[]): number {
    let sum = 0;
    for (const pair of pairs) sum += this.weightOf(pair);
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
}
