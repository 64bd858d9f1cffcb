import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was probably meant to be, or undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const found = distance(word, candidate);
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  // `too-long` means `name/too-long`: a rule id without its group.
  return best ?? candidates.find((candidate) => candidate.endsWith(`/${word}`));
}
