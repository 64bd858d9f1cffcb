/** The summary of a batch as tables: the page shows their beginnings, the workbook all of them. */
import type { BatchGroup, BatchSummary, TaxonomyNames } from '../schema/index.js';
import { BATCH_WORDS, type BatchWords } from './batch-words.js';
import { categoryName } from './label-text.js';
import { noticeText } from './lint-texts.js';
import { locationText } from './location.js';

export interface BatchStyle {
  readonly language: 'zh' | 'en';
  /** By rule id the name of a rule for people. */
  readonly titles: Readonly<Record<string, string>>;
  readonly taxonomy?: TaxonomyNames;
  /** The marked copy of a document, seen from the folder of results. */
  readonly copyOf?: (source: string) => string | undefined;
}

/** A text, a number, or the names of documents. */
export type BatchCell = string | number | { readonly sources: readonly string[] };

export interface BatchTable {
  readonly id: keyof BatchWords['sheets'];
  readonly title: string;
  readonly note?: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly BatchCell[])[];
  /** How many rows there are, shown or not. */
  readonly total: number;
}

/** Those that have something to show, in the order of reading. */
export function batchTables(summary: BatchSummary, style: BatchStyle): BatchTable[] {
  return [
    ...groupTables(summary, style),
    worstFiles(summary, style),
    ...recurringTables(summary, style),
    failures(summary, 'failures', style),
    failures(summary, 'withoutContent', style),
    notices(summary, style),
    duplicates(summary, style),
    skippedFiles(summary, style),
    // How many indicators are common usage is told even where nothing else is left.
  ].filter(({ id, rows }) => rows.length > 0 || (id === 'copied' && summary.copied.leftOut > 0));
}

function formCells({ unit, project, source }: BatchSummary['alike']['items'][number]['form']): BatchCell[] {
  return [unit, project, file(source)];
}

function file(source: string): BatchCell {
  return { sources: [source] };
}

export function subjectName(subject: string, { titles, taxonomy, language }: BatchStyle): string {
  if (subject === '') return BATCH_WORDS[language].none;
  return titles[subject] ?? categoryName(subject, language, taxonomy);
}

function groupTables(summary: BatchSummary, style: BatchStyle): BatchTable[] {
  const { task, totals, byRule, byCategory, byUnit, byYear, byRegion } = summary;
  const words = BATCH_WORDS[style.language];
  const { headers, notes, sheets, unnamed } = words;
  const names = Object.keys(totals.counts);
  const drafts = words.drafts[task] === '' ? [] : [words.drafts[task]];
  const counted = names.map((name) => words.counts[name] ?? name);
  const counts = ({ counts: own }: Pick<BatchGroup, 'counts'>) => names.map((name) => own[name] ?? 0);
  const groups = (
    id: 'byUnit' | 'byYear' | 'byRegion',
    header: string,
    items: readonly BatchGroup[],
    total: number,
  ) => ({
    id,
    title: sheets[id],
    ...(id !== 'byYear' && { note: notes.sorted[task] }),
    headers: [header, ...drafts, words.rows[task], ...counted],
    rows: items.map((one) => [
      one.key === '' ? unnamed : one.key,
      ...(drafts.length > 0 ? [one.drafts] : []),
      one.rows,
      ...counts(one),
    ]),
    total,
  });
  return [
    {
      id: 'byRule',
      title: sheets.byRule,
      note: notes.sorted[task],
      headers: [headers.rule, headers.ruleId, headers.times, words.drafts[task], ...counted],
      rows: byRule.map((one) => [subjectName(one.key, style), one.key, one.rows, one.drafts, ...counts(one)]),
      total: byRule.length,
    },
    {
      id: 'byCategory',
      title: sheets.byCategory,
      note: notes.sorted[task],
      headers: [headers.category, headers.count, ...counted],
      rows: byCategory.map((one) => [subjectName(one.key, style), one.rows, ...counts(one)]),
      total: byCategory.length,
    },
    groups('byUnit', headers.unit, byUnit.items, byUnit.total),
    groups('byYear', headers.year, byYear, byYear.length),
    groups('byRegion', headers.region, byRegion.items, byRegion.total),
  ];
}

function worstFiles(
  { task, totals, worstFiles: { items, total } }: BatchSummary,
  { language }: BatchStyle,
): BatchTable {
  const words = BATCH_WORDS[language];
  const names = Object.keys(totals.counts);
  return {
    id: 'worstFiles',
    title: words.sheets.worstFiles,
    note: words.notes.sorted[task],
    headers: [words.headers.file, words.rows[task], ...names.map((name) => words.counts[name] ?? name)],
    rows: items.map(({ source, rows, counts }) => [file(source), rows, ...names.map((name) => counts[name] ?? 0)]),
    total,
  };
}

function recurringTables({ copied, unchanged, repeated, alike, twice }: BatchSummary, style: BatchStyle): BatchTable[] {
  const { headers, sheets, notes, separator } = BATCH_WORDS[style.language];
  return [
    {
      id: 'copied',
      title: sheets.copied,
      note: notes.copied(copied.most, copied.leftOut),
      headers: [
        headers.indicator,
        headers.target,
        headers.units,
        headers.times,
        headers.years,
        headers.someUnits,
        headers.someFiles,
      ],
      rows: copied.items.map(({ name, target, units, times, years, someUnits, someSources }) => [
        name,
        target,
        units,
        times,
        years,
        someUnits.join(separator),
        { sources: someSources },
      ]),
      total: copied.total,
    },
    {
      id: 'alike',
      title: sheets.alike,
      note: notes.alike,
      headers: [
        headers.unit,
        headers.project,
        headers.file,
        headers.like.unit,
        headers.like.project,
        headers.like.file,
        headers.same,
        headers.of,
        headers.forms,
      ],
      rows: alike.items.map(({ form, like, same, of, forms }) => [
        ...formCells(form),
        ...formCells(like),
        same,
        of,
        forms,
      ]),
      total: alike.total,
    },
    {
      id: 'twice',
      title: sheets.twice,
      note: notes.twice,
      headers: [headers.unit, headers.project, headers.year, headers.file, headers.other],
      rows: twice.items.map(({ unit, project, year = '', source, other }) => [
        unit,
        project,
        String(year),
        file(source),
        file(other),
      ]),
      total: twice.total,
    },
    {
      id: 'unchanged',
      title: sheets.unchanged,
      note: notes.unchanged,
      headers: [
        headers.unit,
        headers.project,
        headers.year,
        headers.indicator,
        headers.target,
        headers.file,
        headers.before,
      ],
      rows: unchanged.items.map(({ unit, project, year, name, target, source, before }) => [
        unit,
        project,
        String(year),
        name,
        target,
        file(source),
        file(before),
      ]),
      total: unchanged.total,
    },
    {
      id: 'repeated',
      title: sheets.repeated,
      note: notes.repeated,
      headers: [
        headers.unit,
        headers.project,
        headers.year,
        headers.subject,
        headers.text,
        headers.file,
        headers.before,
      ],
      rows: repeated.items.map(({ unit, project, year, subject, text, source, before }) => [
        unit,
        project,
        String(year),
        subjectName(subject, style),
        text,
        file(source),
        file(before),
      ]),
      total: repeated.total,
    },
  ];
}

function failures(summary: BatchSummary, id: 'failures' | 'withoutContent', { language }: BatchStyle): BatchTable {
  const { headers, sheets, notes } = BATCH_WORDS[language];
  const { items, total } = summary[id];
  return {
    id,
    title: sheets[id],
    ...(id === 'withoutContent' && { note: notes[id] }),
    headers: [headers.file, headers.line, headers.reason, headers.code],
    rows: items.map(({ source, line, lastLine, message, code }) => [
      source,
      lastLine === undefined ? (line ?? '') : `${line}–${lastLine}`,
      message,
      code,
    ]),
    total,
  };
}

function duplicates({ duplicates: { items, total } }: BatchSummary, { language }: BatchStyle): BatchTable {
  const { headers, notes, sheets } = BATCH_WORDS[language];
  return {
    id: 'duplicates',
    title: sheets.duplicates,
    note: notes.duplicates,
    headers: [headers.file, headers.sameAs],
    rows: items.map(({ source, of }) => [source, file(of)]),
    total,
  };
}

function skippedFiles({ skippedFiles: { items, total } }: BatchSummary, { language }: BatchStyle): BatchTable {
  const { headers, notes, sheets } = BATCH_WORDS[language];
  const rows = items.map((source) => [source]);
  return { id: 'skipped', title: sheets.skipped, note: notes.skipped, headers: [headers.file], rows, total };
}

function notices({ notices: { items, total } }: BatchSummary, { language }: BatchStyle): BatchTable {
  const { headers, sheets } = BATCH_WORDS[language];
  return {
    id: 'notices',
    title: sheets.notices,
    headers: [headers.file, headers.place, headers.told],
    rows: items.map((one) => [file(one.source), locationText(one.location, language), noticeText(one, language)]),
    total,
  };
}
