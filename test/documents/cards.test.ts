/** Forms that give every indicator a card of its own. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const read = (text: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(text)], lines: [], notices: [] };
  return readDrafts(document, tables, understanding().framework);
};

const card = (number: number, name: string, value: string) =>
  `指标${number} | ${name} | 类别 | 产出指标—数量指标\n目标 | ${value} | 计量单位 | 户`;

describe('cards', () => {
  it('are an indicator each, found in their own cells', () => {
    const [sourced] = read(
      `项目名称 | 无障碍改造 | . | .\n${card(1, '改造户数', '≥310')}\n${card(2, '回访户数', '≥300')}`,
    );
    expect(sourced?.draft.project.name).toBe('无障碍改造');
    expect(sourced?.draft.indicators).toMatchObject([
      { name: '改造户数', value: '≥310', unit: '户', level2: '产出指标—数量指标' },
      { name: '回访户数', value: '≥300', unit: '户' },
    ]);
    expect(sourced?.place('2', 'value')).toMatchObject({ cell: 'B5' });
  });

  it('without a target on one of them are not read', () => {
    expect(() => read(`${card(1, '改造户数', '≥310')}\n${card(2, '回访户数', '.')}`)).toThrow(
      expect.objectContaining({ code: 'no-table' }),
    );
  });
});
