/** Counts over findings: by category, unit and year, what nobody answered, and which words tell what they are about. */
import type { Finding, FindingSummary, ReviewResult } from '../schema/index.js';
import type { KeywordFinder } from '../text/keywords.js';

export interface SummaryOptions {
  /** In the order in which they are listed; each is there, with zeros if need be. */
  readonly categories: readonly string[];
  /** Without it there are no keywords. */
  readonly keywordFinder?: KeywordFinder;
  /** How many keywords. */
  readonly top?: number;
  readonly notices?: ReviewResult['notices'];
}

type Counts = FindingSummary['byUnit'][number];

/** Findings → the document that `review` prints. Categories are counted by the primary label. */
export function reviewResult(findings: readonly Finding[], options: SummaryOptions): ReviewResult {
  const distinct = (key: (finding: Finding) => string) => new Set(findings.map(key)).size;
  const { unit: _, ...all } = countsOf('', findings);
  return {
    schemaVersion: 1,
    findings: [...findings],
    summary: {
      sources: distinct(({ source }) => source),
      projects: distinct(({ source, unit, project }) => JSON.stringify([source, unit, project])),
      findings: findings.length,
      ...all,
      needsReview: findings.filter(({ needsReview }) => needsReview).length,
      byCategory: byCategory(findings, options.categories),
      byUnit: byUnit(findings),
      byYear: byYear(findings),
      unansweredProblems: findings.filter(isUnanswered).map(({ source, id }) => ({ source, id })),
      keywords: keywordsOf(findings, options),
    },
    notices: [...(options.notices ?? [])],
  };
}

/** A problem of the top level with which no suggestion is paired; its parts are answered with it. */
export function isUnanswered({ kind, level, pairedWith }: Finding): boolean {
  return kind === 'problem' && level === 1 && pairedWith.length === 0;
}

function countsOf(unit: string, findings: readonly Finding[]): Counts {
  const problems = findings.filter(({ kind }) => kind === 'problem').length;
  const unanswered = findings.filter(isUnanswered).length;
  return { unit, problems, suggestions: findings.length - problems, unanswered };
}

function byCategory(findings: readonly Finding[], categories: readonly string[]): FindingSummary['byCategory'] {
  const counted: FindingSummary['byCategory'] = {};
  for (const category of categories) counted[category] = { problems: 0, suggestions: 0 };
  for (const { kind, labels } of findings) {
    const category = labels[0]?.category;
    if (category === undefined) continue;
    counted[category] ??= { problems: 0, suggestions: 0 };
    counted[category][kind === 'problem' ? 'problems' : 'suggestions'] += 1;
  }
  return counted;
}

function byUnit(findings: readonly Finding[]): FindingSummary['byUnit'] {
  return [...grouped(findings, ({ unit }) => unit ?? '')]
    .map(([unit, own]) => countsOf(unit, own))
    .sort((a, b) => sum(b) - sum(a));
}

function byYear(findings: readonly Finding[]): FindingSummary['byYear'] {
  return [...grouped(findings, ({ year }) => year ?? null)]
    .map(([year, own]) => {
      const { unit: _, ...counts } = countsOf('', own);
      return { year, ...counts };
    })
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

function sum({ problems, suggestions }: Counts): number {
  return problems + suggestions;
}

function grouped<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): Map<Key, Finding[]> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function keywordsOf(
  findings: readonly Finding[],
  { keywordFinder, top = 20 }: SummaryOptions,
): FindingSummary['keywords'] {
  if (!keywordFinder || top === 0) return [];
  const keywords = keywordFinder.keywords(
    findings.map(({ text }) => text),
    top,
  );
  const wanted = new Map(keywords.map(({ word }) => [word, { problems: 0, suggestions: 0 }]));
  for (const { text, kind } of findings) {
    for (const word of new Set(keywordFinder.words(text))) {
      const counts = wanted.get(word);
      if (counts) counts[kind === 'problem' ? 'problems' : 'suggestions'] += 1;
    }
  }
  return keywords.map(({ word, texts, score }) => ({
    word,
    findings: texts,
    ...(wanted.get(word) ?? { problems: 0, suggestions: 0 }),
    score,
  }));
}
