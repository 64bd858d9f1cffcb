/**
 * A copy of the user's own workbook with remarks on its cells.
 *
 * This folder knows the OOXML package and patches its XML text. It must not know what the remarks are about, and must
 * not read a part into a model to write it again: whatever the model lacks would be lost to the user.
 */
import { type ErrorPlace, InputError } from '../../errors.js';
import type { SheetSpec } from '../../schema/index.js';
import type { IsOwn } from './comments.js';
import { annotateSheet } from './annotate-sheet.js';
import { removeEarlierRun } from './earlier-run.js';
import { appendSheets } from './extra-sheets.js';
import type { CellMark } from './marks.js';
import type { CellPlace } from './references.js';
import { WorkbookPackage } from './workbook-package.js';
import { fold } from './sheet-names.js';
import { ShapeIds } from './vml.js';
import { openStylesheet, saveStylesheet, sheetsOf } from './workbook.js';
import { openPackage, packParts } from './package.js';

export type { CellMark } from './marks.js';

/**
 * Fills and comments the marked cells and appends the sheets; whatever else is in the package stays as it is. What an
 * earlier run has left in it is replaced; `isOwn` knows its comments where a program has dropped their author.
 *
 * Throws what `openPackage` throws, InputError `no-such-sheet` for a mark on a sheet that is not there, and UsageError
 * `bad-cell-reference`.
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  extraSheets: readonly SheetSpec[],
  file: string,
  { isOwn = () => false }: { readonly isOwn?: IsOwn } = {},
): Uint8Array {
  const parts = openPackage(bytes, file);
  return at({ file }, () => {
    const workbook = new WorkbookPackage(parts);
    const styles = openStylesheet(workbook);
    const roomy = new Map<string, readonly CellPlace[]>();
    for (const { path } of sheetsOf(workbook))
      if (path !== undefined) roomy.set(path, removeEarlierRun(workbook, path, { styles, isOwn }));
    const tools = { styles, shapeIds: new ShapeIds(legacyDrawings(workbook.parts)) };
    for (const [path, list] of marksByPart(workbook, marks)) {
      at({ sheet: (list[0] as CellMark).sheet }, () =>
        annotateSheet(workbook, path, list, { ...tools, roomy: roomy.get(path) }),
      );
    }
    appendSheets(workbook, styles, extraSheets, { isResult: true });
    saveStylesheet(workbook, styles);
    return packParts(workbook.parts);
  });
}

function marksByPart(workbook: WorkbookPackage, marks: readonly CellMark[]): Map<string, CellMark[]> {
  const paths = new Map<string, string>();
  for (const { name, path } of sheetsOf(workbook)) if (path !== undefined) paths.set(fold(name), path);
  const lists = new Map<string, CellMark[]>();
  for (const mark of marks) {
    const path = paths.get(fold(mark.sheet));
    if (path === undefined) throw new InputError('no-such-sheet', { sheet: mark.sheet, cell: mark.cell });
    const list = lists.get(path);
    if (list) list.push(mark);
    else lists.set(path, [mark]);
  }
  return lists;
}

function legacyDrawings(parts: ReadonlyMap<string, Uint8Array>): string[] {
  // Only ids are looked for, and they are ASCII whatever the encoding.
  const drawings = [...parts].filter(([name]) => name.toLowerCase().endsWith('.vml'));
  return drawings.map(([, bytes]) => new TextDecoder('latin1').decode(bytes));
}

/** Whoever reads the XML does not know whose it is; here the error learns its place. */
function at<T>(place: ErrorPlace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, data, cause } = error;
    throw new InputError(code, { ...place, ...error.place, data, cause: cause ?? error });
  }
}
