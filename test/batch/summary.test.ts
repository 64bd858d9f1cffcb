/** What a batch says of all its files together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/batch/summary/hash.js';
import { Shared, Yearly } from '../../src/batch/summary/recurring.js';
import { readDocument } from '../../src/platform/read-document.js';
import { type BatchSummary, batchSummarySchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { draftOf, put } from './material.js';

/** Two years of three units: what is the same in them is known. */
function drafts(): object[] {
  const of = (unit: string, year: number, project: string, ...indicators: [string, string][]) =>
    draftOf({ unit, year, project, indicators });
  return [
    of('甲局', 2023, '2023年公园养护', ['全区公园绿地精细化养护面积', '≥120万平方米'], ['游客投诉率', '≥110%']),
    of('甲局', 2024, '2024年公园养护', ['全区公园绿地精细化养护面积', '≥120万平方米'], ['游客投诉率', '≥110%']),
    of('乙局', 2024, '道路养护', ['全区公园绿地精细化养护面积', '≥120万平方米'], ['路面完好率', '≥95%']),
    of('乙局', 2023, '道路养护', ['路面完好率', '≥90%'], ['资金使用率', '≥95%']),
    of('丙局', 2024, '<b>河道</b>', ['资金使用率', '≥95%'], ['=1+1', '≥3次']),
    of('', 2024, '无名', ['路面完好率', '≥95%']),
  ];
}

let summary: BatchSummary;
let folder: string;

beforeAll(() => {
  const cwd = scratch();
  put(
    cwd,
    'a.jsonl',
    `${drafts()
      .map((draft) => JSON.stringify(draft))
      .join('\n')}\n{"bad\n`,
  );
  expect(jixiao(['batch', 'a.jsonl', '-o', 'out'], { cwd }).code).toBe(2);
  folder = join(cwd, 'out');
  summary = batchSummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
});

describe('a summary', () => {
  it('counts by unit, year and rule; what names no unit stands apart', () => {
    expect(summary.totals).toMatchObject({ files: 1, drafts: 6, rows: 11, failures: 1 });
    const units = new Map(summary.byUnit.items.map(({ key, drafts: count, rows }) => [key, [count, rows]]));
    expect(units).toEqual(
      new Map([
        ['甲局', [2, 4]],
        ['乙局', [2, 4]],
        ['丙局', [1, 2]],
        ['', [1, 1]],
      ]),
    );
    expect(summary.byYear.map(({ key, drafts: count }) => [key, count])).toEqual([
      ['2024', 4],
      ['2023', 2],
    ]);
    const { errors = 0, warnings = 0, infos = 0 } = summary.totals.counts;
    expect(summary.byRule.reduce((sum, { rows }) => sum + rows, 0)).toBe(errors + warnings + infos);
    const outOfRange = summary.byRule.find(({ key }) => key === 'value/out-of-range');
    expect(outOfRange).toMatchObject({ drafts: 2, rows: 2 });
  });

  it('tells indicators that several units have with the same target, common ones left out', () => {
    expect(summary.copied).toEqual({
      total: 1,
      most: 5,
      leftOut: 0,
      items: [
        {
          name: '全区公园绿地精细化养护面积',
          target: '≥120万平方米',
          times: 3,
          units: 2,
          years: 2,
          someUnits: ['甲局', '乙局'],
          someSources: ['a.jsonl'],
        },
      ],
    });
  });

  it('tells targets that are those of last year, by unit, project and name', () => {
    expect(summary.unchanged.items.map(({ unit, name, year }) => [unit, name, year])).toEqual([
      ['甲局', '全区公园绿地精细化养护面积', 2024],
      ['甲局', '游客投诉率', 2024],
    ]);
  });

  it('tells faults that were there last year', () => {
    const told = summary.repeated.items.map(({ unit, subject, text, year }) => [unit, subject, text, year]);
    expect(told).toContainEqual(['甲局', 'value/out-of-range', '游客投诉率', 2024]);
    expect(told.some(([unit]) => unit === '丙局')).toBe(false);
    expect(summary.repeated.total).toBe(summary.repeated.items.length);
  });

  it('tells faulty lines from files', () => {
    expect(summary.totals.unread).toEqual({ files: 0, faultyLines: 1, filesOfLines: 1, empty: 0 });
    expect(summary.failures.total).toBe(1);
  });

  it('is a page and a workbook too, in which the user’s text is nothing but text', async () => {
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    for (const text of ['全区公园绿地精细化养护面积', '甲局', '单位间相同的指标', '未能处理的文件', '格式有误'])
      expect(html).toContain(text);
    expect(html).not.toContain('<b>河道');
    const book = await readDocument(readFileSync(join(folder, 'summary.xlsx')), 'summary.xlsx');
    expect(book.grids.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining([
        '总计',
        '按规则',
        '按单位',
        '按年度',
        '单位间相同的指标',
        '目标与上年相同',
        '未能处理的文件',
      ]),
    );
    const units = book.grids.find(({ sheet }) => sheet === '按单位');
    expect(units?.rows.map(([name]) => name).sort()).toEqual(['丙局', '乙局', '单位', '甲局', '（未写明）'].sort());
  });
});

describe('what comes back', () => {
  it('is told by year whatever the order, once a year, and only with the same value', () => {
    const orders = [
      [2022, 2023, 2024],
      [2024, 2022, 2023],
      [2023, 2024, 2022],
    ];
    for (const order of orders) {
      const yearly = new Yearly(10);
      for (const year of order) for (const _ of [1, 2]) yearly.add(7, year, 1);
      yearly.add(8, 2022, 1);
      yearly.add(8, 2023, 2);
      yearly.add(9, 2022, 1);
      yearly.add(9, 2024, 1);
      expect([yearly.total, yearly.found.size]).toEqual([2, 2]);
    }
  });

  it('is shared by units, not by drafts of one unit', () => {
    const shared = new Shared();
    for (const unit of [1, 1, 1]) shared.add(5, unit, 2024);
    for (const unit of [1, 2, 2, 3]) shared.add(6, unit, 2024);
    expect(shared.list(10)).toEqual([{ thing: 6, times: 4, units: 3, years: 1 }]);
    expect(shared.list(2)).toEqual([]);
  });

  it('is known by numbers that differ for different texts', () => {
    const texts = Array.from({ length: 200_000 }, (_, index) => `第${index}段道路养护长度`);
    expect(new Set(texts.map((text) => hashOf(text))).size).toBe(texts.length);
  });
});

it('tells files that cannot be read from files that hold nothing of the kind', () => {
  const cwd = scratch();
  put(cwd, 'in/空.csv', '');
  put(cwd, 'in/值班.csv', '日期,值班人\n周一,张三\n周二,李四\n');
  const { code, stderr } = jixiao(['batch', 'in', '-o', 'out'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('1 个文件读不了、1 个文件中没有相关内容');
  const told = batchSummarySchema.parse(JSON.parse(readFileSync(join(cwd, 'out/summary.json'), 'utf8')));
  expect(told.totals.unread).toMatchObject({ files: 1, faultyLines: 0, empty: 1 });
  expect(told.failures.items.map(({ source }) => source)).toEqual(['in/空.csv']);
});
