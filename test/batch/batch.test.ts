/** `jixiao batch` as a user meets it: the folder of results, exit codes, and what it says. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { type BatchFailure, batchSummarySchema, type LintEntry } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { contents, csvOf, draftOf, lasting, lines, put } from './material.js';

function summaryOf(folder: string) {
  return batchSummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
}

function workbookOf(number: number): Uint8Array {
  const [, ...rows] = csvOf(number).trim().split('\n');
  const [header = [], ...rest] = rows.map((row) => row.split(','));
  return buildWorkbook([
    { name: '绩效目标', columns: header.map((one) => ({ header: one, width: 20 })), rows: rest.map((row) => [...row]) },
  ]);
}

/** Tables, a workbook, an archive, JSON, and three that cannot be read. */
function mixed(): string {
  const cwd = scratch();
  for (let number = 1; number <= 5; number += 1) put(cwd, `in/${number}.csv`, csvOf(number));
  put(cwd, 'in/book.xlsx', workbookOf(6));
  put(cwd, 'in/pack.zip', zipSync({ '甲/七.csv': new TextEncoder().encode(csvOf(7)), 'x.png': new Uint8Array(9) }));
  put(
    cwd,
    'in/one.json',
    JSON.stringify(draftOf({ unit: '甲局', year: 2024, project: '绿化', indicators: [['绿地面积', '≥9亩']] })),
  );
  put(cwd, 'in/broken.xlsx', workbookOf(8).slice(0, 900));
  put(cwd, 'in/empty.csv', '');
  put(cwd, 'in/letter.csv', '没有,指标\n1,2\n');
  put(cwd, 'in/photo.jpg', 'x');
  return cwd;
}

describe('batch --task lint', () => {
  it('finds in every file what lint finds, in the order of the names; files that fail are told and cost themselves alone', () => {
    const cwd = mixed();
    const { code, stderr, stdout } = jixiao(['batch', 'in', '-o', 'out'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('2 个文件读不了、1 个文件中没有相关内容，见 out/failures.jsonl');
    const results = lines<LintEntry>(join(cwd, 'out/results.jsonl'));
    const sources = [
      'in/1.csv',
      'in/2.csv',
      'in/3.csv',
      'in/4.csv',
      'in/5.csv',
      'in/book.xlsx',
      'in/one.json',
      'in/pack.zip!/甲/七.csv',
    ];
    expect(results.map(({ source }) => source)).toEqual(sources);
    const files = [...sources.slice(0, 7), 'in/pack.zip'];
    const single = jixiao(['lint', ...files, '--format', 'json', '--quiet'], { cwd });
    const found = (JSON.parse(single.stdout) as { results: LintEntry[] }).results;
    // A batch adds whose draft it is.
    expect(results).toEqual(found.map((entry) => expect.objectContaining({ ...entry })));
    expect(lines<BatchFailure>(join(cwd, 'out/failures.jsonl'))).toEqual([
      { source: 'in/broken.xlsx', code: 'damaged', message: expect.stringContaining('in/broken.xlsx：') },
      { source: 'in/empty.csv', code: 'empty-file', message: expect.stringContaining('文件是空的') },
      { source: 'in/letter.csv', code: 'no-table', message: expect.stringContaining('没有找到绩效指标表') },
    ]);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'failures.jsonl',
      'report.html',
      'results.jsonl',
      'run.json',
      'summary.json',
      'summary.xlsx',
    ]);
    const { totals, skipped, failuresByCode } = summaryOf(join(cwd, 'out'));
    expect(totals).toMatchObject({ files: 11, failures: 3, drafts: 8 });
    expect(skipped).toEqual({ jpg: 1, png: 1 });
    expect(failuresByCode).toEqual({ damaged: 1, 'empty-file': 1, 'no-table': 1 });
  });

  it('gives the same bytes on one thread and on three', () => {
    const cwd = mixed();
    for (const jobs of ['1', '3']) jixiao(['batch', 'in', '-o', `out${jobs}`, '--jobs', jobs, '--annotated'], { cwd });
    expect(lasting(join(cwd, 'out1'))).toEqual(lasting(join(cwd, 'out3')));
    expect([...lasting(join(cwd, 'out1')).keys()].filter((name) => name.startsWith('annotated'))).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `annotated/in/${number}.csv.xlsx`),
      'annotated/in/book.xlsx',
      'annotated/in/one.json.xlsx',
      'annotated/in/pack.zip/甲/七.csv.xlsx',
    ]);
  });

  it('reads JSONL line by line: a faulty line is told with its number and costs itself alone', () => {
    const cwd = scratch();
    const good = JSON.stringify(draftOf({ project: '绿化', indicators: [['绿地面积', '若干']] }));
    put(cwd, 'a.jsonl', [good, '{"project":', '', good, '{"project":{"name":"乙"},"indicators":5}', good].join('\n'));
    expect(jixiao(['batch', 'a.jsonl', '-o', 'out'], { cwd }).code).toBe(2);
    const results = lines<LintEntry>(join(cwd, 'out/results.jsonl'));
    expect(results.map(({ diagnostics }) => diagnostics[0]?.location.line)).toEqual([1, 4, 6]);
    expect(lines<BatchFailure>(join(cwd, 'out/failures.jsonl'))).toMatchObject([
      { source: 'a.jsonl', line: 2, code: 'bad-json' },
      { source: 'a.jsonl', line: 5, code: 'bad-draft', message: expect.stringContaining('第 5 行') },
    ]);
  });

  it('takes the settings of lint, and refuses those of other tasks', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(3));
    put(cwd, 'jixiao.config.yaml', 'rules: { value/out-of-range: off }\n');
    const rulesOf = (output: string) =>
      lines<LintEntry>(join(cwd, output, 'results.jsonl')).flatMap(({ diagnostics }) =>
        diagnostics.map(({ ruleId }) => ruleId),
      );
    jixiao(['batch', 'in', '-o', 'plain'], { cwd });
    jixiao(['batch', 'in', '-o', 'set', '--rule', 'value/out-of-range=error', '--preset', 'strict'], { cwd });
    expect(rulesOf('plain')).not.toContain('value/out-of-range');
    expect(rulesOf('set')).toContain('value/out-of-range');
    const wrong = jixiao(['batch', 'in', '-o', 'x', '--task', 'review', '--preset', 'strict'], { cwd });
    expect([wrong.code, wrong.stderr]).toEqual([2, '错误：--preset 不能用于 --task review\n']);
    const unknown = jixiao(['batch', 'in', '-o', 'y', '--rule', 'value/out-of-rage=off'], { cwd });
    expect([unknown.code, unknown.stderr.split('\n').at(-2)]).toEqual([
      2,
      expect.stringContaining('是不是“value/out-of-range”'),
    ]);
  });

  it('ends with 0, 1 or 2', () => {
    const cwd = scratch();
    const sound = { project: '公园养护', indicators: [['绿地养护面积', '≥120万平方米']] } as const;
    put(cwd, 'none/a.json', JSON.stringify({ ...draftOf(sound), indicators: [] }));
    put(cwd, 'errors/a.csv', csvOf(3));
    put(cwd, 'bad/a.csv', '');
    const rules = ['coverage/too-few=off', 'goal/missing=off'].flatMap((one) => ['--rule', one]);
    const codes = ['none', 'errors', 'bad'].map(
      (name) => jixiao(['batch', name, '-o', `out-${name}`, ...rules], { cwd }).code,
    );
    expect(codes.slice(1)).toEqual([1, 2]);
    const { counts } = summaryOf(join(cwd, 'out-none')).totals;
    expect(codes[0]).toBe((counts.errors ?? 0) > 0 ? 1 : 0);
    expect(jixiao(['batch', 'none', '-o', 'strict', '--max-warnings', '0'], { cwd }).code).toBe(
      (counts.errors ?? 0) + (counts.warnings ?? 0) > 0 ? 1 : 0,
    );
  });

  it('stops at the first failure when told so, and can go on', () => {
    const cwd = scratch();
    put(cwd, 'in/0.csv', '');
    for (let number = 1; number < 40; number += 1) put(cwd, `in/${number}.csv`, csvOf(number));
    const stopped = jixiao(['batch', 'in', '-o', 'out', '--fail-fast', '--jobs', '1'], { cwd });
    expect(stopped.code).toBe(2);
    expect(stopped.stderr).toContain('接着跑：jixiao batch --resume -o out');
    expect(existsSync(join(cwd, 'out/results.jsonl'))).toBe(false);
    expect(jixiao(['batch', '--resume', '-o', 'out'], { cwd }).code).toBe(2);
    expect(lines(join(cwd, 'out/results.jsonl'))).toHaveLength(39);
  });
});

describe('what is not understood', () => {
  it('is told in the summary with its place, whatever the task', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', '项目名称,甲\n一级指标,二级指标,三级指标,指标值,归口\n产出指标,数量指标,绿地面积,≥9亩,二科\n');
    put(
      cwd,
      'in/b.txt',
      '三、存在问题\n1.巡查记录不全。\n2.台账登记不及时。\n四、今后抓手\n1.加强巡查。\n2.完善台账。\n五、其他\n略\n',
    );
    jixiao(['batch', 'in/a.csv', '-o', 'lint'], { cwd });
    expect(summaryOf(join(cwd, 'lint')).notices).toMatchObject({
      total: 1,
      items: [{ source: 'in/a.csv', code: 'column-not-understood', location: { cell: 'E2', line: 2 } }],
    });
    expect(readFileSync(join(cwd, 'lint/report.html'), 'utf8')).toContain('没有读懂的内容');
    jixiao(['batch', 'in/b.txt', '--task', 'review', '-o', 'review'], { cwd });
    const single = jixiao(['review', 'in/b.txt', '--format', 'json', '--quiet'], { cwd });
    const { notices } = JSON.parse(single.stdout) as { notices: object[] };
    expect(notices).toHaveLength(1);
    expect(summaryOf(join(cwd, 'review')).notices).toEqual({ total: 1, items: notices });
  });
});

describe('other tasks', () => {
  it('review: one line a finding, with whose it is from a manifest', () => {
    const cwd = scratch();
    put(cwd, 'a.txt', '一、存在问题\n1.绩效指标设置不全面。\n2.预算执行进度偏慢。\n二、工作建议\n1.完善绩效指标。\n');
    put(cwd, 'list.csv', 'path,unit,year,region\na.txt,甲局,2024,东区\n');
    expect(jixiao(['batch', 'list.csv', '--task', 'review', '-o', 'out'], { cwd }).code).toBe(0);
    const found = lines<Record<string, unknown>>(join(cwd, 'out/results.jsonl'));
    expect(found.map(({ text, unit, year, region, kind }) => [kind, text, unit, year, region])).toEqual([
      ['problem', '绩效指标设置不全面。', '甲局', 2024, '东区'],
      ['problem', '预算执行进度偏慢。', '甲局', 2024, '东区'],
      ['suggestion', '完善绩效指标。', '甲局', 2024, '东区'],
    ]);
    const { totals, byUnit, byRegion } = summaryOf(join(cwd, 'out'));
    expect(totals.counts).toMatchObject({ problems: 2, suggestions: 1 });
    expect([byUnit.items[0]?.key, byRegion.items[0]?.key]).toEqual(['甲局', '东区']);
  });

  it('classify: one line a text, the caller’s own fields kept', () => {
    const cwd = scratch();
    put(cwd, 'a.txt', '新购设备未登记入账\n\n建议按月通报支出进度\n');
    put(cwd, 'b.jsonl', '{"text":"绩效指标不够量化","id":"x9"}\n{"note":1}\n');
    expect(jixiao(['batch', 'a.txt', 'b.jsonl', '--task', 'classify', '-o', 'out'], { cwd }).code).toBe(2);
    expect(lines(join(cwd, 'out/results.jsonl'))).toMatchObject([
      { source: 'a.txt', line: 1, text: '新购设备未登记入账', kind: 'problem' },
      { source: 'a.txt', line: 3, kind: 'suggestion' },
      { source: 'b.jsonl', line: 1, id: 'x9' },
    ]);
    expect(lines(join(cwd, 'out/failures.jsonl'))).toMatchObject([{ source: 'b.jsonl', line: 2 }]);
  });
});

describe('the folder of results', () => {
  it('is never written over, and a plan alone writes nothing', () => {
    const cwd = mixed();
    const plan = jixiao(['batch', 'in', '--dry-run', '-o', 'out'], { cwd });
    expect([plan.code, plan.stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^计划：lint，11 个文件，/)]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    jixiao(['batch', 'in', '-o', 'out'], { cwd });
    const before = contents(join(cwd, 'out'));
    for (const more of [[], ['--resume']]) {
      const again = jixiao(['batch', 'in', '-o', 'out', ...more], { cwd });
      expect([again.code, again.stderr.split('\n').at(-2)]).toEqual([2, expect.stringMatching(/^错误：out：这里/)]);
    }
    expect(contents(join(cwd, 'out'))).toEqual(before);
    mkdirSync(join(cwd, 'used'));
    put(cwd, 'used/letter.txt', 'mine');
    expect(jixiao(['batch', 'in', '-o', 'used'], { cwd }).stderr).toContain('文件夹不是空的');
    expect(readdirSync(join(cwd, 'used'))).toEqual(['letter.txt']);
  });

  it('needs a name, and inputs', () => {
    const cwd = mixed();
    const told = (args: string[]) => jixiao(['batch', ...args], { cwd });
    expect(told(['in'])).toMatchObject({ code: 2, stderr: expect.stringContaining('请用 -o <文件夹>') });
    expect(told(['-o', 'out'])).toMatchObject({ code: 2, stderr: expect.stringContaining('没有指定要处理的文件') });
    expect(told(['-o', 'out', '--lang', 'en'])).toMatchObject({
      stderr: expect.stringContaining('nothing to work on'),
    });
    expect(told(['--resume', '-o', 'out'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('没有未跑完的批处理'),
    });
    expect(readdirSync(cwd)).toEqual(['in']);
  });
});

describe('a plan', () => {
  it('lists every file, what the manifest says of it and the pieces of it; also for programs', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(1));
    const line = `${JSON.stringify(draftOf({ project: '甲'.repeat(5000), indicators: [['路面完好率', '≥95%']] }))}\n`;
    put(cwd, 'in/b.jsonl', line.repeat(100));
    put(cwd, 'list.csv', '路径,单位,年度\nin/a.csv,甲局,2024\nin/b.jsonl,,\ngone.xlsx,,\n');
    const told = jixiao(['batch', 'list.csv', '--dry-run'], { cwd }).stdout.split('\n');
    expect(told).toContainEqual(expect.stringMatching(/^ {2}in\/a\.csv {2}csv {2}\d+ B {2}甲局 {2}2024$/));
    expect(told).toContainEqual(expect.stringMatching(/^ {4}第 1–\d+ 行（字节 0–\d+，1\.\d MB）$/));
    expect(told).toContain('  gone.xlsx  xlsx  找不到或不能读取');
    const events = jixiao(['batch', 'list.csv', '--dry-run', '--log', 'json'], { cwd })
      .stdout.trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(events[0]).toMatchObject({ event: 'planned', files: 3 });
    expect(events[1]).toMatchObject({ event: 'file', source: 'in/a.csv', unit: '甲局', year: 2024 });
    const parts = events[2]?.parts as { lastLine: number }[];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.at(-1)?.lastLine).toBe(100);
    expect(events[3]).toMatchObject({ source: 'gone.xlsx', size: null });
  });
});

describe('what is told on the way', () => {
  it('is the first twenty faulty lines of a file and how many more there are; failures.jsonl has them all', () => {
    const cwd = scratch();
    put(cwd, 'a.jsonl', `{"content":"指标不全面"}\n{"text":"指标不全面"}\n${'{bad\n'.repeat(60)}`);
    put(cwd, 'b.csv', 'text\n指标不全面\n');
    const { stderr } = jixiao(['batch', 'a.jsonl', 'b.csv', '--task', 'classify', '-o', 'out'], { cwd });
    const told = stderr.split('\n').filter((line) => line.startsWith('a.jsonl'));
    expect(told).toHaveLength(21);
    expect(told[0]).toBe(
      'a.jsonl 第 1 行：没有 text 字段，或其中不是文字（有的字段：content）；把要归类的文字放在 text 字段中',
    );
    expect(told[1]).toMatch(/^a\.jsonl 第 3 行：JSON 格式有误/);
    expect(told[20]).toBe('a.jsonl：另有 41 行有误，见 failures.jsonl');
    expect(stderr).toContain('b.csv：归类读的是文本行或 JSONL');
    expect(lines(join(cwd, 'out/failures.jsonl'))).toHaveLength(62);
    const summary = summaryOf(join(cwd, 'out'));
    expect(summary.failures).toMatchObject({ total: 62, items: { length: 21 } });
    expect(summary.totals.unread).toEqual({ files: 1, faultyLines: 61, filesOfLines: 1, empty: 0 });
  });

  it('is JSON, one event a line, when asked for', () => {
    const cwd = mixed();
    const { stderr } = jixiao(['batch', 'in', '-o', 'out', '--log', 'json'], { cwd });
    const events = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; time: string });
    expect(events[0]).toMatchObject({ event: 'planned', task: 'lint', files: 11, skipped: { jpg: 1 } });
    expect(events.filter(({ event }) => event === 'failed')).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ event: 'finished', output: 'out', files: 11, failures: 3 });
    expect(events.every(({ time }) => !Number.isNaN(Date.parse(time)))).toBe(true);
  });

  it('is nothing with --quiet', () => {
    expect(jixiao(['batch', 'in', '-o', 'out', '--quiet'], { cwd: mixed() }).stderr).toBe('');
  });
});
