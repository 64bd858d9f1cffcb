/** A document as it was read, ready to be shown beside what is said of it. */
import type { Location } from './common.js';

export interface DocumentView {
  /** As results name it. */
  readonly source: string;
  readonly tables: readonly ViewTable[];
  /** Running text. */
  readonly lines: readonly (ViewLine | ViewGap)[];
}

export interface ViewTable {
  /** The sheet; absent where there is none. */
  readonly name?: string;
  /** What stands over the columns: letters, or nothing where columns have no names. */
  readonly columns: readonly string[];
  readonly rows: readonly (ViewRow | ViewGap)[];
}

/** So many rows or lines are left out here: nothing is said of them. */
export interface ViewGap {
  readonly skipped: number;
}

export interface ViewRow {
  /** As the user's program numbers it; empty where rows have no numbers. */
  readonly number: string;
  readonly hidden: boolean;
  /** Without those that a merged cell covers. */
  readonly cells: readonly ViewCell[];
}

export interface ViewCell {
  readonly text: string;
  readonly location: Location;
  /** How many shown rows and columns it covers, 1 and more. */
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface ViewLine {
  readonly text: string;
  readonly line: number;
}

/** Equal for equal places, whatever the order of their fields. */
export function placeKey({ sheet, cell, page, table, row, line, column, pointer }: Location): string {
  return JSON.stringify([sheet, cell, page, table, row, line, cell === undefined ? column : undefined, pointer]);
}
