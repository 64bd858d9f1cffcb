/**
 * Changes of a value as its author wrote it: what is at fault is replaced, every other character stays. Values are read
 * with width and signs folded; a fix built from that reading would rewrite what nobody found fault with.
 */
import { foldedSign, type NumberPart, type Understood } from '../indicators/index.js';
import type { FieldValue } from './fixes.js';

/** What may stand before a sign and shows nothing. */
const BLANK = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*/;

/** Where the sign at the beginning of a value stands in it, with the sign it is read as; undefined where none does. */
function leadingSign(raw: string): { start: number; end: number; sign: string } | undefined {
  const start = BLANK.exec(raw)?.[0].length ?? 0;
  let end = start;
  while (end < raw.length && /^[≥≤><=]$/.test(foldedSign(raw[end] as string))) end += 1;
  const sign = foldedSign(raw.slice(start, end));
  return sign === '' ? undefined : { start, end, sign };
}

/**
 * The value with `sign` in the place of the one that it begins with, '' to drop it and the space behind; undefined where
 * it begins with none, or with another one than `current`.
 */
function withOtherSign(raw: string, current: string, sign: string): string | undefined {
  const own = leadingSign(raw);
  if (own?.sign !== current) return undefined;
  const rest = raw.slice(own.end);
  return raw.slice(0, own.start) + sign + (sign === '' ? rest.trimStart() : rest);
}

/** The value with a sign before its first character that shows. */
export function withSign(raw: string, sign: string): string {
  const blank = BLANK.exec(raw)?.[0] ?? '';
  return blank + sign + raw.slice(blank.length);
}

/** The value with a unit behind its last character that shows. */
export function withUnit(raw: string, unit: string): string {
  const shown = raw.trimEnd();
  return shown + unit + raw.slice(shown.length);
}

/** The fix that puts another sign where the number's own stands: in the value or in its column. '' drops it. */
export function signFix(
  { indicator }: Understood,
  { operator, ownOperator }: NumberPart,
  sign: string,
): { fix?: FieldValue } {
  if (!ownOperator) return { fix: { field: 'operator', value: sign } };
  const value = withOtherSign(indicator.value ?? '', operator ?? '', sign);
  return value === undefined ? {} : { fix: { field: 'value', value } };
}
