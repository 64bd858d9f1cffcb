/** The classes that labelled examples name, in an order that does not depend on theirs. */
import { type Example, NONE } from './types.js';

/** A category with one of its tags; an empty tag is a bare headline of the category. */
export interface Detail {
  readonly category: string;
  readonly tag: string;
}

export function categoriesOf({ labels }: Example): string[] {
  return labels.length === 0 ? [NONE] : labels.map(({ category }) => category);
}

export function detailsOf({ labels }: Example): Detail[] {
  if (labels.length === 0) return [{ category: NONE, tag: '' }];
  return labels.flatMap(({ category, tags }) => (tags.length === 0 ? [''] : tags).map((tag) => ({ category, tag })));
}

export function categoryClasses(examples: readonly Example[]): string[] {
  return [...new Set(examples.flatMap(categoriesOf))].toSorted();
}

export function detailClasses(examples: readonly Example[]): Detail[] {
  const known = new Map(examples.flatMap(detailsOf).map((detail) => [detailKey(detail), detail]));
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, detail]) => detail);
}

/** A tab cannot stand in a code, so that no two pairs have one key. */
export function detailKey({ category, tag }: Detail): string {
  return `${category}\t${tag}`;
}

/** How a model file calls the pair. */
export function detailName({ category, tag }: Detail): string {
  return tag === '' ? category : `${category}/${tag}`;
}

/** The first of two labels is the primary one: it has this share of the answer. */
const PRIMARY_SHARE = 0.65;

/** How much of the answer each class has: one has all; of several the first has most. Sums to 1. */
export function sharesOf(classes: readonly number[]): Map<number, number> {
  const [first, ...others] = [...new Set(classes)];
  if (first === undefined) return new Map();
  if (others.length === 0) return new Map([[first, 1]]);
  const rest = (1 - PRIMARY_SHARE) / others.length;
  return new Map([[first, PRIMARY_SHARE], ...others.map((one) => [one, rest] as const)]);
}
