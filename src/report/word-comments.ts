/** Results as comments of a Word document. */
import type { Finding, LintEntry, Location, ReviewNotice, TaxonomyNames } from '../schema/index.js';
import { FINDING_WORDS } from './finding-words.js';
import { categoryName, tagName } from './label-text.js';
import { lintComment } from './lint-sheet.js';
import { noticeText } from './lint-texts.js';
import { LINT_WORDS } from './lint-words.js';
import { clip } from './width.js';

type Language = 'zh' | 'en';

interface WordComment {
  readonly location: Location;
  /** UTF-16 offsets of what it is about in the cell, or in the running text. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The words that it is about. */
  readonly words?: string;
  readonly comment: string;
}

/** One a diagnostic, and one for what was not checked: whoever works from the copy alone must not take it for sound. */
export function lintWordComments(entries: readonly LintEntry[], language: Language): WordComment[] {
  const { unchecked } = LINT_WORDS[language];
  return entries.flatMap(({ diagnostics, notices }) => [
    ...diagnostics.map((diagnostic) => ({
      location: diagnostic.location,
      words: diagnostic.evidence,
      comment: lintComment(diagnostic, language),
    })),
    ...notices.map((notice) => ({
      location: notice.location,
      comment: `【${unchecked}】${noticeText(notice, language)}`,
    })),
  ]);
}

/** One a finding: its kind, what it is about, and what answers it, by number and words; ids mean nothing on the page. */
export function findingWordComments(
  findings: readonly Finding[],
  notices: readonly ReviewNotice[],
  { language, taxonomy }: { readonly language: Language; readonly taxonomy?: TaxonomyNames },
): WordComment[] {
  const words = FINDING_WORDS[language];
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const partners = ({ kind, level, pairedWith }: Finding): string[] => {
    const named = pairedWith.flatMap((id) => byId.get(id) ?? []).map(partnerName);
    if (named.length > 0) return [`${words.paired}${named.join(language === 'zh' ? '；' : '; ')}`];
    // The parts of a headline are answered with it.
    return kind === 'problem' && level === 1 ? [words.unanswered] : [];
  };
  return [
    ...findings.map((finding) => {
      const { location, start, end, kind, labels, needsReview } = finding;
      const categories = labels.map(({ category, tags }) => {
        const names = tags.map((tag) => tagName(category, tag, language, taxonomy));
        return [categoryName(category, language, taxonomy), ...names].join(' · ');
      });
      const lines = [
        `【${words.kinds[kind]}】${categories.join(language === 'zh' ? '；' : '; ')}`,
        ...(needsReview ? [words.review] : []),
        ...partners(finding),
      ];
      return { location, span: { start, end }, comment: lines.join('\n') };
    }),
    ...notices.map(({ location, message }) => ({ location, comment: message })),
  ];
}

/** （二）加快支付，规范资金使用: enough of its words to be found by. */
function partnerName({ marker, text }: Finding): string {
  const words = clip(text.replace(/\s+/gu, ' ').replace(/[。；;，,]$/u, ''), PARTNER_COLUMNS);
  return `${marker}${/[\d.]$/u.test(marker) ? ' ' : ''}${words}`;
}

const PARTNER_COLUMNS = 48;
