/** Several columns of targets: the one of the draft's year is read, and that is told. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const read = (table: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
  const [draft] = readDrafts(document, tables, understanding().framework);
  const [first] = draft?.draft.indicators ?? [];
  return { value: first?.value, lastActual: first?.lastActual, told: draft?.notices.map(({ message }) => message) };
};
const of = (title: string, heads: string, values: string) =>
  `${title}\n二级指标 | 三级指标 | ${heads}\n数量指标 | 养护公路里程 | ${values}`;

describe('columns of several years', () => {
  it.each([
    ['2024年指标值 | 2025年指标值 | 指标值', '≥95公里'],
    ['2024年度目标值 | 2025年度目标值 | 2026年度目标值', '≥95公里'],
    ['指标值 | 2025年指标值 | 2026年指标值', '≥95公里'],
    ['2023年指标值 | 指标值 | 2024年指标值', '≥95公里'],
  ])('%s', (heads, value) => {
    const { value: found, told } = read(of('2025年项目绩效目标表', heads, '≥80公里 | ≥95公里 | ≥300公里'));
    expect(found).toBe(value);
    expect(told).toEqual([expect.stringContaining(heads.split(' | ')[1] as string)]);
  });

  it('the latest where the draft states no year', () => {
    expect(read(of('项目绩效目标表', '2024年指标值 | 2025年指标值', '≥80公里 | ≥95公里')).value).toBe('≥95公里');
  });

  it('years under one heading', () => {
    const table =
      '2025年项目绩效目标表\n二级指标 | 三级指标 | 指标值 | .\n. | . | 2024年 | 2025年\n数量指标 | 养护公路里程 | ≥80公里 | ≥95公里';
    expect(read(table).value).toBe('≥95公里');
  });

  it('what was done in an earlier year is no result of this one', () => {
    const found = read(of('2025年项目绩效目标表', '2024年实际值 | 2025年目标值', '80公里 | ≥95公里'));
    expect(found).toEqual({ value: '≥95公里', lastActual: '80公里', told: [] });
  });
});
