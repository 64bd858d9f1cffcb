import type { SheetSpec } from '../../schema/index.js';
import { columnLetters } from '../model.js';
import type { WorkbookPackage } from './workbook-package.js';
import { claimSheetName, fold, RESULT_NAME, sheetReference } from './sheet-names.js';
import { sheetXml } from './sheet-xml.js';
import type { Stylesheet } from './stylesheet.js';
import { addSheet, nameSheet, type SheetName, sheetsNamed, sheetsOf } from './workbook.js';

/**
 * Puts sheets of ours behind those of the workbook. Results (`isResult`) are known again when the copy is read, and take
 * the place of the results of an earlier run.
 */
export function appendSheets(
  workbook: WorkbookPackage,
  styles: Stylesheet,
  specs: readonly SheetSpec[],
  { isResult = false }: { readonly isResult?: boolean } = {},
): void {
  const existing = sheetsOf(workbook);
  const earlier = isResult ? sheetsNamed(workbook, RESULT_NAME).filter((index) => existing[index]?.path) : [];
  const taken = new Set(existing.map(({ name }) => fold(name)));
  const names = specs.map(({ name }, index) => existing[earlier[index] ?? -1]?.name ?? claimSheetName(name, taken));
  // Where a sheet of ours had to give way, a link still means the user's.
  const known = new Map(specs.map(({ name }, index) => [fold(name), names[index] as string]));
  for (const { name } of existing) known.set(fold(name), name);
  let next = existing.length;
  specs.forEach((spec, index) => {
    const xml = sheetXml(spec, {
      styles,
      namespace: workbook.namespaces.main,
      sheetName: (name) => known.get(fold(name)),
      selected: existing.length === 0 && index === 0,
    });
    const name = names[index] as string;
    const at = earlier[index] ?? next++;
    const path = existing[at]?.path;
    if (path === undefined) addSheet(workbook, name, xml);
    else workbook.replace(path, xml);
    nameSheet(workbook, at, [...printNames(spec, name), ...(isResult ? [resultName(name)] : [])]);
  });
}

function resultName(sheet: string): SheetName {
  return { name: RESULT_NAME, refersTo: sheetReference(sheet, '$A$1'), hidden: true };
}

/** The header on each page, and what goes to paper where that is not all. */
function printNames({ columns, rows, printedColumns }: SheetSpec, sheet: string): SheetName[] {
  const names = [{ name: '_xlnm.Print_Titles', refersTo: sheetReference(sheet, '$1:$1') }];
  if (printedColumns === undefined || printedColumns >= columns.length) return names;
  const last = `$${columnLetters(printedColumns - 1)}$${rows.length + 1}`;
  return [{ name: '_xlnm.Print_Area', refersTo: sheetReference(sheet, `$A$1:${last}`) }, ...names];
}
