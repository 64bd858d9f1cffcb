/** Forms that are like others, and names that are written in several ways. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Forms, ownNames, withoutNames } from '../../src/batch/summary/forms.js';
import { hashOf } from '../../src/batch/summary/hash.js';
import { readDocument } from '../../src/documents/read-document.js';
import { type BatchSummary, batchSummarySchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { draftOf, put, type Wanted } from './material.js';

function summed(drafts: readonly Wanted[], ...args: string[]): { summary: BatchSummary; cwd: string } {
  const cwd = scratch();
  for (const [index, draft] of drafts.entries())
    put(cwd, `in/${String(index).padStart(2, '0')}.json`, JSON.stringify(draftOf(draft)));
  jixiao(['batch', 'in', '-o', 'out', '--quiet', ...args], { cwd });
  const text = readFileSync(join(cwd, 'out/summary.json'), 'utf8');
  return { summary: batchSummarySchema.parse(JSON.parse(text)), cwd };
}

const PARK = [
  ['全区公园绿地精细化养护面积', '≥120万平方米'],
  ['行道树补植数量', '≥300株'],
  ['绿地养护验收合格率', '≥96%'],
  ['病虫害防治完成时间', '2024年9月底前'],
  ['市民投诉办结天数', '≤3天'],
] as const;

describe('whole forms that are alike', () => {
  it('are told however many units share them, and their indicators with their number', () => {
    const units = Array.from({ length: 9 }, (_, index) => `第${index}街道办事处`);
    const { summary, cwd } = summed(
      units.map((unit) => ({ unit, year: 2024, project: `${unit}绿化`, indicators: PARK })),
    );
    expect(summary.copied).toMatchObject({ total: 0, leftOut: 5 });
    expect(summary.alike.total).toBe(8);
    expect(summary.alike.items[0]).toEqual({
      form: { unit: units[1], project: `${units[1]}绿化`, year: 2024, source: 'in/01.json' },
      like: { unit: units[0], project: `${units[0]}绿化`, year: 2024, source: 'in/00.json' },
      same: 5,
      of: 5,
      forms: 9,
    });
    const html = readFileSync(join(cwd, 'out/report.html'), 'utf8');
    expect(html).toContain('整份雷同的表');
    expect(html).toContain('通用指标（未逐条列出）：5 条');
  });

  it('may differ in an indicator, and in the names of places and units; other forms and those of last year are none', () => {
    const [first, second, third, fourth] = PARK;
    const named = (place: string) => PARK.map(([name, value]) => [`${place}${name}`, value] as const);
    const { summary } = summed([
      { unit: '青禾市城市管理局', year: 2024, project: '绿化', indicators: named('青禾市') },
      { unit: '青禾市城市管理局', year: 2025, project: '绿化', indicators: named('青禾市') },
      { unit: '白石县园林所', year: 2024, project: '园林', indicators: named('白石县') },
      {
        unit: '临江区水务局',
        year: 2024,
        project: '河道',
        indicators: [first, second, third, fourth, ['河道清淤长度', '≥9公里']],
      },
      {
        unit: '云溪县教育局',
        year: 2024,
        project: '校舍',
        indicators: [first, ['校舍改造面积', '≥3000平方米'], ['课桌更换数量', '≥800套'], ['食堂验收合格率', '≥98%']],
      },
      { unit: '', year: 2024, project: '无名', indicators: PARK },
    ]);
    expect(summary.alike.items.map(({ form, like, same, of }) => [form.source, like.source, same, of])).toEqual([
      ['in/02.json', 'in/00.json', 5, 5],
      ['in/03.json', 'in/00.json', 4, 5],
      ['in/05.json', 'in/00.json', 5, 5],
    ]);
    expect(summary.totals.withoutUnit).toBe(1);
  });

  it('are found among many', () => {
    const forms = new Forms(1000);
    const things = (form: number, changed = 0): number[] =>
      Array.from({ length: 10 }, (_, index) => hashOf(`${form} ${index < changed ? `${index} other` : index}`));
    for (let form = 0; form < 2000; form += 1) forms.add([...things(form), hashOf('common')], form);
    for (let form = 0; form < 200; form += 1) forms.add([...things(form, form % 3), hashOf('common')], 10_000 + form);
    expect(forms.total).toBeGreaterThan(195);
    for (const { first, second, same, of } of forms.found)
      expect([second - first, same, of]).toEqual([2000, 11 - (first % 3), 11]);
  });
});

describe('names of units', () => {
  it('that differ in blanks and width are one unit, shown as it was written first', () => {
    const indicators = PARK;
    const { summary } = summed([
      { unit: '甲 局（本级）', year: 2024, project: '绿化', indicators },
      { unit: '甲局(本级)', year: 2025, project: '绿 化', indicators },
      { unit: '甲局（本级）', year: 2025, project: '绿化', indicators: [...indicators, ['路面完好率', '≥95%']] },
    ]);
    expect(summary.byUnit.items.map(({ key, drafts }) => [key, drafts])).toEqual([['甲 局（本级）', 3]]);
    expect(summary.copied).toMatchObject({ total: 0, leftOut: 0 });
    expect(summary.unchanged).toMatchObject({
      total: 5,
      items: [{ source: 'in/01.json', before: 'in/00.json' }, {}, {}, {}, {}],
    });
    expect(summary.twice).toEqual({
      total: 1,
      items: [{ unit: '甲局（本级）', project: '绿化', year: 2025, source: 'in/02.json', other: 'in/01.json' }],
    });
  });

  it('and of their places are taken out of the names of indicators', () => {
    expect(withoutNames('青禾市道路养护面积', ownNames('青禾市城市管理局', ''))).toBe('道路养护面积');
    expect(withoutNames('青禾道路养护面积', ownNames('青禾市城市管理局', ''))).toBe('道路养护面积');
    expect(withoutNames('城市道路养护面积', ownNames('青禾市城市管理局', ''))).toBe('城市道路养护面积');
    expect(withoutNames('临江镇河道清淤长度', ownNames('水务站', '临江镇'))).toBe('河道清淤长度');
  });
});

it('problems that come back are shown as they are written, with the report of the year before', () => {
  const cwd = scratch();
  for (const year of [2023, 2024])
    put(
      cwd,
      `in/${year}.txt`,
      `${year}年度绩效评价报告\n项目单位：青禾市水务局\n一、存在问题\n（一）台账登记不及时，资料 归档不完整。\n二、工作建议\n（一）完善台账。\n`,
    );
  jixiao(['batch', 'in', '--task', 'review', '-o', 'out', '--quiet'], { cwd });
  const { repeated } = batchSummarySchema.parse(JSON.parse(readFileSync(join(cwd, 'out/summary.json'), 'utf8')));
  expect(repeated).toMatchObject({
    total: 1,
    items: [{ text: '台账登记不及时，资料 归档不完整。', source: 'in/2024.txt', before: 'in/2023.txt' }],
  });
});

describe('the summary', () => {
  it('says what was run, and shows targets as they are written', async () => {
    const { summary, cwd } = summed(
      ['甲局', '乙局'].map((unit) => ({
        unit,
        project: `${unit}项目`,
        indicators: [
          ['竣工验收完成时间', '定性 12月31日前'],
          ['改造数量', '≥3,000处，其中新建2处'],
        ],
      })),
      '--preset',
      'strict',
      '--rule',
      'value/vague-quantifier=off',
    );
    expect(summary.ran).toEqual({
      inputs: ['in'],
      include: [],
      exclude: [],
      preset: 'strict',
      rules: ['value/vague-quantifier=off'],
    });
    expect(summary.copied.items.map(({ target }) => target)).toContain('≥3,000处，其中新建2处');
    const book = await readDocument(readFileSync(join(cwd, 'out/summary.xlsx')), 'summary.xlsx');
    const totals = book.grids.find(({ sheet }) => sheet === '总计')?.rows ?? [];
    expect(totals).toContainEqual(['规则集', 'strict']);
    expect(readFileSync(join(cwd, 'out/report.html'), 'utf8')).toContain('规则集：strict');
  });
});
