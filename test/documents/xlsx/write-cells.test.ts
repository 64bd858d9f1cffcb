import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CellText, CellWriter } from '../../../src/documents/xlsx/write-cells.js';
import { expectSound, handmade, readExceljs, readSheetjs, unpack, unpackBytes, worksheet } from './support.js';

const SHEET = '绩效目标申报表';
const at = (cell: string, text: string, sheet = SHEET): CellText => ({ sheet, cell, text });

async function draft(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  sheet.columns = [{ width: 12 }, { width: 30 }, { width: 20 }, { width: 10 }];
  sheet.mergeCells('A1:D1');
  sheet.getCell('A1').value = { richText: [{ text: '绩效目标', font: { bold: true } }, { text: '申报表' }] };
  sheet.getRow(3).values = ['一级指标', '三级指标', '指标值', '权重'];
  sheet.getRow(4).values = ['产出指标', '培训次数', '若干', 0.3];
  sheet.getRow(5).values = ['产出指标', '培训次数', 100, { formula: 'D4*2', result: 0.6 }];
  sheet.mergeCells('A5:A6');
  sheet.getCell('C4').font = { name: '仿宋', size: 14, italic: true };
  sheet.getCell('C4').border = { top: { style: 'double' } };
  sheet.getCell('C5').numFmt = '0.00%';
  sheet.getCell('B4').note = '原有批注';
  sheet.addConditionalFormatting({
    ref: 'D4:D5',
    rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [0.5], style: { font: { bold: true } } }],
  });
  workbook.addWorksheet('代码', { state: 'hidden' }).getCell('A1').value = 46053;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a copy with other text in some cells', () => {
  let source: Uint8Array;
  let copy: Uint8Array;
  beforeAll(async () => {
    source = await draft();
    const cells = [at('C4', '≥12次'), at('C5', '=100%\n<全部>'), at('B5', '培训人数'), at('F9', '_x000D_新')];
    copy = new CellWriter(source, '申报表.xlsx').write(cells);
  });

  test('opens without repair', () => {
    expectSound(copy);
  });

  test('changes the one sheet and no other part: shared strings, styles and comments stay byte-identical', () => {
    const [before, after] = [unpackBytes(source), unpackBytes(copy)];
    const changed = Object.keys(before).filter((name) => !Buffer.from(before[name]!).equals(Buffer.from(after[name]!)));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test('says the new text, and the same elsewhere where a string is shared', async () => {
    const sheet = (await readExceljs(copy)).getWorksheet(SHEET)!;
    expect(sheet.getCell('C4').value).toBe('≥12次');
    expect(sheet.getCell('C5').value).toBe('=100%\n<全部>');
    expect(sheet.getCell('B4').value).toBe('培训次数');
    expect(sheet.getCell('B5').value).toBe('培训人数');
    expect(readSheetjs(copy).Sheets[SHEET]?.F9).toMatchObject({ t: 's', v: '_x000D_新' });
    expect(readSheetjs(copy).Sheets[SHEET]?.C5?.f).toBeUndefined();
  });

  test('keeps looks, merges, formulas, comments and rules', async () => {
    const [before, after] = await Promise.all([readExceljs(source), readExceljs(copy)]);
    const [old, now] = [before.getWorksheet(SHEET)!, after.getWorksheet(SHEET)!];
    for (const cell of ['C4', 'C5', 'B5']) expect(now.getCell(cell).style).toEqual(old.getCell(cell).style);
    for (const key of ['merges', 'conditionalFormattings', 'cols'])
      expect((now.model as never)[key], key).toEqual((old.model as never)[key]);
    expect(now.getCell('D5').formula).toBe('D4*2');
    expect(now.getCell('A1').value).toHaveProperty('richText.0.font.bold', true);
    expect(now.getCell('B4').note).toEqual(old.getCell('B4').note);
    expect(after.getWorksheet('代码')!.state).toBe('hidden');
  });

  test('changes no character of the sheet but those cells and the stated dimension', () => {
    const cut = (bytes: Uint8Array) =>
      (unpack(bytes)['xl/worksheets/sheet1.xml'] ?? '')
        .replace(/<c r="(?:C4|C5|B5)"[^]*?<\/c>/g, '')
        .replace(/<row r="9">[^]*?<\/row>/, '')
        .replace(/<dimension [^>]*>/, '');
    expect(cut(copy)).toBe(cut(source));
    expect(unpack(copy)['xl/worksheets/sheet1.xml']).toContain('<dimension ref="A1:F9"/>');
  });

  test('is the same, byte for byte, when made again', () => {
    const twice = [1, 2].map(() => new CellWriter(source, 'a.xlsx').write([at('C4', '甲')]));
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe('cells that a formula fills', () => {
  test('are told apart from those that hold its mere result', async () => {
    const cells = ['C4', 'C5', 'D4', 'D5', 'H40'].map((cell) => at(cell, '甲'));
    const formulas = new CellWriter(await draft(), 'a.xlsx').formulas(cells);
    expect([...formulas].map(({ cell }) => cell)).toEqual(['D5']);
  });

  test('are all those in the range of an array formula or data table', () => {
    const sheet = worksheet(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>2</v></c><c r="B1"><v>4</v></c></row>' +
        '<row r="2"><c r="A2"><v>6</v></c><c r="B2"><v>8</v></c><c r="D2"><v>1</v></c></row></sheetData>',
    );
    const cells = ['A1', 'B1', 'B2', 'C1', 'D2'].map((cell) => at(cell, '甲', '表一'));
    const formulas = new CellWriter(handmade(sheet), 'a.xlsx').formulas(cells);
    expect([...formulas].map(({ cell }) => cell).sort()).toEqual(['A1', 'B1', 'B2']);
  });
});

describe('odd sheets', () => {
  const write = (content: string, ...cells: CellText[]) => {
    const copy = new CellWriter(handmade(worksheet(content)), 'a.xlsx').write(cells);
    expectSound(copy);
    return unpack(copy)['xl/worksheets/sheet1.xml']!;
  };
  const INLINE = (text: string) => `<is><t xml:space="preserve">${text}</t></is>`;

  test('an empty sheet, an empty row, cells without references', () => {
    expect(write('<sheetData/>', at('B2', '甲', '表一'))).toContain(
      `<sheetData><row r="2"><c r="B2" s="0" t="inlineStr">${INLINE('甲')}</c></row></sheetData>`,
    );
    expect(write('<sheetData><row r="2" spans="1:1"/></sheetData>', at('B2', '甲', '表一'))).toContain(
      `<row r="2"><c r="B2" s="0" t="inlineStr">${INLINE('甲')}</c></row>`,
    );
    expect(
      write('<sheetData><row><c><v>1</v></c><c s="3"><v>2</v></c></row></sheetData>', at('B1', '甲', '表一')),
    ).toContain(`<c><v>1</v></c><c s="3" t="inlineStr">${INLINE('甲')}</c>`);
  });

  test('empty cells, rich values and prefixed names', () => {
    expect(write('<sheetData><row r="1"><c r="A1" s="5"/></row></sheetData>', at('A1', '甲', '表一'))).toContain(
      `<c r="A1" s="5" t="inlineStr">${INLINE('甲')}</c>`,
    );
    expect(
      write(
        '<sheetData><row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c></row></sheetData>',
        at('A1', '甲', '表一'),
      ),
    ).toContain(`<c r="A1" t="inlineStr">${INLINE('甲')}</c>`);
    const prefixed = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const copy = new CellWriter(handmade(prefixed), 'a.xlsx').write([at('A1', '甲', '表一'), at('B1', '乙', '表一')]);
    expectSound(copy);
    expect(unpack(copy)['xl/worksheets/sheet1.xml']).toContain(
      '<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c><x:c r="B1"',
    );
  });

  test('a place that is not there is told apart from a damaged file', () => {
    const writer = new CellWriter(handmade(worksheet('<sheetData/>')), 'a.xlsx');
    expect(() => writer.write([at('A1', '甲', '没有')])).toThrow(expect.objectContaining({ code: 'no-such-sheet' }));
    expect(() => writer.write([at('A0', '甲', '表一')])).toThrow(
      expect.objectContaining({ code: 'bad-cell-reference' }),
    );
  });
});
