/** Lint results as one page: counts, a list to filter, and the user's table with what was found marked in it. */
import type { Diagnostic, DocumentView, LintEntry, LintResult, Notice, Severity } from '../schema/index.js';
import { escapeHtml } from './escape.js';
import { barChart, type Bar } from './html-chart.js';
import { type Choice, filterForm, htmlPage } from './html-page.js';
import { MarkedView } from './html-view.js';
import { entriesOnPage, leftText } from './page-limit.js';
import { adviceText, basisText, noticeText, waiverText } from './lint-texts.js';
import { LINT_WORDS, type LintWords } from './lint-words.js';
import { locationText } from './location.js';
import { readingHtml } from './reading-page.js';

type Language = 'zh' | 'en';

interface HtmlOptions {
  readonly language: Language;
  /** The documents that were checked; without its view a source is told as a list only. */
  readonly views: readonly DocumentView[];
  /** The name of a rule for people. */
  readonly ruleTitle: (ruleId: string) => string | undefined;
}

interface Page extends HtmlOptions {
  readonly words: LintWords;
}

/** A diagnostic with its number and id on the page. */
interface Item {
  readonly diagnostic: Diagnostic;
  readonly number: number;
  readonly id: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const MOST_BARS = 12;

const WORDS = {
  zh: {
    legend: '程度',
    subject: '规则',
    all: '全部规则',
    reset: '全部显示',
    shown: '显示 {n} 条，共 {all} 条',
    byRule: '按规则',
    byDraft: '按绩效目标',
    apart: '未检查、已豁免的内容',
  },
  en: {
    legend: 'Severity',
    subject: 'Rule',
    all: 'all rules',
    reset: 'Show all',
    shown: '{n} of {all} shown',
    byRule: 'By rule',
    byDraft: 'By draft',
    apart: 'Not checked or waived',
  },
} as const;

export function lintHtml(result: LintResult, options: HtmlOptions): string {
  const { language } = options;
  const words = LINT_WORDS[language];
  const page: Page = { ...options, words };
  let number = 0;
  const { shown, left } = entriesOnPage(result.results);
  const drafts = shown.map((entry) => ({
    entry,
    items: entry.diagnostics.map((diagnostic): Item => {
      number += 1;
      return { diagnostic, number, id: `d${number}` };
    }),
  }));
  const items = drafts.flatMap((draft) => draft.items);
  const sources = [...new Set(shown.map(({ source }) => source))];
  const more = leftText(left, true, language);
  return htmlPage(words.title, language, [
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.summary(result.summary))}</p>`,
    ...(result.failures ?? []).map(
      ({ message }) =>
        `<p class="note"><strong>${escapeHtml(words.unreadFile)}</strong>${words.colon}${escapeHtml(message)}</p>`,
    ),
    ...result.notices.map(({ message }) => `<p class="note">${escapeHtml(message)}</p>`),
    ...(more === '' ? [] : [`<p class="note"><strong>${escapeHtml(more)}</strong></p>`]),
    charts(result.results, page),
    ...(items.length > 0 ? [filter(items, page)] : []),
    ...sources.map((source, index) =>
      sourceBlock(
        source,
        drafts.filter(({ entry }) => entry.source === source),
        `c${index + 1}-`,
        page,
        (result.sources ?? []).filter((one) => one.source === source).flatMap(({ notices }) => notices),
      ),
    ),
  ]);
}

interface DraftItems {
  readonly entry: LintEntry;
  readonly items: readonly Item[];
}

/** Of all results, be they on the page or not. */
function charts(entries: readonly LintEntry[], page: Page): string {
  const words = WORDS[page.language];
  const rules = new Map<string, Diagnostic[]>();
  for (const one of entries.flatMap(({ diagnostics }) => diagnostics)) {
    const own = rules.get(one.ruleId);
    if (own) own.push(one);
    else rules.set(one.ruleId, [one]);
  }
  const byRule = [...rules]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => bar(page.ruleTitle(id) ?? id, own, page));
  const byDraft = entries.map(({ project, diagnostics }) => bar(project, diagnostics, page));
  const most = (bars: readonly Bar[]) => bars.toSorted((a, b) => sum(b) - sum(a)).slice(0, MOST_BARS);
  return [
    '<div class="charts">',
    barChart(words.byRule, most(byRule)),
    ...(entries.length > 1 ? [barChart(words.byDraft, most(byDraft))] : []),
    '</div>',
  ].join('\n');
}

function sum({ parts }: Bar): number {
  return parts.reduce((total, { count }) => total + count, 0);
}

function bar(label: string, diagnostics: readonly Diagnostic[], { words }: Page): Bar {
  return {
    label,
    parts: SEVERITIES.map((tone) => ({
      tone,
      name: words.severity[tone],
      count: diagnostics.filter(({ severity }) => severity === tone).length,
    })),
  };
}

/** Most frequent first. */
function rulesOf(items: readonly Item[]): string[] {
  const counts = new Map<string, number>();
  for (const { diagnostic } of items) counts.set(diagnostic.ruleId, (counts.get(diagnostic.ruleId) ?? 0) + 1);
  return [...counts].toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1)).map(([id]) => id);
}

function filter(items: readonly Item[], page: Page): string {
  const count = (fits: (diagnostic: Diagnostic) => boolean) =>
    items.filter(({ diagnostic }) => fits(diagnostic)).length;
  const severities: Choice[] = SEVERITIES.map((value) => ({
    value,
    label: page.words.severity[value],
    count: count(({ severity }) => severity === value),
  }));
  const rules: Choice[] = rulesOf(items).map((value) => ({
    value,
    label: [page.ruleTitle(value), value].filter(Boolean).join(' · '),
    count: count(({ ruleId }) => ruleId === value),
  }));
  return filterForm(WORDS[page.language], severities, rules);
}

function sourceBlock(
  source: string,
  drafts: readonly DraftItems[],
  prefix: string,
  page: Page,
  notices: readonly Notice[],
): string {
  const view = page.views.find((one) => one.source === source);
  const marks = drafts.flatMap(({ items }) =>
    items.map(({ diagnostic: { severity, message, location }, number, id }) => ({
      id,
      number,
      tone: severity,
      title: message,
      location,
    })),
  );
  const marked = view && new MarkedView(view, marks, prefix);
  const lists = [...drafts.map((draft) => draftBlock(draft, marked, page)), ofFile(source, notices, page)].join('\n');
  const shown = marked?.html(page.language) ?? '';
  return `<div class="pair${shown === '' ? '' : ' both'}"><div>${lists}</div>${shown}</div>`;
}

function ofFile(source: string, notices: readonly Notice[], page: Page): string {
  if (notices.length === 0) return '';
  const told = folded(noticeTexts(notices, page), page.language);
  return `<section><h2>${escapeHtml(source)}</h2>${told}</section>`;
}

function draftBlock({ entry, items }: DraftItems, view: MarkedView | undefined, page: Page): string {
  const { words } = page;
  const { project, source, indicators, waived, old } = entry;
  const list = items.map((item) => itemHtml(item, view, page));
  const isApart = waived.length + old > 0;
  return [
    `<section><h2>${escapeHtml(project)}</h2>`,
    `<p class="note">${escapeHtml(source)} · ${escapeHtml(words.indicators(indicators))}</p>`,
    readingHtml(entry.reading, page.language),
    items.length === 0
      ? `<p>${escapeHtml(isApart ? words.nothingNew : words.sound)}</p>`
      : `<ol class="list">${list.join('\n')}</ol>`,
    apart(entry, page),
    '</section>',
  ].join('\n');
}

function itemHtml({ diagnostic, number, id }: Item, view: MarkedView | undefined, page: Page): string {
  const { severity, ruleId, message, suggestions } = diagnostic;
  const { words, language } = page;
  const basis = basisText(diagnostic);
  const advice = suggestions.map((one) => `<p>${escapeHtml(adviceText(one, language))}</p>`).join('');
  const rests = basis === '' ? '' : ` · ${escapeHtml(words.basis)}${escapeHtml(basis)}`;
  return [
    `<li class="item ${severity}" id="${id}" data-kind="${severity}" data-subject="${escapeHtml(ruleId)}">`,
    `<p><span class="badge ${severity}">${number} ${escapeHtml(words.severity[severity])}</span>${placeHtml(diagnostic, view, language)}</p>`,
    `<p>${escapeHtml(message)}</p>${advice}`,
    `<p class="side">${escapeHtml(page.ruleTitle(ruleId) ?? '')} <code>${escapeHtml(ruleId)}</code>${rests}</p></li>`,
  ].join('');
}

function placeHtml({ location }: Diagnostic, view: MarkedView | undefined, language: Language): string {
  const text = escapeHtml(locationText(location, language));
  const anchor = view?.anchor(location);
  return anchor === undefined ? text : `<a href="#${anchor}">${text}</a>`;
}

function placed(place: string, told: string, { words }: Page): string {
  return place === '' ? told : `${place}${words.colon}${told}`;
}

function noticeTexts(notices: readonly Notice[], page: Page): string[] {
  const { language } = page;
  return notices.map((one) => placed(locationText(one.location, language), noticeText(one, language), page));
}

/** What was not read, and what somebody answers for: below the faults, and never left out. */
function apart({ notices, waived, old }: LintEntry, page: Page): string {
  const { words, language } = page;
  const lines = [
    ...noticeTexts(notices, page),
    ...waived.map((one) => {
      const why = waiverText(one, language);
      const told = `${words.waived}${words.colon}${one.message}${why === '' ? '' : `${words.separator}${words.reason}${why}`}`;
      return placed(locationText(one.location, language), told, page);
    }),
    ...(old > 0 ? [words.old(old)] : []),
  ];
  return lines.length === 0 ? '' : folded(lines, language);
}

function folded(lines: readonly string[], language: Language): string {
  const list = lines.map((line) => `<li class="item">${escapeHtml(line)}</li>`).join('');
  return `<details open><summary>${WORDS[language].apart} (${lines.length})</summary><ul class="plain">${list}</ul></details>`;
}
