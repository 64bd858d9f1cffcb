/** Quotations, titles and brackets: the spans in which no marker is one and no sentence ends. */
import { isIdeograph } from '../text/characters.js';
import type { TextRange } from '../text/mapped-text.js';
import { rememberLast } from '../text/remember-last.js';

/** Opening and closing marks; half- and full-width brackets are mixed freely: （1) */
const PAIRS = ['“”', '‘’', '《》', '「」', '『』', '（）', '()'];
const BRACKET = PAIRS.indexOf('（）') + 1;
const BREAK = 0;

/** By UTF-16 unit: the number of the pair that a mark opens, less than 0 where it closes one. */
const MARKS = new Map<number, number>([['\n'.charCodeAt(0), BREAK]]);
for (const [index, pair] of PAIRS.entries()) {
  const number = Math.min(index + 1, BRACKET);
  MARKS.set(pair.charCodeAt(0), number);
  MARKS.set(pair.charCodeAt(1), -number);
}

/** A mark lost by the typist must not swallow the rest of the text: longer spans are none. */
const LONGEST_SPAN = 400;
/** A bound on open marks keeps hostile text linear; real text nests two or three deep. */
const MOST_OPEN = 16;

/** Quotations, titles and brackets, as sorted outermost spans; an unpaired mark opens none. */
export const quotedSpans = rememberLast((text): readonly TextRange[] => {
  const open: { readonly pair: number; readonly start: number }[] = [];
  const spans: TextRange[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const mark = isIdeograph(code) ? undefined : MARKS.get(code);
    if (mark === undefined) continue;
    if (mark === BREAK) open.length = 0;
    else if (mark > 0) {
      if (open.length === MOST_OPEN) open.shift();
      open.push({ pair: mark, start: index });
    } else {
      let at = open.length - 1;
      while (at >= 0 && open[at]?.pair !== -mark) at -= 1;
      const start = open[at]?.start;
      if (start === undefined) continue;
      open.length = at;
      if (index - start <= LONGEST_SPAN) addSpan(spans, { start, end: index + 1 });
    }
  }
  return spans;
});

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
