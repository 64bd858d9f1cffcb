/**
 * The tables of a document as a new workbook, for formats into which nothing can be written: .xls, .et, .ods. Each cell
 * shows what it showed, at its place; fonts, colours, formulas, pictures and the like do not come along.
 */
import { UsageError } from '../../errors.js';
import type { Grid, Merge } from '../model.js';
import { emptyPackage } from './build.js';
import { plainSheetXml } from './plain-sheet.js';
import { packParts } from './package.js';
import { claimSheetName } from './sheet-names.js';
import { addSheet, openStylesheet, saveStylesheet } from './workbook.js';

export interface Converted {
  readonly bytes: Uint8Array;
  /** What each sheet is called now: other formats allow names that Excel does not. */
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** Blocks are told apart by their cells up to so many. */
const MOST_COVERED = 1_000_000;

/** Throws UsageError `no-sheets` where there is no table. */
export function convertToWorkbook(grids: readonly Grid[]): Converted {
  if (grids.length === 0) throw new UsageError('no-sheets');
  const workbook = emptyPackage();
  const styles = openStylesheet(workbook);
  const taken = new Set<string>();
  const sheetNames = new Map<string, string>();
  // A workbook needs a sheet that shows.
  const shown = Math.max(
    0,
    grids.findIndex(({ hidden }) => !hidden),
  );
  for (const [index, grid] of grids.entries()) {
    const name = claimSheetName(grid.sheet ?? '', taken);
    if (grid.sheet !== undefined) sheetNames.set(grid.sheet, name);
    const xml = plainSheetXml({ ...grid, merges: apart(grid) }, { styles, selected: index === shown });
    addSheet(workbook, name, xml, { hidden: grid.hidden && index !== shown });
  }
  saveStylesheet(workbook, styles);
  return { bytes: packParts(workbook.parts), sheetNames };
}

/** Merged blocks within the rows and columns that there are, without those that lie over others. */
function apart({ rows, merges }: Grid): Merge[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const covered = new Set<number>();
  return merges.flatMap(({ top, left, bottom, right }) => {
    const block = { top, left, bottom: Math.min(bottom, rows.length - 1), right: Math.min(right, width - 1) };
    const cells: number[] = [];
    for (let row = block.top; row <= block.bottom; row += 1)
      for (let column = block.left; column <= block.right; column += 1) cells.push(row * width + column);
    if (cells.length < 2 || covered.size + cells.length > MOST_COVERED || cells.some((cell) => covered.has(cell)))
      return [];
    for (const cell of cells) covered.add(cell);
    return [block];
  });
}
