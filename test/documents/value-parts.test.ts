/** One heading 指标值 over the sign, the number and the unit of a target. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const indicatorsOf = (text: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(text)], lines: [], notices: [] };
  return readDrafts(document, tables, understanding().framework)[0]?.draft.indicators;
};

describe('指标值 over several columns', () => {
  it.each([
    ['sign, number and unit', '指标值 | < | <', '≥ | 15 | 件', { operator: '≥', value: '15', unit: '件' }],
    ['without merges', '指标值 | . | .', '≥ | 15 | 件', { operator: '≥', value: '15', unit: '件' }],
    ['number and unit', '指标值 | < | 备注', '15 | 件 | .', { value: '15', unit: '件' }],
    ['sign and target', '指标值 | < | 备注', '≥ | 15件 | .', { operator: '≥', value: '15件' }],
    ['one target, merged', '指标值 | < | 备注', '≥15件 | < | .', { value: '≥15件' }],
    ['a target and a remark', '指标值 | < | 备注', '≥15件 | 按年度统计 | .', { value: '≥15件' }],
  ])('%s', (_, heading, cells, wanted) => {
    const [indicator] =
      indicatorsOf(
        `一级指标 | 二级指标 | 三级指标 | ${heading} | 分值\n产出指标 | 数量指标 | 申请专利数 | ${cells} | 10`,
      ) ?? [];
    expect(indicator).toMatchObject({ name: '申请专利数', weight: 10, ...wanted });
  });
});
