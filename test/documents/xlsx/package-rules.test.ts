/** Every workbook that is written, held against the rules of OOXML, from sources and texts as awkward as they come. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotateWorkbook, type CellMark } from '../../../src/documents/xlsx/annotate.js';
import { buildWorkbook } from '../../../src/documents/xlsx/build.js';
import type { SheetSpec } from '../../../src/schema/index.js';
import { fixturePath } from '../../support/documents.js';
import { changedParts } from '../../support/ooxml/package.js';
import { workbookFaults } from '../../support/ooxml/workbook.js';
import { commentAt, fillOf, pack, readExceljs, readSheetjs, unpack, unpackBytes } from './support.js';

const AWKWARD = [
  '😀👨‍👩‍👧 𠮷野家',
  'a\u0000b\u0001\u001f\ufffe\uffff',
  '\uD800 lone',
  '长'.repeat(40_000),
  '_x000D_ _x0041_',
  '  blanks\tand\r\nlines\r ',
  '=HYPERLINK("http://x")',
  '@SUM(1)',
  '<![CDATA[&amp;]]>',
  '',
];
const NAMES = [
  'a\uffff',
  'a',
  '\ufffe',
  '\uD800',
  "'[]:*?/\\'",
  '检查结果',
  '检查结果',
  'x'.repeat(40),
  '😀'.repeat(20),
  'history',
  '',
  '\u0000',
  "'甲'",
];

function listOf(name: string): SheetSpec {
  return {
    name,
    columns: AWKWARD.map((header, index) => ({ header, width: index * 50 })),
    rows: [
      AWKWARD,
      AWKWARD.map((text) => ({ text, tone: 'error', link: { sheet: '申报表', cell: 'B2' } })),
      [1.5, Number.NaN, Number.POSITIVE_INFINITY, -0, null],
      [],
    ],
    printedColumns: 4,
  };
}

/** What an office really has in its workbooks, in one. */
async function awkwardSource(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('申报表', {
    pageSetup: { orientation: 'landscape', printArea: 'A1:D9', printTitlesRow: '1:1', fitToPage: true },
    headerFooter: { oddFooter: '第 &P 页' },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.addRow(['三级指标', '指标值', '权重', '日期']);
  sheet.addRow(['培训次数', '若干', 0.3, new Date(Date.UTC(2024, 4, 1))]);
  sheet.addRow(['培训人数', '≥100人', { formula: 'C2*2', result: 0.6 }, new Date(Date.UTC(2024, 4, 2))]);
  sheet.mergeCells('A5:B6');
  sheet.getCell('D2').numFmt = '[$-804]yyyy"年"m"月"d"日";@';
  sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF92D050' } };
  sheet.getCell('B3').note = '请核实';
  sheet.getCell('C2').dataValidation = { type: 'decimal', formulae: [0, 1], operator: 'between' };
  sheet.addConditionalFormatting({
    ref: 'C2:C3',
    rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [0.5], style: { font: { bold: true } } }],
  });
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  sheet.addImage(book.addImage({ base64: pixel, extension: 'png' }), 'F1:G3');
  await sheet.protect('1234', { selectLockedCells: true });
  const codes = book.addWorksheet('码表', { state: 'hidden' });
  codes.addTable({ name: '表', ref: 'A1', columns: [{ name: '甲' }, { name: '乙' }], rows: [['a', 2]] });
  codes.getCell('A2').note = '旧注';
  book.addWorksheet('检查结果', { state: 'veryHidden' }).getCell('A1').value = '用户自己的表';
  const parts = unpackBytes(new Uint8Array(await book.xlsx.writeBuffer()));
  return pack(mended(withThread(withChart(parts))));
}

/** ExcelJS puts tables before comments, and gives the boxes of all sheets the same ids. */
function mended(parts: Record<string, string | Uint8Array>): Record<string, string | Uint8Array> {
  const text = (name: string) =>
    typeof parts[name] === 'string' ? parts[name] : new TextDecoder().decode(parts[name]);
  const [sheet, drawing] = ['xl/worksheets/sheet2.xml', 'xl/drawings/vmlDrawing2.vml'] as const;
  return {
    ...parts,
    [sheet]: text(sheet).replace(/(<tableParts.*<\/tableParts>)(<legacyDrawing[^>]*>)/, '$2$1'),
    [drawing]: text(drawing).replaceAll('_x0000_s1025', '_x0000_s2049').replace('data="1"', 'data="2"'),
  };
}

function withChart(parts: Record<string, Uint8Array>): Record<string, string | Uint8Array> {
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const anchor =
    '<xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>';
  const link =
    '<Relationship Id="rIdChart" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/>';
  const type =
    '<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>';
  return {
    ...parts,
    'xl/drawings/drawing1.xml': text('xl/drawings/drawing1.xml').replace('</xdr:wsDr>', `${anchor}</xdr:wsDr>`),
    'xl/drawings/_rels/drawing1.xml.rels': text('xl/drawings/_rels/drawing1.xml.rels').replace(
      '</Relationships>',
      `${link}</Relationships>`,
    ),
    'xl/charts/chart1.xml':
      '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart></c:chartSpace>',
    '[Content_Types].xml': text('[Content_Types].xml').replace('</Types>', `${type}</Types>`),
  };
}

/** The comment on B3 becomes one of Excel 365. */
function withThread(parts: Record<string, string | Uint8Array>): Record<string, string | Uint8Array> {
  const text = (name: string) =>
    typeof parts[name] === 'string' ? parts[name] : new TextDecoder().decode(parts[name]);
  const threads = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
  const office = 'http://schemas.microsoft.com/office/2017/10/relationships';
  const add = (name: string, link: string) => text(name).replace('</Relationships>', `${link}</Relationships>`);
  const types = ['threadedComments/threadedComment1.xml|threadedcomments', 'persons/person.xml|person'].map((one) => {
    const [path, kind] = one.split('|');
    return `<Override PartName="/xl/${path}" ContentType="application/vnd.ms-excel.${kind}+xml"/>`;
  });
  return {
    ...parts,
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${threads}"><threadedComment ref="B3" dT="2024-05-01T08:00:00.00" personId="{P}" id="{A}"><text>请核实</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<personList xmlns="${threads}"><person displayName="张三" id="{P}" userId="z" providerId="None"/></personList>`,
    'xl/worksheets/_rels/sheet1.xml.rels': add(
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<Relationship Id="rIdT" Type="${office}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>`,
    ),
    'xl/_rels/workbook.xml.rels': add(
      'xl/_rels/workbook.xml.rels',
      `<Relationship Id="rIdP" Type="${office}/person" Target="persons/person.xml"/>`,
    ),
    '[Content_Types].xml': text('[Content_Types].xml').replace('</Types>', `${types.join('')}</Types>`),
  };
}

const CELLS: readonly CellMark[] = [
  { sheet: '申报表', cell: 'B2', tone: 'warning', comment: '约数' },
  { sheet: '申报表', cell: 'B3', tone: 'error', comment: '与名称不符' },
  { sheet: '申报表', cell: 'B6', tone: 'info', comment: '空白' },
  { sheet: '申报表', cell: 'Z99', tone: 'info', comment: '很远' },
  { sheet: '码表', cell: 'A2', tone: 'info', comment: '隐藏的' },
];
const annotate = (source: Uint8Array, marks: readonly CellMark[], name = '检查结果') =>
  annotateWorkbook(source, marks, [listOf(name)], 'a.xlsx');

describe('workbooks of our own', () => {
  it('keep the rules whatever their names and texts are', () => {
    const bytes = buildWorkbook(NAMES.map(listOf));
    expect(workbookFaults(bytes)).toEqual([]);
    expect(readSheetjs(bytes).SheetNames).toHaveLength(NAMES.length);
  });
});

describe('an annotated copy of a workbook with everything in it', () => {
  let source: Uint8Array;
  let copy: Uint8Array;
  beforeAll(async () => {
    source = await awkwardSource();
    copy = annotate(source, CELLS);
  });

  it('begins with a sound source', () => {
    expect(workbookFaults(source)).toEqual([]);
  });

  it('keeps the rules', () => {
    expect(workbookFaults(copy)).toEqual([]);
    const awkward = CELLS.flatMap((mark) => AWKWARD.map((comment) => ({ ...mark, comment })));
    expect(workbookFaults(annotate(source, awkward))).toEqual([]);
  });

  it('changes the parts it must and no other', () => {
    expect(changedParts(source, copy)).toEqual([
      '+xl/worksheets/sheet4.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/persons/person.xml',
      'xl/styles.xml',
      'xl/threadedComments/threadedComment1.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  it('gives way to a sheet of the same name', () => {
    const { SheetNames, Sheets } = readSheetjs(copy);
    expect(SheetNames).toEqual(['申报表', '码表', '检查结果', '检查结果 (2)']);
    expect(Sheets['检查结果']!['A1'].v).toBe('用户自己的表');
  });

  it('prints the header of the results on each page, and what fits', async () => {
    const { pageSetup } = (await readExceljs(copy)).getWorksheet('检查结果 (2)')!;
    expect(pageSetup).toMatchObject({
      orientation: 'landscape',
      printTitlesRow: '1:1',
      printArea: 'A1:D5',
      paperSize: 9,
    });
    expect((await readExceljs(copy)).getWorksheet('申报表')!.pageSetup).toMatchObject({ printArea: 'A1:D9' });
  });
});

describe('a copy that is annotated again', () => {
  let source: Uint8Array;
  let copy: Uint8Array;
  beforeAll(async () => {
    source = await awkwardSource();
    copy = annotate(source, CELLS);
  });

  it('is the same when the results are', () => {
    const again = annotate(copy, CELLS);
    expect(workbookFaults(again)).toEqual([]);
    const { 'xl/styles.xml': _, ...parts } = unpack(again);
    const { 'xl/styles.xml': __, ...before } = unpack(copy);
    expect(Object.keys(parts)).toEqual(Object.keys(before));
    for (const name of [
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/threadedComments/threadedComment1.xml',
      'xl/workbook.xml',
    ])
      expect(parts[name], name).toBe(before[name]);
    // And it does not grow with each run.
    expect(unpack(annotate(again, CELLS))['xl/styles.xml']).toBe(
      unpack(annotate(annotate(again, CELLS), CELLS))['xl/styles.xml'],
    );
  });

  it('says nothing of what has been mended, and shows the fills that were there before', async () => {
    const again = annotate(copy, [{ sheet: '申报表', cell: 'D2', tone: 'error', comment: '新的' }]);
    expect(workbookFaults(again)).toEqual([]);
    expect(commentAt(again, '申报表', 'B2')).toBeUndefined();
    expect(JSON.stringify((await readExceljs(again)).getWorksheet('申报表')!.getCell('B3').note)).not.toContain(
      'jixiao',
    );
    expect(unpack(again)['xl/comments1.xml']).toContain('请核实');
    expect(commentAt(again, '码表', 'A2')).toBe('旧注');
    expect(commentAt(again, '申报表', 'D2')).toBe('新的');
    expect(await fillOf(again, '申报表', 'B2')).toBe('FF92D050');
    expect(await fillOf(again, '申报表', 'B3')).toBeUndefined();
    expect(await fillOf(again, '申报表', 'D2')).toBe('FFFFC7CE');
    expect(unpack(again)['xl/threadedComments/threadedComment1.xml']).not.toContain('parentId');
    expect(readSheetjs(again).SheetNames).toEqual(['申报表', '码表', '检查结果', '检查结果 (2)']);
  });

  it('knows its sheet of results by another name too', () => {
    const { 'xl/workbook.xml': workbook, ...rest } = unpackBytes(copy);
    const renamed = new TextDecoder().decode(workbook).replaceAll('检查结果 (2)', '六月的结果');
    const again = annotate(pack({ ...rest, 'xl/workbook.xml': renamed }), CELLS);
    expect(readSheetjs(again).SheetNames).toEqual(['申报表', '码表', '检查结果', '六月的结果']);
    expect(workbookFaults(again)).toEqual([]);
  });

  it('has its results where nothing else of it is left', () => {
    const once = annotate(source, []);
    expect(workbookFaults(annotate(once, []))).toEqual([]);
    expect(readSheetjs(annotate(once, [])).SheetNames).toHaveLength(4);
  });
});

it.each(['documents/twelve-defects.xlsx', 'formats/draft.xlsx'])('%s is annotated by the rules', (name) => {
  const bytes = readFileSync(fixturePath(name));
  const [sheet = ''] = readSheetjs(bytes).SheetNames;
  const copy = annotate(bytes, [{ sheet, cell: 'B2', tone: 'error', comment: '看这里' }]);
  expect(workbookFaults(copy)).toEqual([]);
  expect(workbookFaults(annotate(copy, []))).toEqual([]);
});
