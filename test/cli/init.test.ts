/** Files to begin with, and mappings for layouts that nobody foresaw. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintResultSchema, reviewResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';

const ODD = [
  '某镇2025年项目考核安排',
  '工程全称：,环镇路灯改造,经办股室,建设股',
  '甲,乙,考核点,做到多少,占比,如何核算',
  '产出指标,数量指标,路灯改造数量,≥120盏,40,按验收单统计',
  '产出指标,质量指标,路灯验收合格率,100%,40,合格数÷总数',
  '效益指标,社会效益指标,夜间事故下降率,≥5%,20,与上年比',
  '',
].join('\n');

const MAPPING = [
  'sheets:',
  '  - header: 3',
  '    columns: { level1: A, level2: B, name: 考核点, value: 做到多少, weight: E, explanation: 如何核算 }',
  'labels: { name: 工程全称 }',
  '',
].join('\n');

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = scratch();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function namesIn(cwd: string, ...args: string[]): string[] {
  const { stdout } = jixiao(['lint', ...args, '--format', 'json', '--show-reading'], { cwd });
  const { results } = lintResultSchema.parse(JSON.parse(stdout));
  return results.flatMap(({ reading }) => reading?.indicators.map(({ name }) => name) ?? []);
}

const ODD_NAMES = ['路灯改造数量', '路灯验收合格率', '夜间事故下降率'];

describe('jixiao init', () => {
  it('writes a configuration that is valid, and a form that is read once it is filled in', async () => {
    const folder = scratch();
    expect(jixiao(['init', 'new'], { cwd: folder }).code).toBe(0);
    const form = join(folder, 'new', '绩效目标申报表.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(form);
    const sheet = workbook.getWorksheet('绩效目标申报表');
    for (const [cell, value] of Object.entries({
      B2: '路灯改造',
      B5: 120,
      C9: '路灯改造数量',
      D9: '≥',
      E9: 120,
      F9: '盏',
    }))
      if (sheet) sheet.getCell(cell).value = value;
    await workbook.xlsx.writeFile(form);
    const { stdout } = jixiao(['lint', form, '--format', 'json', '--show-reading'], { cwd: join(folder, 'new') });
    const [entry] = lintResultSchema.parse(JSON.parse(stdout)).results;
    expect(entry?.project).toBe('路灯改造');
    expect(entry?.reading?.indicators).toMatchObject([
      { name: '路灯改造数量', level2: '数量指标', value: '120', unit: '盏' },
    ]);
  });

  it.each(['jixiao.config.yaml', '绩效目标申报表.xlsx'])('writes nothing at all where %s exists', (name) => {
    const folder = scratch();
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', name), 'mine');
    const { code, stderr } = jixiao(['init', 'old'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('已有这个文件，没有覆盖');
    expect(readFileSync(join(folder, 'old', name), 'utf8')).toBe('mine');
    const other = name.endsWith('.yaml') ? '绩效目标申报表.xlsx' : 'jixiao.config.yaml';
    expect(existsSync(join(folder, 'old', other))).toBe(false);
  });

  it('proposes a mapping that reads what could not be read', () => {
    const folder = folderWith({ 'in.csv': ODD });
    expect(jixiao(['lint', 'in.csv'], { cwd: folder }).code).toBe(2);
    expect(jixiao(['init', '--from', 'in.csv', '-o', 'm.yaml'], { cwd: folder }).code).toBe(0);
    expect(namesIn(folder, 'in.csv', '--mapping', 'm.yaml')).toEqual(ODD_NAMES);
    expect(jixiao(['init', '--from', 'in.csv', '-o', 'm.yaml'], { cwd: folder }).code).toBe(2);
  });

  it('proposes to standard output, as YAML whatever the headings hold', () => {
    const hostile = ODD.replace('考核点', '"考核: #点"').replace('乙', '"- {乙"');
    const folder = folderWith({ 'in.csv': hostile });
    const { stdout, code } = jixiao(['init', '--from', 'in.csv'], { cwd: folder });
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({ sheets: [{ header: 3 }] });
  });
});

describe('--mapping', () => {
  it('names columns by letter or heading, and labels', () => {
    const folder = folderWith({ 'in.csv': ODD, 'm.yaml': MAPPING });
    expect(namesIn(folder, 'in.csv', '--mapping', 'm.yaml')).toEqual(ODD_NAMES);
    const { stdout } = jixiao(['lint', 'in.csv', '--mapping', 'm.yaml', '--format', 'json'], { cwd: folder });
    const [entry] = lintResultSchema.parse(JSON.parse(stdout)).results;
    expect(entry?.project).toBe('环镇路灯改造');
    // Places are those of the user's own file.
    for (const { location } of entry?.diagnostics ?? []) expect(location.line ?? 0).toBeLessThanOrEqual(6);
  });

  it('tells a label that the file does not have', () => {
    const folder = folderWith({ 'in.csv': ODD, 'm.yaml': MAPPING.replace('工程全称', '项目全称') });
    const { stdout, stderr } = jixiao(['lint', 'in.csv', '--mapping', 'm.yaml', '--format', 'json'], { cwd: folder });
    const [entry] = lintResultSchema.parse(JSON.parse(stdout)).results;
    expect(entry?.notices.map(({ code }) => code)).toContain('mapping-no-label');
    // One of several names is enough.
    writeFileSync(join(folder, 'm2.yaml'), MAPPING.replace('name: 工程全称', 'name: [项目全称, 工程全称]'));
    const other = jixiao(['lint', 'in.csv', '--mapping', 'm2.yaml', '--format', 'json'], { cwd: folder });
    expect(other.stdout).not.toContain('mapping-no-label');
    expect(jixiao(['lint', 'in.csv', '--mapping', 'm.yaml'], { cwd: folder }).stdout).toContain(
      '列对应文件里的标签（labels）“项目全称”在文件中没有找到',
    );
    expect(stderr).toBe('');
  });

  it('reads a table without any heading', () => {
    const bare = ODD.split('\n').slice(3).join('\n');
    const columns = 'sheets: [{ header: 0, columns: { level1: A, level2: B, name: C, value: D, weight: E } }]\n';
    const folder = folderWith({ 'in.csv': bare, 'm.yaml': columns });
    expect(namesIn(folder, 'in.csv', '--mapping', 'm.yaml')).toEqual(ODD_NAMES);
  });

  it('names the columns of findings for review', () => {
    const folder = folderWith({
      'in.csv': '承办单位,情况反映,下一步\n甲局,1.项目进度滞后。,1.加快项目进度。\n',
      'm.yaml': 'sheets: [{ columns: { organisation: 承办单位, problem: 情况反映, suggestion: 下一步 } }]\n',
    });
    const { stdout } = jixiao(['review', 'in.csv', '--mapping', 'm.yaml', '--format', 'json'], { cwd: folder });
    const { findings } = reviewResultSchema.parse(JSON.parse(stdout));
    expect(findings.map(({ kind, unit, text }) => [kind, unit, text])).toEqual([
      ['problem', '甲局', '项目进度滞后。'],
      ['suggestion', '甲局', '加快项目进度。'],
    ]);
  });

  it.each([
    ['sheets: [{ header: 99, columns: { name: A } }]', /in\.csv：列对应文件里的 header 是第 99 行/],
    ['sheets: [{ columns: { name: 没有的 } }]', /没有找到列对应文件里的列“没有的”/],
    ['sheets: [{ sheet: 附表, columns: { name: A } }]', /工作表“附表”不在这个文件中/],
    ['sheets: [{ columns: { nam: A } }]', /^错误：m\.yaml 第 1 行/],
  ])('tells in one line what of %s cannot be', (text, expected) => {
    const folder = folderWith({ 'in.csv': ODD, 'm.yaml': `${text}\n` });
    const { code, stderr } = jixiao(['lint', 'in.csv', '--mapping', 'm.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(expected);
  });
});
