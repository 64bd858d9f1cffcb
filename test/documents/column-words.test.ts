/** Headings of bureaus' own making: each column is read for what it means. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const read = (heads: string, values: string) => {
  const table = `${heads}\n产出 | 质量 | 随访率 | ${values}\n产出 | 质量 | 建档率 | ${values}`;
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
  const [draft] = readDrafts(document, tables, understanding().framework);
  return { first: draft?.draft.indicators[0], told: draft?.notices, project: draft?.draft.project };
};

describe('headings of columns', () => {
  it.each([
    '一级 | 二级 | 指标 | 要求 | 实绩 | 权重% | 自评 | 差异说明',
    '指标层级一 | 指标层级二 | 指标层级三 | 设定目标 | 达成结果 | 标准分数 | 评定分数 | 偏差分析',
    '评价维度 | 评价类别 | 评价项目 | 评价标准值 | 实际执行结果 | 应得分 | 实得分 | 未达标说明',
    '大类 | 小类 | 监测指标 | 年度核定目标 | 完成实况 | 得分权重 | 自我评分 | 偏离说明',
  ])('%s', (heads) => {
    const { first, told } = read(heads, '≥95% | 93% | 20 | 18 | 人员外出');
    expect(first).toMatchObject({ name: '随访率', value: '≥95%', actual: '93%', weight: 20, score: 18 });
    expect(first).toMatchObject({ level1: '产出', level2: '质量', deviationReason: '人员外出' });
    expect(told).toEqual([]);
  });

  it('a heading beside 目标 is no goal', () => {
    const { project } = read('一级 | 二级 | 指标 | 2025年目标 | 2024年基数', '≥95% | 93%');
    expect(project?.annualGoal).toBeUndefined();
  });
});
