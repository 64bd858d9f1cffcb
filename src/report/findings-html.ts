/** Findings as one page: counts by category and unit, a list to filter, and the table or text that they come from. */
import type { DocumentView, Finding, FindingKind, ReviewResult, TaxonomyNames } from '../schema/index.js';
import { escapeHtml } from './escape.js';
import { byProject, keyOf } from './finding-groups.js';
import { FINDING_WORDS } from './finding-words.js';
import { barChart, type Bar } from './html-chart.js';
import { type Choice, filterForm, htmlPage } from './html-page.js';
import { MarkedView } from './html-view.js';
import { categoryName, tagName } from './label-text.js';
import { locationText } from './location.js';
import { findingsOnPage, leftText } from './page-limit.js';
import { noticeLine } from './unread-text.js';

type Language = 'zh' | 'en';

interface HtmlOptions {
  readonly language: Language;
  readonly views: readonly DocumentView[];
  /** Of the model; ours where nothing is said. */
  readonly taxonomy?: TaxonomyNames;
}

/** A finding with its number and id on the page. */
interface Item {
  readonly finding: Finding;
  readonly number: number;
  readonly id: string;
  readonly isUnanswered: boolean;
}

const KINDS: readonly FindingKind[] = ['problem', 'suggestion'];
const MOST_BARS = 15;
/** No category has this code; it is what the filter calls findings without one. */
const NONE = '-';

const WORDS = {
  zh: {
    legend: '性质',
    subject: '类别',
    all: '全部类别',
    reset: '全部显示',
    shown: '显示 {n} 条，共 {all} 条',
    only: '只看待复核的',
    byCategory: '按类别',
    byUnit: '按单位',
    none: '（无类别）',
    unnamed: '（未写明）',
    answers: '对应：',
    keywords: '关键词：',
    comma: '、',
  },
  en: {
    legend: 'Kind',
    subject: 'Category',
    all: 'all categories',
    reset: 'Show all',
    shown: '{n} of {all} shown',
    only: 'only those to be checked',
    byCategory: 'By category',
    byUnit: 'By unit',
    none: '(no category)',
    unnamed: '(not named)',
    answers: 'Paired with: ',
    keywords: 'Keywords: ',
    comma: ', ',
  },
} as const;

interface Page extends HtmlOptions {
  readonly items: ReadonlyMap<string, Item>;
}

export function findingsHtml(result: ReviewResult, options: HtmlOptions): string {
  const { language } = options;
  const { summary } = result;
  const unanswered = new Set(summary.unansweredProblems.map(keyOf));
  const { shown, left } = findingsOnPage(result.findings);
  const groups = byProject(shown);
  const ordered = groups.flatMap((group) => KINDS.flatMap((kind) => group.filter((one) => one.kind === kind)));
  const items = new Map(
    ordered.map((finding, index): [string, Item] => [
      keyOf(finding),
      { finding, number: index + 1, id: `f${index + 1}`, isUnanswered: unanswered.has(keyOf(finding)) },
    ]),
  );
  const page: Page = { ...options, items };
  const words = FINDING_WORDS[language];
  const sources = [...new Set(shown.map(({ source }) => source))];
  const more = leftText(left, false, language);
  const { keywords } = summary;
  const told = keywords.map(({ word }) => word).join(WORDS[language].comma);
  return htmlPage(words.title, language, [
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.total(summary))}</p>`,
    ...result.notices.map((one) => `<p class="note">${escapeHtml(noticeLine(one, language))}</p>`),
    ...(keywords.length === 0 ? [] : [`<p class="note">${WORDS[language].keywords}${escapeHtml(told)}</p>`]),
    ...(more === '' ? [] : [`<p class="note"><strong>${escapeHtml(more)}</strong></p>`]),
    charts(result, page),
    ...(items.size > 0 ? [filter(page)] : []),
    ...sources.map((source, index) => sourceBlock(source, groups, `c${index + 1}-`, page)),
  ]);
}

function charts({ summary }: ReviewResult, { language, taxonomy }: Page): string {
  const words = WORDS[language];
  const { kinds } = FINDING_WORDS[language];
  const bar = (label: string, { problems, suggestions }: { problems: number; suggestions: number }): Bar => ({
    label,
    parts: [
      { tone: 'problem', name: kinds.problem, count: problems },
      { tone: 'suggestion', name: kinds.suggestion, count: suggestions },
    ],
  });
  const categories = Object.entries(summary.byCategory).map(([category, counts]) =>
    bar(categoryName(category, language, taxonomy), counts),
  );
  const units = summary.byUnit.map((counts) => bar(counts.unit === '' ? words.unnamed : counts.unit, counts));
  return [
    '<div class="charts">',
    barChart(words.byCategory, categories),
    ...(units.length > 1 ? [barChart(words.byUnit, units.slice(0, MOST_BARS))] : []),
    '</div>',
  ].join('\n');
}

/** Codes are public and may hold anything: the filter goes by their place in the list. */
function subjectsOf({ items }: Page): string[] {
  return [...new Set([...items.values()].flatMap(({ finding }) => categoriesOf(finding)))].toSorted();
}

function categoriesOf({ labels }: Finding): string[] {
  return labels.length === 0 ? [NONE] : labels.map(({ category }) => category);
}

function filter(page: Page): string {
  const { language, taxonomy } = page;
  const all = [...page.items.values()].map(({ finding }) => finding);
  const kinds: Choice[] = KINDS.map((value) => ({
    value,
    label: FINDING_WORDS[language].kinds[value],
    count: all.filter(({ kind }) => kind === value).length,
  }));
  const subjects: Choice[] = subjectsOf(page).map((category, index) => ({
    value: String(index),
    label: category === NONE ? WORDS[language].none : categoryName(category, language, taxonomy),
    count: all.filter((finding) => categoriesOf(finding).includes(category)).length,
  }));
  return filterForm(WORDS[language], kinds, subjects, WORDS[language].only);
}

function sourceBlock(source: string, groups: readonly Finding[][], prefix: string, page: Page): string {
  const view = page.views.find((one) => one.source === source);
  const marks = [...page.items.values()]
    .filter(({ finding }) => finding.source === source)
    .map(({ finding: { kind, text, location }, number, id }) => ({ id, number, tone: kind, title: text, location }));
  const marked = view && new MarkedView(view, marks, prefix);
  const own = groups.filter(([first]) => first?.source === source);
  const lists = own.map((group) => projectBlock(group, marked, page)).join('\n');
  const shown = marked?.html(page.language) ?? '';
  return `<div class="pair${shown === '' ? '' : ' both'}"><div>${lists}</div>${shown}</div>`;
}

function projectBlock(findings: readonly Finding[], view: MarkedView | undefined, page: Page): string {
  const words = FINDING_WORDS[page.language];
  const { project = words.project, unit, source = '' } = findings[0] ?? {};
  const about = [...(unit === undefined ? [] : [unit]), source].map(escapeHtml).join(' · ');
  const subjects = subjectsOf(page);
  const lists = KINDS.flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) return [];
    const items = own.flatMap((finding) => page.items.get(keyOf(finding)) ?? []);
    const list = items.map((item) => itemHtml(item, subjects, view, page)).join('\n');
    return [`<h3>${words.kinds[kind]} ${own.length}</h3><ol class="list">${list}</ol>`];
  });
  return `<section><h2>${escapeHtml(project)}</h2><p class="note">${about}</p>${lists.join('\n')}</section>`;
}

function itemHtml(
  { finding, number, id, isUnanswered }: Item,
  subjects: readonly string[],
  view: MarkedView | undefined,
  page: Page,
): string {
  const { language, taxonomy } = page;
  const { kind, level, marker, text, labels, needsReview, location } = finding;
  const words = FINDING_WORDS[language];
  const depth = level === 1 ? '' : level === 2 ? ' deep' : ' deeper';
  const own = categoriesOf(finding).map((category) => subjects.indexOf(category));
  const tags = labels.map(({ category, tags: codes }) => {
    const names = codes.map((tag) => tagName(category, tag, language, taxonomy));
    const told = [categoryName(category, language, taxonomy), ...names].map(escapeHtml).join(' · ');
    return `<span class="tag">${told}</span>`;
  });
  const notes = [...(needsReview ? [words.review] : []), ...(isUnanswered ? [words.unanswered] : [])];
  const anchor = view?.anchor(location);
  const place = escapeHtml(locationText(location, language));
  const told = anchor === undefined ? place : `<a href="#${anchor}">${place}</a>`;
  return [
    `<li class="item ${kind}${depth}" id="${id}" data-kind="${kind}" data-subject="${own.join(' ')}" data-only="${needsReview ? 1 : 0}">`,
    `<p><span class="badge ${kind}">${number}</span>${marker === '' ? '' : `${escapeHtml(marker)} `}${escapeHtml(text)}</p>`,
    `<p class="side">${tags.join('')}${notes.map((note) => `<strong>${note}</strong> `).join('')}${told}${answers(finding, page)}</p></li>`,
  ].join('');
}

function answers({ source, pairedWith }: Finding, { items, language }: Page): string {
  const links = pairedWith.flatMap((id) => {
    const other = items.get(keyOf({ source, id }));
    return other ? [`<a href="#${other.id}">${other.number}</a>`] : [];
  });
  return links.length === 0 ? '' : ` · ${WORDS[language].answers}${links.join(WORDS[language].comma)}`;
}
