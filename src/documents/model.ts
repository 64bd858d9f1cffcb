/**
 * What every document becomes, whatever its format: grids (tables with the place of each cell), running text, or
 * drafts that were drafts already (JSON). Rows and columns are 0-based inside the program; `locate` gives the 1-based
 * place that a person looks up.
 */
import type { Draft, Location, Notice } from '../schema/index.js';

export type DocumentFormat =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'csv'
  | 'txt'
  | 'json'
  | 'jsonl'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'html'
  | 'md';

/** A merged block; all four bounds are inclusive and 0-based. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** The sheet's name; absent for text files. */
  readonly sheet?: string;
  readonly hidden: boolean;
  /** `rows[r][c]`, '' where a cell is blank or covered by a merge; rows may be ragged. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** The source line (from 1) on which each row begins; absent for workbooks. */
  readonly lines?: readonly number[];
  /** The row number (from 1) that a spreadsheet program would show, where it is not the row's place in `rows`. */
  readonly rowNumbers?: readonly number[];
  /** Rows that the user has hidden. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Where each row stands (page, table, row), in documents whose tables have no sheet. */
  readonly places?: readonly Location[];
  /** Its cells were told apart by where they stand on the page, not by lines between them. */
  readonly unruled?: boolean;
  /** Lines of running text right above the table; they belong to the document's text all the same. */
  readonly above?: readonly { readonly text: string; readonly place: Location }[];
}

/** A line of running text; `start` is its UTF-16 offset in the document's `text`. */
export interface TextLine {
  readonly text: string;
  readonly line: number;
  readonly start: number;
}

export interface TextPlace {
  /** UTF-16 offset in the document's `text`. */
  readonly start: number;
  readonly place: Location;
}

export interface SourceDocument {
  /** The name by which results refer to the document. */
  readonly source: string;
  readonly format: DocumentFormat;
  readonly grids: readonly Grid[];
  /** The whole text as it was decoded, or the running text of a Word, PDF or HTML file; absent for workbooks. */
  readonly text?: string;
  /** The lines of `text` that belong to no grid, in order. */
  readonly lines: readonly TextLine[];
  /** Where the text from an offset on stands, in order of `start`; absent where the lines of `text` are those of the file. */
  readonly places?: readonly TextPlace[];
  /** Drafts of a JSON source, each with its JSON pointer and, in JSONL, its line. */
  readonly drafts?: readonly { readonly draft: Draft; readonly pointer: string; readonly line?: number }[];
  readonly notices: readonly Notice[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/**
 * The place of a cell as a person looks it up: sheet and A1 reference, line and A1 reference in a text file, or page,
 * table, row and column.
 */
export function cellLocation(grid: Grid, row: number, column: number): Location {
  const place = grid.places?.[row];
  if (place) return place.table === undefined ? place : { ...place, column: column + 1 };
  const line = grid.lines?.[row];
  const cell = `${columnLetters(column)}${(grid.rowNumbers?.[row] ?? row + 1).toString()}`;
  return {
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    cell,
    ...(line !== undefined && { line }),
  };
}
