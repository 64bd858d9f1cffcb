/** By whom: units and years in the summaries of `review` and `classify`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/platform/read-document.js';
import { type BatchSummary, batchSummarySchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { put } from './material.js';

function summaryOf(folder: string): BatchSummary {
  return batchSummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
}

it('counts a table of several units as a document of each of them', () => {
  const cwd = scratch();
  const rows = [
    '单位名称,项目名称,存在问题,整改建议',
    '甲局,公园养护,预算执行率偏低,加快预算执行进度',
    '乙局,道路养护,绩效目标设置不合理,合理设置绩效目标',
    '甲局,河道清淤,资金拨付不及时,及时拨付资金',
  ];
  put(cwd, 'in/a.csv', `${rows.join('\n')}\n`);
  put(cwd, 'in/b.csv', `${rows.slice(0, 2).join('\n')}\n`);
  expect(jixiao(['batch', 'in', '--task', 'review', '-o', 'out'], { cwd }).code).toBe(0);
  const { byUnit, totals } = summaryOf(join(cwd, 'out'));
  expect(totals.drafts).toBe(2);
  expect(byUnit.items.map(({ key, drafts, rows: findings }) => [key, drafts, findings])).toEqual([
    ['甲局', 2, 6],
    ['乙局', 1, 2],
  ]);
});

it('counts classified texts by the units and years that they carry, and tells of no documents', async () => {
  const cwd = scratch();
  const texts = [
    { text: '预算执行率偏低，资金支出进度缓慢', unit: '甲局', year: 2024 },
    { text: '绩效目标设置不合理，指标不够量化', 单位: '乙局', 年度: '2023' },
    { text: '建议加快预算执行进度', unit: '甲局', year: 2023 },
  ];
  put(cwd, 'a.jsonl', texts.map((one) => JSON.stringify(one)).join('\n'));
  const { code, stderr, stdout } = jixiao(['batch', 'a.jsonl', '--task', 'classify', '-o', 'out'], { cwd });
  expect(code).toBe(0);
  expect(stderr + stdout).not.toContain('份数');
  const { byUnit, byYear } = summaryOf(join(cwd, 'out'));
  expect(new Map(byUnit.items.map(({ key, rows }) => [key, rows]))).toEqual(
    new Map([
      ['甲局', 2],
      ['乙局', 1],
    ]),
  );
  expect(byYear.map(({ key, rows }) => [key, rows])).toEqual([
    ['2024', 1],
    ['2023', 2],
  ]);
  const book = await readDocument(readFileSync(join(cwd, 'out/summary.xlsx')), 'summary.xlsx');
  const totals = book.grids[0]?.rows.map(([name]) => name);
  expect(totals).not.toContain('份数');
  expect(book.grids.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['按单位', '按年度']));
});
