/** Quotations, titles and brackets: the spans in which no marker is one and no sentence ends. */
import type { TextRange } from '../text/mapped-text.js';
import { rememberLast } from '../text/remember-last.js';

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
const MARK = /[“”‘’《》「」『』（）()\n]/g;
/** A mark lost by the typist must not swallow the rest of the text: longer spans are none. */
const LONGEST_SPAN = 400;

/** Quotations, titles and brackets, as sorted outermost spans; an unpaired mark opens none. */
export const quotedSpans = rememberLast((text): readonly TextRange[] => {
  const stack: { open: string; start: number }[] = [];
  const spans: TextRange[] = [];
  MARK.lastIndex = 0;
  while (MARK.test(text)) {
    const index = MARK.lastIndex - 1;
    const char = text.charAt(index);
    if (char === '\n') {
      stack.length = 0;
      continue;
    }
    const wanted = CLOSING.get(char);
    if (wanted === undefined) {
      // A bound on open marks keeps hostile text linear; real text nests two or three deep.
      if (stack.length === 16) stack.shift();
      stack.push({ open: sameBracket(char), start: index });
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
