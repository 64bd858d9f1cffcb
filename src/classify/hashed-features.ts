/** Text → positions in a table of fixed size: character n-grams with marked ends, and named features, hashed (FNV-1a). */
import { codeAt } from '../text/code-at.js';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const START = 2;
const END = 3;
/** Keeps named features from falling on the n-grams of the same characters. */
const NAMED = 0x5bd1e995;

export interface HashedPiece {
  readonly text: string;
  readonly bucket: number;
}

export interface HashShape {
  /** Pieces anywhere in the text have at most so many characters. */
  readonly longest: number;
  /** Pieces at its beginning or end have at most so many, the mark of the end included. */
  readonly anchored: number;
  /** A power of two. */
  readonly buckets: number;
}

/** Positions of all pieces of the text and of the named features; each position once. */
export function hashedFeatures(text: string, named: readonly string[], shape: HashShape): Uint32Array {
  return featuresIn(text, named, shape).taken();
}

/** The same in a set that the next question empties: for features that are used once. */
export function featuresIn(text: string, named: readonly string[], shape: HashShape): FeatureSet {
  const features = featureSet(shape.buckets);
  eachPiece(text, shape, (bucket) => features.add(bucket));
  for (const name of named) features.add(hashName(name, shape.buckets));
  return features;
}

/** More pieces than any name has; a longer text is judged by its beginning. */
const MOST_PIECES = 4096;

/** Positions that were met, each once: cheaper than a set made anew for each text. */
export class FeatureSet {
  readonly found = new Uint32Array(MOST_PIECES);
  count = 0;
  readonly #buckets: number;
  readonly #rounds: Uint32Array;
  #round = 0;

  constructor(buckets: number) {
    this.#buckets = buckets;
    this.#rounds = new Uint32Array(buckets);
  }

  clear(): void {
    if (this.#round === 0xffffffff) {
      this.#rounds.fill(0);
      this.#round = 0;
    }
    this.#round += 1;
    this.count = 0;
  }

  add(bucket: number): void {
    if (this.#rounds[bucket] === this.#round || this.count === MOST_PIECES) return;
    this.#rounds[bucket] = this.#round;
    this.found[this.count] = bucket;
    this.count += 1;
  }

  /** The feature named `sign` + `text.slice(from, to)`, without making that string. */
  addPart(sign: string, text: string, from: number, to: number): void {
    this.add(bucketOf(hashOn(hashOn(OFFSET ^ NAMED, sign, 0, sign.length), text, from, to), this.#buckets));
  }

  /** A copy that stays. */
  taken(): Uint32Array {
    return this.found.slice(0, this.count);
  }
}

const sets = new Map<number, FeatureSet>();

function featureSet(buckets: number): FeatureSet {
  let set = sets.get(buckets);
  if (!set) {
    set = new FeatureSet(buckets);
    sets.set(buckets, set);
  }
  set.clear();
  return set;
}

/** The same with the pieces themselves, for explanations: `^` and `$` stand for the ends. */
export function hashedPieces(text: string, named: readonly string[], shape: HashShape): HashedPiece[] {
  const pieces: HashedPiece[] = [];
  const marked = `^${text}$`;
  eachPiece(text, shape, (bucket, from, to) => pieces.push({ text: marked.slice(from, to), bucket }));
  for (const name of named) pieces.push({ text: name, bucket: hashName(name, shape.buckets) });
  return pieces;
}

function eachPiece(
  text: string,
  { longest, anchored, buckets }: HashShape,
  visit: (bucket: number, from: number, to: number) => void,
): void {
  const length = text.length + 2;
  const most = Math.max(longest, anchored);
  for (let from = 0; from < length; from += 1) {
    let hash = OFFSET;
    const end = Math.min(length, from === 0 || from + most >= length ? from + most : from + longest);
    for (let to = from; to < end; to += 1) {
      const code = to === 0 ? START : to === length - 1 ? END : codeAt(text, to - 1);
      hash = Math.imul(hash ^ code, PRIME);
      const size = to - from + 1;
      const atEnd = from === 0 || to === length - 1;
      // A mark of an end alone says nothing.
      if (size > (atEnd ? most : longest) || (size === 1 && atEnd)) continue;
      visit(bucketOf(hash, buckets), from, to + 1);
    }
  }
}

function hashName(name: string, buckets: number): number {
  return bucketOf(hashOn(OFFSET ^ NAMED, name, 0, name.length), buckets);
}

function hashOn(before: number, text: string, from: number, to: number): number {
  let hash = before;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ codeAt(text, at), PRIME);
  return hash;
}

function bucketOf(hash: number, buckets: number): number {
  return ((hash ^ (hash >>> 15)) >>> 0) & (buckets - 1);
}
