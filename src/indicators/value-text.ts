/** Values before they are read: width and the variants of signs folded. */
import { CharacterSet, WHITE_SPACE } from '../text/character-set.js';
import { foldWidth } from '../text/fold.js';

/** Folds width and the variants of signs; white space becomes one space each run. */
export function foldValue(raw: string): string {
  const folded = foldWidth(raw);
  return FOLDS.isIn(folded) || FORMAL_NUMBER.test(folded) ? withFolds(folded) : folded;
}

/** Whatever the steps below look for: most texts hold none of it. */
const FOLDS = new CharacterSet(`${WHITE_SPACE}\u2212％﹪≧⩾≦⩽〈﹤〉﹥（﹙）﹚[(\u200b-\u200f\u2060\ufeff\u00ad负`);
const FORMAL_NUMBER = /[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2}/;

function withFolds(folded: string): string {
  return folded
    .replace(/\u2212/g, '-')
    .replace(/[％﹪]/g, '%')
    .replace(/[≧⩾]/g, '≥')
    .replace(/[≦⩽]/g, '≤')
    .replace(/[〈﹤]/g, '<')
    .replace(/[〉﹥]/g, '>')
    .replace(/[（﹙]/g, '(')
    .replace(/[）﹚]/g, ')')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\d.])\d{1,3}(?: \d{3}){1,4}(?![\d.])/g, (digits) => digits.replace(/ /g, ''))
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,30}(?=[元圆])/g, (digits) => Array.from(digits, plainDigit).join(''))
    .replace(/负(?=\d)/g, '-')
    .replace(INTERVAL, (whole, low: string, high: string) => (isInterval(low, high) ? `${low}-${high}` : whole))
    .trim();
}

const INTERVAL = /[[(](\d{1,6}(?:\.\d{1,4})?),\s?(\d{1,6}(?:\.\d{1,4})?)[)\]](?=[%\p{Script=Han}a-z])/gu;

/** [90,95]%, but 补助(3,000)元 is one number. */
function isInterval(low: string, high: string): boolean {
  return Number(low) < Number(high) && !(/^\d{1,3}$/.test(low) && /^\d{3}$/.test(high));
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';

/** 叁拾陆万元: the numerals of cheques and contracts. */
function plainDigit(digit: string): string {
  return PLAIN[FORMAL.indexOf(digit)] ?? digit;
}

const CAPITALS = new CharacterSet('A-Z');

/** Latin letters alone, so that offsets stay. */
export function lowerLatin(text: string): string {
  return CAPITALS.isIn(text) ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
}

const WRITTEN_SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '=>': '≥', '<=': '≤', '=<': '≤', '==': '=' };

/** A sign of comparison as it is written (＞＝, ≧, >=) → the one it is read as; any other text comes back folded. */
export function foldedSign(text: string): string {
  const folded = foldValue(text);
  return WRITTEN_SIGNS[folded] ?? folded;
}
