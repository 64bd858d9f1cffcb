/** Where each cell of a delimited text stands in it: what a parser does not tell. */

export interface CellSpan {
  /** With its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Cells by record. Quotes count only at the beginning of a cell; `quotes: false` takes them for ordinary signs. */
export function cellSpans(text: string, delimiter: string, quotes: boolean): CellSpan[][] {
  const records: CellSpan[][] = [];
  let record: CellSpan[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = quotes && text[at] === '"';
    const end = quoted ? endOfQuoted(text, at, delimiter) : endOfPlain(text, at, delimiter);
    record.push({ start: at, end, quoted });
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    records.push(record);
    record = [];
    if (end >= text.length) break;
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return records;
}

/** What a cell says, its quotes taken away. */
export function cellText(text: string, { start, end, quoted }: CellSpan): string {
  return quoted ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end);
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** A quote ends the cell where a delimiter or line end follows; what stands behind it otherwise belongs to the cell. */
function endOfQuoted(text: string, from: number, delimiter: string): number {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return quote + 1;
    at = quote + 1;
  }
}
