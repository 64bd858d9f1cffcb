/** Cells merged over several rows, and points whose number stands in a cell of its own. */
import { describe, expect, it } from 'vitest';
import type { Merge } from '../../src/documents/model.js';
import { findFindings } from '../../src/findings/review.js';
import { data, gridDocument } from './helpers.js';

const tall = (left: number, top: number, bottom: number): Merge => ({ top, left, bottom, right: left });

function pairs(rows: string[][], merges: Merge[]): string[] {
  const findings = findFindings(gridDocument(rows, { merges }), data);
  const texts = new Map(findings.map(({ id, text }) => [id, text]));
  return findings
    .filter(({ kind, parentId }) => kind === 'problem' && parentId === null)
    .map(({ text, pairedWith }) => `${text} ← ${pairedWith.map((id) => texts.get(id)).join('｜')}`);
}

describe('cells merged over several rows', () => {
  const header = ['序号', '项目名称', '存在问题', '整改建议'];

  it('pairs each measure of a merged cell with the problem of its row', () => {
    const rows = [
      header,
      ['1', '泵站更新', '汛前检修记录空缺', '1.补建检修记录\n2.核减重复计量\n3.落实值守人员'],
      ['', '', '土方工程量计重一次'],
      ['', '', '夜间无人值班'],
      ['2', '路灯养护', '电费未按表结算', '按表结算电费'],
    ];
    expect(pairs(rows, [tall(0, 1, 3), tall(1, 1, 3), tall(3, 1, 3)])).toEqual([
      '汛前检修记录空缺 ← 补建检修记录',
      '土方工程量计重一次 ← 核减重复计量',
      '夜间无人值班 ← 落实值守人员',
      '电费未按表结算 ← 按表结算电费',
    ]);
  });

  it('takes one measure beside three problems for the answer to all of them', () => {
    const rows = [
      header,
      ['1', '泵站更新', '记录空缺', '由主管部门约谈后限期改正'],
      ['', '', '计重一次'],
      ['', '', '无人值班'],
    ];
    const measure = '由主管部门约谈后限期改正';
    expect(pairs(rows, [tall(1, 1, 3), tall(3, 1, 3)])).toEqual([
      `记录空缺 ← ${measure}`,
      `计重一次 ← ${measure}`,
      `无人值班 ← ${measure}`,
    ]);
  });

  it('leaves the row below the merged cell without an answer', () => {
    const rows = [
      header,
      ['1', '泵站更新', '记录空缺', '补建记录'],
      ['', '', '计重一次'],
      ['2', '泵站更新', '无人值班', ''],
    ];
    expect(pairs(rows, [tall(1, 1, 2), tall(3, 1, 2)]).at(-1)).toBe('无人值班 ← ');
  });

  it('reads one problem beside measures in rows of their own', () => {
    const rows = [header, ['1', '泵站更新', '运行管护薄弱', '补建记录'], ['', '', '', '落实人员']];
    expect(pairs(rows, [tall(1, 1, 2), tall(2, 1, 2)])).toEqual(['运行管护薄弱 ← 补建记录｜落实人员']);
  });

  it('keeps what shows a problem with the problem of its own row', () => {
    const rows = [
      ['项目名称', '问题', '具体表现', '整改建议'],
      ['泵站更新', '记录空缺', '三月无检修记录', '1.补建记录\n2.核减计量'],
      ['', '计量失实', '土方计重一次', ''],
    ];
    const findings = findFindings(gridDocument(rows, { merges: [tall(0, 1, 2), tall(3, 1, 2)] }), data);
    const parent = (text: string): string | undefined =>
      findings.find(({ id }) => id === findings.find((one) => one.text === text)?.parentId)?.text;
    expect([parent('三月无检修记录'), parent('土方计重一次')]).toEqual(['记录空缺', '计量失实']);
  });

  it('reads every row beside a label that is merged over them', () => {
    const rows = [
      ['项目名称', '泵站更新'],
      ['存在问题', '汛前检修记录空缺'],
      ['', '土方工程量计重一次'],
      ['整改建议', '补建检修记录'],
      ['', '核减重复计量'],
    ];
    expect(pairs(rows, [tall(0, 1, 2), tall(0, 3, 4)])).toEqual([
      '汛前检修记录空缺 ← 补建检修记录',
      '土方工程量计重一次 ← 核减重复计量',
    ]);
  });
});

describe('a number in a cell of its own', () => {
  const cells = (rows: string[][], merges: Merge[] = []): string[] =>
    findFindings(gridDocument(rows, { merges }), data).map(
      ({ kind, text, location }) => `${kind} ${text} ${location.cell}`,
    );

  it.each(['1', '（1）', '1.', '一、', '①'])('reads the point beside %s under a title', (number) => {
    expect(cells([['存在问题'], [number, '采购文件未公示'], ['工作建议'], [number, '补充公示']])).toEqual([
      'problem 采购文件未公示 B2',
      'suggestion 补充公示 B4',
    ]);
  });

  it('reads it beside a label, too', () => {
    const rows = [
      ['存在问题', '1', '采购文件未公示'],
      ['', '2', '项目变更未报备'],
    ];
    expect(cells(rows, [tall(0, 0, 1)])).toEqual(['problem 采购文件未公示 C1', 'problem 项目变更未报备 C2']);
  });

  it('takes other labels and values below a title for none', () => {
    expect(cells([['存在问题'], ['联系人', '王某某'], ['1', '85', '优']])).toEqual([]);
  });
});
