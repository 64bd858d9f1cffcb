/**
 * Numerals as they are written in Chinese documents: Arabic with thousands separators and decimals, Chinese (一百二十,
 * 三点五, 两千零八), and mixes with 万/亿 (1.2万, 3千). Full-width digits are expected to be folded already.
 */
import { codeAt } from './code-at.js';

/** By UTF-16 code: a character cut out of a text would have to be looked up as a text. */
const DIGITS = byCode(Array.from('〇一二三四五六七八九', (digit, value) => [digit, value]));
DIGITS.set('零'.charCodeAt(0), 0);
DIGITS.set('两'.charCodeAt(0), 2);
const SMALL_UNITS = byCode([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const TEN = '十'.charCodeAt(0);
const MOST = 1e15;
/** No numeral is longer; a bound keeps the reading of any text linear. */
const LONGEST = 32;
const LARGE_UNITS = byCode([
  ['万', 1e4],
  ['亿', 1e8],
]);
const HUNDRED_MILLION = 1e8;

function byCode(values: readonly (readonly [string, number])[]): Map<number, number> {
  return new Map(values.map(([character, value]) => [codeAt(character, 0), value]));
}

export interface Numeral {
  readonly value: number;
  /** Offset of the first character after the numeral. */
  readonly end: number;
  /** Digits after the decimal point, as written. */
  readonly decimals: number;
}

/** Reads the numeral that begins at `start`, or returns undefined where none does. */
export function readNumeral(text: string, start: number): Numeral | undefined {
  const digits = readDigits(text, start);
  return digits ? scaled(text, digits) : readChinese(text, start);
}

const ARABIC = /\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,20})?|\d{1,20}(?:\.\d{1,20})?|\.\d{1,20}/y;

const SEPARATED = /[,，]/;

/** Arabic digits alone: in 30万元 the 30, as 万元 is a unit. */
export function readDigits(text: string, start: number): Numeral | undefined {
  ARABIC.lastIndex = start;
  const match = ARABIC.exec(text);
  if (!match) return undefined;
  const [written] = match;
  const digits = SEPARATED.test(written) ? written.replace(/[,，]/g, '') : written;
  const point = digits.indexOf('.');
  return { value: Number(digits), end: ARABIC.lastIndex, decimals: point < 0 ? 0 : digits.length - point - 1 };
}

/** 万, 亿, 千, 百 directly after digits scale them: 1.2万, 3千, 5百万. */
function scaled(text: string, numeral: Numeral): Numeral {
  let { value, end } = numeral;
  for (;;) {
    const code = codeAt(text, end);
    const factor = LARGE_UNITS.get(code) ?? (code === TEN ? undefined : SMALL_UNITS.get(code));
    // 千克, 千米 and 百分 are words of their own, not 1,000 of something.
    // Past what a number can hold exactly no amount of anything is meant.
    if (factor === undefined || value > MOST || /^(?:千克|千米|千瓦|千伏|千卡|百分)/.test(text.slice(end, end + 2)))
      break;
    value = roundTo(value * factor, 10);
    end += 1;
  }
  return { value, end, decimals: end === numeral.end ? numeral.decimals : 0 };
}

function readChinese(text: string, start: number): Numeral | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let end = start;
  const limit = Math.min(text.length, start + LONGEST);
  for (; end < limit; end += 1) {
    const code = codeAt(text, end);
    const asDigit = DIGITS.get(code);
    const small = SMALL_UNITS.get(code);
    const large = LARGE_UNITS.get(code);
    if (asDigit !== undefined) {
      digit = digit === undefined || digit === 0 ? asDigit : digit * 10 + asDigit;
    } else if (small !== undefined && !text.startsWith('百分', end)) {
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined && end > start) {
      // 一亿两千万: 亿 multiplies all before it, 万 only its own section.
      const own = section + (digit ?? 0);
      total = large === HUNDRED_MILLION ? (total + own) * large : total + own * large;
      section = 0;
      digit = undefined;
    } else break;
  }
  if (end === start) return undefined;
  const fraction = readChineseFraction(text, end);
  const value = total + section + (digit ?? 0) + (fraction?.value ?? 0);
  return { value, end: fraction?.end ?? end, decimals: fraction?.decimals ?? 0 };
}

function readChineseFraction(text: string, at: number): Numeral | undefined {
  if (text[at] !== '点') return undefined;
  let digits = '';
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const digit = DIGITS.get(codeAt(text, end));
    if (digit === undefined) break;
    digits += String(digit);
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), end, decimals: digits.length };
}

/** Removes the noise of binary fractions: 0.1 + 0.2 → 0.3. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
