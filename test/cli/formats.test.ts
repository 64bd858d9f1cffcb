/** Which report a run writes: `--format`, or the name of the output file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const DEFECTS = fixturePath('documents/twelve-defects.xlsx');

describe('lint -o', () => {
  it.each([
    ['a.md', /^# 绩效指标检查结果/],
    ['a.csv', /^\ufeff序号,项目/],
    ['a.html', /<a href="#c1-1">绩效目标表!C8<\/a>/],
    ['a.sarif', /"version": "2.1.0"/],
    ['a.xml', /^<\?xml .*\n<testsuites /],
    ['a.json', /^\{\n {2}"schemaVersion": 1/],
    ['a.txt', /✖ 12 个问题/],
  ])('%s: its name says in which format', (name, expected) => {
    const output = join(scratch(), name);
    const { code, stdout } = jixiao(['lint', DEFECTS, '-o', output]);
    expect([code, stdout]).toEqual([1, '']);
    expect(readFileSync(output, 'utf8')).toMatch(expected);
  });

  it('writes what --format names, whatever the file is called', () => {
    const output = join(scratch(), 'a.csv');
    jixiao(['lint', DEFECTS, '--format', 'md', '-o', output]);
    expect(readFileSync(output, 'utf8')).toMatch(/^# 绩效指标检查结果/);
  });

  it('names the corrected copy with --fix, and no format', () => {
    const output = join(scratch(), 'copy.xlsx');
    const { code, stdout } = jixiao(['lint', DEFECTS, '--fix', '-o', output]);
    expect(code).toBe(1);
    expect(existsSync(output)).toBe(true);
    expect(stdout).toContain('个问题');
  });

  it('writes the report to standard output and nothing else to it', () => {
    const { stdout, stderr } = jixiao(['lint', DEFECTS, '--format', 'sarif']);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toBe('');
  });

  it('is in English where that is asked for', () => {
    const { stdout } = jixiao(['lint', DEFECTS, '--format', 'junit', '--lang', 'en']);
    expect(stdout).toContain('name="Check of performance indicators"');
  });
});

describe('review -o', () => {
  it.each([
    ['a.md', /^# 存在问题与工作建议/],
    ['a.csv', /^\ufeff单位,项目/],
    ['a.html', /<td id="c1-1" class="problem">1.项目进度滞后。/],
    ['a.jsonl', /^\{"id":/],
  ])('%s: its name says in which format', (name, expected) => {
    const folder = scratch();
    writeFileSync(join(folder, 'in.csv'), '项目名称,存在问题,工作建议\n甲,1.项目进度滞后。,1.加快项目实施进度。\n');
    const { code } = jixiao(['review', 'in.csv', '-o', name], { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(expected);
  });
});

describe('--layout', () => {
  const REVIEW = '项目名称,实施单位,存在问题,工作建议\n甲,乙局,1.多付工程款12.5万元。,1.追回多付款项。\n';

  it('flat: writes the indicators for import, and what was found to standard error', () => {
    const { code, stdout, stderr } = jixiao(['lint', DEFECTS, '--layout', 'flat']);
    const [head, first, ...others] = stdout.replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe('一级指标,二级指标,三级指标,计算符号,指标值,计量单位,权重');
    expect(first).toBe('成本指标,经济成本指标,人均筛查成本,≤,38,元/人,20');
    expect(others).toHaveLength(16);
    expect(stderr).toContain('12 个问题');
    expect(code).toBe(1);
  });

  it('flat: a sheet a draft in a workbook, one list with the project in front as .csv', () => {
    const folder = scratch();
    const draft = (name: string) => ({ project: { name }, indicators: [{ name: '=SUM(A1)', value: '≥3次' }] });
    const drafts = [draft('甲'.repeat(40)), draft('甲'.repeat(40)), draft('[乙]/*')];
    writeFileSync(join(folder, 'in.json'), JSON.stringify({ drafts }));
    jixiao(['lint', 'in.json', '--layout', 'flat', '-o', 'out.xlsx'], { cwd: folder });
    const { SheetNames, Sheets } = read(readFileSync(join(folder, 'out.xlsx')));
    expect(new Set(SheetNames).size).toBe(3);
    for (const name of SheetNames) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    const sheet = Sheets[SheetNames[0] as string];
    expect([sheet?.C2?.v, sheet?.C2?.f, sheet?.E2?.v, sheet?.F2?.v]).toEqual(['=SUM(A1)', undefined, 3, '次']);
    const { stdout } = jixiao(['lint', 'in.json', '--layout', 'flat'], { cwd: folder });
    expect(stdout).toMatch(/^\ufeff项目名称,一级指标/);
    expect(stdout).toContain("'=SUM(A1)");
  });

  it('work-paper: facts, sums, evidence and advice, as .csv and as a workbook', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'in.csv'), REVIEW);
    const { stdout, code } = jixiao(['review', 'in.csv', '--layout', 'work-paper'], { cwd: folder });
    expect(code).toBe(0);
    const [head, row] = stdout.replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe('问题类别,问题事实,涉及金额,定性依据,证据索引,责任主体,整改建议');
    expect(row).toContain(',多付工程款12.5万元。,12.5万元,,甲 · in.csv · C2,乙局,追回多付款项。');
    jixiao(['review', 'in.csv', '--layout', 'work-paper', '-o', 'out.xlsx'], { cwd: folder });
    expect(read(readFileSync(join(folder, 'out.xlsx'))).SheetNames).toEqual(['工作底稿']);
  });

  it('is told where the format is no sheet', () => {
    const { code, stderr } = jixiao(['lint', DEFECTS, '--layout', 'flat', '--format', 'sarif']);
    expect(code).toBe(2);
    expect(stderr).toBe('错误：--layout flat 写的是表格，不能用 sarif 格式；请用 --format csv 或 xlsx\n');
  });
});
