/** Columns under one head, evidence beside a problem, sheets that run downwards, and places that hold nothing. */
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/documents/model.js';
import { findFindings, readFindings } from '../../src/findings/review.js';
import { data, gridDocument, textDocument } from './helpers.js';

function lines(rows: string[][], grid: Partial<Grid> = {}): string[] {
  return findFindings(gridDocument(rows, grid), data).map(
    ({ kind, level, text, unit, pairedWith }) =>
      `${kind} ${level} ${text}${unit === undefined ? '' : ` @${unit}`} ${pairedWith.length}`,
  );
}

describe('heads over several columns', () => {
  const rows = [
    ['项目名称', '存在问题', '', '工作建议', ''],
    ['', '决策', '产出', '决策', '产出'],
    ['水井清淤', '方案未评审', '出水量不足', '补办评审', '增打深井'],
  ];
  const found = [
    'problem 1 方案未评审 1',
    'problem 1 出水量不足 1',
    'suggestion 1 补办评审 1',
    'suggestion 1 增打深井 1',
  ];

  it('reads every column under a merged head, each answered under its own sub-head', () => {
    const merges = [
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ];
    expect(lines(rows, { merges })).toEqual(found);
  });

  it('… and where the merge was lost on the way', () => {
    expect(lines(rows)).toEqual(found);
  });

  it('takes heads that a merge carries down beside a head over problems and measures for those of their columns', () => {
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 1 },
      { top: 0, left: 2, bottom: 0, right: 3 },
    ];
    const own = [
      ['被评单位', '项目', '复核情况', ''],
      ['', '', '主要问题', '整改意见'],
      ['水务局', '水井清淤', '枯水期未化验', '补做化验'],
      ['乡村振兴局', '防贫监测', '台账补填日期', '当日上传'],
    ];
    expect(lines(own, { merges })).toEqual([
      'problem 1 枯水期未化验 @水务局 1',
      'suggestion 1 补做化验 @水务局 1',
      'problem 1 台账补填日期 @乡村振兴局 1',
      'suggestion 1 当日上传 @乡村振兴局 1',
    ]);
  });

  it('leaves a column alone that says something else of the problem', () => {
    const merges = [{ top: 0, left: 1, bottom: 0, right: 2 }];
    const own = [
      ['项目名称', '存在问题', ''],
      ['', '内容', '整改时限'],
      ['水井清淤', '方案未评审', '三月底前完成'],
    ];
    expect(lines(own, { merges })).toEqual(['problem 1 方案未评审 0']);
  });

  it('takes a short row of the table for no sub-head', () => {
    expect(
      lines([
        ['项目名称', '存在问题', '工作建议'],
        ['水井', '井口塌陷', '返工'],
        ['路灯', '灯杆锈蚀', '除锈'],
      ]),
    ).toEqual(['problem 1 井口塌陷 1', 'suggestion 1 返工 1', 'problem 1 灯杆锈蚀 1', 'suggestion 1 除锈 1']);
  });
});

describe('headers that need company', () => {
  it.each(['措施', '意见', '解决办法'])('%s beside a problem is what is to be done', (header) => {
    expect(
      lines([
        ['项目', '问题', header],
        ['水井清淤', '井口塌陷', '返工修复'],
      ]),
    ).toEqual(['problem 1 井口塌陷 1', 'suggestion 1 返工修复 1']);
  });

  it('is nothing of the kind elsewhere', () => {
    expect(
      lines([
        ['项目', '单位', '措施'],
        ['水井清淤', '水务站', '返工修复'],
      ]),
    ).toEqual([]);
  });

  it.each(['具体表现', '问题描述'])('%s shows the problem beside it', (header) => {
    expect(
      lines([
        ['项目', '问题', header, '建议'],
        ['水井清淤', '进度滞后', '十口井只完工六口', '加快施工'],
      ]),
    ).toEqual(['problem 1 进度滞后 1', 'problem 2 十口井只完工六口 0', 'suggestion 1 加快施工 1']);
  });

  it.each(['责任单位', '责任部门', '牵头单位', '承担单位', '建设单位', '被检查单位', '业务处室'])(
    '%s names the unit',
    (header) => {
      expect(
        lines([
          [header, '问题清单', '整改措施'],
          ['水务站', '井口塌陷', '返工修复'],
        ]),
      ).toEqual(['problem 1 井口塌陷 @水务站 1', 'suggestion 1 返工修复 @水务站 1']);
    },
  );

  it.each(['计量单位', '监督部门', '施工单位'])('%s does not', (header) => {
    expect(
      lines([
        [header, '问题清单', '项目'],
        ['某某', '井口塌陷', '水井清淤'],
      ]),
    ).toEqual(['problem 1 井口塌陷 0']);
  });
});

describe('a sheet that runs downwards', () => {
  it('pairs the points below a title with those below the other', () => {
    const rows = [
      ['评价单位', '水务站'],
      ['项目名称', '水井清淤'],
      ['存在的主要问题', ''],
      ['1.井口塌陷；'],
      ['2.巡查不足。'],
      ['改进建议'],
      ['1.返工修复；'],
      ['2.每周巡查。'],
      ['综合得分', '77'],
    ];
    expect(lines(rows)).toEqual([
      'problem 1 井口塌陷； @水务站 1',
      'problem 1 巡查不足。 @水务站 1',
      'suggestion 1 返工修复； @水务站 1',
      'suggestion 1 每周巡查。 @水务站 1',
    ]);
  });
});

describe('what says nothing', () => {
  const texts = (text: string): string[] => findFindings(textDocument(text), data).map((finding) => finding.text);

  it('drops an aspect of which nothing is said', () => {
    const text =
      '三、存在问题\n（一）决策方面\n目标不明确。\n（二）产出方面\n无。\n（三）效益方面\n未发现明显问题。\n（四）过程方面：无';
    expect(texts(text)).toEqual(['决策方面', '目标不明确。']);
  });

  it('keeps a headline that states a problem of its own', () => {
    expect(texts('三、存在问题\n（一）产出未达标\n无。')).toEqual(['产出未达标']);
  });

  it('finds nothing in “keep it up”', () => {
    expect(
      lines([
        ['项目', '存在问题', '工作建议'],
        ['水井清淤', '无', '继续保持'],
      ]),
    ).toEqual([]);
  });

  it('knows an empty chapter or column from a document without any', () => {
    expect(readFindings(textDocument('三、存在问题\n无。\n四、建议\n无'), data)).toMatchObject({
      findings: [],
      hasPlaces: true,
    });
    const table = gridDocument([
      ['项目', '存在问题', '工作建议'],
      ['水井清淤', '/', '/'],
    ]);
    expect(readFindings(table, data)).toMatchObject({ findings: [], hasPlaces: true });
    expect(readFindings(textDocument('今天天气很好。'), data).hasPlaces).toBe(false);
  });
});

describe('chapters left unread', () => {
  const unread = (text: string) => readFindings(textDocument(text), data).unread;
  const problems = '三、存在问题\n1.井口塌陷。\n';

  it('tells of one that reads like the measures that are missing', () => {
    expect(unread(`${problems}四、今后抓手\n1.加强巡查。\n2.完善台账。\n五、其他\n略`)).toEqual([
      { what: 'chapter', heading: '今后抓手', kind: 'suggestion', line: 3 },
    ]);
  });

  it('is silent where both are there, and about what reads like neither', () => {
    expect(unread(`${problems}四、工作建议\n1.加强巡查。\n五、今后抓手\n1.完善台账。`)).toEqual([]);
    expect(unread(`${problems}四、结论\n项目总体完成。\n五、附注\n1.本表一式两份`)).toEqual([]);
  });
});
