import type { SheetSpec } from '../../schema/index.js';
import type { WorkbookPackage } from './workbook-package.js';
import { claimSheetName, fold } from './sheet-names.js';
import { sheetXml } from './sheet-xml.js';
import type { Stylesheet } from './stylesheet.js';
import { addSheet, sheetsOf } from './workbook.js';

/** Puts sheets of ours behind those of the workbook. */
export function appendSheets(workbook: WorkbookPackage, styles: Stylesheet, specs: readonly SheetSpec[]): void {
  const existing = sheetsOf(workbook).map(({ name }) => name);
  const taken = new Set(existing.map(fold));
  const names = specs.map(({ name }) => claimSheetName(name, taken));
  // Where a sheet of ours had to give way, a link still means the user's.
  const known = new Map(specs.map(({ name }, index) => [fold(name), names[index] as string]));
  for (const name of existing) known.set(fold(name), name);
  specs.forEach((spec, index) => {
    const xml = sheetXml(spec, {
      styles,
      namespace: workbook.namespaces.main,
      sheetName: (name) => known.get(fold(name)),
      selected: existing.length === 0 && index === 0,
    });
    addSheet(workbook, names[index] as string, xml);
  });
}
