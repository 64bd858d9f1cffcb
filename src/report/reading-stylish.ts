/** The table as it was read, in aligned columns: what a person compares with the sheet before trusting the judgement. */
import type { LintEntry, LintResult, ReadIndicator } from '../schema/index.js';
import { locationText } from './location.js';
import type { Palette } from './palette.js';
import { numberText } from './understood-stylish.js';
import { clip, padEnd, plain, stringWidth } from './width.js';

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  readonly columns?: number;
}

const WORDS = {
  zh: {
    title: '读到的内容',
    headers: ['位置', '一级指标', '二级指标', '三级指标', '符号', '指标值', '单位', '权重', '种类', '读作'],
    results: ['实际完成值', '得分', '偏差原因'],
    skipped: '不作为指标',
  },
  en: {
    title: 'As read',
    headers: ['Place', 'Level 1', 'Level 2', 'Name', 'Op', 'Value', 'Unit', 'Weight', 'Kind', 'Read as'],
    results: ['Result', 'Score', 'Reason'],
    skipped: 'no indicator',
  },
} as const;

/** No column is wider; on a narrow terminal the widest give way first. */
const WIDEST = 40;
const NARROWEST = 8;
const GAP = 2;
const LONGEST_FIELD = 100;

export function readingStylish({ results }: LintResult, style: Style): string {
  return results.map((entry) => block(entry, style)).join('\n');
}

function block({ source, project, reading }: LintEntry, style: Style): string {
  const { colours, language } = style;
  const words = WORDS[language];
  const head = `${colours.bold(plain(source))}  ${plain(project)}  ${colours.dim(words.title)}`;
  if (!reading) return `${head}\n`;
  const stated = [...reading.project, ...reading.results];
  const labels = stated.map((field) => field[language]);
  const wide = labels.reduce((most, label) => Math.max(most, stringWidth(label)), 0);
  const fields = stated.map(
    ({ text }, index) =>
      `  ${colours.dim(padEnd(labels[index] ?? '', wide))}  ${clip(tidy(text), (style.columns ?? LONGEST_FIELD) - wide - 4)}`,
  );
  // Columns of results only where the form has any.
  const own = RESULTS.filter((field) => reading.indicators.some((row) => row[field] !== ''));
  const heads = own.map((field) => words.results[RESULTS.indexOf(field)] ?? '');
  const rows = [
    withResults(words.headers, heads),
    ...reading.indicators.map((row) =>
      withResults(
        cells(row, language),
        own.map((field) => tidy(row[field])),
      ),
    ),
  ];
  return `${[head, ...fields, ...table(rows, style)].join('\n')}\n`;
}

const RESULTS = ['actual', 'score', 'deviationReason'] as const;
/** Results stand behind the weight, as they do in forms. */
const BEHIND_WEIGHT = 8;

function withResults(row: readonly string[], results: readonly string[]): string[] {
  return [...row.slice(0, BEHIND_WEIGHT), ...results, ...row.slice(BEHIND_WEIGHT)];
}

function cells(row: ReadIndicator, language: 'zh' | 'en'): string[] {
  const { understood, weight } = row;
  const numbers = understood.value?.numbers.map((number) => numberText(number, language)) ?? [];
  const read = [...numbers, ...(understood.value?.dates ?? [])].join(language === 'zh' ? '、' : ', ');
  const kind = row.applicable ? understood.kind[language] : WORDS[language].skipped;
  return [
    locationText(row.location, language),
    ...[row.level1, row.level2, row.name, row.operator, row.value, row.unit].map(tidy),
    weight === null ? '' : String(weight),
    kind,
    read === '' && row.applicable ? (understood.value?.kind[language] ?? '') : read,
  ];
}

function table(rows: readonly (readonly string[])[], { colours, columns }: Style): string[] {
  const natural = (rows[0] ?? []).map((_, column) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => stringWidth(row[column] ?? '')))),
  );
  const widths = fitting(natural, columns);
  return rows.map((row, index) => {
    const line = row.map((text, column) => padEnd(clip(text, widths[column] ?? 0), widths[column] ?? 0));
    const text = `  ${line.join(' '.repeat(GAP)).trimEnd()}`;
    return index === 0 ? colours.dim(text) : text;
  });
}

/** Takes from the widest columns until the table fits. */
function fitting(widths: readonly number[], columns = Number.POSITIVE_INFINITY): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width + GAP, 0) - columns;
  for (; excess > 0; excess -= 1) {
    const widest = Math.max(...fitted);
    if (widest <= NARROWEST) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}

function tidy(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
