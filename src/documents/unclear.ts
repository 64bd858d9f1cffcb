/** Tables without lines whose columns were told apart wrongly: better told than judged. */
import type { Framework } from '../indicators/index.js';
import type { DraftParts } from './tables/parts.js';
import type { FoundTable } from './tables/find.js';

/** Of the indicators so many may lack a target, or be called by a heading or a figure. */
const MOST_ODD = 0.2;

export function isUnclear(tables: readonly FoundTable[], parts: readonly DraftParts[], framework: Framework): boolean {
  const indicators = parts.flatMap((part) => part.indicators.map(({ fields }) => fields));
  const hasTargets = tables.some(({ plan: { fields } }) => fields.has('value') || fields.has('actual'));
  const odd = indicators.filter(({ name, value, actual }) => {
    const text = typeof name === 'string' ? name.trim() : '';
    return isBlank(value ?? actual) || framework.isHeading(text) || /^[\d.%]{1,12}$/.test(text);
  });
  return !hasTargets || odd.length > MOST_ODD * indicators.length;
}

function isBlank(value: string | number | undefined): boolean {
  return value === undefined || String(value).trim() === '';
}
