/** Files that mean harm, or that nobody would fill in: refused with the right code, or read in bounds. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/documents/archive.js';
import { readDocument } from '../../../src/documents/read-document.js';
import { fixturePath } from '../../support/documents.js';

const pack = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 9 },
  );

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const ods = (table: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack({
    mimetype: ODS,
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;

const sheetOf = (rows: string): Uint8Array =>
  pack({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  });
const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('sheets that are too large', () => {
  it('a billion blank rows before the last', async () => {
    const document = await readDocument(
      ods(
        `<table:table table:name="表"><table:table-row>${cell('头')}</table:table-row><table:table-row table:number-rows-repeated="1000000000"><table:table-cell/></table:table-row><table:table-row>${cell('尾')}</table:table-row></table:table>`,
      ),
      'a.ods',
    );
    expect(document.grids[0]?.rows).toEqual([['头']]);
    expect(document.notices).toEqual([{ code: 'sheet-cut', message: '表', location: { sheet: '表' } }]);
  });

  it('a cell that is said to be repeated without end', async () => {
    const document = await readDocument(
      ods(
        `<table:table table:name="表"><table:table-row table:number-rows-repeated="99999999">${cell('甲', 'table:number-columns-repeated="99999999"')}</table:table-row></table:table>`,
      ),
      'a.ods',
    );
    expect(document.grids[0]?.rows[0]).toHaveLength(512);
    expect(document.notices).toHaveLength(1);
  });

  it('ten thousand columns, and the last row of all', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `<c r="${letters(index)}1"><v>${index}</v></c>`).join('');
    const document = await readDocument(
      sheetOf(`<row r="1">${wide}</row><row r="1048576">${text('A1048576', '尾')}</row>`),
      'a.xlsx',
    );
    expect(document.grids[0]?.rows[0]).toHaveLength(512);
    expect(document.notices.map(({ code }) => code)).toEqual(['sheet-cut']);
  });
});

describe('archives', () => {
  it.each([
    ['of nothing but zeros', pack({ 'a.csv': new Uint8Array(80 * 1024 * 1024) }), 'archive-too-large'],
    [
      'of very many entries',
      pack(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.csv`, '']))),
      'archive-too-large',
    ],
    ['with a way out', pack({ '../a.csv': '甲' }), 'damaged'],
    ['with a drive', pack({ 'C:\\a.csv': '甲' }), 'damaged'],
  ])('%s', (_, bytes, code) => {
    expect(() => openArchive(bytes, 'a.zip')).toThrowError(expect.objectContaining({ code }));
  });
});

describe('parts of a package', () => {
  const stored = zipSync(
    { '[Content_Types].xml': strToU8('<Types/>'), 'a.csv': strToU8('数量指标,养护面积,12公顷') },
    { level: 0 },
  );
  const directory = Buffer.from(stored).lastIndexOf('PK\u0001\u0002');

  it('that unpack to something else than was packed are damaged', () => {
    const bytes = new Uint8Array(stored);
    const at = Buffer.from(bytes).indexOf('12');
    bytes[at] = 0x39;
    const archive = openArchive(bytes, 'a.zip');
    expect(() => archive?.read('a.csv')).toThrowError(
      expect.objectContaining({ code: 'damaged', data: { part: 'a.csv' } }),
    );
    expect(new TextDecoder().decode(openArchive(stored, 'a.zip')?.read('a.csv'))).toContain('12公顷');
  });

  it('with a password are told as that', () => {
    const bytes = new Uint8Array(stored);
    bytes[directory + 8] = 1;
    const archive = openArchive(bytes, 'a.zip');
    expect(() => archive?.read('a.csv')).toThrowError(expect.objectContaining({ code: 'encrypted-document' }));
  });

  it('of a workbook are held against their checksums', async () => {
    const bytes = new Uint8Array(sheetOf(`<row r="1">${text('A1', '头')}</row>`));
    const entry = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002');
    bytes[entry + 16] = (bytes[entry + 16] ?? 0) ^ 1;
    await expect(readDocument(bytes, 'a.xlsx')).rejects.toThrowError(expect.objectContaining({ code: 'damaged' }));
  });
});

describe('markup', () => {
  it('entities that grow are refused', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}">]><a>&b;</a>`;
    await expect(readDocument(ods('', { 'content.xml': bomb }), 'a.ods')).rejects.toThrowError(
      expect.objectContaining({ code: 'damaged' }),
    );
  });

  it('elements inside each other without end are read in time', async () => {
    const deep = `<html><body>${'<div>'.repeat(200_000)}尽头`;
    const document = await readDocument(strToU8(deep), 'a.html');
    expect(document.text).toBe('尽头');
  });

  it('tables inside each other without end are read', async () => {
    const document = await readDocument(strToU8(`<html>${'<table><tr><td>'.repeat(3000)}底`), 'a.html');
    expect(`${document.text}${document.grids.flatMap(({ rows }) => rows.flat()).join('')}`).toContain('底');
  });
});

describe('locked and misnamed', () => {
  it.each([
    [
      'an OpenDocument sheet with a password',
      ods('', { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }),
      'a.ods',
      'encrypted-workbook',
    ],
    ['a picture called .pdf', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a.pdf', 'unsupported-format'],
    ['text called .pdf', strToU8('abc'), 'a.pdf', 'not-a-document'],
    ['rich text called .doc', strToU8('{\\rtf1 a}'), 'a.doc', 'unsupported-format'],
  ])('%s', async (_, bytes, name, code) => {
    await expect(readDocument(bytes, name)).rejects.toThrowError(expect.objectContaining({ code }));
  });

  it.each([
    ['docx', 'a.doc'],
    ['xls', 'a.xlsx'],
    ['html', 'a.xls'],
    ['pdf', 'a.docx'],
  ])('a .%s called %s is what it is', async (format, name) => {
    const bytes = readFileSync(fixturePath(`formats/draft.${format}`));
    expect((await readDocument(bytes, name)).format).toBe(format);
  });
});

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

describe('texts that are too much', () => {
  it('a csv of more rows and columns than anybody fills in is cut, and that is said', async () => {
    const rows = `${'甲,'.repeat(600)}\n${'甲,乙\n'.repeat(200_100)}`;
    const document = await readDocument(strToU8(rows), 'a.csv');
    expect(document.grids[0]?.rows).toHaveLength(200_000);
    expect(document.grids[0]?.rows[0]).toHaveLength(512);
    expect(document.notices.map(({ code }) => code)).toEqual(['sheet-cut']);
  });

  it('JSON that nests without end is refused at the place', async () => {
    await expect(readDocument(strToU8('['.repeat(5000)), 'a.json')).rejects.toThrowError(
      expect.objectContaining({ code: 'bad-json', place: expect.objectContaining({ line: 1, column: 1001 }) }),
    );
  });
});

describe('damaged workbooks of Excel 97', () => {
  const whole = readFileSync(fixturePath('formats/draft.xls'));

  it.each([700, 1500, 2500, 4000])('with lengths that lead nowhere from byte %i on', async (from) => {
    const bytes = new Uint8Array(whole).fill(0xff, from, from + 400);
    const outcome = await readDocument(bytes, 'a.xls').then(
      () => 'read',
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(['read', 'damaged', 'empty-workbook']).toContain(outcome);
  });
});
