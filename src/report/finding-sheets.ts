/** Findings as sheets: one row a finding, and one sheet a table of counts, each ready to be charted. */
import {
  TAXONOMY,
  type Category,
  type Finding,
  type ReviewResult,
  type SheetCell,
  type SheetSpec,
} from '../schema/index.js';
import { FINDING_SHEETS, type FindingSheetWords } from './finding-sheet-words.js';
import { categoryName } from './findings-stylish.js';
import { locationText } from './location.js';

const WIDTHS = [22, 26, 10, 6, 7, 64, 20, 22, 8, 7, 20, 14, 24, 18, 8, 12];

export function findingSheets(result: ReviewResult, language: 'zh' | 'en'): SheetSpec[] {
  const words = FINDING_SHEETS[language];
  return [listSheet(result, words, language), ...countSheets(result, words, language)];
}

function listSheet({ findings, summary }: ReviewResult, words: FindingSheetWords, language: 'zh' | 'en'): SheetSpec {
  const unanswered = new Set(summary.unansweredProblems.map(keyOf));
  return {
    name: words.findings,
    columns: words.headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 16 })),
    rows: findings.map((finding) => findingRow(finding, unanswered.has(keyOf(finding)), words, language)),
  };
}

function countSheets(
  { findings, summary }: ReviewResult,
  words: FindingSheetWords,
  language: 'zh' | 'en',
): SheetSpec[] {
  const byId = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const unanswered = summary.unansweredProblems.flatMap((one) => byId.get(keyOf(one)) ?? []);
  return [
    table(
      words.byCategory,
      Object.entries(summary.byCategory).map(([category, { problems, suggestions }]) => [
        categoryName(category, language),
        problems,
        suggestions,
        problems + suggestions,
      ]),
    ),
    table(
      words.byUnit,
      summary.byUnit.map(({ unit, problems, suggestions, unanswered: left }) => [
        unit === '' ? words.unnamed : unit,
        problems,
        suggestions,
        left,
      ]),
    ),
    table(
      words.byYear,
      summary.byYear.map(({ year, problems, suggestions, unanswered: left }) => [
        year === null ? words.unnamed : String(year),
        problems,
        suggestions,
        left,
      ]),
    ),
    table(
      words.unanswered,
      unanswered.map((finding) => [
        finding.unit ?? '',
        finding.project ?? '',
        finding.text,
        categories(finding, words, language),
        locationText(finding.location),
        fileName(finding.source),
      ]),
    ),
    table(
      words.keywords,
      summary.keywords.map(({ word, findings: count, problems, suggestions, score }) => [
        word,
        count,
        problems,
        suggestions,
        score,
      ]),
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** Ids are unique within a source. */
function keyOf({ source, id }: Pick<Finding, 'source' | 'id'>): string {
  return JSON.stringify([source, id]);
}

function table({ name, headers, widths }: FindingSheetWords['byUnit'], rows: readonly SheetCell[][]): SheetSpec {
  return { name, columns: headers.map((header, index) => ({ header, width: widths[index] ?? 10 })), rows };
}

function findingRow(
  finding: Finding,
  isUnanswered: boolean,
  words: FindingSheetWords,
  language: 'zh' | 'en',
): SheetCell[] {
  const { labels } = finding;
  return [
    finding.unit ?? '',
    finding.project ?? '',
    { text: words.kinds[finding.kind], ...(finding.kind === 'problem' && { tone: 'warning' as const }) },
    finding.level,
    finding.marker,
    finding.text,
    categories(finding, words, language),
    labels.flatMap(({ category, tags }) => tags.map((tag) => tagName(category, tag, language))).join('、'),
    finding.needsReview ? { text: words.yes, tone: 'info' as const } : '',
    labels[0] ? Number(labels[0].score.toFixed(2)) : null,
    finding.pairedWith.join(' '),
    locationText(finding.location),
    fileName(finding.source),
    finding.id,
    finding.year ?? null,
    isUnanswered ? { text: words.yes, tone: 'warning' as const } : '',
  ];
}

function categories({ labels }: Finding, words: FindingSheetWords, language: 'zh' | 'en'): string {
  return labels.length === 0 ? words.none : labels.map(({ category }) => categoryName(category, language)).join('、');
}

function fileName(source: string): string {
  return source.replace(/^.*[\\/]/, '');
}

function tagName(category: string, tag: string, language: 'zh' | 'en'): string {
  if (language === 'en' || !(category in TAXONOMY)) return tag;
  return (TAXONOMY[category as Category].tags as Readonly<Record<string, string>>)[tag] ?? tag;
}
