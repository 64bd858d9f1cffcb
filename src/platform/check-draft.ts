/** One draft → what a check says of it, before anything is waived: the same for the command and for batches. */
import type { SourcedDraft } from '../documents/sourced-draft.js';
import { JixiaoError } from '../errors.js';
import type { Understanding, Understood } from '../indicators/index.js';
import type { Language, Linter, RuleCrash } from '../lint/lint-draft.js';
import type { readingOf } from '../lint/reading.js';
import { describeError } from '../report/error-text.js';
import { noticeText } from '../report/notice-text.js';
import type { Draft, LintEntry, Notice, UnderstoodView } from '../schema/index.js';

export interface DraftCheck {
  readonly linter: Linter;
  readonly language: Language;
  /** The name that results carry. */
  readonly source: string;
  readonly explainer?: ((understanding: Understanding) => (understood: Understood) => UnderstoodView) | undefined;
  readonly readingOf?: typeof readingOf | undefined;
}

export interface DraftResult {
  readonly entry: LintEntry;
  /** Rules that threw, each once: what they would have found is not in the results. */
  readonly crashes: readonly JixiaoError[];
}

export function checkDraft(
  { draft, locate, notices, withoutGoal }: SourcedDraft,
  { linter, language, source, explainer, readingOf: reading }: DraftCheck,
): DraftResult {
  const explain = explainer?.(linter.understanding);
  const incomplete = notices.some(({ code }) => INCOMPLETE.has(code));
  const crashed = new Map<string, Notice>();
  const crashes: JixiaoError[] = [];
  const onCrash = ({ error, ruleId, indicatorId }: RuleCrash): void => {
    // What fails on one row often fails on all: the first tells enough.
    if (crashed.has(ruleId)) return;
    const location = locate(indicatorId, 'name');
    crashed.set(ruleId, { code: error.code, message: describeError(error, language), location });
    const { code, data, cause } = error;
    const { sheet, cell, line } = location;
    const inSheet = sheet === undefined ? {} : { sheet, ...(cell !== undefined && { cell }) };
    const place = { ...inSheet, ...(line !== undefined && { line }) };
    crashes.push(new JixiaoError(code, { file: source, ...place, data, cause }));
  };
  const diagnostics = linter.lint(draft, { locate, incomplete, withoutGoal, onCrash, ...(explain && { explain }) });
  const entry: LintEntry = {
    source,
    project: draft.project.name,
    indicators: draft.indicators.length,
    diagnostics,
    waived: [],
    old: 0,
    notices: [...wordedNotices(notices, language), ...crashed.values()],
    ...(reading && { reading: reading(draft, linter.understanding, locate) }),
  };
  return { entry, crashes };
}

/** With these a draft has more indicators than were read: its sums and what it lacks are not judged. */
const INCOMPLETE: ReadonlySet<string> = new Set(['row-not-understood', 'row-hidden', 'table-cut']);

/** As sentences of the language. */
export function wordedNotices(notices: readonly Notice[], language: Language): Notice[] {
  return notices.map((one) => ({ ...one, message: noticeText(one.code, one.message, language) }));
}

/** Whether the table itself says that some faults of it are known. */
export function isIgnoring({ indicators }: Draft): boolean {
  return indicators.some((row) => row.ignore !== undefined || row['忽略'] !== undefined);
}
