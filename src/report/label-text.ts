/** Categories and tags in the reader's language; what the taxonomy does not know shows its code. */
import { TAXONOMY, type TaxonomyNames } from '../schema/index.js';

export function categoryName(category: string, language: 'zh' | 'en', taxonomy: TaxonomyNames = TAXONOMY): string {
  return Object.hasOwn(taxonomy, category) ? (taxonomy[category]?.[language] ?? category) : category;
}

export function tagName(
  category: string,
  tag: string,
  language: 'zh' | 'en',
  taxonomy: TaxonomyNames = TAXONOMY,
): string {
  const info = Object.hasOwn(taxonomy, category) ? taxonomy[category] : undefined;
  const names = language === 'zh' ? info?.tags : info?.enTags;
  return names && Object.hasOwn(names, tag) ? (names[tag] ?? tag) : tag;
}
