/** Headings that speak of a plan: 计划完成 is the target, and 完成情况 beside it what came of it. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const read = (table: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
  const [draft] = readDrafts(document, tables, understanding().framework);
  const [first] = draft?.draft.indicators ?? [];
  return {
    name: first?.name,
    value: first?.value,
    actual: first?.actual,
    told: draft?.notices.map(({ message }) => message),
  };
};
const under = (heads: string, values: string) =>
  read(`一级指标 | 二级指标 | 三级指标 | ${heads}\n产出指标 | 数量指标 | 修复水毁路段 | ${values}`);

describe('headings of a plan', () => {
  it.each([
    '计划完成',
    '计划完成值',
    '计划完成情况',
    '年度计划完成',
    '计划完成数量',
    '应完成数',
    '年度任务',
    '年度任务数',
    '任务量',
    '计划目标',
    '年度计划',
    '考核目标值',
  ])('%s is the target, and 完成情况 the result', (heading) => {
    expect(under(`${heading} | 完成情况`, '18处 | 17处')).toMatchObject({ value: '18处', actual: '17处', told: [] });
    expect(under(`${heading} | 分值`, '18处 | 10')).toMatchObject({ value: '18处', told: [] });
  });

  it('计划完成情况 is the result where targets stand beside it', () => {
    const found = under('指标值 | 计划完成情况 | 得分', '18处 | 17处 | 9');
    expect(found).toMatchObject({ value: '18处', actual: '17处' });
  });

  it.each(['指标值', '任务完成情况'])('a plan and what came of it under %s', (heading) => {
    const heads = `一级指标 | 二级指标 | 三级指标 | ${heading} | < | 得分\n^ | ^ | ^ | 计划 | 实际 | ^`;
    const found = read(`${heads}\n产出指标 | 数量指标 | 修复水毁路段 | 18处 | 17处 | 9`);
    expect(found).toMatchObject({ value: '18处', actual: '17处' });
  });

  it('a task may be the name of its indicator', () => {
    const table = '一级指标 | 二级指标 | 目标任务 | 指标值\n产出指标 | 数量指标 | 修复水毁路段 | 18处';
    expect(read(table)).toMatchObject({ name: '修复水毁路段', value: '18处' });
    const rows = '序号 | 考核内容 | 年度任务 | 分值\n一、产出指标 | < | < | <\n1 | 修复水毁路段 | 18处 | 9';
    expect(read(rows)).toMatchObject({ name: '修复水毁路段', value: '18处' });
  });

  it('what was done by the middle of the year, and what is foreseen, is neither', () => {
    const heads = '年度指标值 | 1—7月完成情况 | 全年预计完成情况 | 完成进度';
    const found = under(heads, '18处 | 7处 | 18处 | 39%');
    expect(found).toMatchObject({ value: '18处', told: [] });
    expect(found.actual).toBeUndefined();
  });
});
