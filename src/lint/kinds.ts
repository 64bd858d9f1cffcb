/** Kinds of measures by what they ask for. */

/** So many of something, or so much. */
export const NUMBERED: ReadonlySet<string> = new Set([
  'count',
  'items',
  'people',
  'event',
  'quantity',
  'amount',
  'area',
  'length',
  'volume',
  'mass',
]);

/** A part, or a change, in percent; money for one. */
export const SHARES: ReadonlySet<string> = new Set(['ratio', 'satisfaction', 'growth', 'unit-cost']);
/** Heads, things and occasions, one by one. */
export const COUNTS: ReadonlySet<string> = new Set(['count', 'items', 'event', 'people']);
