import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import type { Grid } from '../../src/documents/model.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const { framework } = understanding();

const FIRST = `项目名称 | 灌区渠系疏浚 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 疏浚渠道长度 | ≥18公里
产出指标 | 时效指标 | 疏浚完成时间 | 4月20日前`;

function page(table: string, number: number, above: readonly string[] = []): Grid {
  const grid = gridOf(table);
  const places = grid.rows.map((_, row) => ({ page: number, table: 1, row: row + 1 }));
  const lines = above.map((text) => ({ text, place: { page: number } }));
  return { ...grid, places, ...(lines.length > 0 && { above: lines }) };
}

function read(...grids: Grid[]) {
  const document = { source: 'a.pdf', format: 'pdf' as const, grids, lines: [], notices: [] };
  return readDrafts(document, tables, framework);
}

describe('a table that a page break cuts', () => {
  it('goes on with the rows at the top of the next page, each in its place', () => {
    const [draft] = read(page(FIRST, 1), page('效益指标 | 社会效益指标 | 灌溉保证率 | ≥85%', 2));
    expect(draft?.draft.indicators.map(({ name }) => name)).toEqual(['疏浚渠道长度', '疏浚完成时间', '灌溉保证率']);
    expect(draft?.locate('3', 'name')).toMatchObject({ page: 2, table: 1, row: 1 });
    expect(draft?.notices).toEqual([]);
  });

  it('is told of where the rest has other columns', () => {
    const [draft] = read(page(FIRST, 1), page('灌溉保证率 | ≥85%', 2));
    expect(draft?.draft.indicators).toHaveLength(2);
    expect(draft?.notices.map(({ code }) => code)).toContain('table-cut');
  });

  it('has its labels joined again', () => {
    const first = `${FIRST}\n效益指 | 社会效益指标 | 灌溉保证率 | ≥85%`;
    const [draft] = read(
      page(first, 1),
      page('标 | 可持续影响 | 管护责任落实率 | 100%\n. | 指标 | 管护员人数 | ≥6人', 2),
    );
    expect(draft?.draft.indicators.slice(2).map(({ level1, name }) => [level1, name])).toEqual([
      ['效益指标', '灌溉保证率'],
      ['效益指标', '管护责任落实率'],
      ['效益指标', '管护员人数'],
    ]);
  });

  it('has a value that slipped over the page with its name', () => {
    const first = `${FIRST}\n效益指标 | 社会效益指标 | 灌溉保证率 | .`;
    const [draft] = read(page(first, 1), page('. | . | . | ≥85%\n. | . | 新增灌溉面积 | ≥900亩', 2));
    expect(draft?.draft.indicators.slice(2).map(({ name, value }) => [name, value])).toEqual([
      ['灌溉保证率', '≥85%'],
      ['新增灌溉面积', '≥900亩'],
    ]);
    expect(draft?.notices).toEqual([]);
  });

  it('is told of where a name may go on, and no indicator is made of its end', () => {
    const [draft] = read(page(FIRST, 1), page('. | . | （含支渠、斗渠） | .\n. | 成本指标 | 每公里成本 | ≤2万元', 2));
    expect(draft?.draft.indicators.map(({ name }) => name)).toEqual(['疏浚渠道长度', '疏浚完成时间', '每公里成本']);
    expect(draft?.notices.map(({ code }) => code)).toContain('table-cut');
  });

  it('is told of where the break runs through a row', () => {
    const [draft] = read(page(FIRST, 1), page('效益指标 | 社会效益指标 | 灌溉保证率 | ≥85%', 2, ['可持续影响指 管护']));
    expect(draft?.draft.indicators).toHaveLength(3);
    expect(draft?.notices.map(({ code }) => code)).toContain('table-cut');
  });

  it('is not joined with a table of something else', () => {
    const [draft] = read(page(FIRST, 1), page('评审专家 | 张继业 | 职称 | 高级工程师', 2));
    expect(draft?.draft.indicators).toHaveLength(2);
    expect(draft?.notices.map(({ code }) => code)).not.toContain('table-cut');
  });

  it('is another one where it has a header of its own, or a page lies between', () => {
    const other = FIRST.replace('灌区渠系疏浚', '泵站检修');
    expect(read(page(FIRST, 1), page(other, 2)).map(({ draft }) => draft.project.name)).toEqual([
      '灌区渠系疏浚',
      '泵站检修',
    ]);
    const [draft] = read(page(FIRST, 1), page('效益指标 | 社会效益指标 | 灌溉保证率 | ≥85%', 3));
    expect(draft?.draft.indicators).toHaveLength(2);
  });
});
