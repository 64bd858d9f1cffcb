/** Whose a document is, where it and the manifest both say so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.js';
import { batchSummarySchema, type Finding, type LintEntry } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { csvOf, lines, put } from './material.js';

const summaryOf = (folder: string) =>
  batchSummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
const report = (title: string, above = ''): string =>
  `${title}\n${above}一、项目概况\n略。\n二、存在问题\n（一）台账登记不及时。\n三、工作建议\n（一）完善台账。\n`;

async function problemsOf(folder: string): Promise<string[][]> {
  const book = await readDocument(readFileSync(join(folder, 'summary.xlsx')), 'summary.xlsx');
  const [, ...rows] = book.grids.find(({ sheet }) => sheet === '问题清单')?.rows ?? [];
  return rows.map((row) => row.slice(1, 4));
}

it('review: the manifest wins over titles and file names, labels win over the manifest; both are told', async () => {
  const cwd = scratch();
  put(cwd, 'title.txt', report('2023年青禾市体育局全民健身设施项目绩效评价报告'));
  put(cwd, 'label.txt', report('绩效评价报告', '项目单位：青禾市水务局\n'));
  put(cwd, 'name-2021.txt', report('桥梁维修项目绩效评价报告'));
  put(
    cwd,
    'table.csv',
    '2024年青禾市残联评价结果汇总表,,\n单位,存在问题,工作建议\n青禾市残联,台账登记不及时。,完善台账。\n',
  );
  put(cwd, 'bare-2022.txt', report('河道清淤项目绩效评价报告'));
  put(
    cwd,
    'list.csv',
    'path,unit,year,region\ntitle.txt,青禾市体育事业中心,2023,甲区\nlabel.txt,青禾市林业局,2024,乙区\nname-2021.txt,丙局,2020,\nbare-2022.txt,,,\ntable.csv,丁局,2024,\n',
  );
  expect(jixiao(['batch', 'list.csv', '--task', 'review', '-o', 'out', '--quiet'], { cwd }).code).toBe(0);
  const findings = lines<Finding & { region?: string }>(join(cwd, 'out/results.jsonl'));
  const problems = findings.filter(({ kind }) => kind === 'problem');
  const owners = problems.map(({ unit, region, year }) => [unit ?? '', region ?? '', String(year ?? '')]);
  expect(owners).toEqual([
    ['青禾市体育事业中心', '甲区', '2023'],
    ['青禾市水务局', '乙区', '2024'],
    ['丙局', '', '2020'],
    ['', '', '2022'],
    ['青禾市残联', '', '2024'],
  ]);
  expect(await problemsOf(join(cwd, 'out'))).toEqual(owners);
  const { byYear, notices } = summaryOf(join(cwd, 'out'));
  expect(byYear.map(({ key }) => key)).toEqual(['2024', '2023', '2022', '2020']);
  expect(notices.items.map(({ source, code, message }) => [source, code, /“.*”/.exec(message)?.[0]])).toEqual([
    ['title.txt', 'manifest-over-title', '“青禾市体育局”，清单写的是“青禾市体育事业中心”'],
    ['label.txt', 'manifest-differs', '“青禾市水务局”与清单的“青禾市林业局”'],
    ['name-2021.txt', 'manifest-over-title', '“2021”，清单写的是“2020”'],
    ['table.csv', 'manifest-differs', '“青禾市残联”与清单的“丁局”'],
  ]);
});

it('lint: what the form says holds, and a manifest that says otherwise is told', async () => {
  const cwd = scratch();
  put(cwd, 'a.csv', csvOf(1).replace('\n', '\n实施单位,甲 局\n'));
  put(cwd, 'b.csv', csvOf(2).replace('\n', '\n实施单位,甲 局\n'));
  put(cwd, 'list.csv', 'path,unit,region\na.csv,乙局,东区\nb.csv,甲局,东区\n');
  jixiao(['batch', 'list.csv', '-o', 'out', '--quiet'], { cwd });
  const entries = lines<LintEntry & { unit?: string }>(join(cwd, 'out/results.jsonl'));
  expect(entries.map(({ unit }) => unit)).toEqual(['甲 局', '甲 局']);
  const { notices } = summaryOf(join(cwd, 'out'));
  expect(notices.items.map(({ source, code }) => [source, code])).toEqual([['a.csv', 'manifest-differs']]);
  const [first] = await problemsOf(join(cwd, 'out'));
  expect(first).toEqual(['甲 局', '东区', '']);
});
