/** Lint results as the sheet 检查结果 and as cell comments of an annotated copy. */
import type { Diagnostic, LintEntry, Notice, SheetCell, SheetSpec, UnreadFile, Waived } from '../schema/index.js';
import { adviceText, basisText, isUnread, noticeText, waiverText } from './lint-texts.js';
import { LINT_WORDS } from './lint-words.js';
import { locationText, placeOrder } from './location.js';

const WORDS = {
  zh: {
    sheet: '检查结果',
    headers: ['序号', '项目', '位置', '程度', '问题', '修改建议', '依据', '规则', '原文'],
    source: '来源',
    old: (count: number) => `另有 ${count} 条在基线内，未列出`,
    converted: (name: string) =>
      `本文件由“${name}”转换而来，内容与原文件显示的一致，不含字体、颜色、公式和图片；修改请在原文件中进行`,
  },
  en: {
    sheet: 'Findings',
    headers: ['No.', 'Project', 'Place', 'Severity', 'Problem', 'Advice', 'Basis', 'Rule', 'Text'],
    source: 'Source',
    old: (count: number) => `${count} more are in the baseline`,
    converted: (name: string) =>
      `converted from “${name}”: the cells show what they show there, without fonts, colours, formulas and pictures; make changes in the file itself`,
  },
} as const;

/** Together they fit on a landscape page of A4 without becoming hard to read. */
const WIDTHS = [5, 16, 15, 6, 44, 46, 16, 19, 18];

type Language = keyof typeof WORDS;

interface ListOptions {
  /** Places point to cells of the same workbook. */
  readonly linked?: boolean;
  /** A last column names the file: the list leaves it, and speaks of several. */
  readonly sources?: boolean;
  /** The name of the file that the workbook with the list was converted from. */
  readonly converted?: string;
  /** Files that could not be read, before all others. */
  readonly failures?: readonly UnreadFile[] | undefined;
}

/** Whether it is the list of an annotated copy, by its name and its first row. */
export function isLintSheet(name: string, first: readonly string[]): boolean {
  return Object.values(WORDS).some(
    ({ sheet, headers }) => name.startsWith(sheet) && headers.every((header, index) => first[index] === header),
  );
}

/** One row a diagnostic, then what was not read, the waived ones last. */
export function lintSheet(
  entries: readonly LintEntry[],
  language: Language,
  { linked = false, sources = false, converted, failures = [] }: ListOptions,
): SheetSpec {
  const words = WORDS[language];
  const rows: SheetCell[][] = [];
  const add = (cells: SheetCell[], source = '') => rows.push(sources ? [...cells, source] : cells);
  const number = () => rows.length + 1;
  const { severity, unreadFile, colon } = LINT_WORDS[language];
  for (const { source, code, message } of failures)
    add(
      [number(), '', '', { text: severity.error, tone: 'error' }, `${unreadFile}${colon}${message}`, '', '', code, ''],
      source,
    );
  for (const { source, project, diagnostics } of entries)
    for (const one of inSheetOrder(diagnostics)) add(row(number(), project, one, language, linked), source);
  const note = (text: string): SheetCell[] => ['', '', '', '', text, '', '', '', ''];
  if (rows.length === 0) add(note(LINT_WORDS[language].sound));
  for (const { source, project, notices } of entries)
    for (const notice of notices)
      add(noticeRow(number(), notice.about === 'file' ? '' : project, notice, language, linked), source);
  for (const { source, project, waived } of entries)
    for (const one of waived) add(waivedRow(number(), project, one, language, linked), source);
  if (converted !== undefined) {
    const level: SheetCell = { text: LINT_WORDS[language].severity.info, tone: 'info' };
    add(note(convertedText(converted, language)).with(3, level));
  }
  const old = entries.reduce((sum, entry) => sum + entry.old, 0);
  if (old > 0) add(note(words.old(old)));
  const headers = sources ? [...words.headers, words.source] : words.headers;
  return {
    name: words.sheet,
    columns: headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 20 })),
    rows,
  };
}

/** What the sheets beside the list are: whoever opens the copy must not take it for the file itself. */
export function convertedText(name: string, language: Language): string {
  return WORDS[language].converted(name);
}

/** In the order of the cells that they speak of, so that the list can be worked off beside the table; no cell comes last. */
function inSheetOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sheets = [...new Set(diagnostics.map(({ location }) => location.sheet))];
  const keys = new Map(
    diagnostics.map((one) => [one, [sheets.indexOf(one.location.sheet), ...placeOrder(one.location)] as const]),
  );
  return diagnostics.toSorted((a, b) => {
    const [first, second] = [keys.get(a) ?? [], keys.get(b) ?? []];
    const at = first.findIndex((value, index) => value !== second[index]);
    return at < 0 ? 0 : (first[at] ?? 0) < (second[at] ?? 0) ? -1 : 1;
  });
}

function row(
  number: number,
  project: string,
  diagnostic: Diagnostic,
  language: Language,
  linked: boolean,
): SheetCell[] {
  const { location, severity, message, suggestions, ruleId, evidence } = diagnostic;
  return [
    number,
    project,
    placeCell(location, language, linked),
    { text: LINT_WORDS[language].severity[severity], tone: severity },
    message,
    suggestions.map((one) => (one.proposal ? adviceText(one, language) : one.message)).join('\n'),
    basisText(diagnostic),
    ruleId,
    evidence,
  ];
}

function placeCell(location: Notice['location'], language: Language, linked: boolean): SheetCell {
  const { sheet, cell } = location;
  const text = locationText(location, language);
  return linked && sheet !== undefined && cell !== undefined ? { text, link: { sheet, cell } } : text;
}

/** What was not read or has no effect: whoever works from the sheet alone must not take it for checked. */
function noticeRow(number: number, project: string, notice: Notice, language: Language, linked: boolean): SheetCell[] {
  const words = LINT_WORDS[language];
  const level: SheetCell = { text: isUnread(notice) ? words.unchecked : words.severity.info, tone: 'info' };
  const text = noticeText(notice, language);
  return [number, project, placeCell(notice.location, language, linked), level, text, '', '', '', ''];
}

/** What somebody answers for: without a tone, and with the reason in the place of advice. */
function waivedRow(number: number, project: string, waived: Waived, language: Language, linked: boolean): SheetCell[] {
  const cells = row(number, project, waived, language, linked);
  const words = LINT_WORDS[language];
  cells[3] = words.waived;
  const reason = waiverText(waived, language);
  cells[5] = reason === '' ? '' : `${words.reason}${reason}`;
  return cells;
}

/** The same results on sheets that are called otherwise in a copy. */
export function onSheets(entries: readonly LintEntry[], names: ReadonlyMap<string, string>): LintEntry[] {
  const renamed = <One extends Pick<Notice, 'location'>>(one: One): One => {
    const sheet = names.get(one.location.sheet ?? '');
    return sheet === undefined ? one : { ...one, location: { ...one.location, sheet } };
  };
  return entries.map((entry) => ({
    ...entry,
    diagnostics: entry.diagnostics.map(renamed),
    notices: entry.notices.map(renamed),
    waived: entry.waived.map(renamed),
  }));
}

/** What is marked in the cells of the workbook itself. */
export function lintMarks(entries: readonly LintEntry[], language: Language) {
  return entries.flatMap(({ diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { sheet, cell } = diagnostic.location;
      if (sheet === undefined || cell === undefined) return [];
      return [{ sheet, cell, tone: diagnostic.severity, comment: lintComment(diagnostic, language) }];
    }),
  );
}

const OWN_HEAD = new RegExp(
  `^【(?:${Object.values(LINT_WORDS)
    .flatMap(({ severity }) => Object.values(severity))
    .join('|')})】`,
);

/** Is this what `lintComment` has made, for one diagnostic or several? Each ends with its rule. */
export function isLintComment(text: string): boolean {
  return OWN_HEAD.test(text) && /\n\([\w-]+\/[\w-]+\)\s*$/.test(text);
}

/** What a cell comment says: rule, reason and advice. */
export function lintComment(diagnostic: Diagnostic, language: Language): string {
  const words = LINT_WORDS[language];
  const { severity, ruleId, message, suggestions } = diagnostic;
  const advice = suggestions.map((one) => adviceText(one, language));
  const basis = basisText(diagnostic);
  const lines = [
    `【${words.severity[severity]}】${message}`,
    ...advice,
    ...(basis ? [`${words.basis}${basis}`] : []),
    `(${ruleId})`,
  ];
  return lines.join('\n');
}
