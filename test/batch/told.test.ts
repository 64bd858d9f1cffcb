/** What a batch says beside its results: lists to work off, copies, waivers, and what can be tried again. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CopyNames } from '../../src/batch/plan/copy-names.js';
import { failuresOf } from '../../src/batch/summary/failures.js';
import { NumberMap } from '../../src/batch/summary/number-map.js';
import type { Job } from '../../src/batch/types.js';
import { formatsOfLongSheets, LongRows } from '../../src/documents/xlsx/long-sheet.js';
import { LongWorkbook } from '../../src/platform/long-workbook.js';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { readDocument } from '../../src/platform/read-document.js';
import { stateText } from '../../src/report/batch-text.js';
import { batchSummarySchema, type Finding, type LintEntry } from '../../src/schema/index.js';
import { jixiao, program, scratch } from '../support/cli.js';
import { csvOf, draftOf, lasting, lines, put } from './material.js';

const summaryOf = (folder: string) =>
  batchSummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));

async function problemsOf(folder: string) {
  const book = await readDocument(readFileSync(join(folder, 'summary.xlsx')), 'summary.xlsx');
  return book.grids.find(({ sheet }) => sheet === '问题清单')?.rows ?? [];
}

describe('the list of problems', () => {
  it('has every problem of every draft, in order, with columns to be filled in and links to marked copies', async () => {
    const cwd = scratch();
    for (let number = 1; number <= 6; number += 1) put(cwd, `in/${number}.csv`, csvOf(number));
    const row = { unit: '=甲局"', year: 2024, project: '<道路>\n养护', indicators: [['路面完好率', '≥110%']] as const };
    put(cwd, 'in/drafts.jsonl', `${JSON.stringify(draftOf(row))}\n`);
    jixiao(['batch', 'in', '-o', 'out', '--annotated', '--quiet'], { cwd });
    const [header = [], ...rows] = await problemsOf(join(cwd, 'out'));
    expect(header.slice(0, 7)).toEqual(['序号', '单位', '地区', '年度', '项目', '文件', '位置']);
    expect(header.slice(-3)).toEqual(['整改责任人', '完成时限', '整改情况']);
    const entries = lines<LintEntry>(join(cwd, 'out/results.jsonl'));
    const told = entries.flatMap(({ source, diagnostics }) => diagnostics.map(({ message }) => [source, message]));
    expect(rows.map((cells) => [cells[5], cells[8]])).toEqual(told);
    expect(rows.map(([number]) => Number(number))).toEqual(told.map((_, index) => index + 1));
    expect(rows.at(-1)?.slice(1, 6)).toEqual(['=甲局"', '', '2024', '<道路>\n养护', 'in/drafts.jsonl']);
    const xml = new TextDecoder().decode(
      unzipSync(readFileSync(join(cwd, 'out/summary.xlsx')))['xl/worksheets/sheet2.xml'],
    );
    expect(xml).toContain('HYPERLINK(&quot;annotated/in/2.csv.xlsx&quot;');
    expect(xml).toContain(`<autoFilter ref="A1:O${rows.length + 1}"/>`);
    expect(readFileSync(join(cwd, 'out/report.html'), 'utf8')).toContain('href="annotated/in/2.csv.xlsx"');
  });

  it('links to copies whatever signs are in their names', async () => {
    const cwd = scratch();
    put(cwd, 'in/进度50% #1 初稿?.csv', csvOf(2));
    jixiao(['batch', 'in', '-o', 'out', '--annotated', '--quiet'], { cwd });
    const xml = new TextDecoder().decode(
      unzipSync(readFileSync(join(cwd, 'out/summary.xlsx')))['xl/worksheets/sheet2.xml'],
    );
    const [, link = ''] = /HYPERLINK\(&quot;([^&]*?)(?:&quot;|#)/.exec(xml) ?? [];
    expect(link).toMatch(/%25.*%20%231%20/);
    expect(existsSync(join(cwd, 'out', decodeURIComponent(link)))).toBe(true);
    const [, address = ''] = /href="(annotated[^"]*)"/.exec(readFileSync(join(cwd, 'out/report.html'), 'utf8')) ?? [];
    expect(existsSync(join(cwd, 'out', decodeURIComponent(address)))).toBe(true);
  });

  it('holds the problems of reports with their suggestions', async () => {
    const cwd = scratch();
    const report = '一、存在问题\n（一）绩效指标设置不全面，缺少质量指标。\n二、工作建议\n（一）补充质量指标。\n';
    for (const name of ['a.txt', 'b.txt']) put(cwd, `in/${name}`, `${name}项目评价报告\n${report}`);
    jixiao(['batch', 'in', '--task', 'review', '-o', 'out', '--quiet'], { cwd });
    const [, ...rows] = await problemsOf(join(cwd, 'out'));
    expect(rows.map((cells) => cells[5])).toEqual(['in/a.txt', 'in/b.txt']);
    expect(rows[0]?.[8]).toContain('绩效指标设置不全面');
    expect(rows[0]?.[10]).toContain('补充质量指标');
    // Findings of all documents stand in one file: each has a number of its own, and speaks of others by theirs.
    const findings = lines<Finding>(join(cwd, 'out/results.jsonl'));
    const ids = new Set(findings.map(({ id }) => id));
    expect(ids.size).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(2);
    const others = findings.flatMap(({ parentId, pairedWith }) => [...(parentId ? [parentId] : []), ...pairedWith]);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('ends where a sheet ends, and says how much is left out', async () => {
    const bytes: Uint8Array[] = [];
    const spec = { name: '问题清单', columns: ['序号', '问题'].map((header) => ({ header, width: 10 })) };
    const book = new LongWorkbook(spec, (part) => bytes.push(part), 3);
    const rows = new LongRows(spec.columns, formatsOfLongSheets());
    for (const text of ['甲_x0041_', '乙 & <丙>', '\u0001丁\u0002'])
      await book.add(new TextEncoder().encode(`${rows.row([text])}\n${rows.row(['-1'])}\n`));
    await book.finish([{ name: '总计', columns: [{ header: '数量', width: 9 }], rows: [] }]);
    expect([book.rows, book.leftOut]).toEqual([3, 3]);
    const { grids } = await readDocument(Buffer.concat(bytes), 'a.xlsx');
    expect(grids.map(({ sheet }) => sheet)).toContain('问题清单');
    expect(grids.find(({ sheet }) => sheet === '问题清单')?.rows).toEqual([
      ['序号', '问题'],
      ['1', '甲_x0041_'],
      ['2', '-1'],
      ['3', '乙 & <丙>'],
    ]);
  });
});

describe('documents', () => {
  it('of the same bytes are worked on once, and told; a manifest may say that both count', () => {
    const cwd = scratch();
    for (const name of ['a.csv', 'b.csv', '子/a.csv']) put(cwd, `in/${name}`, csvOf(3));
    const { stderr } = jixiao(['batch', 'in', '-o', 'out'], { cwd });
    expect(stderr).toContain('in/b.csv：与 in/a.csv 内容完全相同，只处理、统计一次');
    expect(summaryOf(join(cwd, 'out'))).toMatchObject({
      totals: { files: 3, drafts: 1, failures: 0 },
      duplicates: { total: 2, items: [{ source: 'in/b.csv', of: 'in/a.csv' }, { of: 'in/a.csv' }] },
    });
    put(cwd, 'list.csv', '路径,单位\nin/a.csv,甲局\nin/b.csv,乙局\n');
    jixiao(['batch', 'list.csv', '-o', 'both', '--quiet'], { cwd });
    expect(summaryOf(join(cwd, 'both'))).toMatchObject({ totals: { drafts: 2 }, duplicates: { total: 0 } });
  });

  it('of the same content are known whatever they are called, also in archives', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(3));
    put(cwd, 'in/b.txt', csvOf(3));
    const [bytes, empty] = [new TextEncoder().encode(csvOf(3)), new Uint8Array()];
    put(cwd, 'in/c.zip', zipSync({ 'x/d.csv': bytes, 'e.csv': new TextEncoder().encode(csvOf(4)), 'f.csv': empty }));
    put(cwd, 'in/d.zip', zipSync({ 'g.csv': new TextEncoder().encode(csvOf(4)), 'h.csv': empty }));
    jixiao(['batch', 'in', '-o', 'out', '--quiet'], { cwd });
    const { totals, duplicates } = summaryOf(join(cwd, 'out'));
    expect(totals.drafts).toBe(2);
    expect(duplicates.items).toEqual([
      { source: 'in/b.txt', of: 'in/a.csv' },
      { source: 'in/c.zip!/x/d.csv', of: 'in/a.csv' },
      { source: 'in/d.zip!/g.csv', of: 'in/c.zip!/e.csv' },
    ]);
  });

  it('have copies of their own, whatever their names are', () => {
    const names = new CopyNames();
    const sources = ['a.csv', 'a.csv.xlsx', 'A.CSV', '../a.csv', '/srv/a.csv', 'srv/a.csv', 'z.zip!/../../b.xlsx'];
    const given = sources.map((source) => names.of(source));
    expect(given).toEqual([
      'a.csv',
      'a.csv (2).xlsx',
      'A (2).CSV',
      '_/a.csv',
      'srv/a.csv',
      'srv/a (2).csv',
      'z.zip/_/_/b.xlsx',
    ]);
    // With whatever ending their formats need.
    const files = given.flatMap((name) => ['', '.xlsx', '.docx'].map((ending) => `${name}${ending}`.toLowerCase()));
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('failures', () => {
  it('that may be cured are tried again in a finished run, and end as if nothing had been', () => {
    const cwd = scratch();
    put(cwd, 'a.csv', csvOf(1));
    put(cwd, 'list.txt', 'a.csv\nb.csv\n');
    const told = jixiao(['batch', 'list.txt', '-o', 'out'], { cwd });
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining('jixiao batch --retry-failed -o out')]);
    expect(jixiao(['batch', '--resume', '-o', 'out'], { cwd }).stderr).toContain('请加 --retry-failed');
    put(cwd, 'b.csv', csvOf(2));
    jixiao(['batch', '--retry-failed', '-o', 'out', '--quiet'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'out/run.json'), 'utf8'))).toMatchObject({ jobsBefore: 1 });
    jixiao(['batch', 'list.txt', '-o', 'fresh', '--quiet'], { cwd });
    expect(lasting(join(cwd, 'out'))).toEqual(lasting(join(cwd, 'fresh')));
    const again = jixiao(['batch', '--retry-failed', '-o', 'out'], { cwd });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('没有再试可能成功的失败')]);
  });

  it('of rules are no documents that could not be read', () => {
    const job: Job = { index: 0, source: 'a.csv', path: 'a.csv', sha256: '', size: 1, kind: 'csv' };
    const failure = { source: 'a.csv', code: 'rule-crashed', message: '规则出错' };
    expect(failuresOf([job], () => [failure])).toMatchObject({
      incomplete: 1,
      unread: { files: 0, faultyLines: 0, empty: 0 },
      failuresByCode: { 'rule-crashed': 1 },
    });
  });

  it('are counted by sort while the run goes on', () => {
    const state = { task: 'lint', files: 9, filesDone: 5, rows: 40, rate: 8, left: undefined, failures: 6 } as const;
    const failuresByCode = { timeout: 1, 'no-table': 3, damaged: 1, 'encrypted-workbook': 1 };
    expect(stateText({ ...state, failuresByCode }, 'zh')).toContain('失败 6（没有相关内容 3、读不了 2、超时 1）');
    expect(stateText({ ...state, failuresByCode }, 'en')).toContain(
      'failures 6 (nothing of the kind 3, unread 2, timeout 1)',
    );
  });
});

it('tells waivers that have run out', () => {
  const cwd = scratch();
  put(cwd, 'in/a.csv', csvOf(2));
  const waiver =
    'rule: value/vague-quantifier\n    reason: 历史项目\n    by: 张三\n    date: "2019-01-01"\n    until: "2020-01-01"';
  put(cwd, 'jixiao.config.yaml', `waivers:\n  - ${waiver}\n`);
  jixiao(['batch', 'in', '-o', 'out', '--quiet'], { cwd });
  const { notices } = summaryOf(join(cwd, 'out'));
  expect(notices.items).toMatchObject([{ source: 'jixiao.config.yaml', code: 'waiver-expired' }]);
});

it('counts what is waived, and tells waivers that were of no use', async () => {
  const cwd = scratch();
  for (const number of [1, 2, 3, 4]) put(cwd, `in/${number}.csv`, csvOf(number));
  const waiver = (fields: string): string =>
    `  - { rule: value/vague-quantifier, ${fields}, reason: 历史项目, by: 张三, date: "2024-01-01" }\n`;
  const wanted = ['project: 第2号项目', 'project: 第1号项目', 'project: 第9号项目', 'indicator: 完成时间'];
  put(cwd, 'jixiao.config.yaml', `waivers:\n${wanted.map(waiver).join('')}`);
  put(cwd, 'plain.yaml', 'preset: recommended\n');
  jixiao(['batch', 'in', '-o', 'plain', '--config', 'plain.yaml', '--quiet'], { cwd });
  const { stderr } = jixiao(['batch', 'in', '-o', 'out'], { cwd });
  const [before, after] = [summaryOf(join(cwd, 'plain')), summaryOf(join(cwd, 'out'))];
  const vague = before.byRule.find(({ key }) => key === 'value/vague-quantifier')?.rows ?? 0;
  expect(vague).toBe(2);
  expect([before.totals.waived, after.totals.waived]).toEqual([0, vague]);
  expect(after.notices.items.map(({ code, message }) => [code, /第\d号项目/.exec(message)?.[0]])).toEqual([
    ['waiver-unused', '第1号项目'],
    ['waiver-unmet', '第9号项目'],
  ]);
  expect(stderr).toContain('已豁免 2');
  expect(stderr).toContain('jixiao.config.yaml：豁免没有对应的问题，可以删去：value/vague-quantifier · 第1号项目');
  expect(readFileSync(join(cwd, 'out/report.html'), 'utf8')).toContain('已豁免 2');
  const book = await readDocument(readFileSync(join(cwd, 'out/summary.xlsx')), 'summary.xlsx');
  expect(book.grids.find(({ sheet }) => sheet === '总计')?.rows).toContainEqual(['已豁免', '2']);
});

it('says of a marked copy among the inputs what it is', () => {
  const cwd = scratch();
  const columns = ['一级指标', '二级指标', '三级指标', '指标值'].map((header) => ({ header, width: 10 }));
  const rows = [['产出指标', '数量指标', '养护绿地面积', '若干']];
  put(cwd, 'in/a.xlsx', buildWorkbook([{ name: '目标表', columns, rows }]));
  jixiao(['batch', 'in', '-o', 'out', '--annotated', '--quiet'], { cwd });
  put(cwd, 'two/a.xlsx', readFileSync(join(cwd, 'out/annotated/in/a.xlsx')));
  jixiao(['batch', 'two', '-o', 'again', '--quiet'], { cwd });
  expect(summaryOf(join(cwd, 'again')).notices.items.map(({ code }) => code)).toContain('marked-copy');
});

it('links lead to copies whatever their names are', async () => {
  const cwd = scratch();
  const name = '甲局 #3/申报表 100%完成 [定]？.csv';
  put(cwd, `in/${name}`, csvOf(3));
  jixiao(['batch', 'in', '-o', 'out', '--annotated', '--quiet'], { cwd });
  const parts = unzipSync(readFileSync(join(cwd, 'out/summary.xlsx')));
  const formulas = Object.values(parts).flatMap((part) => [
    ...new TextDecoder().decode(part).matchAll(/<f>HYPERLINK\(&quot;(.*?)&quot;/g),
  ]);
  const targets = new Set(formulas.map(([, target]) => target));
  expect(targets).toEqual(new Set(['annotated/in/甲局%20%233/申报表%20100%25完成%20[定]？.csv.xlsx']));
  // In the list of problems and in that of the worst files.
  expect(formulas.length).toBeGreaterThan(1);
  const html = readFileSync(join(cwd, 'out/report.html'), 'utf8');
  const [, address = ''] = /href="(annotated[^"]+)"/.exec(html) ?? [];
  expect(existsSync(join(cwd, 'out', decodeURIComponent(address)))).toBe(true);
});

describe('a reader that goes away', () => {
  for (const [stream, args, done] of [
    ['stdout', ['in', '--dry-run'], { code: 0, drafts: 0 }],
    ['stderr', ['in', '-o', 'out', '--log', 'json'], { code: 1, drafts: 30 }],
  ] as const)
    it(`does no harm (${stream})`, async () => {
      const cwd = scratch();
      for (let number = 1; number <= 30; number += 1) put(cwd, `in/${number}.csv`, csvOf(number));
      const child = spawn(process.execPath, [program, 'batch', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
      child[stream].destroy();
      const code = await new Promise((resolve) => child.on('close', resolve));
      const drafts = existsSync(join(cwd, 'out')) ? summaryOf(join(cwd, 'out')).totals.drafts : 0;
      expect({ code, drafts }).toEqual(done);
    });
});

it('numbers by numbers are those of a Map', () => {
  const [ours, theirs] = [new NumberMap(), new Map<number, number>()];
  for (let index = 0; index < 20_000; index += 1) {
    const key = ((index * 2654435761) % 9973) * 4294967296 + ((index * 40503) % 4096);
    expect(ours.add(key, index)).toBe(!theirs.has(key));
    if (!theirs.has(key)) theirs.set(key, index);
  }
  expect(ours.size).toBe(theirs.size);
  expect([...theirs].filter(([key, value]) => ours.get(key) !== value)).toEqual([]);
  expect([ours.get(1), ours.has(1)]).toEqual([undefined, false]);
});
