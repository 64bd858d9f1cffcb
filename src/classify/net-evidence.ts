/** Why a net gave a category: the pieces of the text that spoke most for and against it. */
import { chosenEvidence, type SpokenPiece } from './evidence.js';
import type { NetScorer } from './net.js';
import { eachPieceHash, type PieceRange } from './piece-hashes.js';
import type { TextEvidence } from './types.js';

/**
 * For this one text the net is linear: numbers that are not negative stay so, the others say nothing. So a piece adds to each class
 * what its own embedding adds to the numbers that stayed. `own` marks the classes of the category, each counting as far as the text is
 * of it; weights are what a piece adds beyond what it adds to all classes on average.
 */
export function netEvidence(
  scorer: NetScorer,
  normalised: string,
  range: PieceRange,
  own: readonly boolean[],
  most: number,
): TextEvidence {
  if (!own.includes(true)) return { for: [], against: [] };
  const places = new Map<number, { start: number; end: number }>();
  eachPieceHash(normalised, range, (hash, start, end) => {
    if (!places.has(hash)) places.set(hash, { start, end });
  });
  const hashes = Uint32Array.from(places.keys()).filter((hash) => scorer.knows(hash));
  const input = scorer.input(hashes);
  const probabilities = scorer.probabilities(input);
  const sum = own.reduce((total, isOwn, one) => total + (isOwn ? probabilities[one]! : 0), 0);
  const shares = own.map((isOwn, one) => (isOwn ? probabilities[one]! / sum : 0) - 1 / own.length);
  const weights = scorer.contributions(input, shares);
  const spoken = Array.from(hashes, (hash, at): SpokenPiece => ({ ...places.get(hash)!, weight: weights[at]! }));
  return chosenEvidence(normalised, spoken, most);
}
