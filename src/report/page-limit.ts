/** What of very many results a page shows: a browser must be able to lay it out and to filter it while one waits. */
import type { Finding, LintEntry, Severity } from '../schema/index.js';

const MOST_ITEMS = 3000;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

export interface OnPage<Item> {
  readonly shown: readonly Item[];
  /** How many are not on the page. */
  readonly left: number;
}

/** The errors first, then the warnings; of drafts that are left out altogether nothing is shown. */
export function entriesOnPage(entries: readonly LintEntry[]): OnPage<LintEntry> {
  const all = entries.flatMap(({ diagnostics }) => diagnostics);
  const apart = entries.reduce((sum, { notices, waived }) => sum + notices.length + waived.length, 0);
  if (all.length <= MOST_ITEMS && apart <= MOST_ITEMS) return { shown: entries, left: 0 };
  const worst = WORST_FIRST.flatMap((wanted) => all.filter(({ severity }) => severity === wanted));
  const chosen = new Set(worst.slice(0, MOST_ITEMS));
  let room = MOST_ITEMS;
  const take = <Item>(list: readonly Item[]): Item[] => {
    const taken = list.slice(0, room);
    room -= taken.length;
    return taken;
  };
  const shown = entries.map((entry) => ({
    ...entry,
    diagnostics: entry.diagnostics.filter((one) => chosen.has(one)),
    notices: take(entry.notices),
    waived: take(entry.waived),
  }));
  return {
    shown: shown.filter(({ diagnostics, notices, waived }) => diagnostics.length + notices.length + waived.length > 0),
    left: all.length - chosen.size + apart - (MOST_ITEMS - room),
  };
}

/** The first ones, in the order of the documents. */
export function findingsOnPage(findings: readonly Finding[]): OnPage<Finding> {
  return { shown: findings.slice(0, MOST_ITEMS), left: Math.max(0, findings.length - MOST_ITEMS) };
}

/** A sentence, where something is left out. */
export function leftText(left: number, isLint: boolean, language: 'zh' | 'en'): string {
  if (left === 0) return '';
  const first = isLint ? { zh: '（先错误，后警告）', en: ', the errors first' } : { zh: '', en: '' };
  return language === 'zh'
    ? `结果很多，本页没有全部列出${first.zh}：另有 ${left} 条，全部见 --format xlsx、csv 或 json`
    : `Too many for one page${first.en}: ${left} more are not listed; all are in --format xlsx, csv or json`;
}
