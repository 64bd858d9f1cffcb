/**
 * Pieces of a value that no reading can mend, each with what it comes from. They are looked for in the value as a whole,
 * once; every pattern is bounded and linear.
 */
import type { TextSpan } from './text-span.js';

/** Left by a spreadsheet or a wrong encoding. */
const ERRORS = /#(?:div\/0!|ref!|n\/a|value!|name\?|num!|null!)|=[a-z]{2,12}\(|&#?\w{1,8};|\ufffd|â‰|ï¼/;
/** A letter typed for a digit: l5, 1O0, ≥S0%, 1.O%. */
const LETTERS =
  /[≥≤><=]\s?[a-z](?=\d)|^[olis]\d(?=\d|[%个次人场件])|\d[ol]\d|\d[ol](?=\s?[%年月])|\d\.[ol](?=\s?(?:%|$))|[年月]\s?[ol]\d|\de[+-](?!\d)/;
/** The letters that look like 0, 1, 5, 8 and 2, grown together with digits, and no other letter beside them: 43o人次, l2场, 1o0%, 9s%. 10l is ten litres. */
const LOOK_ALIKES =
  /(?<![a-z\d.])(?:[oli]{1,2}\d{1,9}(?=\s?(?:%|[个次人场件户名份台天]))|\d{1,9}(?:[oli]{1,2}\d{1,9}|o{1,2})|\d{1,9}[li](?=\s?[%个次人场件户名份])|\d{1,9}[sbz](?=\s?%))(?![a-z\d])/;
/** A number that cannot be: 1/0, 007, ,000. */
const NUMBERS =
  /\d\/0(?!\d|\.)|(?<![\d.:])(?<![a-z]\s?)00+(?!\d*[%:\p{Script=Han}a-z])|-00(?![\d%])|(?:^|[≥≤><=])\s?,\d/u;
/** Places left open among digits: 5?0, 1__. */
const OPEN = /\d\s?[_＿?？]{1,4}/;
/** A month that there is not. */
const MONTHS = /年(?:1[3-9]|[2-9]\d)月/;
/** A day that its month has not: 2月30日, 2025-06-31, 3月32日. */
const DAYS =
  /(?<!\d)0?2\s?月\s?3[01]|(?<!\d)(?:0?[469]|11)\s?月\s?31|月\s?(?:3[2-9]|[4-9]\d)\s?[日号]|20\d{2}(?<sign>[-/.])(?:0?2\k<sign>3[01]|(?:0?[469]|11)\k<sign>31)(?!\d)/;
const LEAP_DAY = /(?<year>20\d{2})(?:年|[-/.])0?2[月\-/.]29(?!\d)/;
/** Three numbers in one range: 20-40-60. */
const RANGES = /\d[-~]\d{1,6}[-~]\d{1,6}(?![\d日])/;

const ALWAYS = [ERRORS, LOOK_ALIKES, LETTERS, NUMBERS, OPEN, MONTHS, DAYS];
/** Values of 汉字 and plain numbers alone hold none of these. */
const SUSPECT = /[a-z#&=?？_＿\ufffd/]|00|[-~.,]\d|年[1-9]\d月|月\s?(?:29|[3-9]\d)/;

export function garbledPiece(text: string, isDate: boolean): TextSpan | undefined {
  if (!SUSPECT.test(text)) return undefined;
  for (const pattern of isDate ? ALWAYS : [...ALWAYS, RANGES]) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length, text: match[0] };
  }
  const leap = LEAP_DAY.exec(text);
  if (leap && Number(leap.groups?.year) % 4 !== 0) {
    return { start: leap.index, end: leap.index + leap[0].length, text: leap[0] };
  }
  return undefined;
}
