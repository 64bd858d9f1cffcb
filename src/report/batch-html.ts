/** The summary of a batch as one page. */
import type { BatchGroup, BatchSummary } from '../schema/index.js';
import { type BatchStyle, type BatchTable, batchTables, subjectName } from './batch-tables.js';
import { BATCH_WORDS, totalsText } from './batch-words.js';
import { escapeHtml } from './escape.js';
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
  return htmlPage(words.title[summary.task], language, [
    `<h1>${escapeHtml(words.title[summary.task])}</h1>`,
    `<p>${escapeHtml(totalsText(summary, language))}</p>`,
    ...(skipped.length > 0 ? [note(words.skipped(skipped.join(words.separator)))] : []),
    ...(capped.length > 0 ? [note(words.capped(capped.join(words.separator)))] : []),
    `<p class="note">${tables.map(({ id, title, total }) => `<a href="#${id}">${escapeHtml(title)}</a> ${total}`).join(' · ')}</p>`,
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
    chart(sheets.byRule, byRule.toSorted(byRows), subject, style),
    chart(sheets.byCategory, byCategory.toSorted(byRows), subject, style),
    chart(sheets.byUnit, byUnit.items, named, style),
    byYear.length > 1 ? chart(sheets.byYear, byYear, named, style) : '',
  ];
  return `<div class="charts">${all.join('\n')}</div>`;
}

function byRows(a: BatchGroup, b: BatchGroup): number {
  return b.rows - a.rows || (a.key < b.key ? -1 : 1);
}

function chart(
  title: string,
  groups: readonly BatchGroup[],
  label: (group: BatchGroup) => string,
  { language }: BatchStyle,
): string {
  const words = BATCH_WORDS[language];
  const bars = groups.slice(0, MOST_BARS).map(
    (group): Bar => ({
      label: label(group),
      parts: Object.entries(group.counts).flatMap(([name, count]) => {
        const tone = TONES[name];
        return tone === undefined ? [] : [{ tone, count, name: words.counts[name] ?? name }];
      }),
    }),
  );
  return barChart(title, bars);
}

function section({ id, title, note: told, headers, rows, total }: BatchTable, { language }: BatchStyle): string {
  const words = BATCH_WORDS[language];
  const shown = rows.slice(0, MOST_ROWS);
  const where = id === 'failures' || id === 'withoutContent' ? words.inFailures : words.inWorkbook;
  const head = headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('');
  const body = shown.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  return [
    `<section><h2 id="${id}">${escapeHtml(title)} (${total})</h2>`,
    ...(told === undefined ? [] : [note(told)]),
    ...(total > shown.length ? [note(words.shown(shown.length, total, where))] : []),
    `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div></section>`,
  ].join('\n');
}

function cellHtml(cell: string | number): string {
  if (typeof cell === 'number') return `<td style="text-align:right">${cell.toLocaleString('en')}</td>`;
  return `<td>${escapeHtml(cell)}</td>`;
}
