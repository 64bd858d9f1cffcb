/** Lines and tables in order → the document model. */
import { InputError } from '../../errors.js';
import type { Notice } from '../../schema/index.js';
import type { DocumentFormat, Grid, SourceDocument, TextLine, TextPlace } from '../model.js';
import { type LaidTable, layTable } from './laid-table.js';
import type { Block, BlockCell, BlockLine, BlockTable } from './model.js';

/** How many lines above a table may name its project, year and unit of money. */
const LINES_ABOVE = 8;
/** A longer one is prose. */
const LONGEST_ABOVE = 200;

/**
 * Tables are numbered as they stand, on each page anew where the rows tell their page.
 * @throws InputError `empty-document` where there is nothing but white space
 */
export function documentOf(
  blocks: readonly Block[],
  { source, format, notices = [] }: { source: string; format: DocumentFormat; notices?: readonly Notice[] },
): SourceDocument {
  const grids: Grid[] = [];
  const lines: TextLine[] = [];
  const places: TextPlace[] = [];
  const texts: string[] = [];
  const tables = new TableNumbers();
  let above: BlockLine[] = [];
  let length = 0;
  for (const block of unwrapped(blocks)) {
    if (block.kind === 'table') {
      const grid = gridOf(block, above, tables);
      if (grid) grids.push(grid);
      above = [];
      continue;
    }
    above.push(block);
    lines.push({ text: block.text, line: lines.length + 1, start: length });
    for (const { start, place } of block.parts ?? [{ start: 0, place: block.place }])
      places.push({ start: length + start, place });
    texts.push(block.text);
    length += block.text.length + 1;
  }
  const text = texts.join('\n');
  if (text.trim() === '' && grids.length === 0) throw new InputError('empty-document', { file: source });
  return { source, format, grids, text, lines, places, notices };
}

/** A table that only frames other tables is no table: what it holds stands one below the other. */
function unwrapped(blocks: readonly Block[], depth = 0): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line' || depth > 8 || !framesTables(block)) return [block];
    return unwrapped(
      block.cells.flatMap(({ blocks: inner }) => inner),
      depth + 1,
    );
  });
}

/** In each row one cell, or what stands beside a table is a list of links or the like, and no label of one line. */
function framesTables({ cells }: BlockTable): boolean {
  const holders = new Set(cells.filter(holdsTable).map(({ row }) => row));
  if (holders.size === 0) return false;
  const rows = new Map<number, BlockCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows].every(
    ([row, own]) =>
      own.length === 1 || (holders.has(row) && own.every((cell) => holdsTable(cell) || cell.blocks.length !== 1)),
  );
}

function holdsTable({ blocks }: BlockCell): boolean {
  return blocks.some(({ kind }) => kind === 'table');
}

class TableNumbers {
  readonly #counts = new Map<number, number>();

  next(page = 0): number {
    const count = (this.#counts.get(page) ?? 0) + 1;
    this.#counts.set(page, count);
    return count;
  }
}

/** What `documentOf` makes its lines and grids of, in the order of those. */
export function piecesOf(blocks: readonly Block[]): { lines: BlockLine[]; tables: LaidTable[] } {
  const all = unwrapped(blocks);
  return {
    lines: all.filter((block) => block.kind === 'line'),
    tables: all.flatMap((block) => (block.kind === 'table' ? [layTable(block)] : [])).filter(holdsText),
  };
}

function holdsText({ rows }: LaidTable): boolean {
  return rows.some((row) => row.some((text) => text.trim() !== ''));
}

function gridOf(block: BlockTable, above: readonly BlockLine[], tables: TableNumbers): Grid | undefined {
  const laid = layTable(block);
  if (!holdsText(laid)) return undefined;
  const { rows, merges, places } = laid;
  const table = tables.next(block.places[0]?.page);
  const near = above.filter(({ text }) => text.trim() !== '').slice(-LINES_ABOVE);
  const from = near.findLastIndex(({ text }) => text.length > LONGEST_ABOVE) + 1;
  return {
    hidden: false,
    rows,
    merges,
    places: places.map((place, row) => ({ table, row: row + 1, ...place })),
    above: near.slice(from).map(({ text, place }) => ({ text, place })),
    ...(block.unruled && { unruled: true }),
  };
}
