import type { Grid, Merge } from '../model.js';

/** A grid seen through its merges: a covered cell shows the text of its block's first cell. */
const MAX_COVERED = 1_000_000;

export class SheetView {
  readonly grid: Grid;
  readonly height: number;
  readonly width: number;
  readonly #blocks = new Map<number, Merge>();
  /** Each row's columns with text, once they were asked for: every reader of a table asks again. */
  readonly #filled: (readonly number[] | undefined)[] = [];

  constructor(grid: Grid) {
    this.grid = grid;
    this.height = grid.rows.length;
    this.width = grid.rows.reduce((width, row) => Math.max(width, row.length), 0);
    for (const merge of grid.merges) {
      // A block over whole columns is formatting; its first row says all.
      const bottom = Math.min(merge.bottom, this.height - 1, merge.top + 5000);
      const right = Math.min(merge.right, this.width, merge.left + 300);
      if (this.#blocks.size > MAX_COVERED) break;
      for (let row = merge.top; row <= bottom; row += 1) {
        for (let column = merge.left; column <= right; column += 1) this.#blocks.set(placeKey(row, column), merge);
      }
    }
  }

  /** The text written in this very cell, white space trimmed. */
  own(row: number, column: number): string {
    return (this.grid.rows[row]?.[column] ?? '').trim();
  }

  block(row: number, column: number): Merge | undefined {
    return this.#blocks.size === 0 ? undefined : this.#blocks.get(placeKey(row, column));
  }

  /** The text that a person sees over this cell. */
  seen(row: number, column: number): string {
    const block = this.block(row, column);
    return block ? this.own(block.top, block.left) : this.own(row, column);
  }

  /** The first cell of the block that covers this one. */
  anchor(row: number, column: number): { row: number; column: number } {
    const block = this.block(row, column);
    return block ? { row: block.top, column: block.left } : { row, column };
  }

  isBlank(row: number): boolean {
    return this.filled(row).length === 0;
  }

  /** The columns of a row that hold text of their own, in order. */
  filled(row: number): readonly number[] {
    const cells = this.grid.rows[row];
    if (!cells) return NOTHING;
    const known = this.#filled[row];
    if (known) return known;
    const columns: number[] = [];
    // Ragged rows may have gaps that hold nothing at all.
    for (let column = 0; column < cells.length; column += 1)
      if ((cells[column] ?? '').trim() !== '') columns.push(column);
    this.#filled[row] = columns;
    return columns;
  }

  /** The column after the block that begins here. */
  after(row: number, column: number): number {
    const block = this.block(row, column);
    return block ? block.right + 1 : column + 1;
  }
}

const NOTHING: readonly number[] = [];
/** More columns than any sheet has. */
const MOST_COLUMNS = 65_536;

function placeKey(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}
