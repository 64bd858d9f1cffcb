import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_CHILDREN = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
  'webPublishItems tableParts extLst'
).split(' ');

export type Parts = Record<string, string>;
/** Text is written as UTF-8. */
export type Sources = Record<string, string | Uint8Array>;

export function unpackBytes(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') });
}

export function unpack(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unpackBytes(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

export function pack(parts: Sources): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(entries));
}

/** A package of one sheet `表一` whose worksheet part is given; further parts replace or add. */
export function handmade(sheet: string | Uint8Array, more: Sources = {}): Uint8Array {
  return pack({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

export function worksheet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
}

export function relations(links: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const items = Object.entries(links).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** What Excel would refuse to open without a repair. */
export function expectSound(bytes: Uint8Array): void {
  const parts = unpack(bytes);
  for (const [name, text] of Object.entries(parts)) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
    const children: string[] = [];
    let depth = 0;
    const parser = new SaxesParser({ xmlns: true, fileName: name });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => {
      if (depth === 1) children.push(tag.local);
      depth++;
    });
    parser.on('closetag', () => depth--);
    parser.write(text.replace(/^\uFEFF/, '')).close();
    if (!/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const known = children.filter((child) => SHEET_CHILDREN.includes(child));
    expect(known, name).toEqual(known.toSorted((a, b) => SHEET_CHILDREN.indexOf(a) - SHEET_CHILDREN.indexOf(b)));
    expectAscending(text, name);
  }
  expectTargets(parts);
}

export async function readExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

export function readSheetjs(bytes: Uint8Array): XLSX.WorkBook {
  // SheetJS leaves properties of its own on the array it reads.
  return XLSX.read(bytes.slice(), { cellStyles: true, cellFormula: true });
}

export function commentAt(bytes: Uint8Array, sheet: string, cell: string): string | undefined {
  const found = readSheetjs(bytes).Sheets[sheet]?.[cell] as XLSX.CellObject | undefined;
  return found?.c?.map(({ t }) => t).join('|');
}

export async function fillOf(bytes: Uint8Array, sheet: string, cell: string): Promise<string | undefined> {
  const fill = (await readExceljs(bytes)).getWorksheet(sheet)?.getCell(cell).fill;
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

/** Rows and cells that are out of order or there twice are a corrupt file to Excel. */
function expectAscending(xml: string, name: string): void {
  const text = xml.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '');
  const rows = [...text.matchAll(/<(?:\w+:)?row\b[^>]*?\sr="(\d+)"/g)].map(([, row]) => Number(row));
  expect(rows, name).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
  for (const [row] of text.matchAll(/<(?:\w+:)?row\b[\s\S]*?(?:<\/(?:\w+:)?row>|$)/g)) {
    const columns = [...row.matchAll(/<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+)\d+"/g)].map(([, c]) =>
      XLSX.utils.decode_col(c as string),
    );
    expect(columns, name).toEqual([...new Set(columns)].toSorted((a, b) => a - b));
  }
}

function expectTargets(parts: Parts): void {
  for (const [name, text] of Object.entries(parts)) {
    const match = /^(.*)_rels\/([^/]*)\.rels$/.exec(name);
    if (!match) continue;
    const ids = [...text.matchAll(/\sId="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
    for (const [tag, target] of text.matchAll(/<\S*Relationship\b[^>]*\sTarget="([^"]+)"[^>]*>/g)) {
      if (tag.includes('External')) continue;
      const path = decodeURI(new URL(target as string, `file:///${match[1]}`).pathname.slice(1));
      expect(Object.keys(parts), `${name} → ${target}`).toContain(path);
    }
  }
}
