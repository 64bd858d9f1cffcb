/** Lint results for a terminal: what is wrong, where, and what to do. */
import type { Diagnostic, LintEntry, LintResult, Notice, Severity, UnderstoodView } from '../schema/index.js';
import { byFile } from './by-file.js';
import { locationText } from './location.js';
import type { Palette } from './palette.js';
import { padEnd, plain, stringWidth, wrap } from './width.js';

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const WORDS = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    advice: '建议：',
    proposal: '参考：',
    indicators: (count: number) => `${count} 条指标`,
    sound: '未发现问题',
    nothingNew: '没有其他问题',
    waived: (count: number) => `已豁免 ${count} 条`,
    old: (count: number) => `基线内 ${count} 条`,
    colon: '：',
    semicolon: '；',
    list: '、',
    bracket: (text: string) => `（${text}）`,
    rows: (count: number) => `${count} 行没有读懂，未检查：`,
    hidden: (count: number) => `${count} 个隐藏的行里有指标，没有检查（取消隐藏后再检查）：`,
    columns: (count: number) => `${count} 列没有读懂，未检查：`,
    summary: (total: number, { errors, warnings, infos, drafts, indicators }: LintResult['summary']) =>
      `${total} 个问题（${errors} 个错误，${warnings} 个警告，${infos} 个提示），共检查 ${drafts} 份绩效目标、${indicators} 条指标`,
    clean: ({ drafts, indicators }: LintResult['summary']) =>
      `没有问题，共检查 ${drafts} 份绩效目标、${indicators} 条指标`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    advice: 'Advice: ',
    proposal: 'For example: ',
    indicators: (count: number) => `${count} indicator${count === 1 ? '' : 's'}`,
    sound: 'no problems',
    nothingNew: 'no other problems',
    waived: (count: number) => `${count} waived`,
    old: (count: number) => `${count} in the baseline`,
    colon: ': ',
    semicolon: '; ',
    list: ', ',
    bracket: (text: string) => ` (${text})`,
    rows: (count: number) => `${count} row${count === 1 ? '' : 's'} not understood and not checked: `,
    hidden: (count: number) =>
      `${count} hidden row${count === 1 ? '' : 's'} with indicators not checked (unhide to have them checked): `,
    columns: (count: number) => `${count} column${count === 1 ? '' : 's'} not understood and not checked: `,
    summary: (total: number, { errors, warnings, infos, drafts, indicators }: LintResult['summary']) =>
      `${plural(total, 'problem')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')}) in ${plural(drafts, 'draft')}, ${plural(indicators, 'indicator')}`,
    clean: ({ drafts, indicators }: LintResult['summary']) =>
      `No problems in ${plural(drafts, 'draft')}, ${plural(indicators, 'indicator')}`,
  },
} as const;

interface LintStyle {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  /** Columns of the terminal; without it lines are not broken. */
  readonly columns?: number;
  /** What was understood of an indicator, in lines of a label and a text. */
  readonly explain?: (view: UnderstoodView, language: 'zh' | 'en') => readonly (readonly [string, string])[];
}

export function lintStylish(result: LintResult, style: LintStyle): string {
  const { language, colours, columns = Number.POSITIVE_INFINITY, explain } = style;
  const words = WORDS[language];
  const layout = { words, language, colours, columns, ...(explain && { explain }) };
  const blocks = byFile(result).flatMap(({ source, entries, notices: ofFile }) => [
    ...entries.map((entry) => block(entry, layout)),
    ...(ofFile.length > 0 ? [[colours.bold(plain(source)), ...noticeLines(ofFile, layout), ''].join('\n')] : []),
  ]);
  const notices = result.notices.map(({ message }) => `${colours.tone.info(plain(message))}\n`);
  return `${[...blocks, ...notices].join('\n')}\n${lintTotals(result, style)}\n`;
}

/** The last line: how much was found. */
export function lintTotals({ summary }: LintResult, { language, colours }: LintStyle): string {
  const words = WORDS[language];
  const { errors, warnings, infos, waived, baseline } = summary;
  const total = errors + warnings + infos;
  const worst: Severity | 'good' = errors > 0 ? 'error' : warnings > 0 ? 'warning' : infos > 0 ? 'info' : 'good';
  const mark = total === 0 ? '✔' : '✖';
  const line = total === 0 ? words.clean(summary) : words.summary(total, summary);
  return colours.tone[worst](
    colours.bold(`${mark} ${[line, ...apart(waived, baseline, words)].join(words.semicolon)}`),
  );
}

/** What is counted apart from the faults. */
function apart(waived: number, old: number, words: Words): string[] {
  return [...(waived > 0 ? [words.waived(waived)] : []), ...(old > 0 ? [words.old(old)] : [])];
}

type Words = (typeof WORDS)['zh' | 'en'];

interface Layout extends Pick<LintStyle, 'language' | 'explain'> {
  readonly words: Words;
  readonly colours: Palette;
  readonly columns: number;
}

function block(entry: LintEntry, layout: Layout): string {
  const { source, project, indicators, diagnostics, notices, waived, old } = entry;
  const { words, colours, language } = layout;
  const head = `${colours.bold(plain(source))}  ${plain(project)}  ${colours.dim(words.indicators(indicators))}`;
  const places = diagnostics.reduce(
    (width, { location }) => Math.max(width, stringWidth(locationText(location, language))),
    0,
  );
  const lines = diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, places, layout));
  const isApart = waived.length + old > 0;
  if (diagnostics.length === 0) lines.push(`  ${colours.tone.good(isApart ? words.nothingNew : words.sound)}`);
  if (waived.length > 0) lines.push(waivedLine(entry, layout));
  if (old > 0) lines.push(`  ${colours.dim(words.old(old))}`);
  lines.push(...noticeLines(notices, layout));
  return `${[head, ...lines].join('\n')}\n`;
}

/** What was not checked or has no effect, for output that leaves the terminal without the list of findings. */
export function lintNotices(result: LintResult, { language, colours }: LintStyle): string[] {
  const layout = { words: WORDS[language], colours, language };
  const ofDrafts = result.results.flatMap(({ source, project, notices }) =>
    noticeLines(notices, layout).map((line) => `${plain(source)}  ${plain(project)}${line}`),
  );
  const ofFiles = (result.sources ?? []).flatMap(({ source, notices }) =>
    noticeLines(notices, layout).map((line) => `${plain(source)}${line}`),
  );
  return [...ofDrafts, ...ofFiles, ...result.notices.map(({ message }) => colours.tone.info(plain(message)))];
}

type NoticeLayout = Pick<Layout, 'words' | 'colours' | 'language'>;

function noticeLines(notices: readonly Notice[], layout: NoticeLayout): string[] {
  const { words } = layout;
  const columns = notices.filter(({ code }) => code === 'column-not-understood');
  const rows = notices.filter(({ code }) => code === 'row-not-understood');
  return [
    ...noticeLine(words.columns, columns, layout),
    ...noticeLine(words.rows, rows, layout),
    ...noticeLine(
      words.hidden,
      notices.filter(({ code }) => code === 'row-hidden'),
      layout,
    ),
    ...notices.filter(({ code }) => !UNREAD.has(code)).flatMap((notice) => sentenceLine(notice, layout)),
  ];
}

const UNREAD: ReadonlySet<string> = new Set(['column-not-understood', 'row-not-understood', 'row-hidden']);

function sentenceLine({ message, location }: Notice, { words, colours, language }: NoticeLayout): string[] {
  const place = locationText(location, language);
  return [`  ${colours.tone.info(`${place === '' ? '' : `${place}${words.colon}`}${plain(message)}`)}`];
}

const MOST_WAIVED = 8;

/** “已豁免 2 条：表!D12 name/too-long（法定名称；张三 2024-05-01）、…” */
function waivedLine({ waived }: LintEntry, { words, colours, language }: Layout): string {
  const shown = waived.slice(0, MOST_WAIVED).map(({ location, ruleId, waiver: { reason, by, date } }) => {
    const why = [reason, [by, date].filter((part) => part !== undefined).join(' ')].filter((part) => part !== '');
    const note = why.length === 0 ? '' : words.bracket(plain(why.join(words.semicolon)));
    return `${locationText(location, language)} ${ruleId}${note}`;
  });
  const more = waived.length > MOST_WAIVED ? ' …' : '';
  return `  ${colours.dim(`${words.waived(waived.length)}${words.colon}${shown.join(words.list)}${more}`)}`;
}

/** “2 列没有读懂，未检查：Sheet1!H11（中期值）” */
function noticeLine(
  head: (count: number) => string,
  notices: readonly Notice[],
  { words, colours, language }: NoticeLayout,
): string[] {
  if (notices.length === 0) return [];
  const shown = notices.slice(0, 8).map(({ location, code, message }) => {
    const name = code === 'column-not-understood' ? words.bracket(plain(message).replace(/\s+/g, '')) : '';
    return `${locationText(location, language)}${name}`;
  });
  return [`  ${colours.tone.info(head(notices.length))}${shown.join(words.list)}${notices.length > 8 ? ' …' : ''}`];
}

/** Narrower than this nothing reads well: lines are left to the terminal. */
const LEAST_COLUMNS = 30;

function diagnosticLines(diagnostic: Diagnostic, places: number, layout: Layout): string[] {
  const { words, colours, columns, language } = layout;
  const { severity, message, ruleId, location, suggestions } = diagnostic;
  const place = padEnd(locationText(location, language), places);
  const label = padEnd(words.severity[severity], stringWidth(words.severity.warning));
  const indent = places + stringWidth(label) + 6;
  const room = columns - indent < LEAST_COLUMNS ? Number.POSITIVE_INFINITY : columns - indent;
  const hang = `\n${' '.repeat(indent)}`;
  const sentence = wrap(plain(`${message}  ${ruleId}`), room)
    .join(hang)
    .replace(ruleId, colours.dim(ruleId));
  const advice = suggestions.map(
    (suggestion) =>
      `${hang.slice(1)}${colours.dim(wrap(plain(`${suggestion.proposal ? words.proposal : words.advice}${suggestion.message}`), room).join(hang))}`,
  );
  const first = `  ${colours.dim(place)}  ${colours.tone[severity](label)}  ${sentence}`;
  return [first, ...advice, ...explanation(diagnostic, { room, indent }, layout)];
}

/** Labels in one column, texts in the next; a text that is too long goes on under itself. */
function explanation(
  { understood }: Diagnostic,
  { room, indent }: { readonly room: number; readonly indent: number },
  { explain, language, colours }: Layout,
): string[] {
  if (!understood || !explain) return [];
  const pairs = explain(understood, language);
  const width = pairs.reduce((most, [label]) => Math.max(most, stringWidth(label)), 0) + 2;
  return pairs.map(([label, text]) => {
    const hang = `\n${' '.repeat(indent + width)}`;
    const lines = wrap(plain(text), room - width).join(hang);
    return `${' '.repeat(indent)}${colours.tone.info(padEnd(label, width))}${colours.dim(lines)}`;
  });
}
