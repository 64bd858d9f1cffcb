/** Word documents in, Word documents with comments out. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';
import { commentedText, wordFaults } from '../support/ooxml/word.js';

const DRAFT = fixturePath('formats/draft.docx');
const REPORT = fixturePath('formats/report.docx');
const WORKBOOK = fixturePath('formats/draft.xlsx');

describe('lint of a Word document', () => {
  it('writes each diagnostic as a comment at the words it is about, and leaves the original alone', () => {
    const folder = scratch();
    const [input, output] = [join(folder, '申报表.docx'), join(folder, '批注.docx')];
    copyFileSync(DRAFT, input);
    const { code, stdout, stderr } = jixiao(['lint', input, '-o', output]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('10 个问题');
    expect(readFileSync(input).equals(readFileSync(DRAFT))).toBe(true);
    expect(wordFaults(readFileSync(output))).toEqual([]);
    const comments = commentedText(readFileSync(output));
    expect(comments).toHaveLength(10);
    const late = comments.find(({ comment }) => comment.includes('value/date-out-of-year'));
    expect(late?.text).toBe('2026年3月');
    expect(late?.comment).toMatch(/^【错误】指标值“2026年3月”的年份不是项目年度/);
    expect(comments.find(({ comment }) => comment.includes('name/contains-value'))?.text).toBe('2台');
    // The copy says the same when it is read, and a copy of the copy holds no comment twice.
    const again = join(folder, '再批注.docx');
    jixiao(['lint', output, '-o', again]);
    expect(commentedText(readFileSync(again))).toEqual(comments);
  });

  it('writes several copies into a folder', () => {
    const folder = scratch();
    for (const one of ['a', 'b']) copyFileSync(DRAFT, join(folder, `${one}.docx`));
    mkdirSync(join(folder, 'out'));
    jixiao(['lint', 'a.docx', 'b.docx', '--format', 'docx', '-o', 'out'], { cwd: folder });
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.docx', 'b.docx']);
  });

  it.each([
    [['lint', WORKBOOK, '-o', 'a.docx'], '不是 Word 文档'],
    [['lint', DRAFT, '--format', 'docx'], '要写入文件'],
    [['lint', DRAFT, DRAFT, '--format', 'docx', '-o', '.'], '会写成同一个文件'],
    [['lint', DRAFT, '--fix', '--format', 'docx', '-o', 'a.docx'], '不能同时用 --format docx'],
    [['review', REPORT, '--format', 'docx'], '要写入文件'],
    [['review', REPORT, WORKBOOK, '--format', 'docx', '-o', 'a.docx'], '-o 应是一个已有的文件夹'],
  ])('%j: says what is wrong and writes nothing', (args, expected) => {
    const cwd = scratch();
    const { code, stderr } = jixiao(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('review of a Word document', () => {
  it('writes kind and category of each finding as a comment at its very words', () => {
    const output = join(scratch(), 'a.docx');
    expect(jixiao(['review', REPORT, '-o', output]).code).toBe(0);
    expect(wordFaults(readFileSync(output))).toEqual([]);
    const comments = commentedText(readFileSync(output));
    const cost = comments.find(({ text }) => text.startsWith('未设置成本指标'));
    expect(cost?.text).toBe('未设置成本指标，难以反映管网清疏的单位成本控制情况。');
    expect(cost?.comment).toMatch(/^【存在问题】绩效目标与指标设置 · 指标不全面\n对应：[^\n]*\p{Script=Han}{4}/u);
    expect(comments.every(({ comment }) => !/r\d+\.(?:problem|suggestion)/.test(comment))).toBe(true);
    expect(comments.filter(({ comment }) => comment.startsWith('【工作建议】')).length).toBeGreaterThan(2);
  });
});
