/** A plain worksheet to be written: what a reporter hands to the workbook writer. */
export interface SheetSpec {
  /** At most 31 characters, without `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many of the first columns go to paper; all where nothing is said. */
  readonly printedColumns?: number;
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of the default font; a Chinese character counts as two. */
  readonly width: number;
}

/** Text is never a formula, whatever it begins with. */
export type SheetCell =
  | string
  | number
  | null
  | {
      readonly text: string;
      /** A cell of the same workbook. */
      readonly link?: { readonly sheet: string; readonly cell: string };
      /** A file beside the workbook, parts parted by `/`. */
      readonly file?: string;
      readonly tone?: 'error' | 'warning' | 'info';
    };

/** A cell of a sheet that is too long to be held whole. */
export type LongCell =
  | string
  | number
  | {
      readonly text: string;
      readonly tone?: 'error' | 'warning' | 'info';
      /** A file beside the workbook, parts parted by `/`, and a place in it as `'Sheet1'!D12`. */
      readonly link?: { readonly file: string; readonly place?: string };
    };
