/** Exact decimal arithmetic for amounts that people add up by hand: 0.1 + 0.2 is 0.3. */
import BigNumber from 'big.js';

export type Decimal = BigNumber;

const MOST_REMEMBERED = 2048;
/** Weights and scores are the same few numbers all over; a decimal never changes. */
const remembered = new Map<number | string, Decimal>();

export function decimal(value: number | string): Decimal {
  const known = remembered.get(value);
  if (known) return known;
  const made = new BigNumber(value);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(value, made);
  return made;
}

export const ZERO = decimal(0);
export const ONE = decimal(1);

export function sumOf(values: Iterable<number | Decimal>): Decimal {
  // Whole numbers, which most are, are exact as they are while they stay within 2^53.
  let whole = 0;
  let sum = ZERO;
  for (const value of values) {
    if (typeof value === 'number' && Number.isSafeInteger(whole + value)) whole += value;
    else sum = sum.plus(value);
  }
  return sum === ZERO ? decimal(whole) : sum.plus(whole);
}

/** Rounded half up to at most `decimals` places, without zeros at the end: 9.11, 9.5, 10. */
export function show(value: Decimal, decimals = 2): string {
  return value.round(decimals, BigNumber.roundHalfUp).toFixed();
}

/** Digits behind the decimal point, as the number would be written. */
export function decimalsOf(value: number | string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return 0;
  const text = typeof value === 'string' ? value : decimal(value).toFixed();
  return /\.(\d{1,20})/.exec(text)?.[1]?.length ?? 0;
}

/** Whether `stated` is `exact` as one may have rounded it to `decimals` places, or cut it after a decimal. */
export function isRounded(stated: Decimal, exact: Decimal, decimals: number): boolean {
  return (
    stated.eq(exact.round(decimals, BigNumber.roundHalfUp)) ||
    stated.eq(exact.round(decimals, BigNumber.roundHalfEven)) ||
    (decimals > 0 && stated.eq(exact.round(decimals, BigNumber.roundDown)))
  );
}

/** Whether two amounts differ by no more than `tolerance`. */
export function isNear(a: Decimal, b: Decimal | number, tolerance: number | Decimal): boolean {
  return a.minus(b).abs().lte(tolerance);
}
