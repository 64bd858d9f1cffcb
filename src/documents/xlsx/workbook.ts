import { InputError } from '../../errors.js';
import { emptyStylesheet, Stylesheet } from './stylesheet.js';
import type { WorkbookPackage } from './workbook-package.js';
import { appendTo, applyEdits, attributesOf, childOf, childrenOf, escapeXml, rootOf, type XmlElement } from './xml.js';

interface SheetEntry {
  readonly name: string;
  /** Hidden by the user, or so that only a macro can show it. */
  readonly hidden: boolean;
  /** The worksheet part; absent for chart sheets and macro sheets. */
  readonly path?: string;
}

const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function sheetsOf(workbook: WorkbookPackage): SheetEntry[] {
  const { xml, sheets } = sheetList(workbook);
  const targets = new Map(workbook.relationshipsOf(workbook.workbookPath).map((link) => [link.id, link]));
  return [...childrenOf(xml, sheets)].map((child) => {
    const attributes = attributesOf(xml, child);
    const idName = [...attributes.keys()].find((name) => name.endsWith(':id')) ?? 'r:id';
    const link = targets.get(attributes.get(idName) ?? '');
    const sheet = { name: attributes.get('name') ?? '', hidden: /hidden$/i.test(attributes.get('state') ?? '') };
    return link?.type === 'worksheet' && link.target !== undefined ? { ...sheet, path: link.target } : sheet;
  });
}

export function addSheet(workbook: WorkbookPackage, name: string, sheetXml: string): void {
  const folder = workbook.workbookPath.slice(0, workbook.workbookPath.lastIndexOf('/') + 1);
  const path = workbook.freePath(`${folder}worksheets/sheet`, 'xml');
  workbook.write(path, sheetXml);
  workbook.declareType(path, `${SPREADSHEET_TYPE}.worksheet+xml`);
  const relation = workbook.relate(workbook.workbookPath, 'worksheet', path);
  const { xml, sheets } = sheetList(workbook);
  const ids = [...childrenOf(xml, sheets)].map((child) => Number(attributesOf(xml, child).get('sheetId')) || 0);
  const sheetId = ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  const idAttribute = relationAttribute(workbook, xml, relation);
  const added = `<${sheets.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${idAttribute}/>`;
  workbook.write(workbook.workbookPath, applyEdits(xml, appendTo(xml, sheets, added)));
}

/** `r:id="…"` under whatever prefix the part has for relationships, which is declared if it has none. */
export function relationAttribute(workbook: WorkbookPackage, xml: string, id: string): string {
  const { relations } = workbook.namespaces;
  for (const [name, value] of attributesOf(xml, rootOf(xml))) {
    if (value === relations && name.startsWith('xmlns:')) return `${name.slice('xmlns:'.length)}:id="${id}"`;
  }
  return `xmlns:r="${relations}" r:id="${id}"`;
}

export function openStylesheet(workbook: WorkbookPackage): Stylesheet {
  const path = stylesPath(workbook);
  const xml = workbook.has(path) ? workbook.read(path) : '';
  const usable = xml !== '' && !rootOf(xml).empty;
  return new Stylesheet(usable ? xml : emptyStylesheet(workbook.namespaces.main));
}

export function saveStylesheet(workbook: WorkbookPackage, styles: Stylesheet): void {
  if (!styles.changed) return;
  const path = stylesPath(workbook);
  workbook.write(path, styles.toXml());
  workbook.declareType(path, `${SPREADSHEET_TYPE}.styles+xml`);
  if (!stylesRelation(workbook)) workbook.relate(workbook.workbookPath, 'styles', path);
}

function stylesPath(workbook: WorkbookPackage): string {
  const folder = workbook.workbookPath.slice(0, workbook.workbookPath.lastIndexOf('/') + 1);
  return stylesRelation(workbook) ?? `${folder}styles.xml`;
}

function stylesRelation(workbook: WorkbookPackage): string | undefined {
  return workbook.relationshipsOf(workbook.workbookPath).find(({ type }) => type === 'styles')?.target;
}

function sheetList(workbook: WorkbookPackage): { xml: string; sheets: XmlElement } {
  const xml = workbook.read(workbook.workbookPath);
  const sheets = childOf(xml, rootOf(xml), 'sheets');
  if (!sheets) throw new InputError('damaged', { data: { part: workbook.workbookPath } });
  return { xml, sheets };
}
