/** A group of ruling lines → the cells that they frame. */
import type { Rule, Rules } from './geometry.js';

export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface RuledGrid {
  /** Edges from left to right and from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
  /** Its sides reach above the first line, or below the last one: a page break runs through the row there. */
  readonly isOpen: OpenEnds;
}

export interface OpenEnds {
  readonly top: boolean;
  readonly bottom: boolean;
}

/** Edges nearer than this are one edge, drawn double. */
const NEAR = 3.5;
/** A table of more is a drawing. */
const MOST_EDGES = 600;
const MOST_SQUARES = 60_000;

/** Undefined where the lines frame fewer than two cells. */
export function ruledGrid({ across, down }: Rules): RuledGrid | undefined {
  const { ys, isOpen } = withOpenEnds(edges(across.map(({ at }) => at)), down);
  const xs = withOpenSides(edges(down.map(({ at }) => at)), across);
  const [height, width] = [ys.length - 1, xs.length - 1];
  if (height < 1 || width < 1 || height * width < 2) return undefined;
  if (height > MOST_EDGES || width > MOST_EDGES || height * width > MOST_SQUARES) return undefined;
  const owners = flood(height, width, {
    right: (row, column) => crosses(down, xs[column + 1] as number, middle(ys, row)),
    below: (row, column) => crosses(across, ys[row + 1] as number, middle(xs, column)),
  });
  const cells = rectangles(owners, width);
  return cells.length < 2 ? undefined : { xs, ys, cells, isOpen };
}

function edges(positions: readonly number[]): number[] {
  const result: number[] = [];
  for (const at of [...positions].sort((a, b) => a - b)) {
    if (at - (result.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) result.push(at);
  }
  return result;
}

/** Tables without lines at their sides: the horizontal ones tell how far they reach. */
function withOpenSides(xs: readonly number[], across: readonly Rule[]): number[] {
  const left = across.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const right = across.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY);
  const [first = right, last = left] = [xs[0], xs.at(-1)];
  return [...(left < first - 8 ? [left] : []), ...xs, ...(right > last + 8 ? [right] : [])];
}

/** Rows that a page break runs through have no line there, but their sides reach to the edge of the page. */
function withOpenEnds(ys: readonly number[], down: readonly Rule[]): { ys: number[]; isOpen: OpenEnds } {
  const [first = 0, last = 0] = [ys[0], ys.at(-1)];
  const above = down.filter(({ from }) => from < first - LEAST_OPEN);
  const below = down.filter(({ to }) => to > last + LEAST_OPEN);
  const isOpen = { top: ys.length > 1 && above.length > 2, bottom: ys.length > 1 && below.length > 2 };
  const top = above.reduce((least, { from }) => Math.min(least, from), first);
  const bottom = below.reduce((most, { to }) => Math.max(most, to), last);
  return { ys: [...(isOpen.top ? [top] : []), ...ys, ...(isOpen.bottom ? [bottom] : [])], isOpen };
}

/** In points: lower than this no line of text is. */
const LEAST_OPEN = 6;

function middle(edgesOf: readonly number[], index: number): number {
  return ((edgesOf[index] ?? 0) + (edgesOf[index + 1] ?? 0)) / 2;
}

function crosses(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= along && along <= rule.to);
}

interface Walls {
  readonly right: (row: number, column: number) => boolean;
  readonly below: (row: number, column: number) => boolean;
}

/** Squares without a wall between them are one cell; the result holds the first square of each. */
function flood(height: number, width: number, { right, below }: Walls): number[] {
  const owner = Array.from({ length: height * width }, () => -1);
  const openRight = owner.map((_, at) => at % width < width - 1 && !right(Math.floor(at / width), at % width));
  const openBelow = owner.map((_, at) => at < (height - 1) * width && !below(Math.floor(at / width), at % width));
  for (const start of owner.keys()) {
    if (owner[start] !== -1) continue;
    const waiting = [start];
    owner[start] = start;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const next = [
        ...(openRight[at] ? [at + 1] : []),
        ...(at % width > 0 && openRight[at - 1] ? [at - 1] : []),
        ...(openBelow[at] ? [at + width] : []),
        ...(at >= width && openBelow[at - width] ? [at - width] : []),
      ];
      for (const one of next) {
        if (owner[one] !== -1) continue;
        owner[one] = start;
        waiting.push(one);
      }
    }
  }
  return owner;
}

function rectangles(owner: readonly number[], width: number): RuledCell[] {
  const cells = new Map<number, { row: number; column: number; bottom: number; right: number }>();
  for (const [at, first] of owner.entries()) {
    const [row, column] = [Math.floor(at / width), at % width];
    const cell = cells.get(first);
    if (!cell) cells.set(first, { row, column, bottom: row, right: column });
    else {
      cell.column = Math.min(cell.column, column);
      cell.bottom = Math.max(cell.bottom, row);
      cell.right = Math.max(cell.right, column);
    }
  }
  return [...cells.values()].map(({ row, column, bottom, right }) => ({
    row,
    column,
    rows: bottom - row + 1,
    columns: right - column + 1,
  }));
}
