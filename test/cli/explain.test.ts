import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const FAULTY = fixturePath('documents/twelve-defects.xlsx');
const lint = (...args: string[]) =>
  lintResultSchema.parse(JSON.parse(jixiao(['lint', FAULTY, '--format', 'json', ...args]).stdout));

describe('jixiao lint --explain', () => {
  it('gives what was understood with every diagnostic of an indicator, and only where it is asked for', () => {
    for (const { understood } of lint().results[0]?.diagnostics ?? []) expect(understood).toBeUndefined();
    const diagnostics = lint('--explain').results[0]?.diagnostics ?? [];
    expect(diagnostics).toHaveLength(12);
    for (const { indicatorId, understood } of diagnostics) expect(understood !== undefined).toBe(indicatorId !== null);
    expect(diagnostics.find(({ location }) => location.cell === 'D11')?.understood).toMatchObject({
      kind: { code: 'area', zh: '面积', en: 'area' },
      word: '面积',
      object: '教室照明改造',
      value: { kind: { code: 'number' }, numbers: [{ operator: '≥', value: 86, unit: '间' }] },
      level1: { code: 'output' },
      level2: { code: 'quantity' },
    });
  });

  it('prints it under the diagnostic, texts under one another', () => {
    const { stdout } = jixiao(['lint', FAULTY, '--explain']);
    expect(stdout).toMatch(/种类 {2}面积，度量词“面积”，对象“教室照明改造”/);
    expect(stdout).toContain('数值  “≥86间”读作数值 ≥ 86 间');
    expect(stdout).toContain('归类  产出指标 / 数量指标');
    const starts = stdout
      .split('\n')
      .filter((line) => /^ +(?:种类|数值|归类|线索|模型) {2}/.test(line))
      .map((line) => stringWidth(/^ +\S+ +/.exec(line)?.[0] ?? ''));
    expect(starts.length).toBeGreaterThan(36);
    expect(new Set(starts).size).toBe(1);
  });

  it('speaks English', () => {
    const { stdout } = jixiao(['lint', FAULTY, '--explain', '--lang', 'en']);
    expect(stdout).toMatch(/Kind +area, measure word “面积”/);
    expect(stdout).not.toContain('度量词');
  });
});

describe('jixiao lint --show-reading', () => {
  it('prints project and table as they were read, in columns, before the diagnostics', () => {
    const { stdout, code } = jixiao(['lint', FAULTY, '--show-reading']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/项目名称 +中小学生近视防控项目/);
    expect(stdout).toMatch(/预算（万元） +268\n/);
    const lines = stdout.split('\n');
    const header = lines.findIndex((line) => line.includes('三级指标') && line.includes('读作'));
    const rows = lines.slice(header + 1, lines.indexOf('', header));
    expect(rows).toHaveLength(17);
    // Every column begins at one and the same terminal column.
    const start = stringWidth((lines[header] ?? '').slice(0, (lines[header] ?? '').indexOf('指标值')));
    const values = rows.map((row) => {
      let width = 0;
      return Array.from(row)
        .filter((character) => (width += stringWidth(character)) > start)
        .join('');
    });
    for (const value of values) expect(value).toMatch(/^\S/);
    expect(values[0]).toMatch(/^≤38元\/人 .*≤ 38 元\/人$/);
    expect(stdout.indexOf('读作')).toBeLessThan(stdout.indexOf('name/missing'));
  });

  it('gives it as data', () => {
    const [entry] = lint('--show-reading').results;
    expect(entry?.diagnostics).toHaveLength(12);
    expect(entry?.reading?.project.find(({ code }) => code === 'budget')).toMatchObject({
      zh: '预算（万元）',
      text: '268',
    });
    expect(entry?.reading?.indicators).toHaveLength(17);
    expect(entry?.reading?.indicators[0]).toMatchObject({
      location: { cell: 'C7' },
      level2: '经济成本指标',
      name: '人均筛查成本',
      value: '≤38元/人',
      weight: 20,
      applicable: true,
      understood: { kind: { code: 'unit-cost' } },
    });
    expect(lint().results[0]?.reading).toBeUndefined();
  });

  it('shows results, scores, reasons, funds and totals of a self-evaluation', () => {
    const cwd = scratch();
    writeFileSync(
      join(cwd, 'a.csv'),
      [
        '项目名称,道路养护,,,,,,',
        '资金情况（万元）,,全年预算数,全年执行数,分值,执行率,得分,',
        ',年度资金总额,100,95,10,95%,9.50,',
        '自评得分,96,评价等级,优,,,,',
        '一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析',
        '产出指标,数量指标,养护里程,≥120公里,118公里,50,45.00,汛期停工两周',
        '效益指标,社会效益指标,受益人数,≥3万人,3万人,40,35.5,',
        '合计,,,,,90,80.5,',
        '',
      ].join('\n'),
    );
    const { stdout } = jixiao(['lint', 'a.csv', '--show-reading'], { cwd });
    for (const field of [
      /全年预算数（万元） +100\n/,
      /全年执行数（万元） +95\n/,
      /执行率（%） +95\n/,
      /执行率得分 +9\.50\n/,
    ])
      expect(stdout).toMatch(field);
    expect(stdout).toMatch(/总分 +80\.5\n/);
    expect(stdout).toMatch(/总分（另一处） +96\n/);
    expect(stdout).toMatch(/评价等级 +优\n/);
    expect(stdout).toMatch(/权重 +实际完成值 +得分 +偏差原因 +种类/);
    expect(stdout).toMatch(/50 +118公里 +45\.00 +汛期停工两周 /);
    expect(jixiao(['lint', FAULTY, '--show-reading']).stdout).not.toContain('实际完成值');
  });

  it('marks rows that are no indicators', () => {
    const input = JSON.stringify({
      project: { name: '甲' },
      indicators: [{ name: '本项目不适用此指标' }, { name: '巡查次数', value: '≥3次' }],
    });
    const { stdout } = jixiao(['lint', '-', '--show-reading'], { input });
    expect(stdout).toMatch(/本项目不适用此指标 .*不作为指标/);
  });
});

describe('--show-reading in files', () => {
  const FORM = fixturePath('documents/twelve-defects.xlsx');

  it.each([
    ['md', /### 读到的内容\n[^]*\| 绩效目标表!C7 \| 成本指标 \| 经济成本指标 \| 人均筛查成本 \|/],
    ['html', /<summary>读到的内容 \(17\)<\/summary>[^]*<td>≤ 38 元\/人<\/td>/],
    ['csv', /\r\n\r\n来源,项目,位置,一级指标[^]*,绩效目标表!C7,成本指标,经济成本指标,人均筛查成本,/],
  ])('%s: holds the table as it was read', (format, expected) => {
    expect(jixiao(['lint', FORM, '--format', format, '--show-reading']).stdout).toMatch(expected);
    expect(jixiao(['lint', FORM, '--format', format]).stdout).not.toMatch(expected);
  });

  it('sarif: has no room for it, so that it is shown beside', () => {
    const { stdout, stderr } = jixiao(['lint', FORM, '--format', 'sarif', '--show-reading']);
    expect(stdout).not.toContain('读到的内容');
    expect(stderr).toContain('读到的内容');
  });

  it('xlsx: has a sheet of its own', () => {
    const cwd = scratch();
    jixiao(['lint', FORM, '--show-reading', '-o', 'a.xlsx'], { cwd });
    const { SheetNames, Sheets } = read(readFileSync(join(cwd, 'a.xlsx')));
    expect(SheetNames.slice(-2)).toEqual(['检查结果', '读到的内容']);
    expect(Sheets['读到的内容']?.['F2']).toMatchObject({ v: '人均筛查成本' });
  });
});
