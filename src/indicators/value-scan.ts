/**
 * A value read left to right, once, by a small grammar:
 *
 *   value  := { target | date | note | standard | word }
 *   target := [sign] [百分之] numeral [range numeral] [unit] [每…] [postfix]
 *   note   := "(" value ")"        what brackets add is kept apart
 *
 * What holds digits or signs and fits nowhere is listed as unread, with its place.
 */
import { codeAt } from '../text/code-at.js';
import { CharacterSet } from '../text/character-set.js';
import { type DatePart, readDate } from './dates.js';
import { garbledPiece } from './garbled.js';
import { spell } from './lookup.js';
import { type Beside, NOTHING_BESIDE, type NumberPart, type NumberReader } from './number-part.js';
import { type Operator, PREFIX_OPERATORS, SIGNS } from './operators.js';
import { skipNonNumber } from './standards.js';
import type { TextSpan } from './text-span.js';

/** What was read of a value. */
export interface ValueReading {
  readonly numbers: NumberPart[];
  readonly notes: NumberPart[];
  readonly dates: DatePart[];
  readonly unread: TextSpan[];
  words: string;
}

/** How long a value is read; what follows is kept as words. */
const LONGEST = 400;

const CHINESE_DIGITS = /[〇零一二两三四五六七八九十百千万亿]+/y;

/** What the columns beside the value say. */
export type Columns = Pick<Beside, 'columnSign' | 'unit'>;

interface Sign {
  readonly operator: Operator;
  readonly start: number;
  readonly end: number;
  readonly isSign: boolean;
}

/** What may stand between a word of comparison and its number. */
const HEDGE = /\s?(?:约|近|年均|平均|人均)?\s?/y;

export class ValueScanner {
  readonly #numbers: NumberReader;

  constructor(numbers: NumberReader) {
    this.#numbers = numbers;
  }

  /** Folded, lower-case text. */
  scan(text: string, { columnSign, unit }: Columns = NOTHING_BESIDE): ValueReading {
    const reading: ValueReading = { numbers: [], notes: [], dates: [], unread: [], words: '' };
    const limit = Math.min(text.length, LONGEST);
    spell(text);
    let sign: Sign | undefined;
    let at = 0;
    let depth = 0;
    while (at < limit) {
      // Of running text most characters begin nothing that is read here.
      if (!BEGINS.has(codeAt(text, at))) {
        const from = at;
        while (at < limit && !BEGINS.has(codeAt(text, at))) at += 1;
        reading.words += text.slice(from, at);
        continue;
      }
      const character = text[at] as string;
      if (character === '(') depth += 1;
      else if (character === ')') depth = Math.max(0, depth - 1);
      const inNote = depth > 0 && isNote(text, at, reading);
      const skip = skipNonNumber(text, at);
      if (skip > 0) {
        reading.words += text.slice(at, at + skip);
        at += skip;
        continue;
      }
      const date = readDate(text, at);
      if (date) {
        if (!inNote) reading.dates.push(date);
        at = date.end;
        sign = undefined;
        continue;
      }
      const number = this.#numbers.read(text, at, { operator: sign?.operator, columnSign, unit });
      if (number) {
        checkJoint(text, reading, number);
        (inNote ? reading.notes : reading.numbers).push(number);
        at = number.end;
        sign = undefined;
        continue;
      }
      const found = PREFIX_OPERATORS.at(text, at);
      if (found) {
        const isSign = SIGNS.at(text, at) !== undefined;
        // ≥≤5 contradicts itself, and what a doubled ≥≥ was to be nobody knows.
        if (isSign && sign?.isSign && at === sign.end) {
          reading.unread.push({
            start: sign.start,
            end: at + found.word.length,
            text: text.slice(sign.start, at + found.word.length),
          });
        }
        // 达到国家标准, 超额完成: a word that no number follows says nothing of how to compare.
        if (isSign || this.#startsTarget(text, at + found.word.length)) {
          sign = { operator: found.value, start: at, end: at + found.word.length, isSign };
        } else {
          reading.words += found.word;
        }
        at += found.word.length;
        continue;
      }
      // A run of Chinese digits that is no number is passed over at once: each would be read again from its second.
      CHINESE_DIGITS.lastIndex = at;
      const run = CHINESE_DIGITS.test(text) ? CHINESE_DIGITS.lastIndex - at : 1;
      const piece = text.slice(at, at + run);
      if (/[\d%]/.test(piece)) reading.unread.push({ start: at, end: at + run, text: piece });
      reading.words += piece;
      at += run;
    }
    reading.words = (reading.words + text.slice(limit)).trim();
    // ≥ at the very end compares with nothing.
    if (sign?.isSign && reading.numbers.length > 0 && text.trimEnd().endsWith(text.slice(sign.start).trimEnd())) {
      reading.unread.push({ start: sign.start, end: text.length, text: text.slice(sign.start) });
    }
    checkEnds(text, reading);
    const garbled = garbledPiece(text, reading.dates.length > 0);
    if (garbled) reading.unread.push(garbled);
    return reading;
  }

  /** Whether a number follows, or a sign that asks for one. */
  #startsTarget(text: string, from: number): boolean {
    HEDGE.lastIndex = from;
    HEDGE.test(text);
    const at = HEDGE.lastIndex;
    if (/\d/.test(text[at] ?? '') || text.startsWith('百分之', at)) return true;
    if (PREFIX_OPERATORS.at(text, at) && SIGNS.at(text, at)) return true;
    return this.#numbers.read(text, at, NOTHING_BESIDE) !== undefined;
  }
}

/** Two numbers grown together leave no reading: 5..2, 1O0%, 1 00. */
function checkJoint(text: string, reading: ValueReading, number: NumberPart): void {
  const last = reading.notes.at(-1) ?? reading.numbers.at(-1);
  if (!last) return;
  const gap = text.slice(last.end, number.start);
  const grown = gap === '' && (!last.ownUnit || (last.unit?.dimension === 'ratio' && !number.ownOperator));
  const broken = gap === ',' && !last.ownUnit && !last.ownOperator;
  if (
    grown ||
    /^(?:[.oils?_*]{1,3}|\.{1,3})$/.test(gap) ||
    broken ||
    (/^ $/.test(gap) && !last.ownUnit && !number.ownOperator)
  ) {
    reading.unread.push({ start: last.start, end: number.end, text: text.slice(last.start, number.end) });
  }
}

/** “10-” and “95.%”: a range or decimal that breaks off. */
function checkEnds(text: string, reading: ValueReading): void {
  for (const { start, end, high } of reading.numbers) {
    if (high !== undefined) continue;
    const rest = text.slice(end);
    if (BROKEN_END.test(rest)) {
      reading.unread.push({ start, end: Math.min(text.length, end + 2), text: text.slice(start, end + 2) });
    }
  }
}

/** “10-”, “95.%”, “500～人”, “60至日”: a range or decimal that breaks off. */
const BROKEN_END = /^\s?(?:[-~～—–.]{1,2}$|\.%|[-~～]{1,2}(?=[;；,，。\p{Script=Han}])|至(?=[日天人个月年次]|$))/u;

/** What brackets add to the number before them; behind a separator they hold a target of their own: 防护服(120套). */
function isNote(text: string, at: number, { numbers, dates, notes }: ValueReading): boolean {
  const last = Math.max(numbers.at(-1)?.end ?? -1, dates.at(-1)?.end ?? -1, notes.at(-1)?.end ?? -1);
  if (last < 0) return false;
  const open = text.lastIndexOf('(', at);
  return last > open || !/[、,，;；+]/.test(text.slice(last, open)) || !/\d/.test(text[open + 1] ?? '');
}

/** What numbers, dates, standards, brackets and words of comparison begin with. */
const BEGINS = new CharacterSet(
  [
    '-().%0-9a-zⅰ-ⅻ〇零一二两三四五六七八九十百千万亿双甲乙丙丁优良合中达部未',
    '年当次翌明来去本今每全第上下月季学财春秋冬夏汛国元开入供采',
    ...Array.from(PREFIX_OPERATORS.starts(), (code) => String.fromCharCode(code)),
  ].join(''),
);
