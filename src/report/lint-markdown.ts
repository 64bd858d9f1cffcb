/** Lint results as Markdown: one heading and one table a draft. */
import type { Diagnostic, LintEntry, LintResult, Notice } from '../schema/index.js';
import { byFile } from './by-file.js';
import { escapeMarkdown } from './escape.js';
import { adviceText, noticeText, waiverText } from './lint-texts.js';
import { LINT_WORDS, type LintWords } from './lint-words.js';
import { locationText } from './location.js';
import { markdownTable } from './markdown-table.js';
import { readingMarkdown } from './reading-page.js';

type Language = 'zh' | 'en';

export function lintMarkdown(result: LintResult, language: Language): string {
  const words = LINT_WORDS[language];
  const { notices, failures = [], summary } = result;
  const blocks = [
    `# ${words.title}\n`,
    `${words.summary(summary)}\n`,
    ...(failures.length === 0
      ? []
      : [list(failures.map(({ message }) => `${words.unreadFile}${words.colon}${message}`))]),
    ...byFile(result).flatMap(({ source, entries, notices: ofFile }) => [
      ...entries.map((entry) => draftBlock(entry, words, language)),
      ...(ofFile.length === 0 ? [] : [`## ${escapeMarkdown(source)}\n`, list(noticeTexts(ofFile, words, language))]),
    ]),
    ...(notices.length === 0 ? [] : [list(notices.map(({ message }) => message))]),
  ];
  return blocks.join('\n');
}

function draftBlock(entry: LintEntry, words: LintWords, language: Language): string {
  const { source, project, indicators, diagnostics, waived, old, notices } = entry;
  const { place, severity, problem, advice, rule } = words.headers;
  const apart = [
    ...noticeTexts(notices, words, language),
    ...waived.map((one) => {
      const why = waiverText(one, language);
      const text = `${words.waived}${words.colon}${one.ruleId}${why === '' ? '' : ` (${why})`}`;
      return placed(locationText(one.location, language), text, words);
    }),
    ...(old > 0 ? [words.old(old)] : []),
  ];
  const isApart = waived.length + old > 0;
  return [
    `## ${escapeMarkdown(project).replaceAll('<br>', ' ')}\n`,
    `${escapeMarkdown(source)} · ${words.indicators(indicators)}\n`,
    ...readingMarkdown(entry.reading, language),
    diagnostics.length === 0
      ? `${isApart ? words.nothingNew : words.sound}\n`
      : markdownTable(
          [place, severity, problem, advice, rule],
          diagnostics.map((diagnostic) => tableRow(diagnostic, words, language)),
        ),
    ...(apart.length === 0 ? [] : [list(apart)]),
  ].join('\n');
}

function tableRow(
  { location, severity, message, suggestions, ruleId }: Diagnostic,
  words: LintWords,
  language: Language,
) {
  const advice = suggestions.map((one) => (one.proposal ? adviceText(one, language) : one.message)).join('\n');
  return [locationText(location, language), words.severity[severity], message, advice, ruleId].map(escapeMarkdown);
}

function noticeTexts(notices: readonly Notice[], words: LintWords, language: Language): string[] {
  return notices.map((one) => placed(locationText(one.location, language), noticeText(one, language), words));
}

function placed(place: string, text: string, { colon }: LintWords): string {
  return place === '' ? text : `${place}${colon}${text}`;
}

function list(items: readonly string[]): string {
  return `${items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')}\n`;
}
