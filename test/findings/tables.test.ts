import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/schema/index.js';
import { findFindings } from '../../src/findings/review.js';
import { data, fixture, gridDocument, textDocument } from './helpers.js';

function short(findings: readonly Finding[]): string[] {
  return findings.map(({ id, marker, text }) => `${id} ${marker}|${text}`);
}

const table = (rows: string[][]): string[] => short(findFindings(gridDocument(rows), data));

describe('tables', () => {
  it('reads a two-row header that is repeated at each page', () => {
    const findings = findFindings(textDocument(fixture('findings/review-table.txt')), data);
    expect(short(findings)).toEqual([
      'r1.problem.1 1.|指标设置不够科学',
      'r1.problem.1.1 一是|指标名称不规范。',
      'r1.problem.1.2 二是|缺少效益指标。',
      'r1.problem.2 2.|考核有待加强。',
      'r1.suggestion.1 1.|规范指标设置。',
      'r1.suggestion.2 2.|加强考核。',
      'r3.problem.1 |宣传力度不足',
      'r3.suggestion.1 |加大宣传力度',
    ]);
    expect(findings.at(0)).toMatchObject({
      project: '河道保洁',
      unit: '青禾县水务局',
      location: { cell: 'J7', line: 7 },
    });
    expect(findings.at(-1)).toMatchObject({ project: '文化下乡', unit: '青禾县文化馆', pairedWith: ['r3.problem.1'] });
  });

  it.each<[string, string[][], string[]]>([
    [
      'one header row',
      [
        ['项目名称', '主要问题', '整改建议'],
        ['绿化养护', '台账不完整', '完善台账'],
      ],
      ['r1.problem.1 |台账不完整', 'r1.suggestion.1 |完善台账'],
    ],
    [
      'problems and suggestions in one column',
      [
        ['项目名称', '问题及建议'],
        ['绿化养护', '问题：台账不完整。建议：完善台账。'],
      ],
      ['r1.problem.1 |台账不完整。', 'r1.suggestion.1 |完善台账。'],
    ],
    [
      'a merged header above its two columns',
      [
        ['序号', '项目名称', '问题及建议', ''],
        ['', '', '问题', '建议'],
        ['1', '绿化养护', '台账不完整', '完善台账'],
      ],
      ['r1.problem.1 |台账不完整', 'r1.suggestion.1 |完善台账'],
    ],
    [
      'columns about problems are none',
      [
        ['项目名称', '问题类型', '问题描述', '整改情况', '整改措施', '整改责任单位'],
        ['绿化养护', '预算管理', '预算编制不准', '已整改', '加强预算编制', '区绿化中心'],
      ],
      ['r1.problem.1 |预算编制不准', 'r1.suggestion.1 |加强预算编制'],
    ],
    [
      'labels to the left',
      [
        ['项目名称', '绿化养护', '主管部门', '区城管局'],
        ['存在的问题', '1.台账不完整。2.考核不严。'],
        ['改进措施', '1.完善台账。2.严格考核。'],
      ],
      [
        'r1.problem.1 1.|台账不完整。',
        'r1.problem.2 2.|考核不严。',
        'r1.suggestion.1 1.|完善台账。',
        'r1.suggestion.2 2.|严格考核。',
      ],
    ],
    [
      'empty answers',
      [
        ['项目名称', '存在问题', '建议'],
        ['甲项目', '/', '无'],
        ['乙项目', '暂无。', '-'],
        ['丙项目', '不适用', ''],
        ['丁项目', '3', '100%'],
      ],
      [],
    ],
    [
      'several rows of one project',
      [
        ['项目名称', '存在问题', '整改措施'],
        ['甲项目', '台账不完整', '完善台账'],
        ['甲项目', '考核不严格', '严格考核'],
        ['乙项目', '自评不真实', '规范自评'],
      ],
      [
        'r1.problem.1 |台账不完整',
        'r1.suggestion.1 |完善台账',
        'r1.problem.2 |考核不严格',
        'r1.suggestion.2 |严格考核',
        'r2.problem.1 |自评不真实',
        'r2.suggestion.1 |规范自评',
      ],
    ],
    [
      'a list without projects',
      [
        ['序号', '存在问题', '整改措施'],
        ['1', '台账不完整', '完善台账'],
        ['2', '考核不严格', '严格考核'],
      ],
      [
        'r1.problem.1 |台账不完整',
        'r1.suggestion.1 |完善台账',
        'r1.problem.2 |考核不严格',
        'r1.suggestion.2 |严格考核',
      ],
    ],
    [
      'no such column',
      [
        ['项目名称', '预算数', '得分'],
        ['甲项目', '10', '90'],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(table(rows)).toEqual(expected);
  });

  it('takes a covered project name from its merged block', () => {
    const document = gridDocument(
      [
        ['单位名称', '项目名称', '存在问题'],
        ['区城管局', '绿化养护', '台账不完整'],
        ['', '', '考核不严格'],
      ],
      {
        merges: [
          { top: 1, bottom: 2, left: 0, right: 0 },
          { top: 1, bottom: 2, left: 1, right: 1 },
        ],
      },
    );
    const findings = findFindings(document, data);
    expect(findings.map(({ id, project, unit }) => [id, project, unit])).toEqual([
      ['r1.problem.1', '绿化养护', '区城管局'],
      ['r1.problem.2', '绿化养护', '区城管局'],
    ]);
    expect(findings[1]?.location).toEqual({ sheet: 'Sheet1', cell: 'C3' });
  });

  it('passes over hidden sheets', () => {
    expect(findFindings(gridDocument([['存在问题'], ['台账不完整']], { hidden: true }), data)).toEqual([]);
  });
});
