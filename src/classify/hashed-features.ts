/** Text → positions in a table of fixed size: character n-grams with marked ends, and named features, hashed (FNV-1a). */

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

/**
 * Positions of all n-grams of one to `longest` characters, with the beginning and the end of the text marked, and of the
 * named features. `buckets` is a power of two. Each position stands once, in order.
 */
export function hashedFeatures(text: string, named: readonly string[], longest: number, buckets: number): Uint32Array {
  const found = new Set<number>();
  eachPiece(text, longest, buckets, (bucket) => found.add(bucket));
  for (const name of named) found.add(hashName(name, buckets));
  return Uint32Array.from(found);
}

/** The same with the pieces themselves, for explanations: `^` and `$` stand for the ends. */
export function hashedPieces(text: string, named: readonly string[], longest: number, buckets: number): HashedPiece[] {
  const pieces: HashedPiece[] = [];
  const marked = `^${text}$`;
  eachPiece(text, longest, buckets, (bucket, from, to) => pieces.push({ text: marked.slice(from, to), bucket }));
  for (const name of named) pieces.push({ text: name, bucket: hashName(name, buckets) });
  return pieces;
}

function eachPiece(
  text: string,
  longest: number,
  buckets: number,
  visit: (bucket: number, from: number, to: number) => void,
): void {
  const length = text.length + 2;
  for (let from = 0; from < length; from += 1) {
    let hash = OFFSET;
    for (let to = from; to < length && to < from + longest; to += 1) {
      const code = to === 0 ? START : to === length - 1 ? END : text.charCodeAt(to - 1);
      hash = Math.imul(hash ^ code, PRIME);
      // An end mark alone says nothing.
      if (to > from || (to !== 0 && to !== length - 1)) visit(bucketOf(hash, buckets), from, to + 1);
    }
  }
}

function hashName(name: string, buckets: number): number {
  let hash = OFFSET ^ NAMED;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return bucketOf(hash, buckets);
}

function bucketOf(hash: number, buckets: number): number {
  return ((hash ^ (hash >>> 15)) >>> 0) & (buckets - 1);
}
