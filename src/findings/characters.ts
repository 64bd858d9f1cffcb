/** The few character classes that splitting rests on, and the spans in which no marker is one. */
import type { TextRange } from '../text/mapped-text.js';

export const SENTENCE_END = '。！？!?';
/** Behind these a list may begin. */
export const PAUSE_END = `${SENTENCE_END}；;：:…`;
export const CLOSERS = '”’」』》）)】〕"\'';

export function isCjk(char: string | undefined): boolean {
  if (char === undefined) return false;
  const code = char.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Is there anything to read: a letter or a CJK character, not figures and punctuation alone? */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Width in half-width columns, as a page line is filled. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

/** Text without spaces: how headers and headings are compared. */
export function compact(text: string): string {
  return text.replace(/\s/gu, '');
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
};
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
/** A mark lost by the typist must not swallow the rest of the text: longer spans are none. */
const LONGEST_SPAN = 400;

/** A pure function of a text that several steps ask about the same text, one after the other. */
export function rememberLast<T>(compute: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly result: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: compute(text) };
    return last.result;
  };
}

/** Quotations, titles and brackets, as sorted outermost spans; an unpaired mark opens none. */
export const quotedSpans = rememberLast((text): readonly TextRange[] => {
  const stack: { open: string; start: number }[] = [];
  const spans: TextRange[] = [];
  for (const { 0: char, index } of text.matchAll(/[“”‘’《》「」『』（）()\n]/gu)) {
    if (char === '\n') stack.length = 0;
    const wanted = CLOSING.get(char);
    if (wanted === undefined) {
      // A bound on open marks keeps hostile text linear; real text nests two or three deep.
      if (stack.length === 16) stack.shift();
      if (char !== '\n') stack.push({ open: sameBracket(char), start: index });
      continue;
    }
    const at = stack.findLastIndex(({ open }) => open === sameBracket(wanted));
    const opened = stack[at];
    if (opened === undefined) continue;
    stack.length = at;
    if (index - opened.start <= LONGEST_SPAN) addSpan(spans, { start: opened.start, end: index + 1 });
  }
  return spans;
});

/** Half- and full-width brackets are mixed freely: （1) */
function sameBracket(char: string): string {
  return char === '（' ? '(' : char;
}

/** Spans close in order, so an outer one replaces the inner ones before it. */
function addSpan(spans: TextRange[], span: TextRange): void {
  while ((spans.at(-1)?.start ?? -1) > span.start) spans.pop();
  spans.push(span);
}

/** A test for positions asked in ascending order, or not: binary search over sorted spans. */
export function insideSpans(spans: readonly TextRange[], position: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && position < span.end;
}
