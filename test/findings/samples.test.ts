import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { f1Of, type GoldProject, scoreFindings, scorePairs } from './gold.js';
import { data, fixture, sample, textDocument } from './helpers.js';

/** The public samples, against gold lists written by reading them. They lie beside the project, not in it. */
describe.each([
  ['huangpu-2022-self-evaluation-review', 0.97],
  ['liwan-2020-key-evaluation-part1', 0.95],
])('%s', (name, floor) => {
  const text = sample(`${name}.txt`);
  const gold = (JSON.parse(fixture(`gold/${name}.json`)) as { projects: GoldProject[] }).projects;

  it.skipIf(text === undefined)(`finds what a reader finds, F1 ≥ ${floor}`, () => {
    const score = scoreFindings(findFindings(textDocument(text ?? '', name), data), gold);
    console.info(`${name}: findings F1 ${f1Of(score).toFixed(4)}`, score.missed, score.spurious);
    expect(f1Of(score)).toBeGreaterThanOrEqual(floor);
  });

  it.skipIf(text === undefined)('pairs headlines, F1 ≥ 0.85', () => {
    const score = scorePairs(findFindings(textDocument(text ?? '', name), data), gold);
    console.info(`${name}: pairs F1 ${f1Of(score).toFixed(4)}`, score.missed, score.spurious);
    expect(f1Of(score)).toBeGreaterThanOrEqual(0.85);
  });

  it.skipIf(text === undefined)('shows where every finding came from', () => {
    const document = textDocument(text ?? '', name);
    const cells = new Map(
      document.grids.flatMap((grid) =>
        grid.rows.flatMap((row, r) => row.map((cell, c) => [`${c} ${grid.lines?.[r]}`, cell] as const)),
      ),
    );
    for (const finding of findFindings(document, data)) {
      const { cell, line } = finding.location;
      const original = cell === undefined ? document.text : cells.get(`${cell.charCodeAt(0) - 65} ${line}`);
      const shown = (original ?? '').slice(finding.start, finding.end);
      expect(shown.replaceAll(/\s/gu, '').replaceAll('臵', '置')).toBe(finding.text.replaceAll(/\s/gu, ''));
    }
  });
});

it('reads the sections of the reports', () => {
  const report = sample('huangpu-2022-performance-report.txt');
  if (report === undefined) return;
  const findings = findFindings(textDocument(report), data);
  const top = findings.filter(({ level }) => level === 1).map(({ kind, marker }) => `${kind} ${marker}`);
  expect(top).toEqual([
    ...['1.', '2.', '3.', '4.'].map((marker) => `problem ${marker}`),
    ...['（一）', '（二）', '（三）', '（四）'].map((marker) => `suggestion ${marker}`),
  ]);
  expect(findings.find(({ text }) => text.includes('跟踪监控不够到'))?.text).toContain('不够到位，政策');
});

it('reads a report with every line wrapped', () => {
  const report = sample('panyu-2022-project-report.txt');
  if (report === undefined) return;
  const findings = findFindings(textDocument(report), data);
  expect(findings.map(({ id, unit }) => [id, unit])).toEqual([
    ['r1.problem.1', '广州市番禺区企业建设服务中心'],
    ['r1.suggestion.1', '广州市番禺区企业建设服务中心'],
  ]);
  expect(findings[0]?.text).toMatch(/^对于财政资金绩效评价工作的了解不够深入，绩效目标和指标也只是.*有待完善。$/u);
});

it('reads reasons out of a self-evaluation table, and no explanation of an indicator', () => {
  const table = sample('suigang-2022-department-self-evaluation.txt');
  if (table === undefined) return;
  const findings = findFindings(textDocument(table), data);
  expect(findings.map(({ text }) => text.slice(0, 8))).toEqual(['穗港智造合作区管', '2022年共签订', '2022年采购项']);
  expect(new Set(findings.map(({ unit }) => unit))).toEqual(new Set(['广州开发区穗港智造合作区管理委员会']));
});
