/** Two numbers of one thing on one scale: target and last year, target and contract. */
import { comparable, type NumberPart, type Quantity } from '../indicators/index.js';
import { roundTo } from '../text/numerals.js';

export interface OnOneScale {
  readonly target: number;
  readonly other: number;
}

/**
 * The two numbers converted to one unit (万元/元, 亩/公顷), or undefined where they cannot be compared. Where one of them
 * states no unit, it is taken to have the other's.
 */
export function onOneScale(target: NumberPart, other: NumberPart): OnOneScale | undefined {
  const [a, b] = [target.unit, other.unit];
  if (target.change !== other.change) return undefined;
  if (!a || !b || a.text === b.text) return { target: target.value, other: other.value };
  if (!comparable(a, b) || a.per !== b.per) return undefined;
  return { target: roundTo(target.value * a.factor, 9), other: roundTo(other.value * b.factor, 9) };
}

/** The only number of a value that states one target: no range, no change, nothing beside it. */
export function singleNumber(value: Quantity | undefined): NumberPart | undefined {
  const [number, second] = value?.numbers ?? [];
  return number && !second && number.high === undefined && !number.change ? number : undefined;
}
