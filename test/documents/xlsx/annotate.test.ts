import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { annotateWorkbook, type CellMark } from '../../../src/documents/xlsx/annotate.js';
import { commentAt, expectSound, fillOf, readExceljs, readSheetjs, unpack, unpackBytes } from './support.js';

const RED = 'FFFFC7CE';
const YELLOW = 'FFFFEB9C';
const BLUE = 'FFDDEBF7';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const MARKS: readonly CellMark[] = [
  { sheet: '绩效目标申报表', cell: 'C4', tone: 'warning', comment: '指标值“若干”是约数词，应写明确定的数值' },
  { sheet: '绩效目标申报表', cell: 'D4', tone: 'error', comment: '权重之和不是 100' },
  { sheet: '绩效目标申报表', cell: 'D4', tone: 'info', comment: '与上年相同' },
  { sheet: '绩效目标申报表', cell: 'A6', tone: 'info', comment: '合并块内的格' },
  { sheet: '绩效目标申报表', cell: 'H40', tone: 'error', comment: '空白格' },
];

async function draft(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('绩效目标申报表', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = [{ width: 12 }, { width: 30 }, { width: 20 }, { width: 10 }];
  sheet.mergeCells('A1:D1');
  sheet.getCell('A1').value = { richText: [{ text: '绩效目标', font: { bold: true } }, { text: '申报表' }] };
  sheet.getRow(3).values = ['一级指标', '三级指标', '指标值', '权重'];
  sheet.getRow(4).values = ['产出指标', '培训次数', '若干', 0.3];
  sheet.getRow(5).values = ['产出指标', '培训人数', '≥100人', { formula: 'D4*2', result: 0.6 }];
  sheet.mergeCells('A5:A6');
  sheet.getCell('C4').font = { name: '仿宋', size: 14, italic: true };
  sheet.getCell('C4').border = { top: { style: 'double' } };
  sheet.getCell('D4').numFmt = '0.00%';
  sheet.getCell('D4').note = '请核对权重';
  sheet.getCell('B4').note = '原有批注';
  sheet.getCell('C5').dataValidation = { type: 'list', formulae: ['"若干,≥100人"'] };
  sheet.addConditionalFormatting({
    ref: 'D4:D5',
    rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [0.5], style: { font: { bold: true } } }],
  });
  const image = workbook.addImage({ base64: PIXEL, extension: 'png' });
  sheet.addImage(image, 'F1:G3');
  const codes = workbook.addWorksheet('代码', { state: 'hidden' });
  codes.getCell('A1').value = 46053;
  codes.addTable({ name: '表', ref: 'F6', columns: [{ name: '甲' }, { name: '乙' }], rows: [[1, 2]] });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('an annotated copy of an ordinary draft', () => {
  let source: Uint8Array;
  let copy: Uint8Array;
  beforeAll(async () => {
    source = await draft();
    copy = annotateWorkbook(source, MARKS, [], '申报表.xlsx');
  });

  test('opens without repair', () => {
    expectSound(copy);
  });

  test('leaves every part that bears no mark byte-identical', () => {
    const before = unpackBytes(source);
    const after = unpackBytes(copy);
    const changed = Object.keys(before).filter((name) => !Buffer.from(before[name]!).equals(Buffer.from(after[name]!)));
    expect(changed.toSorted()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test('says what is wrong in comments, one for a cell', () => {
    expect(commentAt(copy, '绩效目标申报表', 'C4')).toBe('指标值“若干”是约数词，应写明确定的数值');
    expect(commentAt(copy, '绩效目标申报表', 'H40')).toBe('空白格');
  });

  test('keeps what was said before, and adds to it', () => {
    expect(commentAt(copy, '绩效目标申报表', 'B4')).toBe('原有批注');
    expect(commentAt(copy, '绩效目标申报表', 'D4')).toBe('请核对权重\njixiao:\n权重之和不是 100\n与上年相同');
  });

  test('puts a remark on a covered cell on the anchor of the merge', () => {
    expect(commentAt(copy, '绩效目标申报表', 'A5')).toBe('合并块内的格');
    expect(commentAt(copy, '绩效目标申报表', 'A6')).toBeUndefined();
  });

  test('colours each cell by its worst mark', async () => {
    expect(await fillOf(copy, '绩效目标申报表', 'C4')).toBe(YELLOW);
    expect(await fillOf(copy, '绩效目标申报表', 'D4')).toBe(RED);
    expect(await fillOf(copy, '绩效目标申报表', 'A5')).toBe(BLUE);
    expect(await fillOf(copy, '绩效目标申报表', 'H40')).toBe(RED);
    expect(await fillOf(copy, '绩效目标申报表', 'B4')).toBeUndefined();
  });

  test('changes nothing but the fill of a cell', async () => {
    const before = (await readExceljs(source)).getWorksheet('绩效目标申报表');
    const after = (await readExceljs(copy)).getWorksheet('绩效目标申报表');
    for (const cell of ['C4', 'D4']) {
      const { fill: _, ...style } = after!.getCell(cell).style;
      const { fill: __, ...original } = before!.getCell(cell).style;
      expect(style).toEqual(original);
      expect(after!.getCell(cell).value).toEqual(before!.getCell(cell).value);
    }
  });

  test('keeps merges, formulas, rich text, validation, rules, picture, table, widths and hidden sheets', async () => {
    const [before, after] = await Promise.all([readExceljs(source), readExceljs(copy)]);
    const [old, now] = [before, after].map((book) => book.getWorksheet('绩效目标申报表')!.model as unknown);
    const keys = ['merges', 'conditionalFormattings', 'media', 'tables', 'cols', 'views', 'dataValidations'];
    for (const key of keys) expect((now as Record<string, unknown>)[key], key).toEqual((old as never)[key]);
    expect(after.getWorksheet('绩效目标申报表')!.getCell('D5').formula).toBe('D4*2');
    expect(after.getWorksheet('绩效目标申报表')!.getCell('A1').value).toHaveProperty('richText.0.font.bold', true);
    expect(after.getWorksheet('代码')!.state).toBe('hidden');
    expect(readSheetjs(copy).Sheets['代码']!['A1'].v).toBe(46053);
  });

  test('covers the new cells with the stated dimension', () => {
    expect(unpack(copy)['xl/worksheets/sheet1.xml']).toContain('<dimension ref="A1:H40"/>');
  });

  test('has boxes in which six lines can be read', () => {
    const drawing = unpack(copy)['xl/drawings/vmlDrawing1.vml']!;
    const boxes = [...drawing.matchAll(/<x:Anchor>([\d, ]+)<\/x:Anchor><x:AutoFill>False<\/x:AutoFill><x:Row>/g)];
    expect(boxes).toHaveLength(3);
    for (const [, anchor] of boxes) {
      const [left, , top, topPixels, right, , bottom, bottomPixels] = anchor!.split(', ').map(Number);
      // Rows are 20 pixels high here.
      expect((bottom! - top!) * 20 + bottomPixels! - topPixels!).toBeGreaterThan(6 * 16);
      expect(right! - left!).toBeGreaterThan(0);
    }
  });

  test('is the same, byte for byte, when made again', () => {
    expect(annotateWorkbook(source, MARKS, [], '申报表.xlsx')).toEqual(copy);
  });

  test('has the parts of the source and no other when there is nothing to say', () => {
    expect(unpackBytes(annotateWorkbook(source, [], [], '申报表.xlsx'))).toEqual(unpackBytes(source));
  });

  test('can be annotated again', () => {
    const again = annotateWorkbook(copy, [{ ...MARKS[0]!, comment: '第二次' }], [], '申报表.xlsx');
    expectSound(again);
    expect(commentAt(again, '绩效目标申报表', 'C4')).toBe('第二次');
    expect(commentAt(again, '绩效目标申报表', 'D4')).toBe('请核对权重');
    expect(commentAt(again, '绩效目标申报表', 'H40')).toBeUndefined();
  });
});

test('marks on a hidden sheet and a sheet without comments', async () => {
  const copy = annotateWorkbook(
    await draft(),
    [{ sheet: '代码', cell: 'A1', tone: 'error', comment: '错' }],
    [],
    'a.xlsx',
  );
  expectSound(copy);
  expect(commentAt(copy, '代码', 'A1')).toBe('错');
  expect(commentAt(copy, '绩效目标申报表', 'D4')).toBe('请核对权重');
});

test('a mark that points nowhere is told apart from a damaged file', async () => {
  const source = await draft();
  const mark = { sheet: '没有', cell: 'A1', tone: 'error', comment: '' } as const;
  expect(() => annotateWorkbook(source, [mark], [], 'a.xlsx')).toThrow(
    expect.objectContaining({ code: 'no-such-sheet', place: { file: 'a.xlsx', sheet: '没有', cell: 'A1' } }),
  );
  expect(() => annotateWorkbook(source, [{ ...mark, sheet: '代码', cell: 'A0' }], [], 'a.xlsx')).toThrow(
    expect.objectContaining({ code: 'bad-cell-reference' }),
  );
});
