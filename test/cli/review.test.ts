import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type Finding, findingSchema, reviewResultSchema, TAXONOMY } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const HUANGPU = fixturePath('documents/huangpu-2022-review.xlsx');

const findings = (...args: string[]): Finding[] =>
  jixiao(['review', ...args, '--format', 'jsonl'])
    .stdout.trim()
    .split('\n')
    .map((line) => findingSchema.parse(JSON.parse(line)));

describe('jixiao review', () => {
  it('finds problems and suggestions of all seven projects, with categories and true offsets', () => {
    const all = findings(HUANGPU);
    const { Sheets, SheetNames } = read(readFileSync(HUANGPU));
    expect(new Set(all.map(({ project }) => project)).size).toBe(7);
    for (const project of new Set(all.map((one) => one.project))) {
      const kinds = new Set(all.filter((one) => one.project === project).map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['problem', 'suggestion']);
    }
    for (const { location, start, end, text } of all) {
      const original = String(Sheets[SheetNames[0] as string]?.[location.cell as string]?.v).slice(start, end);
      // What was cleaned away is markup and white space only.
      expect(original.replace(/<[^>]*>|\s/g, '')).toContain(text.replace(/[\s。；]/g, '').slice(0, 4));
    }
    const labelled = all.filter(({ labels }) => labels.length > 0);
    expect(labelled.length / all.length).toBeGreaterThan(0.9);
    for (const { labels } of labelled)
      for (const { category } of labels) expect(Object.keys(TAXONOMY)).toContain(category);
  });

  it('counts in the JSON what it lists', () => {
    const { findings: all, summary } = reviewResultSchema.parse(
      JSON.parse(jixiao(['review', HUANGPU, '--format', 'json']).stdout),
    );
    const counted = Object.values(summary.byCategory).reduce(
      (sum, { problems, suggestions }) => sum + problems + suggestions,
      0,
    );
    expect(summary).toMatchObject({ sources: 1, projects: 7, findings: all.length, problems: 55, suggestions: 26 });
    const units = summary.byUnit.reduce((sum, { problems, suggestions }) => sum + problems + suggestions, 0);
    expect(units).toBe(all.length);
    expect(summary.byYear).toEqual([{ year: 2022, problems: 55, suggestions: 26, unanswered: 1 }]);
    expect(summary.unansweredProblems).toHaveLength(summary.unanswered);
    for (const { id } of summary.unansweredProblems)
      expect(all.find((finding) => finding.id === id)).toMatchObject({ kind: 'problem', pairedWith: [] });
    expect(summary.keywords).toHaveLength(20);
    for (const { word, findings: count } of summary.keywords)
      expect(all.filter(({ text }) => text.includes(word)).length).toBeGreaterThanOrEqual(count);
    expect(counted).toBe(all.filter(({ labels }) => labels.length > 0).length);
  });

  it('pairs in both directions', () => {
    const all = new Map(findings(HUANGPU).map((finding) => [finding.id, finding]));
    const paired = [...all.values()].filter(({ pairedWith }) => pairedWith.length > 0);
    expect(paired.length).toBeGreaterThan(20);
    for (const { id, kind, pairedWith } of paired) {
      for (const other of pairedWith) {
        expect(all.get(other)?.kind).not.toBe(kind);
        expect(all.get(other)?.pairedWith).toContain(id);
      }
    }
  });

  it('shows on the terminal which suggestion answers, and which problem has none', () => {
    const folder = scratch();
    writeFileSync(
      join(folder, 'a.csv'),
      '项目名称,存在问题,工作建议\n甲,1.项目进度滞后。2.固定资产未登记入账。,1.加快项目实施进度。\n',
    );
    const { stdout } = jixiao(['review', 'a.csv'], { cwd: folder });
    expect(stdout).toMatch(/项目进度滞后。.*→ 建议 1\./);
    expect(stdout).toMatch(/固定资产未登记入账。.*无对应建议/);
  });

  it('writes a workbook with one row a finding', () => {
    const output = join(scratch(), '问题清单.xlsx');
    expect(jixiao(['review', HUANGPU, '--format', 'xlsx', '-o', output]).code).toBe(0);
    const { Sheets, SheetNames } = read(readFileSync(output));
    expect(SheetNames).toEqual(['问题与建议', '分类汇总', '单位汇总', '年度汇总', '无对应建议的问题', '关键词']);
    expect(Sheets['问题与建议']?.['!ref']).toBe('A1:Q82');
    expect(Sheets['问题与建议']?.F2?.v).toBe('绩效目标设置不够科学');
  });

  it('makes tables that a chart can be drawn from: one header, then numbers', () => {
    const output = join(scratch(), '汇总.xlsx');
    jixiao(['review', HUANGPU, '--format', 'xlsx', '-o', output]);
    const { Sheets } = read(readFileSync(output));
    const rows = utils.sheet_to_json<(string | number)[]>(Sheets['单位汇总'] as WorkSheet, { header: 1 });
    expect(rows[0]).toEqual(['单位', '问题', '建议', '无对应建议的问题']);
    expect(rows).toHaveLength(8);
    for (const [unit, ...counts] of rows.slice(1)) {
      expect(unit).toMatch(/[局站馆办处]$|中心$/);
      for (const count of counts) expect(count).toBeTypeOf('number');
    }
    expect(utils.sheet_to_json(Sheets['无对应建议的问题'] as WorkSheet)).toHaveLength(1);
  });

  it('takes own terms for keywords, and none where none are wanted', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.csv'), '项目名称,存在问题\n甲,夜校课程开设不足，夜校场地偏远。\n');
    writeFileSync(join(folder, 'own.txt'), '夜校课程\n');
    const words = (...args: string[]): string[] =>
      reviewResultSchema
        .parse(JSON.parse(jixiao(['review', 'a.csv', '--format', 'json', ...args], { cwd: folder }).stdout))
        .summary.keywords.map(({ word }) => word);
    expect(words()).not.toContain('夜校课程');
    expect(words('--lexicon', 'own.txt')).toContain('夜校课程');
    expect(words('--top', '0')).toEqual([]);
  });

  it('keeps text that looks like a formula as text', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.csv'), '项目名称,存在问题\n甲,=SUM(1)预算编制不准确\n');
    jixiao(['review', 'a.csv', '--format', 'xlsx', '-o', 'b.xlsx'], { cwd: folder });
    const cell = read(readFileSync(join(folder, 'b.xlsx')), { cellFormula: true }).Sheets['问题与建议']?.F2;
    expect(cell).toMatchObject({ t: 's', v: '=SUM(1)预算编制不准确' });
    expect(cell?.f).toBeUndefined();
  });
});

const samples = join(fixturePath('..'), '..', '..', 'shared', 'samples');
if (!existsSync(samples)) console.warn(`skipped: no real documents in ${samples}`);

describe.skipIf(!existsSync(samples))('the real documents', () => {
  it.each(existsSync(samples) ? readdirSync(samples).filter((name) => /^(?!README).*\.(?:txt|md)$/.test(name)) : [])(
    '%s',
    (name) => {
      const all = findings(join(samples, name));
      expect(all.length).toBeGreaterThan(0);
      for (const { location } of all) expect(location.line).toBeGreaterThan(0);
      expect(all.some(({ labels }) => labels.length > 0)).toBe(true);
    },
  );
});
