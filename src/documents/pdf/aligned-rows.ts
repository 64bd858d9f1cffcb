/**
 * The lines of a table without ruling lines → its rows. Cells of one line stand on one base line; cells of several lines begin
 * there, end there or have it in their middle, all in the same manner.
 */
import { type Column, columnsUnder } from './aligned-columns.js';
import { isAt, middle, Spacing, type Piece, type Stack } from './aligned-spacing.js';
import { rowsBeside, tiledRows } from './aligned-labels.js';
import type { PdfLine } from './text-lines.js';

export interface AlignedCell {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  /** From top to bottom. */
  readonly pieces: readonly Piece[];
}

export interface AlignedRows {
  /** The base line of each row. */
  readonly ys: readonly number[];
  readonly cells: readonly AlignedCell[];
}

type Manner = 'top' | 'middle' | 'bottom';
/** In the order in which they are believed where several fit. */
const MANNERS: readonly Manner[] = ['top', 'middle', 'bottom'];

/** Of the pieces so many may stand where no row explains them, and so many may reach over several columns. */
const MOST_ODD = 0.04;
const MOST_WIDE = 0.2;

/** Undefined where the lines keep to no rows. `headed`: the first line is a header, above which nothing goes on. */
export function alignedRows(
  lines: readonly PdfLine[],
  columns: readonly Column[],
  headed: boolean,
): AlignedRows | undefined {
  const stacks = columns.map((): Piece[] => []);
  const wide: { piece: Piece; under: number[] }[] = [];
  for (const { pieces, y } of lines) {
    for (const piece of pieces) {
      const under = columnsUnder(piece, columns);
      if (under.length === 1) stacks[under[0] as number]?.push({ ...piece, line: y });
      else if (under.length > 1) wide.push({ piece: { ...piece, line: y }, under });
      else return undefined;
    }
  }
  const spacing = new Spacing(lines, stacks);
  const { near } = spacing;
  const ys = spacing.rows();
  const sparse = stacks.map(
    (stack, column) => column < spacing.anchor && spacing.cellsOf(stack, column).length < ys.length,
  );
  const labels = stacks.map((stack, column) => (sparse[column] ? spacing.cellsOf(stack, column) : []));
  // A label that stands between two rows is merged over several, in whose middle it is.
  const floats = labels.flat().some((pieces) => !ys.some((y) => isAt(y, pieces, near)));
  const fits = (floats ? (['middle'] as const) : MANNERS).map((manner) => {
    const all = stacks.map((stack, column) =>
      manner === 'middle' && sparse[column] ? { groups: [], odd: 0 } : grouped(stack, column, { ys, manner, spacing }),
    );
    return { manner, all, odd: all.reduce((sum, { odd }) => sum + odd, 0) };
  });
  const [best] = fits.sort((a, b) => a.odd - b.odd);
  const count = stacks.reduce((sum, stack) => sum + stack.length, 0);
  if (!best || best.odd > MOST_ODD * count || wide.length > MOST_WIDE * count) return undefined;
  const first = ys[headed ? 1 : 0] ?? 0;
  const cells: AlignedCell[] = [];
  for (const [column, { groups }] of best.all.entries()) {
    const own = labels[column] ?? [];
    // A label that stands with the first of its rows stands with the first of all.
    const isMerged = sparse[column] && own.length > 0 && (floats || !own.some((pieces) => isAt(first, pieces, near)));
    const spans = isMerged ? tiledRows(own, spacing.edges(ys), { headed, near: 2 * near }) : undefined;
    const beside = best.manner === 'middle' && sparse[column] ? rowsBeside(own, ys, near) : groups;
    const found = spans ?? beside;
    if (!found) return undefined;
    for (const { row, pieces, ...rest } of found) cells.push({ rows: 1, ...rest, row, column, columns: 1, pieces });
  }
  for (const { piece, under } of wide)
    cells.push({
      row: spacing.nearest(ys, piece.y),
      rows: 1,
      column: under[0] ?? 0,
      columns: under.length,
      pieces: [piece],
    });
  return { ys, cells };
}

interface Group {
  readonly row: number;
  readonly pieces: Piece[];
}

/** The lines of each cell of a column; `odd` counts those that fit no row in this manner. */
function grouped(
  stack: Stack,
  column: number,
  { ys, manner, spacing }: { ys: readonly number[]; manner: Manner; spacing: Spacing },
): { groups: Group[]; odd: number } {
  const { near } = spacing;
  const groups: Group[] = [];
  let odd = 0;
  let at = 0;
  for (const [row, y] of ys.entries()) {
    const end = endOf(stack, at, { y, below: ys[row + 1], manner, near });
    if (end === at) continue;
    const pieces = stack.slice(at, end);
    const held = manner === 'top' ? pieces[0]?.y : manner === 'bottom' ? pieces.at(-1)?.y : middle(pieces);
    if (Math.abs((held ?? 0) - y) > near || spacing.cellsOf(pieces, column).length > 1) odd += pieces.length;
    groups.push({ row, pieces });
    at = end;
  }
  return { groups, odd: odd + stack.length - at };
}

function endOf(
  stack: Stack,
  at: number,
  {
    y,
    below = Number.POSITIVE_INFINITY,
    manner,
    near,
  }: { y: number; below?: number | undefined; manner: Manner; near: number },
): number {
  const first = stack[at];
  if (!first || (manner === 'middle' && first.y > y + near)) return at;
  const limit = manner === 'top' ? below - near : manner === 'bottom' ? y + near : 2 * y - first.y + near;
  let end = at;
  while (end < stack.length && (stack[end] as Piece).y < limit) end += 1;
  return end;
}
