/** What was read of a table, as rows for any report: what a person compares with the sheet before trusting the judgement. */
import type { LintEntry, ReadIndicator, Reading, SheetSpec } from '../schema/index.js';
import { locationText } from './location.js';
import { numberText } from './understood-stylish.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

export const READING_WORDS = {
  zh: {
    title: '读到的内容',
    headers: ['位置', '一级指标', '二级指标', '三级指标', '符号', '指标值', '单位', '权重', '种类', '读作'],
    results: ['实际完成值', '得分', '偏差原因'],
    skipped: '不作为指标',
    owner: ['来源', '项目'],
    left: (count: number) => `……另有 ${count} 行，全部见 --format xlsx、csv 或 json……`,
  },
  en: {
    title: 'As read',
    headers: ['Place', 'Level 1', 'Level 2', 'Name', 'Op', 'Value', 'Unit', 'Weight', 'Kind', 'Read as'],
    results: ['Result', 'Score', 'Reason'],
    skipped: 'no indicator',
    owner: ['Source', 'Project'],
    left: (count: number) => `… ${count} more rows; all are in --format xlsx, csv or json …`,
  },
} as const;

export interface ReadingTable {
  /** What stands outside the rows: project, budget, funds … */
  readonly fields: readonly (readonly [label: string, text: string])[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const RESULTS = ['actual', 'score', 'deviationReason'] as const;
/** Results stand behind the weight, as they do in forms. */
const BEHIND_WEIGHT = 8;
const OWNER_WIDTHS = [18, 20];
const WIDTHS = [16, 14, 16, 28, 8, 18, 10, 8, 12, 24];
const RESULT_WIDTHS = { actual: 16, score: 8, deviationReason: 30 };

type ResultField = (typeof RESULTS)[number];

/** `own` are the columns of results that are shown: those that any row fills, where nothing else is said. */
export function readingTable(reading: Reading, language: Language, own = filledResults([reading])): ReadingTable {
  return {
    fields: [...reading.project, ...reading.results].map((field) => [field[language], tidy(field.text)] as const),
    headers: headersOf(own, language),
    rows: reading.indicators.map((row) =>
      withResults(
        cells(row, language),
        own.map((field) => tidy(row[field])),
      ),
    ),
  };
}

/** All drafts below each other; absent where none was asked for. */
export function readingSheet(entries: readonly LintEntry[], language: Language): SheetSpec | undefined {
  const read = entries.flatMap(({ source, project, reading }) => (reading ? [{ source, project, reading }] : []));
  if (read.length === 0) return undefined;
  const words = READING_WORDS[language];
  const own = filledResults(read.map(({ reading }) => reading));
  const widths = [
    ...OWNER_WIDTHS,
    ...withResults(
      WIDTHS,
      own.map((field) => RESULT_WIDTHS[field]),
    ),
  ];
  const headers = [...words.owner, ...headersOf(own, language)];
  return {
    name: words.title,
    columns: headers.map((header, index) => ({ header, width: widths[index] ?? 12 })),
    rows: read.flatMap(({ source, project, reading }) =>
      readingTable(reading, language, own).rows.map((row) => [source, project, ...row]),
    ),
  };
}

function filledResults(readings: readonly Reading[]): ResultField[] {
  return RESULTS.filter((field) => readings.some(({ indicators }) => indicators.some((row) => row[field] !== '')));
}

function headersOf(own: readonly ResultField[], language: Language): string[] {
  const { headers, results } = READING_WORDS[language];
  return withResults(
    headers,
    own.map((field) => results[RESULTS.indexOf(field)] ?? ''),
  );
}

function withResults<Cell>(row: readonly Cell[], results: readonly Cell[]): Cell[] {
  return [...row.slice(0, BEHIND_WEIGHT), ...results, ...row.slice(BEHIND_WEIGHT)];
}

function cells(row: ReadIndicator, language: Language): string[] {
  const { understood, weight } = row;
  const numbers = understood.value?.numbers.map((number) => numberText(number, language)) ?? [];
  const read = [...numbers, ...(understood.value?.dates ?? [])].join(language === 'zh' ? '、' : ', ');
  const kind = row.applicable ? understood.kind[language] : READING_WORDS[language].skipped;
  return [
    locationText(row.location, language),
    ...[row.level1, row.level2, row.name, row.operator, row.value, row.unit].map(tidy),
    weight === null ? '' : String(weight),
    kind,
    read === '' && row.applicable ? (understood.value?.kind[language] ?? '') : read,
  ];
}

function tidy(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
