/** Categories and tags of which a model has hardly seen anything. */
import type { Taxonomy } from './corpus.js';
import type { Example } from './types.js';

export interface RareLabel {
  /** `category`, or `category/tag`. */
  readonly label: string;
  readonly texts: number;
}

/** Fewer texts than this are learnt by heart. */
const FEWEST = 5;

export function rareLabels(examples: readonly Example[], taxonomy: Taxonomy): RareLabel[] {
  const counts = new Map<string, number>();
  for (const { category, tags } of examples.flatMap(({ labels }) => labels))
    for (const label of [category, ...tags.map((tag) => `${category}/${tag}`)])
      counts.set(label, (counts.get(label) ?? 0) + 1);
  const all = Object.entries(taxonomy).flatMap(([category, { tags }]) => [
    category,
    ...Object.keys(tags).map((tag) => `${category}/${tag}`),
  ]);
  return all.flatMap((label) => {
    const texts = counts.get(label) ?? 0;
    return texts < FEWEST ? [{ label, texts }] : [];
  });
}
