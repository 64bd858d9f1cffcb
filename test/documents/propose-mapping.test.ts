/** What `init --from` proposes for the columns of a document. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../src/documents/mapping/propose-mapping.js';
import { tableNames } from '../../src/documents/mapping/table-names.js';
import { fixturePath } from '../support/documents.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof tableNames>[0] };
const proposed = (table: string) => {
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
  const [sheet] = proposeMapping(document, tableNames(tables), understanding());
  return Object.fromEntries((sheet?.columns ?? []).map(({ letters, field }) => [letters, field]));
};

describe('a layout that nobody foresaw', () => {
  it('has the name where every row has one, not where a single text looks like one', () => {
    const table = `大类 | 小类 | 考核点 | 达到程度 | 占比 | 怎么算
产出指标 | 数量指标 | 管护高标准农田面积 | 1.2万亩 | 30 | 验收面积
. | 质量指标 | 沟渠完好率 | ≥95% | 30 | .
效益指标 | 社会效益指标 | 粮食增产 | 明显 | 20 | .
满意度指标 | 服务对象满意度 | 农户满意度 | ≥90% | 20 | .`;
    expect(proposed(table)).toEqual({ A: 'level1', B: 'level2', C: 'name', D: 'value', E: 'weight', F: undefined });
  });
});

describe('a layout that is read by itself', () => {
  it.each([
    [
      '单位 | 项目名称 | 三级指标 | 指标解释 | 指标值 | 单位\n县林业局 | 林道养护 | 养护林道长度 | 反映养护的里程 | 46 | 公里\n县林业局 | 林道养护 | 防火线清理及时率 | 按期清理的条数 | 95 | %',
      { A: 'organisation', B: 'projectName', C: 'name', D: 'explanation', E: 'value', F: 'unit' },
    ],
    [
      '一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 指标值\n产出指标 | 60 | 数量指标 | 60 | 林道养护长度 | 60 | 46公里\n效益指标 | 40 | 社会效益指标 | 40 | 通达护林点数量 | 40 | 9个',
      { A: 'level1', B: undefined, C: 'level2', D: undefined, E: 'name', F: 'weight', G: 'value' },
    ],
    [
      '2025年项目绩效目标表\n指标类型 | 指标性质 | 绩效指标 | 2024年指标值 | 2025年指标值\n数量指标 | ≥ | 林道养护长度 | 40公里 | 46公里\n质量指标 | ≥ | 林道完好率 | 93% | 95%',
      { A: 'level2', B: 'operator', C: 'name', D: undefined, E: 'value' },
    ],
  ])('is proposed as it is read: %s', (table, fields) => {
    expect(proposed(table)).toEqual(fields);
  });

  const names = readdirSync(fixturePath('forms')).filter((name) => name.endsWith('.txt'));
  it.each(names)('%s has the same columns', (name) => {
    const [table = '', wanted = ''] = readFileSync(fixturePath(`forms/${name}`), 'utf8').split('\n---\n');
    const fields = Object.entries(proposed(table));
    const columnOf = (field: string) => fields.find(([, own]) => own === field)?.[0];
    const rows = gridOf(table).rows;
    const first = wanted.split('\n')[1]?.split(' / ') ?? [];
    const cellsOf = (field: string) => rows.map((row) => row[(columnOf(field)?.charCodeAt(0) ?? 0) - 65] ?? '');
    const tidy = (text = '') => text.replace(/\s+/g, '');
    // Forms on their side, and several indicators a row, have no one column of names.
    if (columnOf('name') === undefined || columnOf('value') === undefined) return;
    expect(cellsOf('name').some((text) => tidy(text).includes(tidy(first[2])))).toBe(true);
    expect(cellsOf('value').some((text) => tidy(text).includes(tidy(first[3])))).toBe(true);
  });
});
