import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/root.js';
import { type LintResult, lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';

const LONG = '全市范围内纳入改造计划的老旧小区供水管网改造长度';
const ROWS = [
  { level1: '产出指标', level2: '数量指标', name: LONG, value: '≥3公里' },
  { level1: '产出指标', level2: '数量指标', name: '/', value: '≥3次' },
  { level1: '效益指标', level2: '社会效益指标', name: '受益人数', value: '≥5人' },
];
const draft = (project = '甲', indicators: readonly object[] = ROWS) =>
  JSON.stringify({ project: { name: project }, indicators });

/** A folder with files; the result of linting some of them there. */
function folderOf(files: Readonly<Record<string, string>>) {
  const cwd = scratch();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  const run = (...args: string[]) => jixiao(['lint', ...args], { cwd });
  const lint = (...args: string[]): LintResult =>
    lintResultSchema.parse(JSON.parse(run(...args, '--format', 'json').stdout));
  return { cwd, run, lint };
}

const found = ({ results }: LintResult, index = 0) =>
  results[index]?.diagnostics.map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('levels and overrides', () => {
  it('takes warn for warning, in the file and on the command line', () => {
    const { lint } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': 'rules: { name/missing: warn }\n' });
    expect(found(lint('a.json'))).toContain('name/missing warning');
    expect(found(lint('a.json', '--rule', 'name/missing=info'))).toContain('name/missing info');
    expect(found(lint('a.json', '--rule', 'name/too-long=warn'))).toContain('name/too-long warning');
  });

  it('reads jixiao.config.yml too', () => {
    const { lint } = folderOf({ 'a.json': draft(), 'jixiao.config.yml': 'rules: { name/missing: warn }\n' });
    expect(found(lint('a.json'))).toContain('name/missing warning');
  });

  it('sets rules, options and presets for some files, the later override winning', () => {
    const { lint } = folderOf({
      'a.json': draft(),
      'old/b.json': draft(),
      'old/sub/c.json': draft(),
      'jixiao.config.yaml': `rules: { name/too-long: error }
overrides:
  - files: [old/**/*.json]
    rules: { name/too-long: off, name/missing: info }
  - files: c.json
    rules: { name/missing: [warn, {}] }
`,
    });
    const result = lint('a.json', 'old/b.json', 'old/sub/c.json');
    expect(found(result, 0)).toEqual(['name/too-long error', 'name/missing error']);
    expect(found(result, 1)).toEqual(['name/missing info']);
    expect(found(result, 2)).toEqual(['name/missing warning']);
  });

  it('counts patterns from the folder of the configuration, wherever it is run', () => {
    const { cwd } = folderOf({
      'sub/a(终稿).json': draft(),
      'jixiao.config.yaml': 'overrides: [{ files: ["sub/a(终稿).json"], rules: { name/missing: off } }]\n',
    });
    const { stdout } = jixiao(['lint', 'a(终稿).json', '--format', 'json'], { cwd: join(cwd, 'sub') });
    expect(found(lintResultSchema.parse(JSON.parse(stdout)))).toEqual(['name/too-long warning']);
  });

  it('lets the command line win over all of it', () => {
    const { lint } = folderOf({
      'a.json': draft(),
      'jixiao.config.yaml': 'overrides: [{ files: ["*.json"], rules: { name/missing: off } }]\n',
    });
    expect(found(lint('a.json', '--rule', 'name/missing=warn'))).toContain('name/missing warning');
  });
});

describe('what is wrong in a configuration is named with its line', () => {
  it.each([
    ['an unknown rule', 'rules:\n  name/slogn: off\n', /第 2 行 第 3 列：没有规则“name\/slogn”，是不是“name\/slogan”/],
    [
      'one in an override',
      'overrides:\n  - files: ["*"]\n    rules: { too-long: off }\n',
      /第 3 行.*没有规则“too-long”/,
    ],
    [
      'one in a waiver',
      'waivers:\n  - { rule: name/mising, reason: 甲, by: 乙, date: 2024-05-01 }\n',
      /第 2 行.*name\/missing/,
    ],
    ['a wrong option', 'rules:\n  name/too-long: [warn, { max: 长 }]\n', /第 2 行.*name\/too-long 的选项 max 不对/],
    ['a wrong level', 'rules:\n  name/too-long: loud\n', /第 2 行.*off \| info \| warn \| error/],
    [
      'a waiver without a reason',
      'waivers:\n  - { rule: name/missing, by: 乙, date: 2024-05-01 }\n',
      /第 2 行.*reason/,
    ],
    ['a waiver without a name', 'waivers:\n  - { rule: name/missing, reason: 甲, date: 2024-05-01 }\n', /第 2 行.*by/],
    [
      'a day that is none',
      'waivers:\n  - { rule: name/missing, reason: 甲, by: 乙, date: 2024-02-30 }\n',
      /第 2 行.*YYYY-MM-DD/,
    ],
    ['an unknown profile', 'profile: nationl-2021\n', /第 1 行.*没有口径“nationl-2021”，是不是“national-2021”/],
    ['a profile file that is not there', 'profile: ./own.yaml\n', /第 1 行.*找不到口径文件 \.\/own\.yaml/],
  ])('%s', (_, config, sentence) => {
    const { run } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': config });
    const { code, stdout, stderr } = run('a.json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain('jixiao.config.yaml');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

it.each(['README.md', 'README.zh-CN.md'])('takes the configuration that %s shows', (name) => {
  const readme = readFileSync(join(packageRoot, name), 'utf8');
  const config = /```yaml\n(preset:[^]*?)```/.exec(readme)?.[1] ?? '';
  expect(config).toMatch(/overrides:[^]*waivers:/);
  const { run } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': config });
  const { code, stderr } = run('a.json');
  expect([code, stderr]).toEqual([1, '']);
});

describe('profiles', () => {
  const own = `name: 某市
extends: national-2021
title: { zh: 某市口径, en: One city }
weights: { total: 100 }
common: { qualifiers: [], families: [], names: [受益人数] }
`;

  it('takes an own one by its path, from the file and from the command line', () => {
    const { lint } = folderOf({ 'a.json': draft(), 'profiles/city.yaml': own, 'jixiao.config.yaml': '{}\n' });
    expect(found(lint('a.json'))).not.toContain('scope/common-as-custom warning');
    expect(found(lint('a.json', '--profile', 'profiles/city.yaml'))).toContain('scope/common-as-custom warning');
  });

  it('reads tables by the headings of the profile, for what was understood too', () => {
    const { lint } = folderOf({
      'a.csv':
        '一级指标,二级指标,三级指标,指标值\n建设成果,数量指标,改造长度,≥3公里\n效益指标,社会效益指标,受益人数,≥5人\n',
      'city.yaml': `${own}framework: { level1: { output: { synonyms: [建设成果] } } }\n`,
      'jixiao.config.yaml': '{}\n',
    });
    const level1 = (...args: string[]) =>
      lint('a.csv', '--show-reading', ...args).results[0]?.reading?.indicators[0]?.understood.level1;
    expect(level1()).not.toMatchObject({ code: 'output' });
    expect(level1('--profile', 'city.yaml')).toMatchObject({ code: 'output' });
  });

  it('counts a path in the configuration from its folder', () => {
    const { cwd } = folderOf({
      'sub/a.json': draft(),
      'city.yaml': own,
      'jixiao.config.yaml': 'overrides: [{ files: ["**/a.json"], profile: ./city.yaml }]\n',
    });
    const { stdout } = jixiao(['lint', 'a.json', '--format', 'json'], { cwd: join(cwd, 'sub') });
    expect(found(lintResultSchema.parse(JSON.parse(stdout)))).toContain('scope/common-as-custom warning');
  });

  it('tells the line of what is wrong in it', () => {
    const { run } = folderOf({ 'a.json': draft(), 'city.yaml': own.replace('total: 100', 'total: 一百') });
    const { code, stderr } = run('a.json', '--profile', 'city.yaml');
    expect(code).toBe(2);
    expect(stderr).toMatch(/city\.yaml 第 4 行 第 \d+ 列：weights\.total 不对/);
    expect(run('a.json', '--profile', 'guangdong').stderr).toMatch(/没有口径“guangdong”.*可用：.*national-2021/);
  });

  it('never judges by one of two that have the same name', () => {
    const { run } = folderOf({ 'a.json': draft(), 'city.yaml': own.replace('某市\n', 'guangzhou\n') });
    const { code, stderr } = run('a.json', '--profile', 'city.yaml');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/city\.yaml.*口径名“guangzhou”已被另一个口径使用/)]);
  });
});

describe('waivers', () => {
  const waiver = (text: string) => `waivers:\n  - { ${text}, reason: 法定名称, by: 张三, date: 2024-05-01 }\n`;

  it.each([
    ['by rule alone', 'rule: name/too-long'],
    ['by the indicator’s name', `rule: name/too-long, indicator: ${LONG}`],
    ['by the indicator’s id', 'rule: name/too-long, indicator: 1'],
    ['by project', 'rule: name/too-long, project: 甲'],
    ['by file', 'rule: name/too-long, file: "*.json"'],
    ['until a day to come', 'rule: name/too-long, until: 2999-12-31'],
  ])('takes out %s, and counts and shows it', (_, text) => {
    const { lint, run } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': waiver(text) });
    const result = lint('a.json');
    expect(found(result)).toEqual(['name/missing error']);
    expect(result.summary).toMatchObject({ errors: 1, warnings: 0, waived: 1 });
    expect(result.results[0]?.waived).toMatchObject([
      { ruleId: 'name/too-long', waiver: { from: 'config', reason: '法定名称', by: '张三', date: '2024-05-01' } },
    ]);
    const { stdout } = run('a.json');
    expect(stdout).toContain('已豁免 1 条：第1个指标的 name name/too-long（法定名称；张三 2024-05-01）');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/；已豁免 1 条$/);
  });

  it.each([
    ['another project', 'rule: name/too-long, project: 乙'],
    ['another file', 'rule: name/too-long, file: b.json'],
  ])('says nothing of a waiver for %s that is not in the run', (_, text) => {
    const { lint } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': waiver(text) });
    const result = lint('a.json');
    expect(found(result)).toContain('name/too-long warning');
    expect(result.notices).toEqual([]);
  });

  it.each([
    ['another indicator', 'rule: name/too-long, indicator: 受益人数'],
    ['another indicator of the project', 'rule: name/too-long, project: 甲, indicator: 受益人数'],
    ['another fault of the file', 'rule: name/slogan, file: a.json'],
  ])('says that a waiver for %s is of no use', (_, text) => {
    const { lint, run } = folderOf({ 'a.json': draft(), 'jixiao.config.yaml': waiver(text) });
    const result = lint('a.json');
    expect(found(result)).toContain('name/too-long warning');
    expect(result.notices).toMatchObject([{ code: 'waiver-unused' }]);
    expect(run('a.json').stdout).toContain('豁免没有对应的问题');
  });

  it('is void when its time is over, and says so', () => {
    const { lint } = folderOf({
      'a.json': draft(),
      'jixiao.config.yaml': waiver('rule: name/too-long, until: 2024-05-31'),
    });
    const result = lint('a.json');
    expect(found(result)).toContain('name/too-long warning');
    expect(result.notices).toMatchObject([{ code: 'waiver-expired' }]);
    expect(result.notices[0]?.message).toContain('2024-05-31');
  });

  it('keeps waived faults out of the exit code', () => {
    const files = { 'a.json': draft(), 'jixiao.config.yaml': waiver('rule: name/missing') };
    const { run } = folderOf(files);
    expect(run('a.json').code).toBe(0);
    expect(run('a.json', '--max-warnings', '0').code).toBe(1);
  });
});

describe('the column 忽略 of the table itself', () => {
  const table = (ignore: string) =>
    `项目名称,甲\n一级指标,二级指标,三级指标,指标值,忽略\n产出指标,数量指标,${LONG},≥3公里,${ignore}\n效益指标,社会效益指标,受益人数,≥5人,\n`;

  it.each([
    'name/too-long',
    '"name/missing，name/too-long：法定名称"',
    '全部（法定名称）',
    'ALL',
    'name/missing;name/too-long',
  ])('%s', (ignore) => {
    const { lint } = folderOf({ 'a.csv': table(ignore) });
    const result = lint('a.csv');
    expect(found(result)).toEqual([]);
    expect(result.summary).toMatchObject({ warnings: 0, waived: 1 });
    expect(result.results[0]?.waived[0]?.waiver).toMatchObject({ from: 'document' });
    expect(result.results[0]?.notices).toEqual([]);
  });

  it('keeps the reason', () => {
    const { lint } = folderOf({ 'a.csv': table('name/too-long（法定名称）') });
    expect(lint('a.csv').results[0]?.waived[0]?.waiver.reason).toBe('法定名称');
  });

  it('names the cell of a word that is no rule, and goes on', () => {
    const { lint, run } = folderOf({ 'a.csv': table('name/too-lnog') });
    const result = lint('a.csv');
    expect(found(result)).toEqual(['name/too-long warning']);
    expect(result.results[0]?.notices).toMatchObject([
      { code: 'unknown-ignored-rule', location: { cell: 'E3' }, message: expect.stringContaining('name/too-long') },
    ]);
    expect(run('a.csv').stdout).toContain('E3：“忽略”中的“name/too-lnog”不是规则编号，是不是“name/too-long”');
  });

  it.each(['/', '无', ''])('takes %j for nothing', (ignore) => {
    const { lint } = folderOf({ 'a.csv': table(ignore) });
    expect(lint('a.csv')).toMatchObject({ summary: { waived: 0 }, results: [{ notices: [] }] });
  });

  it('is a field in JSON: ignore or 忽略', () => {
    for (const field of [{ ignore: 'name/too-long' }, { 忽略: ['name/too-long', '其他'] }]) {
      const { lint } = folderOf({ 'a.json': draft('甲', [{ ...ROWS[0], ...field }, ROWS[2] as object]) });
      expect(lint('a.json').summary).toMatchObject({ waived: 1 });
    }
  });
});
