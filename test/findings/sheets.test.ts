/** Workbooks of several sheets: whose title is whose, and what was left unread. */
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/documents/model.js';
import { readFindings } from '../../src/findings/review.js';
import { data, gridDocument } from './helpers.js';

type Sheet = Partial<Grid> & Pick<Grid, 'rows'>;

function read(sheets: Sheet[]) {
  const grids = sheets.map((sheet, index) => ({ sheet: `表${index + 1}`, hidden: false, merges: [], ...sheet }));
  return readFindings({ ...gridDocument([]), grids }, data);
}

const owners = (sheets: Sheet[]): string[] =>
  read(sheets).findings.map(({ project = '-', year, text }) => `${project} ${year ?? '-'} ${text}`);

const table = [
  ['项目名称', '存在问题'],
  ['路灯养护', '路灯不亮'],
];
const bare = [
  ['一级指标', '扣分原因', '改进建议'],
  ['产出', '完工推迟两月', '倒排工期'],
];

describe('titles of sheets', () => {
  it('keeps the title of one sheet away from another', () => {
    const titled = { rows: [['2023年老旧桥梁加固项目绩效评价问题清单'], ...bare] };
    expect(owners([titled, { rows: bare }])).toEqual([
      '老旧桥梁加固项目 2023 完工推迟两月',
      '老旧桥梁加固项目 2023 倒排工期',
      '- 2023 完工推迟两月',
      '- 2023 倒排工期',
    ]);
    expect(owners([{ rows: bare }, titled])[2]).toBe('老旧桥梁加固项目 2023 完工推迟两月');
  });

  it('takes the title of a cover for that of the sheets behind it', () => {
    expect(owners([{ rows: [['2023年老旧桥梁加固项目绩效评价报告'], ['柳河县财政局']] }, { rows: bare }])[0]).toBe(
      '老旧桥梁加固项目 2023 完工推迟两月',
    );
  });

  it('takes no list of all units for a project', () => {
    expect(owners([{ rows: [['2024年度部门评价结果汇总表'], ...bare] }])[0]).toBe('- 2024 完工推迟两月');
  });
});

describe('sheets left unread', () => {
  it('names a shown sheet of which nothing was read, and a hidden one with findings', () => {
    const { findings, unread } = read([
      { rows: table },
      {
        rows: [
          ['项目', '查出的毛病'],
          ['公厕管护', '验收无记录'],
        ],
      },
      { rows: table, hidden: true },
    ]);
    expect(findings).toHaveLength(1);
    expect(unread).toEqual([
      { what: 'sheet', sheet: '表2' },
      { what: 'hidden-sheet', sheet: '表3' },
    ]);
  });

  it('reads no hidden row, and says where the first is', () => {
    const { findings, unread } = read([
      { rows: [...table, ['桥梁', '桥面破损'], ['护栏', '护栏缺失']], hiddenRows: new Set([2, 3]) },
    ]);
    expect(findings.map(({ text }) => text)).toEqual(['路灯不亮']);
    expect(unread).toEqual([{ what: 'hidden-rows', rows: 2, location: { sheet: '表1', cell: 'A3' } }]);
  });

  it('is silent about covers, blank sheets, hidden sheets of other things and columns without findings', () => {
    const nothing = [
      ['项目名称', '存在问题'],
      ['路灯养护', '无'],
    ];
    const { unread } = read([
      { rows: [['封面'], ['二〇二四年']] },
      { rows: table },
      { rows: nothing },
      { rows: [] },
      {
        rows: [
          ['项目', '金额'],
          ['桥梁', '5'],
        ],
        hidden: true,
      },
    ]);
    expect(unread).toEqual([]);
  });

  it('has nothing read where a title of findings heads rows of other things', () => {
    const { hasPlaces } = read([{ rows: [['存在问题'], ['联系人', '王某某'], ['电话', '85']] }]);
    expect(hasPlaces).toBe(false);
  });
});
