/** Which categories are taken for which. */
import type { Confusion } from '../schema/index.js';
import type { Judged } from './evaluate.js';
import { NONE } from './types.js';

/** Counts of primary answers, in the order of `categories`; "none" stands last, and only what occurs has a row. */
export function confusionOf(judged: readonly Judged[], categories: readonly string[]): Confusion {
  const pairs = judged.map(({ gold, answer }) => [
    gold.labels[0]?.category ?? NONE,
    answer.labels[0]?.category ?? NONE,
  ]);
  const found = new Set(pairs.flat());
  const known = categories.filter((name) => found.has(name));
  const others = [...found].filter((name) => name !== NONE && !categories.includes(name)).toSorted();
  const labels = [...known, ...others, ...(found.has(NONE) ? [NONE] : [])];
  const counts = labels.map(() => labels.map(() => 0));
  for (const [given, answered] of pairs) {
    const row = counts[labels.indexOf(given as string)] as number[];
    row[labels.indexOf(answered as string)]! += 1;
  }
  return { labels, counts };
}
