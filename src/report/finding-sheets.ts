/** Findings as sheets: one row a finding, and one sheet a table of counts, each ready to be charted. */
import type { Finding, ReviewResult, SheetCell, SheetSpec, TaxonomyNames } from '../schema/index.js';
import { keyOf } from './finding-groups.js';
import { FINDING_SHEETS, type FindingSheetWords } from './finding-sheet-words.js';
import { categoryName, tagName } from './label-text.js';
import { locationText } from './location.js';

const WIDTHS = [16, 18, 9, 5, 6, 58, 17, 18, 7, 6, 15, 13, 24, 18, 8, 12, 28];
/** The rest (file, number, year, answers of the model) is for sorting on the screen. */
const PRINTED_COLUMNS = 12;

interface Wording {
  readonly words: FindingSheetWords;
  readonly language: 'zh' | 'en';
  /** Of the model; ours where nothing is said. */
  readonly taxonomy?: TaxonomyNames | undefined;
}

export function findingSheets(result: ReviewResult, language: 'zh' | 'en', taxonomy?: TaxonomyNames): SheetSpec[] {
  const wording = { words: FINDING_SHEETS[language], language, taxonomy };
  return [listSheet(result, wording), ...countSheets(result, wording)];
}

/** The list alone. */
export function findingList(result: ReviewResult, language: 'zh' | 'en', taxonomy?: TaxonomyNames): SheetSpec {
  return listSheet(result, { words: FINDING_SHEETS[language], language, taxonomy });
}

function listSheet({ findings, summary }: ReviewResult, wording: Wording): SheetSpec {
  const { words } = wording;
  const unanswered = new Set(summary.unansweredProblems.map(keyOf));
  return {
    name: words.findings,
    columns: words.headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 16 })),
    printedColumns: PRINTED_COLUMNS,
    rows: findings.map((finding) => findingRow(finding, unanswered.has(keyOf(finding)), wording)),
  };
}

function countSheets({ findings, summary }: ReviewResult, wording: Wording): SheetSpec[] {
  const { words, language, taxonomy } = wording;
  const byId = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const unanswered = summary.unansweredProblems.flatMap((one) => byId.get(keyOf(one)) ?? []);
  return [
    table(
      words.byCategory,
      Object.entries(summary.byCategory).map(([category, { problems, suggestions }]) => [
        categoryName(category, language, taxonomy),
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
        categories(finding, wording),
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

function table({ name, headers, widths }: FindingSheetWords['byUnit'], rows: readonly SheetCell[][]): SheetSpec {
  return { name, columns: headers.map((header, index) => ({ header, width: widths[index] ?? 10 })), rows };
}

function findingRow(finding: Finding, isUnanswered: boolean, wording: Wording): SheetCell[] {
  const { words, language, taxonomy } = wording;
  const { labels } = finding;
  return [
    finding.unit ?? '',
    finding.project ?? '',
    { text: words.kinds[finding.kind], ...(finding.kind === 'problem' && { tone: 'warning' as const }) },
    finding.level,
    finding.marker,
    finding.text,
    categories(finding, wording),
    labels.flatMap(({ category, tags }) => tags.map((tag) => tagName(category, tag, language, taxonomy))).join('、'),
    finding.needsReview ? { text: words.yes, tone: 'info' as const } : '',
    labels[0] ? Number(labels[0].score.toFixed(2)) : null,
    finding.pairedWith.join(' '),
    locationText(finding.location),
    fileName(finding.source),
    finding.id,
    finding.year ?? null,
    isUnanswered ? { text: words.yes, tone: 'warning' as const } : '',
    finding.modelAnswer ?? '',
  ];
}

function categories({ labels }: Finding, { words, language, taxonomy }: Wording): string {
  return labels.length === 0
    ? words.none
    : labels.map(({ category }) => categoryName(category, language, taxonomy)).join('、');
}

function fileName(source: string): string {
  return source.replace(/^.*[\\/]/, '');
}
