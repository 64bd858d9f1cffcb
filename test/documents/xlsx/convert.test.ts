import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/documents/model.js';
import { convertToWorkbook } from '../../../src/documents/xlsx/convert.js';
import { readXlsx } from '../../../src/documents/xlsx/read/read-xlsx.js';
import { workbookFaults } from '../../support/ooxml/workbook.js';
import { readSheetjs } from './support.js';

const grid = (own: Partial<Grid>): Grid => ({ sheet: '表', hidden: false, rows: [['甲']], merges: [], ...own });

describe('tables of formats that cannot be written', () => {
  it('show in a workbook what they showed, at their places', () => {
    const rows = [
      ['绩效目标表', '', ''],
      ['名称', '指标值', ''],
      ['培训', '007', '=1+1'],
      ['12.5', '1.50', '95%'],
      [],
      ['', '-3'],
    ];
    const merges = [{ top: 0, left: 0, bottom: 0, right: 2 }];
    const grids = [grid({ rows, merges, hiddenRows: new Set([3]) }), grid({ sheet: '码表', hidden: true })];
    const { bytes } = convertToWorkbook(grids);
    expect(workbookFaults(bytes)).toEqual([]);
    const read = readXlsx(bytes, 'a.xlsx').grids;
    expect(
      read[0]?.rows.map((row) =>
        row
          .map((text) => text)
          .join('|')
          .replace(/\|+$/, ''),
      ),
    ).toEqual(rows.map((row) => row.join('|').replace(/\|+$/, '')));
    expect(read.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect([read[0]?.merges, read[0]?.hiddenRows]).toEqual([merges, new Set([3])]);
    const cells = readSheetjs(bytes).Sheets['表']!;
    // What shows alike as a number is one, and nothing is a formula.
    expect([cells['A4'].t, cells['B3'].t, cells['B4'].t, cells['B6'].t]).toEqual(['n', 's', 's', 'n']);
    expect(cells['C3'].f).toBeUndefined();
  });

  it('keep the rules whatever the sheets are called and however blocks lie over each other', () => {
    const over = [
      { top: 0, left: 0, bottom: 3, right: 1 },
      { top: 1, left: 1, bottom: 9, right: 9 },
      { top: 3, left: 0, bottom: 1_000_000, right: 500 },
      { top: 0, left: 2, bottom: 0, right: 2 },
    ];
    const rows = Array.from({ length: 6 }, () => ['a\u0000', '长'.repeat(40_000), '😀', '']);
    const names = ["a:b[c]'", 'a b c', 'x'.repeat(50), '', '检查结果'];
    const { bytes, sheetNames } = convertToWorkbook(
      names.map((sheet) => grid({ sheet, rows, merges: over, hidden: true })),
    );
    expect(workbookFaults(bytes)).toEqual([]);
    expect([...sheetNames.values()].toSorted()).toEqual(readSheetjs(bytes).SheetNames.toSorted());
  });
});
