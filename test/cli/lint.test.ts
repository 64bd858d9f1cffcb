import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const FAULTY = fixturePath('documents/twelve-defects.xlsx');
const SOUND = fixturePath('documents/sound-draft.xlsx');
const DRAFT =
  '{"project":{"name":"甲"},"indicators":[{"level1":"产出指标","name":"长度","value":"3公里"},{"level1":"效益指标","name":"受益人数","value":"5人"}]}';

interface Defect {
  readonly ruleId: string;
  readonly cell: string;
}

const defects = JSON.parse(readFileSync(fixturePath('documents/twelve-defects.expected.json'), 'utf8')) as Defect[];

describe('jixiao lint', () => {
  it('finds the twelve defects, each in its cell, and nothing else; exits 1', () => {
    const { code, stdout, stderr } = jixiao(['lint', FAULTY, '--format', 'json']);
    const result = lintResultSchema.parse(JSON.parse(stdout));
    const found = result.results[0]?.diagnostics.map(({ ruleId, location }) => `${location.cell} ${ruleId}`).sort();
    expect(found).toEqual(defects.map(({ cell, ruleId }) => `${cell} ${ruleId}`).sort());
    expect(result.summary).toEqual({
      sources: 1,
      drafts: 1,
      indicators: 17,
      errors: 11,
      warnings: 1,
      infos: 0,
      waived: 0,
      baseline: 0,
    });
    expect([code, stderr]).toEqual([1, '']);
  });

  it('says nothing against the sound draft; exits 0', () => {
    const { code, stdout } = jixiao(['lint', SOUND, '--preset', 'strict']);
    expect(code).toBe(0);
    expect(stdout).toContain('✔ 没有问题，共检查 1 份绩效目标、14 条指标');
  });

  it('prints each defect with its place, rule and advice', () => {
    const { stdout } = jixiao(['lint', FAULTY]);
    for (const { cell, ruleId } of defects) expect(stdout).toMatch(new RegExp(`!${cell} .*${ruleId}\\n.*建议：`));
    expect(stdout).toContain('✖ 12 个问题（11 个错误，1 个警告，0 个提示）');
  });

  it('lines up its columns although Chinese characters are wide', () => {
    const { stdout } = jixiao(['lint', FAULTY]);
    const starts = stdout
      .split('\n')
      .filter((line) => /!\w+ /.test(line))
      .map((line) => line.search(/错误|警告/));
    expect(new Set(starts).size).toBe(1);
  });

  it('speaks English', () => {
    const { stdout } = jixiao(['lint', FAULTY, '--lang', 'en']);
    expect(stdout).toContain('12 problems (11 errors, 1 warning, 0 infos)');
    expect(stdout).toContain('Advice: ');
    expect(stdout).not.toContain('建议：');
  });

  it('colours only where it is asked to', () => {
    const escape = '\u001b[';
    expect(jixiao(['lint', FAULTY]).stdout).not.toContain(escape);
    expect(jixiao(['lint', FAULTY], { env: { CI: 'true' } }).stdout).not.toContain(escape);
    expect(jixiao(['lint', FAULTY], { env: { FORCE_COLOR: '1' } }).stdout).toContain(escape);
    expect(jixiao(['lint', FAULTY, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(escape);
  });

  it('reads a draft from standard input', () => {
    expect(jixiao(['lint', '-'], { input: DRAFT })).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = jixiao(['lint', '-'], { input: '{"project":' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^错误：标准输入 第 1 行 .*JSON 格式有误/);
  });

  it('reads on past a file that it cannot read, tells which, and exits 2', () => {
    const folder = scratch();
    writeFileSync(join(folder, '假.xlsx'), 'abc');
    const { code, stdout, stderr } = jixiao(['lint', '假.xlsx', SOUND, '没有.csv'], { cwd: folder });
    expect(code).toBe(2);
    expect(stdout).toContain('没有问题，共检查 1 份绩效目标');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^错误：假\.xlsx：不是有效的/),
      expect.stringMatching(/^错误：没有\.csv：找不到文件/),
    ]);
  });

  it('makes no allowances with --preset strict', () => {
    const input = DRAFT.replace('"value":"5人"', '"value":"显著"');
    const severity = (...args: string[]) =>
      lintResultSchema
        .parse(JSON.parse(jixiao(['lint', '-', '--format', 'json', ...args], { input }).stdout))
        .results[0]?.diagnostics.find(({ ruleId }) => ruleId === 'value/qualitative-only')?.severity;
    expect([severity(), severity('--preset', 'strict')]).toEqual(['warning', 'error']);
  });

  it('exits 1 above --max-warnings', () => {
    const input = DRAFT.replace('长度', '全市范围内纳入改造计划的老旧小区供水管网改造长度');
    expect(jixiao(['lint', '-'], { input }).code).toBe(0);
    expect(jixiao(['lint', '-', '--max-warnings', '1'], { input }).code).toBe(0);
    expect(jixiao(['lint', '-', '--max-warnings', '0'], { input }).code).toBe(1);
  });

  it('takes levels from the command line before those of the configuration', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'jixiao.config.yaml'), 'rules:\n  name/too-long: off\n  name/slogan: [warning, {}]\n');
    const lint = (...args: string[]) => {
      const { stdout } = jixiao(['lint', FAULTY, '--format', 'json', ...args], { cwd });
      return lintResultSchema.parse(JSON.parse(stdout)).summary;
    };
    expect(lint()).toMatchObject({ errors: 10, warnings: 1 });
    expect(lint('--rule', 'name/too-long=error')).toMatchObject({ errors: 11, warnings: 1 });
  });
});

it('loads nothing that a plain run does without', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'a.json'), DRAFT);
  const loaded = (...args: string[]) => {
    const env = { NODE_V8_COVERAGE: join(folder, `coverage${args.length}`) };
    jixiao(['lint', 'a.json', ...args], { cwd: folder, env });
    const [report] = readdirSync(env.NODE_V8_COVERAGE);
    const { result } = JSON.parse(readFileSync(join(env.NODE_V8_COVERAGE, report ?? ''), 'utf8')) as {
      result: { url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.includes('/dist/bin/'));
  };
  const more =
    /\/(?:baseline|fix|apply-fixes|explain|reading|waivers|ignored|lint-setup|file-patterns|config-schema|profiles|understood|lint-sheet|yaml|dist)[^/]*\.js$/;
  expect(loaded().filter((url) => more.test(url))).toEqual([]);
  expect(loaded('--explain').filter((url) => more.test(url))).not.toEqual([]);
});

describe('jixiao lint -o', () => {
  it('writes no text into a file that a viewer would take for something else', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'a.csv'), '三级指标,指标值\n受益人数,≥3万人\n');
    for (const name of ['a.pdf', 'a.doc', 'a.xls']) {
      const { code, stderr } = jixiao(['lint', 'a.csv', '-o', name], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(`${name}：stylish 格式是文本`);
      expect(existsSync(join(cwd, name))).toBe(false);
    }
  });
});

describe('jixiao lint --format xlsx', () => {
  it('writes an annotated copy and leaves the original alone', () => {
    const folder = scratch();
    const [input, output] = [join(folder, '申报表.xlsx'), join(folder, '批注.xlsx')];
    copyFileSync(FAULTY, input);
    const before = readFileSync(input);
    expect(jixiao(['lint', input, '--format', 'xlsx', '-o', output]).code).toBe(1);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['批注.xlsx', '申报表.xlsx'].sort());
    const { SheetNames, Sheets } = read(readFileSync(output), { cellStyles: true });
    expect(SheetNames).toEqual(['绩效目标表', '检查结果']);
    for (const { cell, ruleId } of defects) {
      const comment = Sheets['绩效目标表']?.[cell]?.c?.map(({ t }: { t: string }) => t).join('') as string;
      expect(comment).toContain(`(${ruleId})`);
      expect(comment).toContain('建议：');
    }
    expect(Sheets['检查结果']?.C2?.l?.Target).toContain('C8');
  });

  it('writes the list alone where the input is no workbook', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.csv'), '三级指标,指标值\n/,3\n');
    jixiao(['lint', 'a.csv', '--format', 'xlsx', '-o', 'b.xlsx'], { cwd: folder });
    const { SheetNames, Sheets } = read(readFileSync(join(folder, 'b.xlsx')));
    expect(SheetNames).toEqual(['检查结果']);
    expect(Sheets['检查结果']?.H2?.v).toBe('name/missing');
  });

  it('lists what was not read and what has no effect, in the sheet and on standard error', () => {
    const cwd = scratch();
    const rows = [
      '一级指标,二级指标,三级指标,指标值,折算系数,忽略',
      '产出指标,数量指标,巡查次数,≥3次,1,name/slogn',
      '效益指标,社会效益指标,受益人数,≥3万人,1,',
    ];
    writeFileSync(join(cwd, 'a.csv'), `${rows.join('\n')}\n`);
    writeFileSync(
      join(cwd, 'jixiao.config.yaml'),
      'waivers: [{ rule: name/slogan, reason: 试点, by: 张三, date: 2024-05-01 }]\n',
    );
    const { stderr } = jixiao(['lint', 'a.csv', '--format', 'xlsx', '-o', 'b.xlsx'], { cwd });
    const { Sheets } = read(readFileSync(join(cwd, 'b.xlsx')));
    const cells = Object.values(Sheets['检查结果'] ?? {}).map((cell) => (cell as { v?: unknown }).v);
    expect(cells).toEqual(expect.arrayContaining(['未检查', 'E1', '这一列没有读懂，未检查：折算系数']));
    expect(cells).toContainEqual(expect.stringContaining('“忽略”中的“name/slogn”不是规则编号'));
    expect(stderr).toMatch(/a\.csv .*1 列没有读懂，未检查：E1（折算系数）/);
    expect(stderr).toContain('“忽略”中的“name/slogn”不是规则编号');
    expect(stderr).toContain('豁免没有对应的问题');
  });

  it('puts several copies into a folder', () => {
    const folder = scratch();
    jixiao(['lint', FAULTY, SOUND, '--format', 'xlsx', '-o', folder]);
    expect(readdirSync(folder).sort()).toEqual(['sound-draft.xlsx', 'twelve-defects.xlsx']);
  });

  it.each([
    [['lint', FAULTY, '--format', 'xlsx'], '要写入文件'],
    [['lint', FAULTY, SOUND, '--format', 'xlsx', '-o', 'one.xlsx'], '-o 应是一个已有的文件夹'],
    [['lint', FAULTY, '--format', 'xlsx', '-o', FAULTY], '输出不能覆盖原文件'],
    [['lint', FAULTY, '--format', 'json', '-o', join(scratch(), 'missing', 'a.json')], '没有文件夹'],
  ])('refuses %j', (args, sentence) => {
    const { code, stdout, stderr } = jixiao(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
