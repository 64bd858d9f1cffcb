import { describe, expect, test } from 'vitest';
import { annotateWorkbook, type CellMark } from '../../../src/documents/xlsx/annotate.js';
import {
  commentAt,
  expectSound,
  fillOf,
  handmade,
  pack,
  readSheetjs,
  relations,
  unpack,
  worksheet,
} from './support.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>';

function mark(cell: string, comment = `关于${cell}`): CellMark {
  return { sheet: '表一', cell, tone: 'error', comment };
}

function annotated(source: Uint8Array, cells: readonly string[]): Uint8Array {
  const copy = annotateWorkbook(
    source,
    cells.map((cell) => mark(cell)),
    [],
    'a.xlsx',
  );
  expectSound(copy);
  for (const cell of cells) expect(commentAt(copy, '表一', cell)).toBe(`关于${cell}`);
  return copy;
}

function expectRed(copy: Uint8Array, cells: readonly string[]): void {
  const sheet = readSheetjs(copy).Sheets['表一']!;
  for (const cell of cells) expect(sheet[cell].s.fgColor.rgb, cell).toBe('FFC7CE');
}

describe('cells and rows that are not stored', () => {
  const cases: readonly [title: string, content: string, cells: readonly string[]][] = [
    ['no cell at all', '<sheetData/>', ['A1', 'C5']],
    ['an empty sheetData', '<sheetData></sheetData>', ['B2']],
    ['a row without cells', '<sheetData><row r="2" ht="30"/></sheetData>', ['A1', 'B2', 'D2', 'A3']],
    [
      'gaps before, between and behind',
      '<sheetData><row r="3" spans="2:4"><c r="B3"><v>1</v></c><c r="D3"/></row><row r="7"><c r="A7"><v>2</v></c></row></sheetData>',
      ['A1', 'A3', 'B3', 'C3', 'D3', 'F3', 'B5', 'A7', 'XFD9'],
    ],
    [
      'rows and cells without references',
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
      ['B1', 'C1', 'A2', 'B4'],
    ],
    [
      'comments and CDATA that look like rows',
      '<sheetData><!-- <row r="9"/> --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</c></row>]]></t></is></c></row></sheetData>',
      ['A1', 'B2'],
    ],
  ];
  test.each(cases)('%s', (_, content, cells) => {
    const copy = annotated(handmade(worksheet(content)), cells);
    expectRed(copy, cells);
  });

  test('single quotes and blanks in tags', async () => {
    const data = "<sheetData ><row r='1' ><c r = 'A1' ><v>1</v></c ></row ></sheetData >";
    const copy = annotateWorkbook(handmade(worksheet(data)), [mark('A1'), mark('B1')], [], 'a.xlsx');
    expectSound(copy);
    for (const cell of ['A1', 'B1']) expect(await fillOf(copy, '表一', cell)).toBe('FFFFC7CE');
  });

  test('values stay where they were', () => {
    const copy = annotated(handmade(worksheet(cases[4]![1])), ['C1', 'B4']);
    const sheet = readSheetjs(copy).Sheets['表一']!;
    expect([sheet['A1'].v, sheet['B1'].v, sheet['A2'].v]).toEqual([1, 2, 3]);
  });

  test('a new cell looks like its row or column', () => {
    const styles =
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders>` +
      '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"><alignment wrapText="1"/></xf></cellXfs></styleSheet>';
    const content =
      '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="2" s="2" customFormat="1"/></sheetData>';
    const source = handmade(worksheet(content), {
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': relations({
        a: ['styles', 'styles.xml'],
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
      }),
    });
    const parts = unpack(annotated(source, ['B1', 'B2']));
    const formats = [...parts['xl/styles.xml']!.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const styleOf = (cell: string) =>
      Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(parts['xl/worksheets/sheet1.xml']!)![1]);
    expect(formats[styleOf('B1')]).toContain('numFmtId="14"');
    expect(formats[styleOf('B2')]).toContain('numFmtId="9"');
    expect(parts['xl/styles.xml']).toContain('<cellXfs count="5">');
  });
});

describe('ways of writing a package', () => {
  test('namespace prefixes', () => {
    const sheet = `${PROLOGUE}<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/></x:worksheet>`;
    const source = handmade(sheet, {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets><x:sheet name="表一" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:cellXfs><x:xf numFmtId="9"/></x:cellXfs></x:styleSheet>`,
      'xl/_rels/workbook.xml.rels': relations({
        s: ['styles', '/xl/styles.xml'],
        rId1: ['worksheet', '/xl/worksheets/sheet1.xml'],
      }),
    });
    const extra = { name: '清单', columns: [{ header: '问题', width: 10 }], rows: [['有']] };
    const copy = annotateWorkbook(source, [mark('A1'), mark('B2')], [extra], 'a.xlsx');
    expectSound(copy);
    const parts = unpack(copy);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<x:c r="B2" s="1"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(
      /<x:pageMargins[^>]*><x:legacyDrawing xmlns:r="[^"]+" r:id="rId2"\/><\/x:worksheet>/,
    );
    expect(parts['xl/workbook.xml']).toContain('<x:sheet name="清单" sheetId="2" q:id="rId3"/>');
    expect(parts['xl/styles.xml']).toMatch(
      /<x:fills count="\d">.*<x:cellXfs count="\d"><x:xf numFmtId="9"\/><x:xf numFmtId="9" fillId="2"/,
    );
    expect(readSheetjs(copy).Sheets['清单']!['A2'].v).toBe('有');
  });

  test('absolute, encoded and misspelled targets, and ids that other parts use too', () => {
    const source = handmade(worksheet('<sheetData/>'), {
      'xl/worksheets/Sheet 2.xml': worksheet('<sheetData/><drawing r:id="rId1"/>'),
      'xl/worksheets/_rels/Sheet 2.xml.rels': relations({ rId1: ['drawing', '../drawings/drawing1.xml'] }),
      'xl/drawings/drawing1.xml': '<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表二" sheetId="9" r:id="rId2"/><sheet name="表一" sheetId="4" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations({
        rId2: ['worksheet', '/xl/worksheets/sheet1.xml'],
        rId1: ['worksheet', '../xl/worksheets/Sheet%202.xml'],
      }),
    });
    const copy = annotateWorkbook(source, [mark('A1')], [], 'a.xlsx');
    expectSound(copy);
    const parts = unpack(copy);
    expect(parts['xl/comments1.xml']).toContain('关于A1');
    expect(parts['xl/worksheets/_rels/Sheet 2.xml.rels']).toContain('Target="../comments1.xml"');
    expect(parts['xl/worksheets/sheet1.xml']).toBe(worksheet('<sheetData/>'));
    expect(parts['xl/worksheets/Sheet 2.xml']).toContain('<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>');
  });

  test('a strict workbook stays strict', () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const parts = unpack(handmade(worksheet('<sheetData/>')));
    const source = pack(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)])));
    const copy = annotateWorkbook(source, [mark('A1')], [], 'a.xlsx');
    expectSound(copy);
    expect(Object.values(unpack(copy)).join('')).not.toMatch(
      /openxmlformats.org\/(?:spreadsheetml|officeDocument)\/2006/,
    );
  });

  test('a part in UTF-16 with a byte order mark', () => {
    const xml = worksheet(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>绩效</t></is></c></row></sheetData>',
    ).replace('UTF-8', 'UTF-16');
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    const copy = annotated(handmade(bytes), ['A1']);
    expect(readSheetjs(copy).Sheets['表一']!['A1'].v).toBe('绩效');
  });

  test('children that come before and behind the comments', () => {
    const behind = '<picture r:id="rId7"/><tableParts count="0"/><extLst><ext uri="x"/></extLst>';
    const source = worksheet(
      `<sheetData/><autoFilter ref="A1:B2"/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>${behind}`,
    );
    const copy = unpack(annotated(handmade(source), ['A1']))['xl/worksheets/sheet1.xml'];
    expect(copy).toMatch(/footer="1"\/><legacyDrawing r:id="rId2"\/><picture/);
  });
});
