/** Exact decimal arithmetic for amounts that people add up by hand: 0.1 + 0.2 is 0.3. */
import Big from 'big.js';

export type Decimal = Big;

export function decimal(value: number | string): Decimal {
  return new Big(value);
}

export const ZERO = decimal(0);
export const ONE = decimal(1);

export function sumOf(values: Iterable<number | Decimal>): Decimal {
  let sum = ZERO;
  for (const value of values) sum = sum.plus(value);
  return sum;
}

/** Rounded half up to at most `decimals` places, without zeros at the end: 9.11, 9.5, 10. */
export function show(value: Decimal, decimals = 2): string {
  return value.round(decimals, Big.roundHalfUp).toFixed();
}

/** Digits behind the decimal point, as the number would be written. */
export function decimalsOf(value: number | string): number {
  const text = typeof value === 'string' ? value : decimal(value).toFixed();
  return /\.(\d{1,20})/.exec(text)?.[1]?.length ?? 0;
}

/** Whether `stated` is `exact` as one may have rounded it to `decimals` places, or cut it after a decimal. */
export function isRounded(stated: Decimal, exact: Decimal, decimals: number): boolean {
  return (
    stated.eq(exact.round(decimals, Big.roundHalfUp)) ||
    stated.eq(exact.round(decimals, Big.roundHalfEven)) ||
    (decimals > 0 && stated.eq(exact.round(decimals, Big.roundDown)))
  );
}

/** Whether two amounts differ by no more than `tolerance`. */
export function isNear(a: Decimal, b: Decimal | number, tolerance: number | Decimal): boolean {
  return a.minus(b).abs().lte(tolerance);
}
