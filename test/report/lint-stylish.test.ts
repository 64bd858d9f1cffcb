import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { lintResult } from '../../src/lint/result.js';
import { lintStylish } from '../../src/report/lint-stylish.js';
import { palette } from '../../src/report/palette.js';
import { padEnd, wrap } from '../../src/report/width.js';
import type { Diagnostic, LintEntry } from '../../src/schema/index.js';

const diagnostic: Diagnostic = {
  ruleId: 'value/missing',
  severity: 'error',
  message: '“巡查次数”没有填指标值，这句话比较长，用来看看在窄的终端里怎样换行',
  indicatorId: '1',
  field: 'value',
  evidence: '',
  location: { sheet: '表', cell: 'D12' },
  suggestions: [{ message: '参考上年完成数、合同或行业标准，填写数值和计量单位，例如“≥95%”“12场”' }],
  basis: [],
  relatedIndicatorIds: [],
};
const entry: LintEntry = { source: 'a.xlsx', project: '甲', indicators: 1, diagnostics: [diagnostic], notices: [] };
const print = (entries: LintEntry[], columns?: number) =>
  lintStylish(lintResult(entries, '0.0.0'), { language: 'zh', colours: palette(false), ...(columns && { columns }) });

describe('lintStylish', () => {
  it('breaks lines to fit the terminal, under the column where they began', () => {
    const lines = print([entry], 60).split('\n');
    for (const line of lines.slice(0, -2)) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    const starts = lines.slice(2, -3).map((line) => line.search(/\S/));
    expect(starts.length).toBeGreaterThanOrEqual(3);
    expect(new Set(starts).size).toBe(1);
  });

  it('breaks nothing where there is no terminal, or too narrow a one', () => {
    expect(print([entry]).split('\n')).toHaveLength(6);
    expect(print([entry], 20).split('\n')).toHaveLength(6);
  });

  it('tells which rows were not read', () => {
    const notices = [{ code: 'row-not-understood', message: '', location: { sheet: '表', cell: 'A9' } }];
    expect(print([{ ...entry, notices }])).toContain('1 行没有读懂，未检查：表!A9');
  });
});

describe('wrap', () => {
  it('keeps every character but the white space at a break', () => {
    const text = '例如 value/qualitative-only 这样的英文、数字 12,345.67% 不拆开。';
    for (const columns of [10, 16, 30, 80])
      expect(wrap(text, columns).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('begins no line with a closing mark', () => {
    for (const columns of [8, 9, 10, 11, 12]) {
      for (const line of wrap('甲乙丙，丁戊己。庚辛壬）癸子丑”寅卯辰、巳午未', columns))
        expect(line).not.toMatch(/^[，。）”、]/);
    }
  });
});

it('pads by columns, not characters', () => {
  expect(padEnd('错误', 6)).toBe('错误  ');
  expect(padEnd('error', 6)).toBe('error ');
});
