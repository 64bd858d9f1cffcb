/** Kinds of measures by what they ask for. */

/** Heads, things and occasions, one by one. */
export const COUNTS: ReadonlySet<string> = new Set(['count', 'items', 'event', 'people']);
/** Counts and sizes: never below nothing. */
export const EXTENTS: ReadonlySet<string> = new Set([...COUNTS, 'quantity', 'area', 'length', 'volume', 'mass']);
/** So many of something, or so much, money as well. */
export const NUMBERED: ReadonlySet<string> = new Set([...EXTENTS, 'amount']);
/** A part, or a change, in percent; money for one. */
export const SHARES: ReadonlySet<string> = new Set(['ratio', 'satisfaction', 'growth', 'unit-cost']);
