/**
 * Tables of which only the layout is left: columns side by side, parted by runs of spaces, as tools that keep the layout of
 * a PDF page print them. Known by a header line; every line is cut where the columns begin.
 */
import type { TextLine } from '../documents/model.js';
import { displayWidth, PAUSE_END } from '../text/characters.js';
import { beginsWithMarker } from './markers.js';
import type { ReadingData } from './reading-data.js';
import { type FindingRole, type HeaderRole, headerRole } from './roles.js';

/** A piece of a line, with its place in the text and on the page (in half-width columns). */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

interface Column {
  readonly role: HeaderRole | undefined;
  readonly head: Piece;
  left: number;
}

export interface LayoutCell {
  readonly role: FindingRole;
  /** Row number in its table, from 1. */
  readonly row: number;
  readonly project?: string;
  readonly unit?: string;
  /** Parts of the text that make up the cell, in order; `joined`: goes on in the line below. */
  readonly pieces: readonly { readonly start: number; readonly end: number; readonly joined: boolean }[];
}

export interface LayoutTable {
  readonly cells: readonly LayoutCell[];
  /** Numbers of the lines that it takes up. */
  readonly lines: ReadonlySet<number>;
}

export function layoutTables(lines: readonly TextLine[], data: ReadingData): LayoutTable[] {
  const tables: LayoutTable[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const columns = columnsOf(piecesOf(lines[at] as TextLine), data);
    if (!columns) continue;
    const body = bodyBelow(lines, at + 1, columns);
    tables.push({
      cells: cellsOf(body, columns),
      lines: new Set([lines[at]?.line ?? 0, ...body.map(({ line }) => line)]),
    });
    at += body.length;
  }
  return tables;
}

function piecesOf({ text, start }: TextLine): Piece[] {
  const pieces: Piece[] = [];
  let width = 0;
  let from = 0;
  for (const { 0: gap, index } of `${text}  `.matchAll(/[ \u3000]{2,}/gu)) {
    const piece = text.slice(from, index);
    const right = width + displayWidth(piece);
    if (piece.trim() !== '') pieces.push({ text: piece, start: start + from, end: start + index, left: width, right });
    width = right + displayWidth(gap);
    from = index + gap.length;
  }
  return pieces;
}

/** The columns that a header line names; undefined where it is none. */
function columnsOf(heads: readonly Piece[], data: ReadingData): Column[] | undefined {
  if (heads.length < 2) return undefined;
  const columns = heads.map((head): Column => ({ role: headerRole(head.text, data), head, left: head.left }));
  const findings = columns.filter(({ role }) => role === 'problem' || role === 'suggestion' || role === 'both').length;
  const known = columns.filter(({ role }) => role !== undefined).length;
  return findings > 0 && known > columns.length / 2 ? columns : undefined;
}

interface BodyLine {
  readonly line: number;
  readonly pieces: readonly Piece[];
}

/** The lines of the table; a line that runs over a column's edge is prose, and ends it. */
function bodyBelow(lines: readonly TextLine[], from: number, columns: readonly Column[]): BodyLine[] {
  const body: BodyLine[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const { line } = lines[at] as TextLine;
    const pieces = piecesOf(lines[at] as TextLine);
    if (pieces.some((piece) => columns.filter(({ head }) => overlap(piece, head) > 0).length > 1)) break;
    body.push({ line, pieces });
  }
  return body;
}

function cellsOf(body: readonly BodyLine[], columns: readonly Column[]): LayoutCell[] {
  learnEdges(body, columns);
  const cells: LayoutCell[] = [];
  for (const [row, lines] of rowsOf(body, columns).entries()) {
    const texts = columns.map((_, column) =>
      lines.flatMap(({ pieces }) => pieces.filter((piece) => columnOf(piece, columns) === column)),
    );
    const named = (role: HeaderRole): string =>
      texts[columns.findIndex((column) => column.role === role)]?.map(({ text }) => text.trim()).join('') ?? '';
    const [project, unit] = [named('project'), named('unit')];
    for (const [column, { role }] of columns.entries()) {
      const pieces = texts[column] ?? [];
      if ((role !== 'problem' && role !== 'suggestion' && role !== 'both') || pieces.length === 0) continue;
      cells.push({
        role,
        row: row + 1,
        ...(project !== '' && { project }),
        ...(unit !== '' && { unit }),
        pieces: pieces.map(({ start, end, text }, index) => ({
          start,
          end,
          joined: goesOn(text, pieces[index + 1]?.text),
        })),
      });
    }
  }
  return cells;
}

/** A header is centred over its column: where the column begins, its texts say. */
function learnEdges(body: readonly BodyLine[], columns: readonly Column[]): void {
  for (const piece of body.flatMap(({ pieces }) => pieces)) {
    const column = columns.find(({ head }) => overlap(piece, head) > 0);
    if (column) column.left = Math.min(column.left, piece.left);
  }
}

function columnOf(piece: Piece, columns: readonly Column[]): number {
  return Math.max(
    0,
    columns.findLastIndex(({ left }) => left <= piece.left + 1),
  );
}

function overlap(a: Piece, b: Piece): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** A row begins with a running number in the first column; without such a column, behind a blank line. */
function rowsOf(body: readonly BodyLine[], columns: readonly Column[]): BodyLine[][] {
  const numbered = columns[0]?.role === 'other' && body.some((line) => isNumber(line, columns));
  const rows: BodyLine[][] = [];
  let isOpen = false;
  for (const line of body) {
    const blank = line.pieces.length === 0;
    if (numbered ? isNumber(line, columns) : !isOpen && !blank) rows.push([]);
    isOpen = !blank;
    rows.at(-1)?.push(line);
  }
  return rows;
}

function isNumber({ pieces: [first] }: BodyLine, columns: readonly Column[]): boolean {
  return first !== undefined && /^\d{1,4}$/u.test(first.text.trim()) && columnOf(first, columns) === 0;
}

function goesOn(text: string, next: string | undefined): boolean {
  return next !== undefined && !beginsWithMarker(next.trim()) && !PAUSE_END.has(text.trim().slice(-1).charCodeAt(0));
}
