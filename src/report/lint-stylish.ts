/** Lint results for a terminal: what is wrong, where, and what to do. */
import type { Diagnostic, LintEntry, LintResult, Notice, Severity } from '../schema/index.js';
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
    indicators: (count: number) => `${count} 条指标`,
    sound: '未发现问题',
    rows: (count: number) => `${count} 行没有读懂，未检查：`,
    columns: (count: number) => `${count} 列没有读懂，未检查：`,
    summary: (total: number, { errors, warnings, infos, drafts, indicators }: LintResult['summary']) =>
      `${total} 个问题（${errors} 个错误，${warnings} 个警告，${infos} 个提示），共检查 ${drafts} 份绩效目标、${indicators} 条指标`,
    clean: ({ drafts, indicators }: LintResult['summary']) =>
      `没有问题，共检查 ${drafts} 份绩效目标、${indicators} 条指标`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    advice: 'Advice: ',
    indicators: (count: number) => `${count} indicator${count === 1 ? '' : 's'}`,
    sound: 'no problems',
    rows: (count: number) => `${count} row${count === 1 ? '' : 's'} not understood and not checked: `,
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
}

export function lintStylish(
  result: LintResult,
  { language, colours, columns = Number.POSITIVE_INFINITY }: LintStyle,
): string {
  const words = WORDS[language];
  const blocks = result.results.map((entry) => block(entry, { words, colours, columns }));
  const { errors, warnings, infos } = result.summary;
  const total = errors + warnings + infos;
  const worst: Severity | 'good' = errors > 0 ? 'error' : warnings > 0 ? 'warning' : infos > 0 ? 'info' : 'good';
  const mark = total === 0 ? '✔' : '✖';
  const line = total === 0 ? words.clean(result.summary) : words.summary(total, result.summary);
  return `${blocks.join('\n')}\n${colours.tone[worst](colours.bold(`${mark} ${line}`))}\n`;
}

type Words = (typeof WORDS)['zh' | 'en'];

interface Layout {
  readonly words: Words;
  readonly colours: Palette;
  readonly columns: number;
}

function block({ source, project, indicators, diagnostics, notices }: LintEntry, layout: Layout): string {
  const { words, colours } = layout;
  const head = `${colours.bold(plain(source))}  ${plain(project)}  ${colours.dim(words.indicators(indicators))}`;
  const places = diagnostics.reduce((width, { location }) => Math.max(width, stringWidth(locationText(location))), 0);
  const lines = diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, places, layout));
  if (diagnostics.length === 0) lines.push(`  ${colours.tone.good(words.sound)}`);
  const columns = notices.filter(({ code }) => code === 'column-not-understood');
  const rows = notices.filter(({ code }) => code === 'row-not-understood');
  lines.push(...noticeLine(words.columns, columns, colours), ...noticeLine(words.rows, rows, colours));
  return `${[head, ...lines].join('\n')}\n`;
}

/** “2 列没有读懂，未检查：Sheet1!H11（中期值）” */
function noticeLine(words: (count: number) => string, notices: readonly Notice[], colours: Palette): string[] {
  if (notices.length === 0) return [];
  const shown = notices.slice(0, 8).map(({ location, code, message }) => {
    const name = code === 'column-not-understood' ? `（${plain(message).replace(/\s+/g, '')}）` : '';
    return `${locationText(location)}${name}`;
  });
  return [`  ${colours.tone.info(words(notices.length))}${shown.join('、')}${notices.length > 8 ? ' …' : ''}`];
}

/** Narrower than this nothing reads well: lines are left to the terminal. */
const LEAST_COLUMNS = 30;

function diagnosticLines(diagnostic: Diagnostic, places: number, { words, colours, columns }: Layout): string[] {
  const { severity, message, ruleId, location, suggestions } = diagnostic;
  const place = padEnd(locationText(location), places);
  const label = padEnd(words.severity[severity], stringWidth(words.severity.warning));
  const indent = places + stringWidth(label) + 6;
  const room = columns - indent < LEAST_COLUMNS ? Number.POSITIVE_INFINITY : columns - indent;
  const hang = `\n${' '.repeat(indent)}`;
  const sentence = wrap(plain(`${message}  ${ruleId}`), room)
    .join(hang)
    .replace(ruleId, colours.dim(ruleId));
  const advice = suggestions.map(
    (suggestion) =>
      `${hang.slice(1)}${colours.dim(wrap(plain(`${words.advice}${suggestion.message}`), room).join(hang))}`,
  );
  return [`  ${colours.dim(place)}  ${colours.tone[severity](label)}  ${sentence}`, ...advice];
}
