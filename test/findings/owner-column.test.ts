/** Unit and project in one cell. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { data, gridDocument, textDocument } from './helpers.js';

function owner(header: string, cell: string): string {
  const rows = [
    ['序号', header, '存在问题'],
    ['1', cell, '路灯不亮'],
  ];
  const [finding] = findFindings(gridDocument(rows), data);
  return `${finding?.project ?? '-'} ／ ${finding?.unit ?? '-'}`;
}

describe('a column of unit and project', () => {
  it.each([
    '被评价单位及项目',
    '项目单位及名称',
    '项目名称及单位',
    '单位/项目',
    '项目名称（实施单位）',
    '预算部门和项目名称',
  ])('%s', (header) => {
    expect(owner(header, '市城管局\n路灯养护')).toBe('路灯养护 ／ 市城管局');
    expect(owner(header, '路灯养护（市城管局）')).toBe('路灯养护 ／ 市城管局');
    expect(owner(header, '市住房和\n城乡建设局\n管网清疏')).toBe('管网清疏 ／ 市住房和城乡建设局');
    expect(owner(header, '市城管局')).toBe('- ／ 市城管局');
    expect(owner(header, '路灯养护')).toBe('路灯养护 ／ -');
  });

  it('goes by the order of the header where no name ends like a body', () => {
    expect(owner('单位及项目', '市妇联\n妇女之家')).toBe('妇女之家 ／ 市妇联');
    expect(owner('项目及单位', '妇女之家\n市妇联')).toBe('妇女之家 ／ 市妇联');
  });

  it.each(['部门（单位）', '单位（部门）'])('takes %s for the unit alone', (header) => {
    expect(owner(header, '市妇联')).toBe('- ／ 市妇联');
  });

  it('reads a label of both in a form', () => {
    const rows = [
      ['项目单位及名称', '市城管局 路灯养护'],
      ['存在问题', '1.路灯不亮。2.灯杆锈蚀。'],
    ];
    expect(findFindings(gridDocument(rows), data)[0]).toMatchObject({ project: '路灯养护', unit: '市城管局' });
  });
});

describe('the order of findings', () => {
  const ids = (text: string): string[] =>
    findFindings(textDocument(text), data).map(({ id, text: words }) => `${id} ${words}`);
  const chapter = '一、存在问题\n1.井口塌陷。\n2.巡查不足。';
  const table = '一级指标\t扣分原因\n产出\t完工推迟两月';

  it('is that of the document', () => {
    expect(ids(`${chapter}\n附件：评分表\n${table}`)).toEqual([
      'r1.problem.1 井口塌陷。',
      'r1.problem.2 巡查不足。',
      'r2.problem.1 完工推迟两月',
    ]);
    expect(ids(`评分表\n${table}\n${chapter}`)[0]).toBe('r1.problem.1 完工推迟两月');
  });
});
