/** Rows of a table that a merged cell holds together. */
import type { Grid, Merge } from '../documents/model.js';

export class RowBlocks {
  readonly #grid: Grid;
  /** Of each row the merged blocks of several rows that reach into it. */
  readonly #tall = new Map<number, Merge[]>();

  constructor(grid: Grid) {
    this.#grid = grid;
    for (const merge of grid.merges) {
      const last = Math.min(merge.bottom, grid.rows.length - 1);
      for (let row = merge.top; row <= last && last > merge.top; row += 1) {
        const known = this.#tall.get(row);
        if (known) known.push(merge);
        else this.#tall.set(row, [merge]);
      }
    }
  }

  /**
   * The first of the rows that merged cells in one of these columns hold together, of which this row is one: the measures in
   * one tall cell answer the problems of all rows beside it. Undefined for a row that stands alone.
   */
  of(row: number, columns: ReadonlyMap<number, unknown>): number | undefined {
    let first = row;
    for (let found: Merge | undefined; ; first = found.top) {
      found = this.#at(first).find((merge) => merge.top < first && columns.has(merge.left) && this.#text(merge) !== '');
      if (!found) break;
    }
    const begins = this.#at(row).some((merge) => columns.has(merge.left) && this.#text(merge) !== '');
    return first < row || begins ? first : undefined;
  }

  /** The text of the merged cell that reaches down into this row, nearest to the left of a column. */
  labelBeside(row: number, column: number): { readonly column: number; readonly text: string } | undefined {
    const beside = this.#at(row).filter(({ top, right }) => top < row && right < column);
    const [merge] = beside.toSorted((one, other) => other.right - one.right);
    return merge && { column: merge.left, text: this.#text(merge) };
  }

  #at(row: number): readonly Merge[] {
    return this.#tall.get(row) ?? [];
  }

  #text({ top, left }: Merge): string {
    return (this.#grid.rows[top]?.[left] ?? '').trim();
  }
}
