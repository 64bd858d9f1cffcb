/** Why a linear model gave a category: the pieces of the text that spoke most for and against it. */
import type { LinearScorer } from './linear-table.js';
import { eachPieceHash, type PieceRange } from './piece-hashes.js';
import type { EvidencePiece, TextEvidence } from './types.js';

export interface SpokenPiece {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * `normalised` is the text as the model reads it (width folded, each number one 0, no punctuation). Weights are what a piece
 * adds to the category's score beyond what it adds to all categories on average; each piece is told once, and none that lies
 * inside one told before.
 */
export function linearEvidence(
  scorer: LinearScorer,
  normalised: string,
  range: PieceRange,
  category: number,
  most: number,
): TextEvidence {
  const places = new Map<number, { start: number; end: number }>();
  eachPieceHash(normalised, range, (hash, start, end) => {
    if (!places.has(hash)) places.set(hash, { start, end });
  });
  const square = scorer.square(Uint32Array.from(places.keys()));
  const spoken: SpokenPiece[] = [];
  for (const [hash, place] of places) {
    const index = scorer.indexOf(hash);
    if (index >= 0) spoken.push({ ...place, weight: beyondMean(scorer, index, category, square) });
  }
  return chosenEvidence(normalised, spoken, most);
}

/** The pieces that weigh most, for and against. */
export function chosenEvidence(normalised: string, spoken: readonly SpokenPiece[], most: number): TextEvidence {
  const told = (sign: 1 | -1) =>
    chosen(
      normalised,
      spoken.toSorted((a, b) => sign * (b.weight - a.weight)),
      sign,
      most,
    );
  return { for: told(1), against: told(-1) };
}

function beyondMean(scorer: LinearScorer, index: number, category: number, square: number): number {
  let sum = 0;
  for (let one = 0; one < scorer.classes.length; one += 1) sum += scorer.contribution(index, one, square);
  return scorer.contribution(index, category, square) - sum / scorer.classes.length;
}

function chosen(text: string, sorted: readonly SpokenPiece[], sign: 1 | -1, most: number): EvidencePiece[] {
  const taken: SpokenPiece[] = [];
  for (const one of sorted) {
    if (taken.length === most || one.weight * sign <= 0) break;
    const overlaps = taken.some(({ start, end }) => one.start < end && start < one.end);
    if (!overlaps) taken.push(one);
  }
  return taken.map(({ start, end, weight }) => ({ piece: text.slice(start, end), weight }));
}
