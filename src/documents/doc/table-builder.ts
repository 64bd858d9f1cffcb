/** Paragraphs of a .doc file, each with how deep it stands in tables, → lines and tables. */
import { WordCells } from '../blocks/merged-cells.js';
import type { Block, BlockLine } from '../blocks/model.js';
import type { RowLayout } from './properties.js';

interface Row {
  cells: Block[][];
  layout: RowLayout | undefined;
}

interface OpenTable {
  readonly rows: Row[];
  row: Block[][];
  cell: Block[];
}

/** What a paragraph ends beside itself. */
export type Ending = 'nothing' | 'cell' | 'row';

const MAX_DEPTH = 20;
/** Edges of columns that are meant to be one line differ by this much at most (in twentieths of a point). */
const SAME_EDGE = 30;

export class TableBuilder {
  readonly blocks: Block[] = [];
  readonly #open: OpenTable[] = [];

  add(line: BlockLine | undefined, depth: number, ending: Ending, layout?: RowLayout): void {
    const wanted = Math.max(0, Math.min(depth, MAX_DEPTH));
    while (this.#open.length > wanted) this.#close();
    while (this.#open.length < wanted) this.#open.push({ rows: [], row: [], cell: [] });
    const table = this.#open.at(-1);
    if (!table) {
      if (line) this.blocks.push(line);
      return;
    }
    if (ending === 'row') {
      table.rows.push({ cells: table.row, layout });
      table.row = [];
      table.cell = [];
      return;
    }
    if (line && (line.text.trim() !== '' || ending === 'nothing')) table.cell.push(line);
    if (ending === 'nothing') return;
    table.row.push(table.cell);
    table.cell = [];
  }

  finish(): Block[] {
    while (this.#open.length > 0) this.#close();
    return this.blocks;
  }

  #close(): void {
    const table = this.#open.pop();
    if (!table) return;
    // The end mark of the last row is missing in a damaged file.
    if (table.row.length > 0) table.rows.push({ cells: table.row, layout: undefined });
    if (table.rows.length === 0) return;
    const target = this.#open.at(-1)?.cell ?? this.blocks;
    target.push({ kind: 'table', cells: placed(table.rows), places: table.rows.map(() => ({})) });
  }
}

function placed(rows: readonly Row[]) {
  const edges = columnEdges(rows);
  const cells = new WordCells();
  for (const { cells: own, layout } of rows) {
    cells.beginRow();
    for (let index = 0; index < own.length; index += 1) {
      const first = index;
      // Cells merged with the one to their left are empty.
      while (layout?.cells[index + 1]?.merged) index += 1;
      const column = layout ? edgeIndex(edges, layout.edges[first] ?? 0) : first;
      const right = layout ? edgeIndex(edges, layout.edges[index + 1] ?? 0) : index + 1;
      const goesOn = layout?.cells[first]?.goesOn ?? false;
      cells.add({ column, columns: Math.max(1, right - column), goesOn, blocks: own[first] ?? [] });
    }
  }
  return cells.cells;
}

function columnEdges(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ layout }) => layout?.edges ?? []).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge);
  return edges;
}

function edgeIndex(edges: readonly number[], edge: number): number {
  return Math.max(
    0,
    edges.findLastIndex((one) => one <= edge),
  );
}
