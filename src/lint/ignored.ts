/** Diagnostics that the table itself switches off: its column 忽略 names rules for one indicator, with a reason. */
import { nearest } from '../text/nearest.js';
import { compact, foldWidth } from '../text/fold.js';
import type { Draft, Indicator, LintEntry, Location, Notice, Waived } from '../schema/index.js';
import { waiverNotice } from './notices.js';
import type { Language } from './sentences.js';

interface Ignored {
  readonly ids: ReadonlySet<string>;
  readonly all: boolean;
  readonly reason: string;
}

interface IgnoreOptions {
  readonly known: ReadonlySet<string>;
  readonly language: Language;
  readonly locate: (indicatorId: string | null, field: string) => Location;
}

const ALL: ReadonlySet<string> = new Set(['全部', '所有', 'all', '*']);
/** What people put into a column that they have no use for. */
const NOTHING: ReadonlySet<string> = new Set(['', '/', '-', '—', '无', '否', 'no', 'none', 'false']);

/** Whether any indicator of the draft says 忽略: nothing of this needs to be loaded where none does. */
export function ignoreText(indicator: Indicator): string {
  const written = indicator.ignore ?? indicator['忽略'];
  const parts = Array.isArray(written) ? written : [written];
  return parts.map((part) => (part === true ? 'all' : typeof part === 'string' ? part : '')).join(';');
}

/** Moves what an indicator ignores from the diagnostics to the waived; a word that is no rule becomes a notice. */
export function applyIgnored(entry: LintEntry, draft: Draft, options: IgnoreOptions): LintEntry {
  const byIndicator = new Map<string, Ignored>();
  const notices: Notice[] = [];
  for (const indicator of draft.indicators) {
    const { ids, reason } = splitIgnored(ignoreText(indicator));
    if (ids.length === 0) continue;
    const all = ids.some((id) => ALL.has(id));
    byIndicator.set(indicator.id, { ids: new Set(ids), all, reason });
    notices.push(...unknownIds(ids, indicator, options));
  }
  if (byIndicator.size === 0) return entry;
  const kept: LintEntry['diagnostics'] = [];
  const waived: Waived[] = [];
  for (const diagnostic of entry.diagnostics) {
    const ignored = diagnostic.indicatorId === null ? undefined : byIndicator.get(diagnostic.indicatorId);
    if (ignored && (ignored.all || ignored.ids.has(diagnostic.ruleId)))
      waived.push({ ...diagnostic, waiver: { from: 'document', reason: ignored.reason } });
    else kept.push(diagnostic);
  }
  return {
    ...entry,
    diagnostics: kept,
    waived: [...entry.waived, ...waived],
    notices: [...entry.notices, ...notices],
  };
}

function unknownIds(
  ids: readonly string[],
  { id, ignore }: Indicator,
  { known, language, locate }: IgnoreOptions,
): Notice[] {
  const location = locate(id, ignore === undefined ? '忽略' : 'ignore');
  return ids
    .filter((word) => !ALL.has(word) && !known.has(word))
    .map((rule) => {
      const guess = nearest(rule, [...known]);
      return waiverNotice('unknown-ignored-rule', { rule, ...(guess && { nearest: guess }) }, { language, location });
    });
}

/** “name/too-long，value/missing：法定名称” or “全部（试点项目）” → ids in lower case and the reason. */
export function splitIgnored(written: string): { ids: string[]; reason: string } {
  const text = foldWidth(written).replace(/【/g, '[').replace(/】/g, ']');
  const reasons: string[] = [];
  let ids = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === ':') {
      reasons.push(text.slice(at + 1));
      break;
    }
    if (character === '(' || character === '[') {
      const close = text.indexOf(character === '(' ? ')' : ']', at);
      const end = close < 0 ? text.length : close;
      reasons.push(text.slice(at + 1, end));
      ids += ';';
      at = end;
    } else ids += character;
  }
  return {
    ids: [...new Set(ids.split(/[,、;，；\s]+/).map(compact))].filter((id) => !NOTHING.has(id)),
    reason: reasons
      .map((reason) => reason.replace(/^[\s;,]+|[\s;,]+$/g, ''))
      .filter((reason) => reason !== '')
      .join('；'),
  };
}
