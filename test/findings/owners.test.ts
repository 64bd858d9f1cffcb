/** Whose findings they are, where one text tells of several units or projects. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { data, gridDocument, textDocument } from './helpers.js';

const owners = (text: string): string[] =>
  findFindings(textDocument(text), data).map(
    ({ project = '-', unit = '-', text: words }) => `${project} ${unit} ${words}`,
  );

describe('owners in running text', () => {
  it('keeps units apart that stand alone', () => {
    const text =
      '单位名称：城管局\n存在问题：\n1.路灯不亮。\n工作建议：\n1.检修路灯。\n单位名称：档案馆\n存在问题：\n1.库房漏水。\n工作建议：\n1.修缮库房。';
    expect(owners(text)).toEqual([
      '- 城管局 路灯不亮。',
      '- 城管局 检修路灯。',
      '- 档案馆 库房漏水。',
      '- 档案馆 修缮库房。',
    ]);
  });

  it('reads labels with a space for the edge of a cell', () => {
    const text =
      '项目名称 路灯养护\n主管部门 城管局\n存在的问题\n1.路灯不亮。\n项目名称 库房修缮\n主管部门 档案馆\n存在的问题\n1.库房漏水。';
    expect(owners(text)).toEqual(['路灯养护 城管局 路灯不亮。', '库房修缮 档案馆 库房漏水。']);
  });

  it('gives the unit above to all its projects, until another one comes', () => {
    const text =
      '单位名称：城管局\n项目名称：路灯养护\n存在问题：\n1.路灯不亮。\n小结\n表一\n表二\n项目名称：公厕保洁\n存在问题：\n1.保洁不足。\n小结\n表一\n单位名称：档案馆\n项目名称：库房修缮\n存在问题：\n1.库房漏水。';
    expect(owners(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      expect.arrayContaining(['路灯养护 城管局', '公厕保洁 城管局', '库房修缮 档案馆']),
    );
  });

  it('takes the header of a table for no label', () => {
    expect(owners('项目名称 单位 存在问题 工作建议\n存在问题：\n1.路灯不亮。')).toEqual(['- - 路灯不亮。']);
  });

  it('names the project by the title below the number of an attachment', () => {
    const findings = findFindings(
      textDocument('附件2\n临河市2023年部门整体支出绩效评价情况表\n单位名称 档案馆\n存在的问题\n1.库房漏水。'),
      data,
    );
    expect(findings[0]).toMatchObject({ project: expect.stringContaining('部门整体支出'), unit: '档案馆', year: 2023 });
    expect(findings[0]?.project).not.toContain('附件');
  });
});

describe('years', () => {
  const years = (title: string): (number | undefined)[] =>
    findFindings(textDocument(`${title}\n一、存在问题\n1.路灯不亮。`), data).map(({ year }) => year);

  it.each<[string, number]>([
    ['临河市2022年度路灯养护项目重点绩效评价结果', 2022],
    ['二〇二二年度路灯养护绩效评价报告', 2022],
    ['关于2021年度路灯养护项目绩效评价情况的通报', 2021],
  ])('%s', (title, year) => {
    expect(years(title)).toEqual([year]);
  });

  it.each(['年度', '年份', '评价年度'])('reads the column %s', (header) => {
    const book = gridDocument([
      [header, '项目', '存在问题'],
      ['2021', '路灯养护', '路灯不亮'],
      ['2022年度', '库房修缮', '库房漏水'],
    ]);
    expect(findFindings(book, data).map(({ year }) => year)).toEqual([2021, 2022]);
  });
});
