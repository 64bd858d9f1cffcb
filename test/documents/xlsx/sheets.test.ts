import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../src/documents/xlsx/annotate.js';
import { buildWorkbook } from '../../../src/documents/xlsx/build.js';
import type { SheetCell, SheetSpec } from '../../../src/schema/index.js';
import { expectSound, handmade, readExceljs, readSheetjs, unpack, worksheet } from './support.js';

const LIST: SheetSpec = {
  name: '问题清单',
  columns: [
    { header: '位置', width: 16 },
    { header: '问题', width: 50 },
    { header: '权重', width: 8 },
  ],
  rows: [
    [{ text: "表'一!C4", link: { sheet: "表'一", cell: 'C4' } }, { text: '指标值用了约数词', tone: 'warning' }, 12.5],
    [null, { text: '权重之和不是 100', tone: 'error' }, Number.NaN],
  ],
};

async function cellOf(value: SheetCell) {
  const bytes = buildWorkbook([{ name: 'S', columns: [{ header: 'h', width: 9 }], rows: [[value]] }]);
  expectSound(bytes);
  return {
    sheetjs: readSheetjs(bytes).Sheets['S']!['A2'],
    exceljs: (await readExceljs(bytes)).getWorksheet('S')!.getCell('A2'),
  };
}

describe('a workbook of our own', () => {
  const bytes = buildWorkbook([LIST, { name: "表'一", columns: [{ header: '甲', width: 5 }], rows: [] }]);

  test('opens without repair and says what it was given', () => {
    expectSound(bytes);
    const rows = readSheetjs(bytes).Sheets['问题清单']!;
    expect([rows['A1'].v, rows['B1'].v, rows['B2'].v, rows['C2'].v]).toEqual([
      '位置',
      '问题',
      '指标值用了约数词',
      12.5,
    ]);
    expect(rows['A3']?.v).toBeUndefined();
    expect(rows['C3'].v).toBe('NaN');
  });

  test('has a bold, filled, frozen header with a filter, and the widths asked for', async () => {
    const sheet = (await readExceljs(bytes)).getWorksheet('问题清单')!;
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, name: '宋体', size: 11 });
    expect(sheet.getCell('A1').fill).toMatchObject({ pattern: 'solid' });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:C3');
    expect(Math.floor(sheet.getColumn(2).width!)).toBe(50);
    expect(sheet.getCell('B2').alignment).toMatchObject({ wrapText: true, vertical: 'top' });
  });

  test('has rows high enough for the text that wraps in them', async () => {
    const rows = [['指标值用了约数词，应写明确定的数值'], ['短'], ['一\n二\n三']];
    const wrapped = buildWorkbook([{ name: 'S', columns: [{ header: '问题', width: 12 }], rows }]);
    const sheet = (await readExceljs(wrapped)).getWorksheet('S')!;
    const [long, short, three] = [2, 3, 4].map((row) => sheet.getRow(row).height);
    expect([long! >= 3 * 13.5, short! < 2 * 13.5, three! >= 3 * 13.5]).toEqual([true, true, true]);
  });

  test('colours tones and links to cells', async () => {
    const sheet = (await readExceljs(bytes)).getWorksheet('问题清单')!;
    expect(sheet.getCell('B2').fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } });
    expect(sheet.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(readSheetjs(bytes).Sheets['问题清单']!['A2'].l.Target).toBe("#'表''一'!C4");
  });

  test('has the same bytes each time', () => {
    const again = buildWorkbook([LIST, { name: "表'一", columns: [{ header: '甲', width: 5 }], rows: [] }]);
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  test('needs a sheet', () => {
    expect(() => buildWorkbook([])).toThrow(expect.objectContaining({ code: 'no-sheets' }));
  });
});

describe('text stays text', () => {
  test.each(['=1+1', '+86 10', '-5', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1'])(
    '%j is no formula',
    async (text) => {
      const { sheetjs, exceljs } = await cellOf(text);
      expect(sheetjs.f).toBeUndefined();
      expect(sheetjs.t).toBe('s');
      expect(sheetjs.v).toBe(text);
      expect(exceljs.formula).toBeUndefined();
      // Without this mark the text becomes a formula as soon as someone edits the cell.
      expect(Object.values(unpack(buildWorkbook([{ name: 'S', columns: [], rows: [[text]] }]))).join('')).toContain(
        'quotePrefix="1"',
      );
    },
  );

  test.each([
    ['blanks', '  两边有空格 ', '  两边有空格 '],
    ['line breaks', '一\r\n二\r三', '一\n二\n三'],
    ['markup', '<b>&amp;"\'', '<b>&amp;"\''],
    ['control characters', 'a\u0000\u0008\u000Bb\uFFFE', 'ab'],
    ['half a character', '\uD83D绩', '\uFFFD绩'],
    ['numbers with leading zeros', '0012', '0012'],
  ])('%s', async (_, text, expected) => {
    expect((await cellOf(text)).sheetjs.v).toBe(expected);
  });

  test('what looks like an escape of Excel is not taken for one', async () => {
    expect((await cellOf('_x000D_')).exceljs.value).toMatch(/^_x005F_x000D_$|^_x000D_$/);
  });

  test('text longer than a cell can hold is cut', async () => {
    const { sheetjs } = await cellOf('长'.repeat(40_000));
    expect(sheetjs.v).toHaveLength(32_767);
    expect(sheetjs.v.endsWith('…')).toBe(true);
  });
});

describe('sheets behind those of the user', () => {
  const source = handmade(worksheet('<sheetData/>'));

  test('the user’s sheets stay as they are', () => {
    const copy = annotateWorkbook(source, [], [LIST], 'a.xlsx');
    expectSound(copy);
    expect(readSheetjs(copy).SheetNames).toEqual(['表一', '问题清单']);
    expect(unpack(copy)['xl/worksheets/sheet1.xml']).toBe(worksheet('<sheetData/>'));
  });

  test('names are made legal and unlike the names there', () => {
    const named = (name: string): SheetSpec => ({ ...LIST, name });
    const long = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三';
    const specs = ['表一', '表一', 'Sheet', 'SHEET', 'a/b:c*?', '', "'引'", 'History', long, long].map(named);
    const copy = annotateWorkbook(source, [], specs, 'a.xlsx');
    expectSound(copy);
    const names = readSheetjs(copy).SheetNames;
    const expected = '表一|表一 (2)|表一 (3)|Sheet|SHEET (2)|a b c|_|引|History_'.split('|');
    expect(names).toEqual([...expected, long.slice(0, 31), `${long.slice(0, 27)} (2)`]);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });

  test('a link follows a sheet that was renamed, but means the user’s sheet where both have the name', () => {
    const link = (sheet: string) => ({ text: sheet, link: { sheet, cell: 'A1' } });
    const specs: SheetSpec[] = [
      {
        name: '表一',
        columns: [{ header: '位置', width: 9 }],
        rows: [[link('表一')], [link('清单/一')], [link('没有')]],
      },
      { name: '清单/一', columns: [], rows: [] },
    ];
    const sheet = readSheetjs(annotateWorkbook(source, [], specs, 'a.xlsx')).Sheets['表一 (2)']!;
    expect(sheet['A2'].l.Target).toBe("#'表一'!A1");
    expect(sheet['A3'].l.Target).toBe("#'清单 一'!A1");
    expect(sheet['A4'].l).toBeUndefined();
    expect(sheet['A4'].v).toBe('没有');
  });
});
