/** The text of one node: which of it is headline, which explanation, and which only leads over to the parts. */
import type { TextRange } from '../text/mapped-text.js';
import { holdsAny } from '../text/any-of.js';
import { codesOf, hasWords, isCjk, isDigit, isIdeograph, SENTENCE_END } from '../text/characters.js';
import { insideSpans, quotedSpans } from './quotations.js';
import { cuesOf } from './kind.js';
import type { ReadingData } from './reading-data.js';

/** A cleaned text with what every step asks of it; made once, so that no step is worse than linear. */
export interface Reading {
  readonly text: string;
  readonly quoted: readonly TextRange[];
  readonly data: ReadingData;
}

export function readingOf(text: string, data: ReadingData): Reading {
  return { text, quoted: quotedSpans(text), data };
}

/** Where a sentence of `[start, end)` ends: behind its full stop and closing marks, or at a line break. */
function sentenceEnd({ text, quoted }: Reading, { start, end }: TextRange): number {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (isIdeograph(code)) continue;
    if (code === LINE_FEED) return i;
    if (!SENTENCE_END.has(code) || insideSpans(quoted, i)) continue;
    let at = i + 1;
    while (at < end && QUOTE_END.has(text.charCodeAt(at))) at += 1;
    return at;
  }
  return end;
}

const QUOTE_END = codesOf('”’」』"');
const LINE_FEED = 0x0a;

/** Where a headline would end: with its sentence, or at a space that stands for a lost line break. */
export function headlineEnd(reading: Reading, range: TextRange): number {
  const end = sentenceEnd(reading, range);
  const until = Math.min(end, range.start + LONG);
  for (let i = range.start + SHORT; i < until; i += 1) {
    if (reading.text.charCodeAt(i) === SPACE && isTellingSpace(reading.text, i, range.end)) return i;
  }
  return end;
}

const SPACE = 0x20;
const SHORT = 4;
const LONG = 40;
/** What is explained takes more than a word or two; a stray space inside a phrase leaves less. */
const REST = 10;

/**
 * “项目实施过程性监管不足 项目单位按合同约定…”: systems that drop line breaks leave a space behind the headline.
 * PDF text has such spaces everywhere, so none may follow soon, and 2022 年 says nothing.
 */
function isTellingSpace(text: string, at: number, end: number): boolean {
  if (end - at < REST || !isCjk(text.charAt(at - 1)) || !/[\p{L}\d“《]/u.test(text.charAt(at + 1))) return false;
  const rest = text.slice(at + 1, Math.min(end, at + 1 + LONG)).split('。', 1)[0] ?? '';
  // 占概算的 9.4%…: a figure belongs to the sentence that leads up to it; only a year may open a sentence of its own.
  if (isDigit(text.charAt(at + 1))) {
    const isYear = /^(?:19|20)\d\d ?年/u.test(text.slice(at + 1, at + 7));
    if (!isYear || LEADS_TO_YEAR.includes(text.charAt(at - 1))) return false;
  }
  return !/^\d[\d.,]* /u.test(rest) && !/[\u4e00-\u9fff] [\u4e00-\u9fff]/u.test(rest);
}

const LEADS_TO_YEAR = '在自从至到于和与及以按由';

export function sentences(reading: Reading, { start, end }: TextRange): TextRange[] {
  const found: TextRange[] = [];
  let from = start;
  while (from < end) {
    const stop = Math.max(from + 1, sentenceEnd(reading, { start: from, end }));
    found.push({ start: from, end: stop });
    from = stop;
  }
  return found;
}

/**
 * Cuts from the end of a node's text what only introduces its parts (“在完善信息系统应用方面，”, “主要表现在：”);
 * undefined where nothing else is left.
 */
export function withoutLeadIn(reading: Reading, range: TextRange): TextRange | undefined {
  const { text, data } = reading;
  const last = sentences(reading, range).findLast(({ start, end }) => hasWordsOrFigures(text.slice(start, end)));
  if (!last) return undefined;
  const end = last.start + statedLength(text.slice(last.start, last.end), data);
  const cut = trimRange(text, { start: range.start, end });
  return cut.end > cut.start ? cut : undefined;
}

function hasWordsOrFigures(text: string): boolean {
  return hasWords(text) || /\p{N}/u.test(text);
}

/** How much of a sentence says something before it leads over; 0 for nothing. */
function statedLength(sentence: string, data: ReadingData): number {
  const open = !/[。！？!?][”’」』"']*\s*$/u.test(sentence.slice(-8));
  let end = sentence.length;
  while (end > 0) {
    let start = end - 1;
    while (start > 0 && !CLAUSE_END.has(sentence.charCodeAt(start - 1))) start -= 1;
    if (!isLeadIn(sentence.slice(start, end), open, data)) break;
    end = start;
  }
  return end;
}

const CLAUSE_END = codesOf('，,：:；;');

/** The kinds' cues must outweigh 存在 and 问题, which an introduction has as well. */
const STATED = 1.5;
const ADDRESS = 16;

/** “建议水利厅：1.…” says who is meant, and not yet what to do. */
function isAddress(words: string, data: ReadingData): boolean {
  const turn = data.turns.find((word) => words.startsWith(word));
  return turn !== undefined && words.length <= ADDRESS && cuesOf(words.slice(turn.length), data).kind === 'neither';
}

function isLeadIn(clause: string, open: boolean, data: ReadingData): boolean {
  const words = withoutPauses(clause);
  if (words.trim() === '' || holdsAny(words, data.leadIns)) return true;
  if (!open) return false;
  if (isAddress(words, data)) return true;
  if (!data.leadInEnds.some((end) => words.endsWith(end))) return false;
  // “…方面，一是”: an introduction; “…绩效管理有待加强，一是”: a statement.
  const { problem, suggestion } = cuesOf(words, data);
  return Math.max(problem, suggestion) < STATED;
}

/** Without the marks and spaces at its end, a few at most. */
function withoutPauses(clause: string): string {
  let end = clause.length;
  while (end > 0 && clause.length - end < MOST_PAUSES && PAUSES.has(clause.charCodeAt(end - 1))) end -= 1;
  return clause.slice(0, end);
}

const MOST_PAUSES = 8;

/** A cleaned text has these two kinds of white space alone. */
const BLANK = ' \n';
const PAUSES = codesOf(`${BLANK}，,：:；;。`);
const OPENING = codesOf(`${BLANK}，,、；;。`);
const CLOSING = codesOf(`${BLANK}，,、：:`);

/** Without spaces at both ends, and without the comma or colon that led over to what is no longer there. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  let to = end;
  while (from < to && OPENING.has(text.charCodeAt(from))) from += 1;
  while (to > from && CLOSING.has(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
