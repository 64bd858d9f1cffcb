/** Words that all reports of a check share. */
import type { LintSummary, Severity } from '../schema/index.js';

type Language = 'zh' | 'en';

const zh = {
  title: '绩效指标检查结果',
  severity: { error: '错误', warning: '警告', info: '提示' } as Readonly<Record<Severity, string>>,
  headers: { place: '位置', severity: '程度', problem: '问题', advice: '修改建议', rule: '规则', basis: '依据' },
  draft: '绩效目标',
  advice: '建议：',
  proposal: '参考：',
  basis: '依据：',
  sound: '未发现问题',
  nothingNew: '没有其他问题',
  waived: '已豁免',
  waivedHead: (count: number) => `已豁免 ${count} 条`,
  reason: '豁免理由：',
  unchecked: '未检查',
  unread: { row: '这一行没有读懂，未检查', column: '这一列没有读懂，未检查' },
  colon: '：',
  separator: '；',
  old: (count: number) => `基线内 ${count} 条，未列出`,
  unreadFile: '文件未能读取，没有检查',
  indicators: (count: number) => `${count} 条指标`,
  summary: ({ errors, warnings, infos, drafts, indicators }: LintSummary) =>
    `${errors + warnings + infos} 个问题：${errors} 个错误，${warnings} 个警告，${infos} 个提示；共检查 ${drafts} 份绩效目标、${indicators} 条指标`,
};

export type LintWords = typeof zh;

const en: LintWords = {
  title: 'Check of performance indicators',
  severity: { error: 'error', warning: 'warning', info: 'info' },
  headers: { place: 'Place', severity: 'Severity', problem: 'Problem', advice: 'Advice', rule: 'Rule', basis: 'Basis' },
  draft: 'draft',
  advice: 'Advice: ',
  proposal: 'For example: ',
  basis: 'Basis: ',
  sound: 'No problems',
  nothingNew: 'No other problems',
  waived: 'waived',
  waivedHead: (count) => `${count} waived`,
  reason: 'Reason: ',
  unchecked: 'not checked',
  unread: { row: 'row not understood and not checked', column: 'column not understood and not checked' },
  colon: ': ',
  separator: '; ',
  old: (count) => `${count} more in the baseline, not listed`,
  unreadFile: 'the file could not be read and was not checked',
  indicators: (count) => `${count} indicator${count === 1 ? '' : 's'}`,
  summary: ({ errors, warnings, infos, drafts, indicators }) =>
    `Problems: ${errors + warnings + infos} (errors: ${errors}, warnings: ${warnings}, infos: ${infos}) in drafts: ${drafts}, indicators: ${indicators}`,
};

export const LINT_WORDS: Readonly<Record<Language, LintWords>> = { zh, en };
