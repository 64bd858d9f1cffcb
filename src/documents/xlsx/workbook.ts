import { InputError } from '../../errors.js';
import { emptyStylesheet, Stylesheet } from './stylesheet.js';
import type { WorkbookPackage } from './workbook-package.js';
import { appendTo, applyEdits, attributesOf, childOf, childrenOf, type Edit, escapeXml, rootOf } from './xml.js';
import type { XmlElement } from './xml.js';

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

export function addSheet(
  workbook: WorkbookPackage,
  name: string,
  sheetXml: string,
  { hidden = false }: { readonly hidden?: boolean } = {},
): void {
  const folder = workbook.workbookPath.slice(0, workbook.workbookPath.lastIndexOf('/') + 1);
  const path = workbook.freePath(`${folder}worksheets/sheet`, 'xml');
  workbook.write(path, sheetXml);
  workbook.declareType(path, `${SPREADSHEET_TYPE}.worksheet+xml`);
  const relation = workbook.relate(workbook.workbookPath, 'worksheet', path);
  const { xml, sheets } = sheetList(workbook);
  const ids = [...childrenOf(xml, sheets)].map((child) => Number(attributesOf(xml, child).get('sheetId')) || 0);
  const sheetId = ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  const idAttribute = relationAttribute(workbook, xml, relation);
  const added = `<${sheets.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${hidden ? ' state="hidden"' : ''} ${idAttribute}/>`;
  workbook.write(workbook.workbookPath, applyEdits(xml, appendTo(xml, sheets, added)));
}

/** A name that belongs to one sheet. */
export interface SheetName {
  readonly name: string;
  /** What it stands for, as a formula. */
  readonly refersTo: string;
  readonly hidden?: boolean;
}

/** In front of `<definedNames>` in the order of the schema. */
const BEFORE_NAMES = new Set(
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences'.split(' '),
);

/** The indices of the sheets that have this name. */
export function sheetsNamed(workbook: WorkbookPackage, name: string): number[] {
  const xml = workbook.read(workbook.workbookPath);
  return definedNames(xml)
    .filter(({ own }) => own.get('name') === name)
    .map(({ own }) => Number(own.get('localSheetId')))
    .filter(Number.isSafeInteger);
}

/** Gives names to a sheet; those of the same name and of its filter, whose range is another now, go. */
export function nameSheet(workbook: WorkbookPackage, index: number, names: readonly SheetName[]): void {
  const xml = workbook.read(workbook.workbookPath);
  const root = rootOf(xml);
  const replaced = new Set([...names.map(({ name }) => name), '_xlnm._FilterDatabase', '_xlnm.Print_Area']);
  const edits: Edit[] = definedNames(xml)
    .filter(({ own }) => own.get('localSheetId') === String(index) && replaced.has(own.get('name') ?? ''))
    .map(({ element: { start, end } }) => ({ start, end, text: '' }));
  const { prefix } = root;
  const added = names.map(({ name, refersTo, hidden }) => {
    const attributes = `name="${escapeXml(name)}" localSheetId="${index}"${hidden ? ' hidden="1"' : ''}`;
    return `<${prefix}definedName ${attributes}>${escapeXml(refersTo)}</${prefix}definedName>`;
  });
  const list = childOf(xml, root, 'definedNames');
  if (list) edits.push(...appendTo(xml, list, added.join('')));
  else {
    const place = [...childrenOf(xml, root)].findLast(({ name }) => BEFORE_NAMES.has(name))?.end ?? root.openEnd;
    const text = `<${prefix}definedNames>${added.join('')}</${prefix}definedNames>`;
    edits.push({ start: place, end: place, text });
  }
  workbook.write(workbook.workbookPath, applyEdits(xml, edits));
}

function definedNames(xml: string): { element: XmlElement; own: Map<string, string> }[] {
  const list = childOf(xml, rootOf(xml), 'definedNames');
  return list ? [...childrenOf(xml, list)].map((element) => ({ element, own: attributesOf(xml, element) })) : [];
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
