/** Tables without ruling lines: several lines whose parts stand one below the other, with free space between. */
import type { BlockCell } from '../blocks/model.js';
import type { PageTable } from './ruled-tables.js';
import type { LinePart, PdfLine } from './text-lines.js';
import { joint } from './wrapped.js';

/** Fewer columns or rows than these are no table: two columns of text are mostly a form or a page set in columns. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;
/** Lines farther apart, in sizes of a character, are not of one table. */
const FARTHEST = 4;

interface Column {
  left: number;
  right: number;
}

/** `lines` are those of a page in order, `undefined` where a ruled table stands between. */
export function alignedTables(lines: readonly PdfLine[]): { tables: PageTable[]; rest: PdfLine[] } {
  const tables: PageTable[] = [];
  const rest: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = runFrom(lines, at);
    const table = run && tableOf(run.lines, run.columns);
    if (table && run) {
      tables.push(table);
      at += run.lines.length;
    } else {
      rest.push(lines[at] as PdfLine);
      at += 1;
    }
  }
  return { tables, rest };
}

/** As many lines as keep at least three columns apart from each other. */
function runFrom(lines: readonly PdfLine[], from: number): { lines: PdfLine[]; columns: Column[] } | undefined {
  const first = lines[from];
  if (!first || first.parts.length < LEAST_COLUMNS) return undefined;
  let columns: Column[] = first.parts.map(({ left, right }) => ({ left, right }));
  const run = [first];
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as PdfLine;
    const before = run.at(-1) as PdfLine;
    if (line.y - before.y > FARTHEST * Math.max(line.size, before.size)) break;
    const next = withLine(columns, line.parts);
    if (next.length < Math.max(LEAST_COLUMNS, columns.length)) break;
    columns = next;
    run.push(line);
  }
  return { lines: run, columns };
}

/** The columns with the parts of one more line; parts that reach over several melt these together. */
function withLine(columns: readonly Column[], parts: readonly LinePart[]): Column[] {
  const all = [...columns, ...parts].map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left);
  const melted: Column[] = [];
  for (const one of all) {
    const last = melted.at(-1);
    if (last && one.left < last.right + 1) last.right = Math.max(last.right, one.right);
    else melted.push(one);
  }
  return melted;
}

function tableOf(lines: readonly PdfLine[], columns: readonly Column[]): PageTable | undefined {
  const rows: { y: number; texts: string[] }[] = [];
  for (const { parts, y } of lines) {
    // What fills few columns goes on from the row above.
    const begins = parts.length >= Math.max(2, Math.ceil(columns.length / 2));
    if (begins || rows.length === 0) rows.push({ y, texts: columns.map(() => '') });
    const { texts } = rows.at(-1) as { texts: string[] };
    for (const part of parts) {
      const column = columns.findIndex(({ left, right }) => part.left >= left - 1 && part.right <= right + 1);
      if (column < 0) return undefined;
      const text = texts[column] ?? '';
      texts[column] = text + joint(text, part.text) + part.text;
    }
  }
  if (rows.length < LEAST_ROWS) return undefined;
  const cells = rows.flatMap(({ texts }, row) =>
    texts.flatMap((text, column): BlockCell[] =>
      text === '' ? [] : [{ row, column, rows: 1, columns: 1, blocks: [{ kind: 'line', text, place: {} }] }],
    ),
  );
  return {
    top: (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0),
    bottom: lines.at(-1)?.y ?? 0,
    cells,
    rows: rows.length,
    xs: columns.map(({ left }) => left),
  };
}
