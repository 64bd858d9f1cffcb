/**
 * A table whose cells may hold tables → one flat grid, as it looks on the page: a row of the outer table becomes as many
 * rows as the table inside it has, a column as many columns.
 */
import type { Location } from '../../schema/index.js';
import type { Merge } from '../model.js';
import type { Block, BlockCell, BlockTable } from './model.js';

export interface LaidTable {
  readonly rows: string[][];
  readonly merges: Merge[];
  readonly cells: readonly FlatCell[];
  /** Of each row: of a table inside a cell its own. */
  readonly places: Location[];
}

export interface FlatCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  readonly origin?: number | undefined;
}

interface FlatTable {
  readonly cells: readonly FlatCell[];
  readonly height: number;
  readonly width: number;
  readonly places: readonly Location[];
}

/** No form is larger; what claims to be is cut. */
const MAX_WIDTH = 512;
const MAX_HEIGHT = 200_000;
/** Tables inside tables inside tables … deeper than this are read as lines. */
const MAX_DEPTH = 6;

export function layTable(table: BlockTable): LaidTable {
  const { cells, height, width, places } = flatten(table, 0);
  const rows = Array.from({ length: height }, (): string[] => []);
  const merges: Merge[] = [];
  for (const { row, column, rows: down, columns: across, blocks } of cells) {
    if (row >= height || column >= width) continue;
    const line = rows[row] as string[];
    while (line.length < column) line.push('');
    line[column] = textOf(blocks);
    const block = {
      top: row,
      left: column,
      bottom: Math.min(row + down, height) - 1,
      right: Math.min(column + across, width) - 1,
    };
    if (block.bottom > row || block.right > column) merges.push(block);
  }
  return { rows, merges, cells, places: [...places] };
}

/** The text of blocks: a line each; of a table a line a row. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'line' ? [block.text] : layTable(block).rows.map((row) => row.join('\t'))))
    .join('\n');
}

function flatten({ cells, places }: BlockTable, depth: number): FlatTable {
  const height = Math.min(MAX_HEIGHT, Math.max(places.length, ...extent(cells, ({ row, rows }) => row + rows)));
  const width = Math.min(MAX_WIDTH, Math.max(0, ...extent(cells, ({ column, columns }) => column + columns)));
  const inner = new Map<BlockCell, FlatTable>();
  if (depth < MAX_DEPTH) {
    for (const cell of cells) {
      if (cell.blocks.some(({ kind }) => kind === 'table')) inner.set(cell, stacked(cell.blocks, depth + 1));
    }
  }
  const heights = Array.from({ length: height }, () => 1);
  const widths = Array.from({ length: width }, () => 1);
  for (const [{ row, column, rows, columns }, table] of inner) {
    grow(heights, row, rows, table.height);
    grow(widths, column, columns, table.width);
  }
  const tops = starts(heights);
  const lefts = starts(widths);
  const at = (list: readonly number[], index: number): number => list[Math.min(index, list.length - 1)] ?? 0;
  const flat: FlatCell[] = [];
  const rowPlaces = heights.flatMap((count, row) => Array.from({ length: count }, (): Location => places[row] ?? {}));
  for (const cell of cells) {
    const [top, left] = [at(tops, cell.row), at(lefts, cell.column)];
    const down = at(tops, cell.row + cell.rows) - top;
    const across = at(lefts, cell.column + cell.columns) - left;
    if (down <= 0 || across <= 0) continue;
    const table = inner.get(cell);
    for (const [index, place] of (table?.places ?? []).entries()) if (index < down) rowPlaces[top + index] = place;
    if (table) for (const one of placed(table, { top, left, down, across })) flat.push(one);
    else {
      const { blocks, origin } = cell;
      flat.push({ row: top, column: left, rows: down, columns: across, blocks, origin });
    }
  }
  return {
    cells: flat,
    height: tops.at(-1) ?? 0,
    width: lefts.at(-1) ?? 0,
    places: rowPlaces,
  };
}

/** Without spreading: a table may have more cells than a call may have arguments. */
function extent(cells: readonly BlockCell[], end: (cell: BlockCell) => number): [number] {
  return [cells.reduce((most, cell) => Math.max(most, end(cell)), 0)];
}

/** The last of some rows or columns takes up what the table inside needs more. */
function grow(sizes: number[], from: number, count: number, needed: number): void {
  const last = Math.min(from + count, sizes.length) - 1;
  let have = 0;
  for (let index = from; index <= last; index += 1) have += sizes[index] ?? 0;
  if (last >= 0 && needed > have) sizes[last] = (sizes[last] ?? 1) + needed - have;
}

function starts(sizes: readonly number[]): number[] {
  const all = [0];
  for (const size of sizes) all.push((all.at(-1) ?? 0) + size);
  return all;
}

/** What a cell holds, one below the other: runs of lines as rows of one cell, and tables. */
function stacked(blocks: readonly Block[], depth: number): FlatTable {
  const parts: FlatTable[] = [];
  let lines: Block[] = [];
  const close = (): void => {
    if (textOf(lines).trim() !== '') {
      const cell = { row: 0, column: 0, rows: 1, columns: 1, blocks: lines };
      parts.push({ cells: [cell], height: 1, width: 1, places: [{}] });
    }
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block);
    else {
      close();
      parts.push(flatten(block, depth));
    }
  }
  close();
  const width = parts.reduce((most, part) => Math.max(most, part.width), 1);
  const cells: FlatCell[] = [];
  let top = 0;
  const places: Location[] = [];
  for (const part of parts) {
    for (const place of part.places) places.push(place);
    for (const one of placed(part, { top, left: 0, down: part.height, across: width })) cells.push(one);
    top += part.height;
  }
  return { cells, height: top, width, places };
}

interface Region {
  readonly top: number;
  readonly left: number;
  readonly down: number;
  readonly across: number;
}

/** A table in a region at least as large; its last row and column fill what is left. */
function placed(table: FlatTable, { top, left, down, across }: Region): FlatCell[] {
  return table.cells.map(({ row, column, rows, columns, ...content }) => ({
    ...content,
    row: top + row,
    column: left + column,
    rows: row + rows >= table.height ? down - row : rows,
    columns: column + columns >= table.width ? across - column : columns,
  }));
}
