/** Which report a run writes: `--format`, or the name of the output file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
