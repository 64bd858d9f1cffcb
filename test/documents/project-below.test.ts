/** Forms that say whose they are, and who signs them, under their indicators. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const read = (text: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(text)], lines: [], notices: [] };
  return readDrafts(document, tables, understanding().framework);
};
const HEAD = '一级指标 | 二级指标 | 三级指标 | 指标值';
const form = (name: string, indicator: string) =>
  `${HEAD}\n产出指标 | 数量指标 | ${indicator} | 260户\n满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
项目信息 | 项目名称 | ${name} | .\n^ | 申报单位 | 平陵县林业局 | .`;

describe('below the indicators', () => {
  it('labels are the project, and no indicators', () => {
    const [sourced, ...others] = read(form('冬季走访慰问', '走访慰问户数'));
    expect(others).toEqual([]);
    expect(sourced?.draft.project).toMatchObject({ name: '冬季走访慰问', unit: '平陵县林业局' });
    expect(sourced?.draft.indicators.map(({ name }) => name)).toEqual(['走访慰问户数', '群众满意度']);
    expect(sourced?.locate(null, 'name')).toMatchObject({ cell: 'C4' });
  });

  it('forms one below the other keep their own', () => {
    const drafts = read(`${form('冬季走访慰问', '走访慰问户数')}\n${form('夏季防汛演练', '演练场次')}`);
    expect(drafts.map(({ draft }) => [draft.project.name, draft.indicators[0]?.name])).toEqual([
      ['冬季走访慰问', '走访慰问户数'],
      ['夏季防汛演练', '演练场次'],
    ]);
  });

  it('a goal below fills in what the form does not say above, and nothing else', () => {
    const [sourced] = read(
      `项目名称 | 冬季走访慰问 | . | .\n${HEAD}\n产出指标 | 数量指标 | 走访慰问户数 | 260户\n年度目标 | 走访慰问困难群众260户。 | < | <`,
    );
    expect(sourced?.draft.project).toMatchObject({ name: '冬季走访慰问', annualGoal: '走访慰问困难群众260户。' });
    expect(sourced?.draft.indicators).toHaveLength(1);
  });

  it.each([
    '团场财务负责人： | . | 填表人：马建疆 | 联系电话：0993-2698',
    '医学装备科意见：设备参数经论证合理。 | . | 财务科意见：资金来源可行。 | .',
    '馆长签字：　　　分管局领导签字： | < | < | <',
  ])('%s is no indicator', (row) => {
    const [sourced] = read(`${HEAD}\n产出指标 | 数量指标 | 走访慰问户数 | 260户\n${row}`);
    expect(sourced?.draft.indicators.map(({ name }) => name)).toEqual(['走访慰问户数']);
    expect(sourced?.notices).toEqual([]);
  });

  it.each(['项目单位 | 3家', '主管部门 | ≥90%'])('%s among the names is an indicator', (cells) => {
    const [sourced] = read(`${HEAD}\n产出指标 | 数量指标 | 走访慰问户数 | 260户\n^ | ^ | ${cells}`);
    expect(sourced?.draft.indicators).toHaveLength(2);
    expect(sourced?.draft.project.unit).toBeUndefined();
  });

  it('an indicator about those who sign is one', () => {
    const [sourced] = read(`${HEAD}\n产出指标 | 数量指标 | 培训项目负责人 | 26人\n. | . | 征求群众意见：次数 | 4次`);
    expect(sourced?.draft.indicators).toHaveLength(2);
  });
});
