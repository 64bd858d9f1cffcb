/** The rules of SpreadsheetML (ECMA-376 part 1) whose breach makes Excel or WPS offer a repair. */
import { commentFaults } from './comments.js';
import { Package } from './package.js';
import { child, type Node, named, repeated } from './tree.js';
import { sheetFaults, type Surroundings } from './worksheet.js';

/** One line each; none where the workbook is sound. */
export function workbookFaults(bytes: Uint8Array): string[] {
  const file = new Package(bytes);
  const main = file.target('', 'officeDocument') ?? 'xl/workbook.xml';
  const tree = file.tree(main);
  if (!tree) return [...file.faults, `${main} is missing`];
  const targets = new Map(file.relations(main).map(({ id, target }) => [id, target]));
  const sheets = (child(tree, 'sheets')?.children ?? []).map(({ attributes }) => ({
    name: attributes.name ?? '',
    sheetId: attributes.sheetId ?? '',
    state: attributes.state ?? 'visible',
    path: targets.get(attributes.id ?? ''),
  }));
  const styles = file.tree(file.target(main, 'styles'));
  const strings = file.tree(file.target(main, 'sharedStrings'));
  const surroundings: Surroundings = {
    file,
    formats: child(styles, 'cellXfs')?.children.length ?? 0,
    differences: child(styles, 'dxfs')?.children.length ?? 0,
    strings: strings?.children.filter(({ name }) => name === 'si').length ?? 0,
    places: new Set([
      ...sheets.map(({ name }) => name.toLowerCase()),
      ...named(tree, 'definedName').map(({ attributes }) => (attributes.name ?? '').toLowerCase()),
    ]),
  };
  return [
    ...file.faults,
    ...nameFaults(tree, sheets),
    ...(styles ? styleFaults(styles) : []),
    ...(strings ? stringFaults(strings) : []),
    ...sheets.flatMap(({ path }) =>
      path !== undefined && file.tree(path)?.name === 'worksheet' ? sheetFaults(path, surroundings) : [],
    ),
    ...commentFaults(
      file,
      sheets.flatMap(({ path }) => path ?? []),
    ),
  ];
}

interface Sheet {
  readonly name: string;
  readonly sheetId: string;
  readonly state: string;
  readonly path: string | undefined;
}

const WORKBOOK_ORDER = (
  'fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups ' +
  'externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes ' +
  'webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');

function nameFaults(tree: Node, sheets: readonly Sheet[]): string[] {
  const faults: string[] = [];
  const places = tree.children.map(({ name }) => WORKBOOK_ORDER.indexOf(name)).filter((place) => place >= 0);
  if (places.some((place, index) => index > 0 && place < (places[index - 1] as number)))
    faults.push('workbook: children out of order');
  for (const { name, path } of sheets) {
    if (name === '' || name.length > 31) faults.push(`sheet “${name}”: length of name`);
    if (/[[\]:*?/\\\p{Cc}]/u.test(name) || /^'|'$/.test(name)) faults.push(`sheet “${name}”: forbidden character`);
    if (path === undefined) faults.push(`sheet “${name}” has no part`);
  }
  for (const name of repeated(sheets.map(({ name: one }) => one.toLowerCase()))) faults.push(`sheet “${name}” twice`);
  for (const id of repeated(sheets.map(({ sheetId }) => sheetId))) faults.push(`sheetId ${id} twice`);
  if (!sheets.some(({ state }) => state === 'visible')) faults.push('no visible sheet');
  const names = named(tree, 'definedName').map(({ attributes: { name = '', localSheetId }, text }) => ({
    name,
    localSheetId,
    text,
  }));
  for (const { name, localSheetId, text } of names) {
    if (localSheetId !== undefined && !sheets[Number(localSheetId)])
      faults.push(`name ${name}: no sheet ${localSheetId}`);
    if (text.trim() === '') faults.push(`name ${name} means nothing`);
    const sheet = /^'((?:[^']|'')+)'!/.exec(text)?.[1]?.replaceAll("''", "'");
    if (sheet !== undefined && !sheets.some((one) => one.name.toLowerCase() === sheet.toLowerCase()))
      faults.push(`name ${name}: no sheet “${sheet}”`);
  }
  for (const key of repeated(names.map(({ name, localSheetId = '' }) => `${name.toLowerCase()} ${localSheetId}`)))
    faults.push(`name ${key} twice`);
  for (const { attributes } of named(tree, 'workbookView'))
    if (Number(attributes.activeTab ?? 0) >= sheets.length) faults.push(`no sheet ${attributes.activeTab} to open on`);
  return faults;
}

const STYLE_ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);

function styleFaults(styles: Node): string[] {
  const faults: string[] = [];
  const places = styles.children.map(({ name }) => STYLE_ORDER.indexOf(name));
  if (places.some((place, index) => place === -1 || place < (places[index - 1] ?? 0)))
    faults.push('styles: children out of order');
  const sizes = new Map(styles.children.map(({ name, children }) => [name, children.length]));
  for (const { name, attributes, children } of styles.children)
    if (attributes.count !== undefined && Number(attributes.count) !== children.length)
      faults.push(`styles: ${name} counts ${attributes.count}, has ${children.length}`);
  const limits = { fontId: 'fonts', fillId: 'fills', borderId: 'borders', xfId: 'cellStyleXfs' };
  for (const xf of child(styles, 'cellXfs')?.children ?? [])
    for (const [attribute, list] of Object.entries(limits))
      if (Number(xf.attributes[attribute] ?? 0) >= (sizes.get(list) ?? 1))
        faults.push(`styles: ${attribute} ${xf.attributes[attribute]} of ${sizes.get(list)}`);
  return faults;
}

function stringFaults({ attributes, children }: Node): string[] {
  const count = children.filter(({ name }) => name === 'si').length;
  const isWrong = attributes.uniqueCount !== undefined && Number(attributes.uniqueCount) !== count;
  return isWrong ? [`shared strings: ${attributes.uniqueCount} counted, ${count} there`] : [];
}
