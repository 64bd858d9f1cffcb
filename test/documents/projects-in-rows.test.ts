/** Lists whose projects have rows of their own, between the indicators of one and those of the next. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const list = `2026年部门项目支出绩效目标表 | < | < | < | < | <
单位名称：平陵县民政局 | < | < | < | < | <
项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位
居家养老服务补贴 | . | . | . | . | .
为80岁以上老年人提供助餐、助洁服务。 | . | . | . | . | .
. | 产出指标 | . | . | . | .
. | . | 数量指标 | . | . | .
. | . | . | 享受上门服务老年人 | 1380 | 人
儿童福利院设备购置 | . | . | . | . | .
购置康复设备，改善在院儿童的康复条件。 | . | . | . | . | .
. | 产出指标 | . | . | . | .
. | . | 数量指标 | . | . | .
. | . | . | 购置康复设备 | 26 | 台`;

describe('projects in rows of a list', () => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(list)], lines: [], notices: [] };
  const drafts = readDrafts(document, tables, understanding().framework);

  it('are a draft each, with their own goal and indicators', () => {
    expect(
      drafts.map(({ draft: { project, indicators } }) => [
        project.name,
        project.unit,
        project.annualGoal,
        indicators.map(({ name }) => name),
      ]),
    ).toEqual([
      ['居家养老服务补贴', '平陵县民政局', '为80岁以上老年人提供助餐、助洁服务。', ['享受上门服务老年人']],
      ['儿童福利院设备购置', '平陵县民政局', '购置康复设备，改善在院儿童的康复条件。', ['购置康复设备']],
    ]);
  });

  it('are found in their own rows', () => {
    expect(drafts[1]?.locate(null, 'name')).toMatchObject({ cell: 'A9' });
    expect(drafts[1]?.locate(null, 'annualGoal')).toMatchObject({ cell: 'A10' });
    expect(drafts.flatMap(({ notices }) => notices)).toEqual([]);
  });
});
