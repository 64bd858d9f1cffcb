/** The pieces of a text as 32-bit numbers: looked up without a text being cut, stored without its characters. */
import type { NgramRange } from './features.js';

export const OFFSET = 0x811c9dc5;
export const PRIME = 0x01000193;
/** Marks of beginning and end, which normalised text cannot contain. */
export const START = 2;
export const END = 3;

export interface PieceRange extends NgramRange {
  /** Pieces at the beginning and the end of the text as well, marked as such, of at most `to - 1` characters. */
  readonly edges: boolean;
}

/** Distinct hashes of the pieces of a normalised text, in order of their first place. */
export function pieceHashes(normalised: string, range: PieceRange): Uint32Array {
  const seen = new Set<number>();
  eachPieceHash(normalised, range, (hash) => seen.add(hash));
  return Uint32Array.from(seen);
}

export function eachPieceHash(
  text: string,
  { from, to, edges }: PieceRange,
  visit: (hash: number, start: number, end: number) => void,
): void {
  for (let start = 0; start < text.length; start += 1) {
    let hash = OFFSET;
    for (let end = start; end < text.length && end - start < to; end += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(end), PRIME);
      if (end - start + 1 >= from) visit(finished(hash), start, end + 1);
    }
  }
  if (edges) eachEdge(text, to, visit);
}

function eachEdge(text: string, to: number, visit: (hash: number, start: number, end: number) => void): void {
  let hash = Math.imul(OFFSET ^ START, PRIME);
  for (let end = 0; end < text.length && end < to - 1; end += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(end), PRIME);
    visit(finished(hash), -1, end + 1);
  }
  hash = Math.imul(OFFSET ^ END, PRIME);
  for (let start = text.length - 1; start >= 0 && text.length - start < to; start -= 1) {
    hash = Math.imul(hash ^ text.charCodeAt(start), PRIME);
    visit(finished(hash), start, text.length + 1);
  }
}

/** Every bit of the result depends on every bit before (the finisher of MurmurHash3, public domain). */
export function finished(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
