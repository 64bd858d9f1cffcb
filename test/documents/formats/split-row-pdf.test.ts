/** A page break that runs through a row: browsers draw no line there, but the sides of the table reach to the break. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/documents/blocks/document.js';
import { blocksOf } from '../../../src/documents/pdf/blocks.js';
import { readPage } from '../../../src/documents/pdf/page.js';

const XS = [40, 120, 300, 380];
const run = (text: string, column: number, y: number) => {
  const left = (XS[column] ?? 0) + 4;
  return { text, left, right: left + text.length * 10, y, size: 10 };
};
/** Lines at `ys`, sides from `top` to `bottom`. */
const rules = (ys: readonly number[], top: number, bottom: number) => ({
  across: ys.map((at) => ({ at, from: 40, to: 380 })),
  down: XS.map((at) => ({ at, from: top, to: bottom })),
});
const rowsOf = (first: Parameters<typeof readPage>[1], second: Parameters<typeof readPage>[1]) => {
  const one = readPage(
    [
      run('数量指标', 0, 712),
      run('培训护林员人数', 1, 712),
      run('200人', 2, 712),
      run('数量指标', 0, 742),
      run('新建防火瞭望塔数量', 1, 742),
      run('3座', 2, 742),
    ],
    first,
    { number: 1, height: 842 },
  );
  const two = readPage(
    [run('（含通信设备）', 1, 62), run('质量指标', 0, 92), run('验收合格率', 1, 92), run('100%', 2, 92)],
    second,
    { number: 2, height: 842 },
  );
  return documentOf(blocksOf([one, two]), { source: 'a.pdf', format: 'pdf' }).grids.map(({ rows, places }) =>
    rows.map((row, index) => [...row, places?.[index]?.page]),
  );
};

describe('a row that a page break runs through', () => {
  it('is one row, in its place on the first page', () => {
    expect(rowsOf(rules([700, 730], 700, 760), rules([75, 105], 50, 105))).toEqual([
      [
        ['数量指标', '培训护林员人数', '200人', 1],
        ['数量指标', '新建防火瞭望塔数量（含通信设备）', '3座', 1],
        ['质量指标', '验收合格率', '100%', 2],
      ],
    ]);
  });

  it('is not made of two rows that lack nothing but the line between them', () => {
    expect(rowsOf(rules([700, 730, 760], 700, 760), rules([75, 105], 50, 105))[0]).toHaveLength(4);
  });
});
