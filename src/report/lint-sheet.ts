/** Lint results as the sheet 检查结果 and as cell comments of an annotated copy. */
import type { Diagnostic, LintEntry, Notice, SheetCell, SheetSpec, Suggestion, Waived } from '../schema/index.js';
import { locationText, placeOrder } from './location.js';

const WORDS = {
  zh: {
    sheet: '检查结果',
    headers: ['序号', '项目', '位置', '程度', '问题', '修改建议', '依据', '规则', '原文'],
    severity: { error: '错误', warning: '警告', info: '提示' },
    advice: '建议：',
    proposal: '参考：',
    basis: '依据：',
    none: '未发现问题',
    waived: '已豁免',
    reason: '豁免理由：',
    unchecked: '未检查',
    column: '这一列没有读懂，未检查',
    row: '这一行没有读懂，未检查',
    colon: '：',
    old: (count: number) => `另有 ${count} 条在基线内，未列出`,
  },
  en: {
    sheet: 'Findings',
    headers: ['No.', 'Project', 'Place', 'Severity', 'Problem', 'Advice', 'Basis', 'Rule', 'Text'],
    severity: { error: 'error', warning: 'warning', info: 'info' },
    advice: 'Advice: ',
    proposal: 'For example: ',
    basis: 'Basis: ',
    none: 'No problems',
    waived: 'waived',
    reason: 'Reason: ',
    unchecked: 'not checked',
    column: 'column not understood and not checked',
    row: 'row not understood and not checked',
    colon: ': ',
    old: (count: number) => `${count} more are in the baseline`,
  },
} as const;

const WIDTHS = [6, 26, 18, 8, 52, 60, 22, 26, 24];

type Language = keyof typeof WORDS;

/** One row a diagnostic, then what was not read, the waived ones last; `linked` entries point to cells of the same workbook. */
export function lintSheet(entries: readonly LintEntry[], language: Language, linked: boolean): SheetSpec {
  const words = WORDS[language];
  const all = entries.flatMap(({ project, diagnostics }) =>
    inSheetOrder(diagnostics).map((diagnostic) => ({ project, diagnostic })),
  );
  const rows = all.map(({ project, diagnostic }, index) => row(index + 1, project, diagnostic, language, linked));
  const note = (text: string): SheetCell[] => ['', '', '', '', text, '', '', '', ''];
  if (rows.length === 0) rows.push(note(words.none));
  for (const { project, notices } of entries)
    for (const notice of notices) rows.push(noticeRow(rows.length + 1, project, notice, language, linked));
  for (const { project, waived } of entries)
    for (const one of waived) rows.push(waivedRow(rows.length + 1, project, one, language, linked));
  const old = entries.reduce((sum, entry) => sum + entry.old, 0);
  if (old > 0) rows.push(note(words.old(old)));
  return {
    name: words.sheet,
    columns: words.headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 20 })),
    rows,
  };
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
    { text: WORDS[language].severity[severity], tone: severity },
    message,
    suggestions.map((one) => (one.proposal ? labelled(one, language) : one.message)).join('\n'),
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
function noticeRow(
  number: number,
  project: string,
  { code, message, location }: Notice,
  language: Language,
  linked: boolean,
): SheetCell[] {
  const words = WORDS[language];
  const isColumn = code === 'column-not-understood';
  const isUnread = isColumn || code === 'row-not-understood';
  const heading = message.replace(/\s+/g, '');
  const column = heading === '' ? words.column : `${words.column}${words.colon}${heading}`;
  const text = isColumn ? column : isUnread ? words.row : message;
  const level: SheetCell = { text: isUnread ? words.unchecked : words.severity.info, tone: 'info' };
  return [number, project, placeCell(location, language, linked), level, text, '', '', '', ''];
}

/** What somebody answers for: without a tone, and with the reason in the place of advice. */
function waivedRow(
  number: number,
  project: string,
  { waiver, ...diagnostic }: Waived,
  language: Language,
  linked: boolean,
): SheetCell[] {
  const cells = row(number, project, diagnostic, language, linked);
  cells[3] = WORDS[language].waived;
  const { reason, by, date } = waiver;
  const parts = [reason, by, date].filter((part) => part !== undefined && part !== '');
  cells[5] = parts.length === 0 ? '' : `${WORDS[language].reason}${parts.join('；')}`;
  return cells;
}

/** What a cell comment says: rule, reason and advice. */
export function lintComment(diagnostic: Diagnostic, language: Language): string {
  const words = WORDS[language];
  const { severity, ruleId, message, suggestions } = diagnostic;
  const advice = suggestions.map((one) => labelled(one, language));
  const basis = basisText(diagnostic);
  const lines = [
    `【${words.severity[severity]}】${message}`,
    ...advice,
    ...(basis ? [`${words.basis}${basis}`] : []),
    `(${ruleId})`,
  ];
  return lines.join('\n');
}

function labelled({ proposal, message }: Suggestion, language: Language): string {
  const words = WORDS[language];
  return `${proposal ? words.proposal : words.advice}${message}`;
}

function basisText({ basis }: Diagnostic): string {
  return basis.map(({ document, clause }) => (clause ? `${document} ${clause}` : document)).join('；');
}
