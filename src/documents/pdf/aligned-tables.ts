/** Tables without ruling lines: several lines whose parts stand one below the other, with free space between. */
import type { BlockCell } from '../blocks/model.js';
import { type Column, columnsOf, columnsUnder } from './aligned-columns.js';
import { type AlignedCell, type AlignedRows, alignedRows } from './aligned-rows.js';
import type { Piece } from './aligned-spacing.js';
import { labelRows } from './labels-above.js';
import type { PageTable } from './ruled-tables.js';
import type { PdfLine } from './text-lines.js';
import { goesOn, joint } from './wrapped.js';

/** Fewer columns or rows than these are no table: two columns of text are mostly a form or a page set in columns. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;
/** Lines farther apart, in sizes of a character, are not of one table. */
const FARTHEST = 4;
/** In sizes of a character: how far apart the lines of a heading are at most. */
const HEADING_PITCH = 1.8;
/** As many lines of labels may stand above a header. */
const MOST_LABELS = 24;

export interface AlignedTables {
  readonly tables: readonly PageTable[];
  readonly rest: readonly PdfLine[];
}

/** `lines` are those of a page in order; `before` the columns of a table without lines at the end of the page before. */
export function alignedTables(lines: readonly PdfLine[], before?: readonly Column[]): AlignedTables {
  const tables: PageTable[] = [];
  const rest: PdfLine[] = [];
  let at = 0;
  const going = before && goingOn(lines, before);
  if (going) {
    tables.push(going.table);
    at = going.count;
  }
  while (at < lines.length) {
    const { found, end } = firstTable(lines, at);
    rest.push(...lines.slice(at, found?.from ?? end));
    if (found) {
      // The lines above that label the form stand in the same table.
      const above = labelRows(rest, lines[found.from] as PdfLine, FARTHEST);
      rest.length -= above.lines;
      tables.push(above.rows.length === 0 ? found.table : withRowsAbove(found.table, above.rows));
    }
    at = end;
  }
  return { tables, rest };
}

/** A heading of several lines may begin above those of one line beside it: nearer to them than to what stands above. */
function headTop(lines: readonly PdfLine[], at: number, from: number): number {
  let top = at;
  while (top > from) {
    const [above, line, before] = [lines[top - 1] as PdfLine, lines[top] as PdfLine, lines[top - 2]];
    const apart = line.y - above.y;
    const isNear = apart <= HEADING_PITCH * line.size && above.pieces.length < (lines[at]?.pieces.length ?? 0);
    if (!isNear || (before && above.y - before.y <= apart * 1.05)) break;
    top -= 1;
  }
  return top;
}

interface Run {
  readonly lines: readonly PdfLine[];
  readonly columns: readonly Column[];
}

interface Found {
  readonly from: number;
  readonly table: PageTable;
}

/**
 * The first table from a line on, and the line behind it. Labels beside their values may look like the columns of one: the
 * header below them has more. A table never begins below what may be its header.
 */
function firstTable(lines: readonly PdfLine[], from: number): { found?: Found; end: number } {
  let found: (Found & { columns: number }) | undefined;
  let end = from + 1;
  let most = LEAST_COLUMNS - 1;
  for (let at = from; at < Math.min(from + MOST_LABELS, lines.length); at += 1) {
    if (at > from && isFar(lines[at - 1] as PdfLine, lines[at] as PdfLine)) break;
    const run = runFrom(lines, at);
    if (!run && at === from) break;
    const heads = run ? new Set(run.lines[0]?.pieces.flatMap((piece) => columnsUnder(piece, run.columns))).size : 0;
    if (!run || heads <= most) continue;
    most = heads;
    const top = headTop(lines, at, from);
    const whole = [...lines.slice(top, at), ...run.lines];
    const table = tableOf(whole, top < at ? columnsOf(whole) : run.columns);
    if (found && run.columns.length <= found.columns) continue;
    if (table) found = { from: top, table, columns: run.columns.length };
    if (table || !found) end = Math.max(at + run.lines.length, found ? 0 : end);
  }
  return { ...(found && { found }), end };
}

/** Lines from one with three parts down to where what they hold keeps to no columns any more. */
function runFrom(lines: readonly PdfLine[], from: number): Run | undefined {
  const first = lines[from];
  if (!first || first.pieces.length < LEAST_COLUMNS) return undefined;
  const run = [first];
  let columns = columnsOf(run);
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as PdfLine;
    const before = run.at(-1) as PdfLine;
    if (isFar(before, line)) break;
    const next = columnsOf([...run, line]);
    if (next.length < LEAST_COLUMNS || !fits(line, next)) break;
    run.push(line);
    columns = next;
  }
  return { lines: run, columns };
}

function isFar(above: PdfLine, line: PdfLine): boolean {
  return line.y - above.y > FARTHEST * Math.max(line.size, above.size);
}

/** Whether at least half of what stands in a line stands in one column each. */
function fits({ pieces }: PdfLine, columns: readonly Column[]): boolean {
  const own = pieces.filter((piece) => columnsUnder(piece, columns).length === 1);
  return own.length * 2 >= pieces.length && new Set(own.flatMap((piece) => columnsUnder(piece, columns))).size > 0;
}

function tableOf(lines: readonly PdfLine[], columns: readonly Column[]): PageTable | undefined {
  const found = columns.length < LEAST_COLUMNS ? undefined : alignedRows(lines, columns, true);
  return found && found.ys.length >= LEAST_ROWS ? pageTable(lines, columns, found) : undefined;
}

/** What stands at the head of a page in the columns of the table before it, be it a single row. */
function goingOn(
  lines: readonly PdfLine[],
  columns: readonly Column[],
): { table: PageTable; count: number } | undefined {
  const far = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    if (above && isFar(above, line)) return true;
    return line.pieces.some((piece) => columnsUnder(piece, columns).length !== 1);
  });
  for (let count = far < 0 ? lines.length : far; count > 0; count -= 1) {
    const own = lines.slice(0, count);
    if (!own.some(({ pieces }) => pieces.length >= LEAST_COLUMNS - 1)) return undefined;
    const found = alignedRows(own, columns, false);
    if (found) return { table: pageTable(own, columns, found), count };
  }
  return undefined;
}

function pageTable(lines: readonly PdfLine[], columns: readonly Column[], { ys, cells }: AlignedRows): PageTable {
  const rights = columns.map((_, column) =>
    cells.reduce((most, cell) => (cell.column === column && cell.columns === 1 ? widest(most, cell) : most), 0),
  );
  return {
    top: (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0),
    bottom: lines.at(-1)?.y ?? 0,
    cells: cells.map(({ row, rows, column, columns: across, pieces }) => {
      const text = textOf(pieces, rights[column] ?? 0, lines[0]?.size ?? 0);
      return { row, rows, column, columns: across, blocks: [{ kind: 'line', text, place: {} }] };
    }),
    rows: ys.length,
    xs: columns.map(({ left }) => left),
    aligned: columns,
  };
}

function widest(most: number, { pieces }: AlignedCell): number {
  return pieces.reduce((right, piece) => Math.max(right, piece.right), most);
}

/** Words joined again over line ends. */
export function textOf(pieces: readonly Piece[], edge: number, size: number): string {
  return pieces.reduce((text, piece, index) => {
    const last = pieces[index - 1];
    if (!last) return piece.text;
    if (last.line === piece.line) return `${text} ${piece.text}`;
    const wrapped = goesOn({ text, right: last.right, size }, piece.text, edge + 0.2 * size);
    return text + (wrapped ? joint(text, piece.text) : '\n') + piece.text;
  }, '');
}

function withRowsAbove(table: PageTable, rows: readonly (readonly string[])[]): PageTable {
  const width = Math.max(table.xs.length, ...rows.map((row) => row.length));
  const above = rows.flatMap((texts, row) =>
    texts.map(
      (text, column): BlockCell => ({
        row,
        rows: 1,
        column,
        columns: column === texts.length - 1 ? width - column : 1,
        blocks: [{ kind: 'line', text, place: {} }],
      }),
    ),
  );
  const down = rows.length;
  return {
    ...table,
    cells: [...above, ...table.cells.map((cell) => ({ ...cell, row: cell.row + down }))],
    rows: table.rows + down,
  };
}
