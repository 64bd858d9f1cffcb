/** Values that say many without saying how many. */
import type { Understanding } from '../indicators/index.js';

/** 多轮, 几批, 数百件: many of whatever is counted so. */
export function manyOf(text: string, units: Understanding['units']): string | undefined {
  const counted = MANY.exec(text)?.groups?.counted;
  const dimension = counted === undefined ? undefined : units.parse(counted)?.dimension;
  return dimension !== undefined && COUNTING.has(dimension) ? text : undefined;
}

const MANY = /^[多几数][十百千万]?(?<counted>[\p{Script=Han}]{1,2})$/u;
const COUNTING: ReadonlySet<string> = new Set(['thing', 'event', 'people', 'household']);
