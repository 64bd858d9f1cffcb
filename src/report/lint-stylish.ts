/** Lint results for a terminal: what is wrong, where, and what to do. */
import type { Diagnostic, LintEntry, LintResult, Severity } from '../schema/index.js';
import { locationText } from './location.js';
import type { Palette } from './palette.js';
import { padEnd, stringWidth } from './width.js';

const WORDS = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    advice: '建议：',
    indicators: (count: number) => `${count} 条指标`,
    sound: '未发现问题',
    notices: (count: number) => `${count} 行没有读懂，未检查：`,
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
    notices: (count: number) => `${count} row${count === 1 ? '' : 's'} not understood and not checked: `,
    summary: (total: number, { errors, warnings, infos, drafts, indicators }: LintResult['summary']) =>
      `${total} problem${total === 1 ? '' : 's'} (${errors} errors, ${warnings} warnings, ${infos} infos) in ${drafts} draft${drafts === 1 ? '' : 's'}, ${indicators} indicators`,
    clean: ({ drafts, indicators }: LintResult['summary']) =>
      `No problems in ${drafts} draft${drafts === 1 ? '' : 's'}, ${indicators} indicators`,
  },
} as const;

export function lintStylish(
  result: LintResult,
  { language, colours }: { language: 'zh' | 'en'; colours: Palette },
): string {
  const words = WORDS[language];
  const blocks = result.results.map((entry) => block(entry, words, colours));
  const { errors, warnings, infos } = result.summary;
  const total = errors + warnings + infos;
  const worst: Severity | 'good' = errors > 0 ? 'error' : warnings > 0 ? 'warning' : infos > 0 ? 'info' : 'good';
  const mark = total === 0 ? '✔' : '✖';
  const line = total === 0 ? words.clean(result.summary) : words.summary(total, result.summary);
  return `${blocks.join('\n')}\n${colours.tone[worst](colours.bold(`${mark} ${line}`))}\n`;
}

type Words = (typeof WORDS)['zh' | 'en'];

function block(
  { source, project, indicators, diagnostics, notices }: LintEntry,
  words: Words,
  colours: Palette,
): string {
  const head = `${colours.bold(source)}  ${project}  ${colours.dim(words.indicators(indicators))}`;
  const places = Math.max(0, ...diagnostics.map(({ location }) => stringWidth(locationText(location))));
  const lines = diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, places, words, colours));
  if (diagnostics.length === 0) lines.push(`  ${colours.tone.good(words.sound)}`);
  if (notices.length > 0) {
    const where = notices.map(({ location }) => locationText(location));
    lines.push(
      `  ${colours.tone.info(words.notices(notices.length))}${where.slice(0, 8).join('、')}${where.length > 8 ? ' …' : ''}`,
    );
  }
  return `${[head, ...lines].join('\n')}\n`;
}

function diagnosticLines(diagnostic: Diagnostic, places: number, words: Words, colours: Palette): string[] {
  const { severity, message, ruleId, location, suggestions } = diagnostic;
  const place = padEnd(locationText(location), places);
  const label = padEnd(words.severity[severity], stringWidth(words.severity.warning));
  const indent = ' '.repeat(places + stringWidth(label) + 6);
  return [
    `  ${colours.dim(place)}  ${colours.tone[severity](label)}  ${message}  ${colours.dim(ruleId)}`,
    ...suggestions.map((suggestion) => `${indent}${colours.dim(words.advice)}${suggestion.message}`),
  ];
}
