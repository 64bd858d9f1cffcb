/** Findings as Markdown: counts by category, then one list a project, nested as they were written. */
import type { Finding, ReviewResult, TaxonomyNames } from '../schema/index.js';
import { escapeMarkdown } from './escape.js';
import { byProject, keyOf } from './finding-groups.js';
import { FINDING_SHEETS } from './finding-sheet-words.js';
import { FINDING_WORDS } from './finding-words.js';
import { categoryName } from './label-text.js';
import { locationText } from './location.js';
import { markdownTable } from './markdown-table.js';
import { noticeLine } from './unread-text.js';

interface Style {
  readonly language: 'zh' | 'en';
  /** Of the model; ours where nothing is said. */
  readonly taxonomy?: TaxonomyNames;
}

export function findingsMarkdown(result: ReviewResult, style: Style): string {
  const { language, taxonomy } = style;
  const words = FINDING_WORDS[language];
  const counted = Object.entries(result.summary.byCategory).map(([category, { problems, suggestions }]) =>
    [categoryName(category, language, taxonomy), problems, suggestions, problems + suggestions].map((cell) =>
      escapeMarkdown(String(cell)),
    ),
  );
  const unanswered = new Set(result.summary.unansweredProblems.map(keyOf));
  return [
    `# ${words.title}\n`,
    `${words.total(result.summary)}\n`,
    markdownTable(FINDING_SHEETS[language].byCategory.headers, counted),
    ...(result.notices.length === 0
      ? []
      : [`${result.notices.map((one) => `- ${oneLine(noticeLine(one, language))}`).join('\n')}\n`]),
    ...byProject(result.findings).map((own) => projectBlock(own, unanswered, style)),
  ].join('\n');
}

function projectBlock(findings: readonly Finding[], unanswered: ReadonlySet<string>, style: Style): string {
  const words = FINDING_WORDS[style.language];
  const { project = words.project, unit, source = '' } = findings[0] ?? {};
  const about = unit === undefined ? [source] : [unit, source];
  const parts = (['problem', 'suggestion'] as const).flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) return [];
    const items = own.map((finding) => item(finding, unanswered.has(keyOf(finding)), style));
    return [`### ${words.kinds[kind]}\n`, `${items.join('\n')}\n`];
  });
  return [`## ${oneLine(project)}\n`, `${about.map(oneLine).join(' · ')}\n`, ...parts].join('\n');
}

function item(finding: Finding, isUnanswered: boolean, { language, taxonomy }: Style): string {
  const { level, text, labels, location, needsReview } = finding;
  const words = FINDING_WORDS[language];
  const told = [
    labels.map(({ category }) => categoryName(category, language, taxonomy)).join('、'),
    needsReview ? words.review : '',
    isUnanswered ? words.unanswered : '',
    locationText(location, language),
  ];
  const notes = told.filter((note) => note !== '').map(oneLine);
  return `${'  '.repeat(level - 1)}- ${oneLine(text)} *(${notes.join(' · ')})*`;
}

function oneLine(text: string): string {
  return escapeMarkdown(text).replaceAll('<br>', ' ').trim();
}
