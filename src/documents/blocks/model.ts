/** What formats of running text with tables in it are first read into: lines and tables in the order of the page. */
import type { Location } from '../../schema/index.js';

export interface BlockLine {
  readonly kind: 'line';
  readonly text: string;
  readonly place: Location;
  /** Of a line that is several lines in the file: where each begins in `text`, the first at 0. */
  readonly parts?: readonly { readonly start: number; readonly place: Location }[];
  /**
   * The paragraph that it comes from, counted as they are opened, and where in that paragraph's own text the line begins:
   * below 0 where a list number is in front. Told by formats that remarks are written into.
   */
  readonly origin?: { readonly paragraph: number; readonly start: number };
}

/** A cell at its place in the table's grid, its merges worked out. */
export interface BlockCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  /** The first paragraph in it, counted as those of lines are: blank cells have no line that could tell. */
  readonly origin?: number | undefined;
}

export interface BlockTable {
  readonly kind: 'table';
  readonly cells: readonly BlockCell[];
  /** Of each row; `table` and `row` are added where they are not given. */
  readonly places: readonly Location[];
  /** Its cells were told apart by where they stand, not by lines between them. */
  readonly unruled?: boolean;
}

export type Block = BlockLine | BlockTable;
