/** Cells as they are written one after the other, with how far they reach, → cells at their places. */
import type { Block, BlockCell } from './model.js';

const MAX_COLUMNS = 512;
const MAX_ROWS = 65_534;

/** Lays cells out as HTML says: each takes the first place of its row that no cell from above reaches into. */
export class CellLayout {
  readonly cells: BlockCell[] = [];
  #row = -1;
  #column = 0;
  /** Per column, the first row that is free again. */
  readonly #freeFrom: number[] = [];

  get rows(): number {
    return this.#row + 1;
  }

  beginRow(): void {
    this.#row += 1;
    this.#column = 0;
  }

  /** `rows` and `columns` are what the cell claims; nonsense is taken for 1. */
  add(blocks: readonly Block[], rows = 1, columns = 1): void {
    if (this.#row < 0) this.beginRow();
    while ((this.#freeFrom[this.#column] ?? 0) > this.#row) this.#column += 1;
    if (this.#column >= MAX_COLUMNS) return;
    const across = Math.min(columns >= 1 ? columns : 1, MAX_COLUMNS - this.#column);
    const down = Math.min(rows >= 1 ? rows : 1, MAX_ROWS);
    this.cells.push({ row: this.#row, column: this.#column, rows: down, columns: across, blocks });
    for (let at = this.#column; at < this.#column + across; at += 1) this.#freeFrom[at] = this.#row + down;
    this.#column += across;
  }
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  rows: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  readonly origin: number | undefined;
}

/** Lays out the cells of Word: columns are counted in the row, and a cell may say that it goes on from the one above. */
export class WordCells {
  readonly #cells: OpenCell[] = [];
  /** Per column, the cell that stands there last. */
  readonly #last = new Map<number, OpenCell>();
  #row = -1;

  get cells(): readonly BlockCell[] {
    return this.#cells;
  }

  beginRow(): void {
    this.#row += 1;
  }

  add(cell: Omit<OpenCell, 'row' | 'rows' | 'origin'> & { goesOn: boolean; origin?: number | undefined }): void {
    const { column, columns, goesOn, blocks, origin } = cell;
    if (column >= MAX_COLUMNS) return;
    const above = this.#last.get(column);
    if (goesOn && above && above.row + above.rows === this.#row) {
      above.rows += 1;
      return;
    }
    const own = { row: this.#row, column, rows: 1, columns: Math.min(columns, MAX_COLUMNS - column), blocks, origin };
    this.#cells.push(own);
    this.#last.set(column, own);
  }
}
