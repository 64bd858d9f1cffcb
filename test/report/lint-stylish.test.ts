import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { lintResult } from '../../src/lint/result.js';
import { lintStylish } from '../../src/report/lint-stylish.js';
import { locationText } from '../../src/report/location.js';
import { palette } from '../../src/report/palette.js';
import { clip, padEnd, wrap } from '../../src/report/width.js';
import { lintSheet } from '../../src/report/lint-sheet.js';
import { understoodLines } from '../../src/report/understood-stylish.js';
import { readingStylish } from '../../src/report/reading-stylish.js';
import type { Diagnostic, LintEntry, Reading } from '../../src/schema/index.js';

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
const entry: LintEntry = {
  source: 'a.xlsx',
  project: '甲',
  indicators: 1,
  diagnostics: [diagnostic],
  waived: [],
  old: 0,
  notices: [],
};
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

  it('breaks what was understood under its own column', () => {
    const term = { code: 'ratio', zh: '比率', en: 'ratio' };
    const understood = {
      name: '巡查次数',
      kind: term,
      word: '次数',
      object: '全区范围内各类重点场所安全生产和消防安全的日常巡查与专项检查',
      evidence: [{ ...term, text: '次数' }],
    };
    const lines = lintStylish(lintResult([{ ...entry, diagnostics: [{ ...diagnostic, understood }] }], '0.0.0'), {
      language: 'zh',
      colours: palette(false),
      columns: 60,
      explain: understoodLines,
    }).split('\n');
    for (const line of lines.slice(0, -2)) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    const from = lines.findIndex((line) => line.includes('种类'));
    expect(lines[from + 1]?.search(/\S/)).toBe(stringWidth((lines[from] ?? '').slice(0, lines[from]?.indexOf('比率'))));
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

describe('what is counted apart', () => {
  const waived = [
    { ...diagnostic, waiver: { from: 'config' as const, reason: '试点\u001b[31m', by: '张三', date: '2024-05-01' } },
  ];
  const apart = { ...entry, diagnostics: [], waived, old: 3 };

  it('stands below the diagnostics and in the last line', () => {
    const lines = print([apart]).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      '  没有其他问题',
      '  已豁免 1 条：表!D12 value/missing（试点 [31m；张三 2024-05-01）',
      '  基线内 3 条',
    ]);
    expect(lines.at(-2)).toBe('✔ 没有问题，共检查 1 份绩效目标、1 条指标；已豁免 1 条；基线内 3 条');
  });

  it('stands last in the sheet, without a tone', () => {
    const { rows } = lintSheet([apart], 'zh', { linked: true });
    expect(rows).toHaveLength(3);
    expect(rows[1]?.slice(2, 6)).toMatchObject([
      { link: { sheet: '表', cell: 'D12' } },
      '已豁免',
      diagnostic.message,
      expect.stringMatching(/^豁免理由：试点.*；张三；2024-05-01$/),
    ]);
    expect(rows[2]?.[4]).toBe('另有 3 条在基线内，未列出');
    expect(lintSheet([entry], 'zh', { linked: true }).rows).toHaveLength(1);
  });

  it('tells proposals from advice in the sheet', () => {
    const proposal = { name: '里程', level2: '数量指标', operator: '≥', value: '3', unit: '公里', explanation: '' };
    const suggestions = [{ message: '写明数值' }, { message: '里程≥3公里', proposal }];
    const { rows } = lintSheet([{ ...entry, diagnostics: [{ ...diagnostic, suggestions }] }], 'zh', { linked: true });
    expect(rows[0]?.[5]).toBe('写明数值\n参考：里程≥3公里');
  });

  it('puts notices about the run before the last line', () => {
    const notices = [{ code: 'waiver-unused', message: '豁免没有对应的问题', location: {} }];
    const text = lintStylish(lintResult([entry], '0.0.0', { notices }), { language: 'zh', colours: palette(false) });
    expect(text.split('\n').slice(-4, -1)).toEqual(['豁免没有对应的问题', '', expect.stringMatching(/^✖/)]);
  });
});

describe('locationText', () => {
  it.each([
    ['/indicators/2/value', undefined, '第3个指标的 value', 'indicator 3, value'],
    ['/drafts/1/indicators/0/name', undefined, '第2份第1个指标的 name', 'draft 2, indicator 1, name'],
    ['/indicators/0/name', 7, '第7行第1个指标的 name', 'line 7, indicator 1, name'],
    ['/project/selfEvaluation/total', undefined, 'project.selfEvaluation.total', 'project.selfEvaluation.total'],
    ['/drafts/0/indicators', undefined, '第1份的 indicators', 'draft 1, indicators'],
  ])('counts places in JSON from 1: %s', (pointer, line, zh, en) => {
    const location = { pointer, ...(line !== undefined && { line }) };
    expect([locationText(location), locationText(location, 'en')]).toEqual([zh, en]);
  });
});

describe('lintSheet', () => {
  it('lists in the order of the sheet, what has no cell last', () => {
    const at = (cell?: string): Diagnostic => ({
      ...diagnostic,
      location: cell === undefined ? {} : { sheet: '表', cell },
    });
    const cells = ['D12', 'AA3', undefined, 'B12', 'C3', 'D2'];
    const { rows } = lintSheet([{ ...entry, diagnostics: cells.map(at) }], 'zh', {});
    expect(rows.map(([number, , place]) => [number, place])).toEqual([
      [1, '表!D2'],
      [2, '表!C3'],
      [3, '表!AA3'],
      [4, '表!B12'],
      [5, '表!D12'],
      [6, ''],
    ]);
  });
});

describe('readingStylish', () => {
  const term = { code: 'count', zh: '数量', en: 'count' };
  const reading: Reading = {
    project: [{ code: 'name', zh: '项目名称', en: 'project', text: '甲\n'.repeat(200) }],
    results: [],
    indicators: ['养护绿地面积'.repeat(12), '巡查次数'].map((name, index) => ({
      id: String(index + 1),
      location: { cell: `C${index + 2}` },
      level1: '产出指标',
      level2: '数量指标',
      name,
      operator: '≥',
      value: '3',
      unit: '次',
      weight: 10,
      actual: '',
      score: '',
      deviationReason: '',
      applicable: true,
      understood: { name, kind: term, word: '', object: '', evidence: [] },
    })),
  };
  const table = (columns?: number) =>
    readingStylish(lintResult([{ ...entry, reading }], '0.0.0'), {
      language: 'zh',
      colours: palette(false),
      ...(columns && { columns }),
    }).split('\n');

  it('cuts what is too wide, and gives way on a narrow terminal', () => {
    for (const columns of [undefined, 100, 80]) {
      const lines = table(columns);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual((columns ?? 160) + 2);
      expect(lines.some((line) => line.includes('…'))).toBe(true);
    }
  });
});

it('clips by columns', () => {
  expect(clip('绩效指标', 8)).toBe('绩效指标');
  expect(clip('绩效指标', 7)).toBe('绩效指…');
  expect(clip('绩效指标', 6)).toBe('绩效…');
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
