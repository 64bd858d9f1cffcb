/** Signs by which side they bound. */

/** At least so much. */
export const FLOORS: ReadonlySet<string> = new Set(['≥', '>']);
/** So much at most. */
export const LIMITS: ReadonlySet<string> = new Set(['≤', '<']);
