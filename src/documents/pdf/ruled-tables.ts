/** Ruling lines and runs of text → tables, and the runs that stand in none. */
import type { BlockCell } from '../blocks/model.js';
import { cellText } from './cell-text.js';
import type { Rules, TextRun } from './geometry.js';
import { groups, joined } from './join-rules.js';
import { type RuledGrid, ruledGrid } from './ruled-grid.js';

/** A table of one page, before its rows have names. */
export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly BlockCell[];
  readonly rows: number;
  /** The edges of its columns, by which its other half is known on the next page. */
  readonly xs: readonly number[];
  /** The columns of a table without lines, which what goes on on the next page keeps to. */
  readonly aligned?: readonly { readonly left: number; readonly right: number }[];
}

export interface TablesAndRest {
  readonly tables: readonly PageTable[];
  readonly rest: readonly TextRun[];
}

export function ruledTables(runs: readonly TextRun[], rules: Rules): TablesAndRest {
  const lines = { across: joined(rules.across), down: joined(rules.down) };
  const grids = groups(lines)
    .flatMap((group) => ruledGrid(group) ?? [])
    .sort((a, b) => areaOf(a) - areaOf(b));
  const tables: PageTable[] = [];
  let rest = runs;
  // Small ones first: a frame around the page takes what is left.
  for (const grid of grids) {
    const inside = rest.filter((run) => isInside(run, grid));
    if (inside.length === 0) continue;
    const cells = filled(grid, inside);
    // A frame around running text is no table.
    if (cells.filter(({ blocks }) => blocks.length > 0).length < 2) continue;
    rest = rest.filter((run) => !isInside(run, grid));
    const { xs, ys } = grid;
    tables.push({ top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, cells, rows: ys.length - 1, xs });
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

function areaOf({ xs, ys }: RuledGrid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

/** Where a run is looked for: the middle of its characters, which stand on the base line. */
function centre({ left, right, y, size }: TextRun): { x: number; y: number } {
  return { x: (left + right) / 2, y: y - 0.35 * size };
}

function isInside(run: TextRun, { xs, ys }: RuledGrid): boolean {
  const { x, y } = centre(run);
  return x > (xs[0] ?? 0) - 1 && x < (xs.at(-1) ?? 0) + 1 && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function filled({ xs, ys, cells }: RuledGrid, runs: readonly TextRun[]): BlockCell[] {
  const owner = new Map<string, number>();
  for (const [index, { row, column, rows, columns }] of cells.entries()) {
    for (let down = row; down < row + rows; down += 1) {
      for (let across = column; across < column + columns; across += 1) {
        const key = `${down},${across}`;
        if (!owner.has(key)) owner.set(key, index);
      }
    }
  }
  const texts = cells.map((): TextRun[] => []);
  for (const run of runs) {
    const { x, y } = centre(run);
    const index = owner.get(`${slot(ys, y)},${slot(xs, x)}`);
    if (index !== undefined) texts[index]?.push(run);
  }
  return cells.map((cell, index) => {
    const own = texts[index] ?? [];
    const [left, right] = [xs[cell.column] ?? 0, xs[cell.column + cell.columns] ?? 0];
    const text = own.length === 0 ? '' : cellText(own, left, right);
    return { ...cell, blocks: text === '' ? [] : [{ kind: 'line', text, place: {} }] };
  });
}

/** The index of the interval between two edges that a position falls into. */
function slot(edges: readonly number[], at: number): number {
  const next = edges.findIndex((edge) => edge > at);
  return Math.max(0, next < 0 ? edges.length - 2 : next - 1);
}
