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

  it('writes the headline of an answer and what stands below it, but no point that answers another problem', () => {
    const suggestion = (id: string, own: Partial<Finding>): Finding =>
      finding({ id, kind: 'suggestion', ...(id.length > 15 && { parentId: 'r1.suggestion.1', level: 2 }), ...own });
    const part = { parentId: 'r1.problem.1', level: 2 };
    const rows = workPaperRows(
      [
        finding({ text: '管护薄弱', pairedWith: ['r1.suggestion.1'] }),
        finding({ id: 'r1.problem.1.1', ...part, text: '无人巡查。' }),
        finding({ id: 'r1.problem.1.2', ...part, text: '台账缺页。', pairedWith: ['r1.suggestion.1.2'] }),
        suggestion('r1.suggestion.1', { text: '压实管护责任', pairedWith: ['r1.problem.1'] }),
        suggestion('r1.suggestion.1.1', { text: '建议与服务费挂钩。', pairedWith: ['r1.problem.1.2'] }),
        suggestion('r1.suggestion.1.2', { marker: '一是', text: '补齐台账。', pairedWith: ['r1.problem.1.2'] }),
        suggestion('r1.suggestion.1.3', { marker: '二是', text: '配备专人。' }),
      ],
      data,
    );
    expect(rows.map(({ advice }) => advice)).toEqual([
      ['压实管护责任', '建议与服务费挂钩。', '配备专人。'],
      ['压实管护责任', '补齐台账。'],
    ]);
  });

  it.each<[string, string[]]>([
    ['违反了《柳河县专项资金管理办法》第十五条的规定', ['《柳河县专项资金管理办法》第十五条']],
    ['不符合《预算法》第十三条第二款、第五十七条的要求', ['《预算法》第十三条第二款、第五十七条']],
    [
      '按《差旅费管理办法》（柳财行〔2020〕3号）第8条第（三）项',
      ['《差旅费管理办法》（柳财行〔2020〕3号）第8条第（三）项'],
    ],
    ['未执行柳财绩〔2021〕9号第六条', ['柳财绩〔2021〕9号第六条']],
    ['《政府采购法》的第三条之一', ['《政府采购法》第三条之一']],
    ['依《会计法》第九条，《会计法》还要求', ['《会计法》第九条']],
    ['按《考核办法》第一季度应考核', ['《考核办法》']],
  ])('names the article with the policy: %s', (text, basis) => {
    expect(workPaperRows([finding({ text })], data)[0]?.basis).toEqual(basis);
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
    ['不符合《政府采购法》第二条', ['《政府采购法》第二条']],
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
