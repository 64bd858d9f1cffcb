/** Drafts as the flat rows that finance systems import. */
import type { FlatDraft, FlatRow, SheetCell, SheetSpec } from '../schema/index.js';

const HEADERS = {
  zh: ['一级指标', '二级指标', '三级指标', '计算符号', '指标值', '计量单位', '权重'],
  en: ['Level 1', 'Level 2', 'Indicator', 'Operator', 'Target', 'Unit', 'Weight'],
} as const;
const PROJECT = { zh: '项目名称', en: 'Project' } as const;
const WIDTHS = [16, 20, 36, 10, 24, 14, 8];

type Language = 'zh' | 'en';

/** A sheet a draft: each is imported by itself. */
export function flatSheets(drafts: readonly FlatDraft[], language: Language): SheetSpec[] {
  return drafts.map(({ project, rows }) => ({
    name: project,
    columns: columnsOf(HEADERS[language]),
    rows: rows.map(cells),
  }));
}

/** One list, with the project in front where there are several. */
export function flatList(drafts: readonly FlatDraft[], language: Language): SheetSpec {
  const [first] = flatSheets(drafts, language);
  if (first && drafts.length === 1) return first;
  const columns = columnsOf(HEADERS[language]);
  return {
    name: PROJECT[language],
    columns: [{ header: PROJECT[language], width: 30 }, ...columns],
    rows: drafts.flatMap(({ project, rows }) => rows.map((row) => [project, ...cells(row)])),
  };
}

function columnsOf(headers: readonly string[]): SheetSpec['columns'] {
  return headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 16 }));
}

function cells({ level1, level2, name, operator, value, unit, weight }: FlatRow): SheetCell[] {
  return [level1, level2, name, operator, isFigure(value) ? Number(value) : value, unit, weight];
}

/** A figure that a spreadsheet shows as it is written. */
function isFigure(value: string): boolean {
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(value) && String(Number(value)) === value;
}
