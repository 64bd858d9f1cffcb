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
  const known = new Map(examples.flatMap(detailsOf).map((detail) => [`${detail.category}\t${detail.tag}`, detail]));
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, detail]) => detail);
}
