import { describe, expect, it } from 'vitest';
import { workPaperRows } from '../../src/findings/work-paper.js';
import { loadReadingData } from '../../src/platform/shipped.js';
import type { Finding } from '../../src/schema/index.js';

const data = await loadReadingData();

function finding(own: Partial<Finding>): Finding {
  return {
    id: 'r1.problem.1',
    source: 'a.xlsx',
    location: { sheet: 'Sheet1', cell: 'C2' },
    unit: '县民政局',
    kind: 'problem',
    level: 1,
    marker: '',
    text: '',
    start: 0,
    end: 1,
    parentId: null,
    labels: [],
    needsReview: false,
    pairedWith: [],
    ...own,
  };
}

describe('workPaperRows', () => {
  it('writes one row a problem without parts, under its headline and with the advice of that', () => {
    const rows = workPaperRows(
      [
        finding({ text: '发放不规范。', pairedWith: ['r1.suggestion.1'] }),
        finding({ id: 'r1.problem.1.1', parentId: 'r1.problem.1', level: 2, text: '多发补助9.36万元。' }),
        finding({ id: 'r1.problem.1.2', parentId: 'r1.problem.1', level: 2, text: '登记表代签。' }),
        finding({ id: 'r1.suggestion.1', kind: 'suggestion', text: '追回多发资金。', pairedWith: ['r1.problem.1'] }),
      ],
      data,
    );
    expect(rows.map(({ facts }) => facts)).toEqual([
      ['发放不规范。', '多发补助9.36万元。'],
      ['发放不规范。', '登记表代签。'],
    ]);
    expect(rows.map(({ amounts }) => amounts)).toEqual([['9.36万元'], []]);
    expect(rows.map(({ advice }) => advice)).toEqual([['追回多发资金。'], ['追回多发资金。']]);
    expect(rows[0]).toMatchObject({ unit: '县民政局', location: { cell: 'C2' } });
  });

  it('takes no answer of another file', () => {
    const rows = workPaperRows(
      [
        finding({ text: '发放不规范。', pairedWith: ['r1.suggestion.1'] }),
        finding({ source: 'b.xlsx', id: 'r1.suggestion.1', kind: 'suggestion', text: '别处的建议。' }),
      ],
      data,
    );
    expect(rows.map(({ advice }) => advice)).toEqual([[]]);
  });

  it.each([
    ['挪用资金1,200元，另有三十万元未入账', ['1,200元', '三十万元']],
    ['闲置300余万元', ['300余万元']],
    ['超标准发放，人均38元/人', []],
    ['12名工作人员未到岗', []],
  ])('sums of %s: %j', (text, amounts) => {
    expect(workPaperRows([finding({ text })], data)[0]?.amounts).toEqual(amounts);
  });

  it.each([
    ['不符合《政府采购法》第二条', ['《政府采购法》']],
    [
      '违反《项目支出绩效评价管理办法》（财预〔2020〕10号）的规定',
      ['《项目支出绩效评价管理办法》（财预〔2020〕10号）'],
    ],
    ['不符合《专项资金管理办法（试行）》', ['《专项资金管理办法（试行）》']],
    ['《购销合同》未约定违约责任', []],
    ['未按粤财绩〔2019〕5号执行', ['粤财绩〔2019〕5号']],
  ])('policies of %s: %j', (text, basis) => {
    expect(workPaperRows([finding({ text })], data)[0]?.basis).toEqual(basis);
  });
});
