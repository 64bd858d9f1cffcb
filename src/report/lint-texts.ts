/** Parts of a diagnostic as plain sentences, for any report. */
import type { Diagnostic, Notice, Suggestion, Waived } from '../schema/index.js';
import { LINT_WORDS } from './lint-words.js';

type Language = 'zh' | 'en';

/** “建议：…”, “参考：…” */
export function adviceText({ proposal, message }: Suggestion, language: Language): string {
  const words = LINT_WORDS[language];
  return `${proposal ? words.proposal : words.advice}${message}`;
}

/** “财预〔2021〕101号；…”, or nothing. */
export function basisText({ basis }: Pick<Diagnostic, 'basis'>): string {
  return basis.map(({ document, clause }) => (clause ? `${document} ${clause}` : document)).join('；');
}

export function isUnread({ code }: Notice): boolean {
  return code === 'column-not-understood' || code === 'row-not-understood' || code === 'row-hidden';
}

/** What a notice says as a sentence; the heading of a column that was not read stands with it. */
export function noticeText(notice: Notice, language: Language): string {
  const { unread, colon } = LINT_WORDS[language];
  if (notice.code === 'row-not-understood') return unread.row;
  if (notice.code !== 'column-not-understood') return notice.message;
  const heading = notice.message.replace(/\s+/g, '');
  return heading === '' ? unread.column : `${unread.column}${colon}${heading}`;
}

/** “法定名称；张三；2024-05-01”, or nothing. */
export function waiverText({ waiver: { reason, by, date } }: Waived, language: Language): string {
  const parts = [reason, by, date].filter((part) => part !== undefined && part !== '');
  return parts.join(LINT_WORDS[language].separator);
}
