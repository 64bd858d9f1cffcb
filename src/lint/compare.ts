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
  // 0.95 beside 95 %: a fraction beside a percentage, whichever of the two has the sign.
  if (a?.text === '%' && !b && other.value <= 1 && target.value > 1)
    return { target: target.value, other: roundTo(other.value * 100, 9) };
  if (b?.text === '%' && !a && target.value <= 1 && other.value > 1)
    return { target: roundTo(target.value * 100, 9), other: other.value };
  if (!a || !b)
    return isPlausible(target.value, other.value) ? { target: target.value, other: other.value } : undefined;
  if (a.text === b.text && a.per === b.per) return { target: target.value, other: other.value };
  if (!comparable(a, b) || a.per !== b.per) return undefined;
  return { target: roundTo(target.value * a.factor, 9), other: roundTo(other.value * b.factor, 9) };
}

/** Figures that lie too far apart say that the unit left out is another one: 48.5万元 beside 485000. */
function isPlausible(target: number, other: number): boolean {
  if (target === 0 || other === 0) return true;
  const ratio = other / target;
  return ratio > 0.02 && ratio < 50;
}

/** Equal but for what conversion costs: 24公顷 and 360亩, 2年 and 24个月. */
export function isSame({ target, other }: OnOneScale, unit: NumberPart['unit']): boolean {
  const tolerance = unit?.dimension === 'time' ? 0.03 : 0.001;
  const size = Math.max(Math.abs(target), Math.abs(other));
  return Math.abs(target - other) <= toleranceOf(size, tolerance, unit?.dimension === 'ratio');
}

const WHOLE = 100;
/** What rounding makes of a share: 96.67% is 96.7%. */
const ROUNDED = 0.03;
/** More is granted only where the figure itself says that it is not exact: 97%左右. */
const EXACT = 0.01;

/**
 * How far off a figure may be. 99.9% is far from 99.95%, so of an exact share the tolerance is taken of what is left to
 * the whole as well.
 */
export function toleranceOf(value: number, tolerance: number, isShare: boolean): number {
  const size = Math.abs(value);
  if (tolerance === 0 || !isShare || value <= 0 || value > WHOLE || tolerance > EXACT) return size * tolerance;
  return Math.max(ROUNDED, tolerance * Math.min(size, WHOLE - size));
}

/** The only number of a value that states one target: no range, no change, nothing beside it. */
export function singleNumber(value: Quantity | undefined): NumberPart | undefined {
  const [number, second] = value?.numbers ?? [];
  return number && !second && number.high === undefined && !number.change ? number : undefined;
}
