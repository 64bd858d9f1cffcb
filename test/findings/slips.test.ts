/** What OCR, PDF fonts and Word leave in a text: recognised in headings, put right in findings, true to the original. */
import { describe, expect, it } from 'vitest';
import { findFindings, splitFindings } from '../../src/findings/review.js';
import { readPlainText } from '../../src/documents/read-text.js';
import { data, gridDocument, textDocument } from './helpers.js';

const found = (text: string): string[] =>
  findFindings(textDocument(text), data).map(({ kind, marker, text: words }) => `${kind} ${marker}|${words}`);

describe('headings', () => {
  it.each([
    ['三、存在問題', '四、工作建議'],
    ['三、存在\u200b问题', '四、建\ufeff议'],
    ['三、存 在 问 题', '四、建　议'],
  ])('%s, %s', (problems, suggestions) => {
    expect(found(`${problems}\n1.井口塌陷。\n${suggestions}\n1.返工修复。`)).toEqual([
      'problem 1.|井口塌陷。',
      'suggestion 1.|返工修复。',
    ]);
  });

  it('knows a header with such characters', () => {
    const book = gridDocument([
      ['项目名称', '存在\u200b問題', '工作建議'],
      ['水井清淤', '井口塌陷', '返工修复'],
    ]);
    expect(findFindings(book, data).map(({ kind }) => kind)).toEqual(['problem', 'suggestion']);
  });
});

describe('bullets of symbol fonts', () => {
  it.each(['\uf0b7', '\uf06c', '\uf0d8', '\uf0fc'])('keep points apart (%j)', (bullet) => {
    expect(found(`三、存在问题\n${bullet} 井口塌陷\n${bullet} 巡查不足`)).toEqual([
      'problem •|井口塌陷',
      'problem •|巡查不足',
    ]);
  });

  it.each(['\uf0b7\t', '●\t', '1.\t'])('are no columns of a table (%j)', (mark) => {
    const text = `三、存在问题\n${mark}井口塌陷\n${mark.replace('1', '2')}巡查不足`;
    const document = readPlainText(new TextEncoder().encode(text), '表.txt');
    expect(findFindings(document, data).map(({ text: words }) => words)).toEqual(['井口塌陷', '巡查不足']);
  });

  it('are dropped inside a line', () => {
    expect(found('三、存在问题\n1.井口\uf0b7塌陷')).toEqual(['problem 1.|井口塌陷']);
  });
});

describe('characters read wrongly', () => {
  const text = (original: string): string | undefined => splitFindings(original, data, { kind: 'problem' })[0]?.text;

  it.each([
    ['年中追加l20万元，占4O%', '年中追加120万元，占40%'],
    ['超支1O.5万元', '超支10.5万元'],
    ['巳完成值虚高，部份凭证缺失', '已完成值虚高，部分凭证缺失'],
    ['佐证材科不足', '佐证材料不足'],
  ])('%s', (original, meant) => {
    expect(text(original)).toBe(meant);
  });

  it.each(['器材科未设专账', '乙巳年账册缺失', 'H2O监测缺失', 'CO2排放超标', 'WiFi覆盖不足', 'LED屏l幕破损'])(
    'leaves alone what may be right: %s',
    (original) => {
      expect(text(original)).toBe(original);
    },
  );

  it('shows where the words came from', () => {
    const original = '一、存在問題\n1.追加l20万元';
    const [finding] = findFindings(textDocument(original), data);
    expect(original.slice(finding?.start, finding?.end)).toBe('追加l20万元');
  });
});
