import { UsageError } from '../../errors.js';
import type { SheetSpec } from '../../schema/index.js';
import { appendSheets } from './extra-sheets.js';
import { WorkbookPackage } from './workbook-package.js';
import { openStylesheet, saveStylesheet } from './workbook.js';
import { packParts } from './package.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const EMPTY_WORKBOOK: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
};

/** A package without sheets, which none may stay. */
export function emptyPackage(): WorkbookPackage {
  const encoder = new TextEncoder();
  const parts = Object.entries(EMPTY_WORKBOOK).map(([name, xml]) => [name, encoder.encode(xml)] as const);
  return new WorkbookPackage(new Map(parts));
}

/** A new workbook of such sheets; the same sheets give the same bytes. Throws UsageError `no-sheets` for none. */
export function buildWorkbook(sheets: readonly SheetSpec[]): Uint8Array {
  if (sheets.length === 0) throw new UsageError('no-sheets');
  const workbook = emptyPackage();
  const styles = openStylesheet(workbook);
  appendSheets(workbook, styles, sheets);
  saveStylesheet(workbook, styles);
  return packParts(workbook.parts);
}
