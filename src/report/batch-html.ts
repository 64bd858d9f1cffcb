/** The summary of a batch as one page. */
import type { BatchGroup, BatchSummary } from '../schema/index.js';
import { type BatchCell, type BatchStyle, type BatchTable, batchTables, subjectName } from './batch-tables.js';
import { BATCH_WORDS, ranRows, totalsText } from './batch-words.js';
import { escapeAddress, escapeHtml } from './escape.js';
import { type Bar, barChart } from './html-chart.js';
import { htmlPage } from './html-page.js';

const MOST_ROWS = 50;
const MOST_BARS = 12;
/** Colours of counts that are parts of a whole. */
const TONES: Readonly<Record<string, string>> = {
  errors: 'error',
  warnings: 'warning',
  infos: 'info',
  problems: 'problem',
  suggestions: 'suggestion',
};

export function batchHtml(summary: BatchSummary, style: BatchStyle): string {
  const { language } = style;
  const words = BATCH_WORDS[language];
  const tables = batchTables(summary, style);
  const skipped = Object.entries(summary.skipped).map(([kind, count]) => `${kind === '' ? '-' : kind} ${count}`);
  const capped = summary.capped.map((name) => words.sheets[name]);
  const colon = language === 'zh' ? '：' : ': ';
  const ran = ranRows(summary, language)
    .map(([name, value]) => `${name}${colon}${value}`)
    .join(language === 'zh' ? '；' : '; ');
  return htmlPage(words.title[summary.task], language, [
    `<h1>${escapeHtml(words.title[summary.task])}</h1>`,
    `<p>${escapeHtml(totalsText(summary, language))}</p>`,
    ...(skipped.length > 0 ? [note(words.skipped(skipped.join(words.separator)))] : []),
    note(ran),
    ...(summary.copied.leftOut > 0 ? [note(words.leftOut(number(summary.copied.leftOut)))] : []),
    ...(summary.totals.withoutUnit > 0 ? [note(words.withoutUnit(number(summary.totals.withoutUnit)))] : []),
    ...(capped.length > 0 ? [note(words.capped(capped.join(words.separator)))] : []),
    `<p class="note">${tables.map(({ id, title, total }) => `<a href="#${id}">${escapeHtml(title)}</a> ${number(total)}`).join(' · ')}</p>`,
    charts(summary, style),
    ...tables.map((table) => section(table, style)),
  ]);
}

function note(text: string): string {
  return `<p class="note">${escapeHtml(text)}</p>`;
}

function charts({ byRule, byCategory, byUnit, byYear }: BatchSummary, style: BatchStyle): string {
  const { sheets, unnamed } = BATCH_WORDS[style.language];
  const named = ({ key }: BatchGroup): string => (key === '' ? unnamed : key);
  const subject = ({ key }: BatchGroup): string => subjectName(key, style);
  const all = [
    chart(sheets.byRule, { items: byRule, total: byRule.length }, subject, style),
    chart(sheets.byCategory, { items: byCategory, total: byCategory.length }, subject, style),
    chart(sheets.byUnit, byUnit, named, style),
    byYear.length > 1 ? barChart(sheets.byYear, barsOf(byYear, named, style)) : '',
  ];
  return `<div class="charts">${all.join('\n')}</div>`;
}

/** The largest, by all that is drawn of them. */
function chart(
  title: string,
  { items, total }: { readonly items: readonly BatchGroup[]; readonly total: number },
  label: (group: BatchGroup) => string,
  style: BatchStyle,
): string {
  const bars = barsOf(items, label, style)
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const shown = bars.slice(0, MOST_BARS);
  const { charted } = BATCH_WORDS[style.language];
  return barChart(bars.length > shown.length ? charted(title, shown.length, number(total)) : title, shown);
}

function barsOf(groups: readonly BatchGroup[], label: (group: BatchGroup) => string, { language }: BatchStyle): Bar[] {
  const words = BATCH_WORDS[language];
  return groups.map((group) => ({
    label: label(group),
    parts: Object.entries(group.counts).flatMap(([name, count]) => {
      const tone = TONES[name];
      return tone === undefined ? [] : [{ tone, count, name: words.counts[name] ?? name }];
    }),
  }));
}

function lengthOf({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function section({ id, title, note: told, headers, rows, total }: BatchTable, style: BatchStyle): string {
  const words = BATCH_WORDS[style.language];
  const shown = rows.slice(0, MOST_ROWS);
  const where = id === 'failures' || id === 'withoutContent' ? words.inFailures : words.inWorkbook;
  const head = headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('');
  const body = shown.map((row) => `<tr>${row.map((cell) => cellHtml(cell, style)).join('')}</tr>`);
  return [
    `<section><h2 id="${id}">${escapeHtml(title)} (${number(total)})</h2>`,
    ...(told === undefined ? [] : [note(told)]),
    ...(total > shown.length ? [note(words.shown(number(shown.length), number(total), where))] : []),
    `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div></section>`,
  ].join('\n');
}

function cellHtml(cell: BatchCell, { language, copyOf }: BatchStyle): string {
  if (typeof cell === 'number') return `<td style="text-align:right">${number(cell)}</td>`;
  if (typeof cell === 'string') return `<td>${escapeHtml(cell)}</td>`;
  const names = cell.sources.map((source) => {
    const copy = copyOf?.(source);
    if (copy === undefined) return escapeHtml(source);
    const address = copy.split('/').map(escapeAddress).join('/');
    return `<a href="${escapeHtml(address)}">${escapeHtml(source)}</a>`;
  });
  return `<td>${names.join(BATCH_WORDS[language].separator)}</td>`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
