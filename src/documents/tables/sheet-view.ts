import type { Grid, Merge } from '../model.js';

/** A grid seen through its merges: a covered cell shows the text of its block's first cell. */
const MAX_COVERED = 1_000_000;

export class SheetView {
  readonly grid: Grid;
  readonly height: number;
  readonly width: number;
  readonly #blocks = new Map<string, Merge>();

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
        for (let column = merge.left; column <= right; column += 1) this.#blocks.set(`${row},${column}`, merge);
      }
    }
  }

  /** The text written in this very cell, white space trimmed. */
  own(row: number, column: number): string {
    return (this.grid.rows[row]?.[column] ?? '').trim();
  }

  block(row: number, column: number): Merge | undefined {
    return this.#blocks.get(`${row},${column}`);
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
    return (this.grid.rows[row] ?? []).every((text) => text.trim() === '');
  }

  /** The columns of a row that hold text of their own, in order. */
  filled(row: number): number[] {
    const columns: number[] = [];
    for (const [column, text] of (this.grid.rows[row] ?? []).entries()) if (text.trim() !== '') columns.push(column);
    return columns;
  }

  /** The column after the block that begins here. */
  after(row: number, column: number): number {
    const block = this.block(row, column);
    return block ? block.right + 1 : column + 1;
  }
}
