/** Lines for standard error about what a run has written. */
import type { Location } from '../schema/index.js';
import { locationText } from './location.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';
type Reason = 'no-column' | 'shared' | 'formula' | 'unclear' | 'formula-like';

export interface Refusal {
  readonly reason: Reason;
  readonly location: Location;
}

export interface FixTally {
  readonly target: string;
  readonly applied: number;
  readonly refusals: readonly Refusal[];
  /** The encoding of the source, where the copy could not keep it. */
  readonly recoded?: string;
}

const REASONS: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  zh: {
    'no-column': '表中没有相应的列',
    shared: '是多条指标共用的合并单元格或标题',
    formula: '单元格里是公式',
    unclear: '引号或分隔不清，无法确定单元格范围',
    'formula-like': '改后会被表格软件当作公式',
  },
  en: {
    'no-column': 'the table has no such column',
    shared: 'a merged cell or heading over several indicators',
    formula: 'the cell holds a formula',
    unclear: 'quotes or delimiters leave the cell’s bounds open',
    'formula-like': 'a spreadsheet would take the new text for a formula',
  },
};

const MOST_PLACES = 6;

/** What was fixed, what was not and why, one line each. */
export function fixText({ target, applied, refusals, recoded }: FixTally, language: Language): string[] {
  const isChinese = language === 'zh';
  const name = plain(target);
  const made = isChinese
    ? `已自动修改 ${applied} 处，写入 ${name}`
    : `${applied} fix${applied === 1 ? '' : 'es'} made, written to ${name}`;
  const lines = [made + refusalText(refusals, language)];
  if (recoded !== undefined) {
    lines.push(
      isChinese
        ? `${name}：原文件编码为 ${recoded}，副本已存为 UTF-8`
        : `${name}: the source is in ${recoded}, the copy in UTF-8`,
    );
  }
  return lines;
}

function refusalText(refusals: readonly Refusal[], language: Language): string {
  if (refusals.length === 0) return '';
  const isChinese = language === 'zh';
  const byReason = new Map<Reason, Location[]>();
  for (const { reason, location } of refusals) byReason.set(reason, [...(byReason.get(reason) ?? []), location]);
  const parts = [...byReason].map(([reason, locations]) => {
    const places = locations
      .slice(0, MOST_PLACES)
      .map(locationText)
      .join(isChinese ? '、' : ', ');
    const more = locations.length > MOST_PLACES ? ' …' : '';
    const text = REASONS[language][reason];
    return isChinese
      ? `${locations.length} 处${text}（${places}${more}）`
      : `${locations.length}: ${text} (${places}${more})`;
  });
  return isChinese
    ? `；${refusals.length} 处不能自动修改：${parts.join('，')}`
    : `; ${refusals.length} could not be made: ${parts.join('; ')}`;
}

/** How many diagnostics a baseline file now knows. */
export function baselineText(count: number, file: string, language: Language): string {
  return language === 'zh' ? `基线已写入 ${plain(file)}：${count} 条` : `baseline written to ${plain(file)}: ${count}`;
}

/** How many common indicators a new profile holds, and how it is put to use. */
export function importedText(count: number, file: string, language: Language): string {
  const name = plain(file);
  return language === 'zh'
    ? `读到 ${count} 个共性指标，口径已写入 ${name}；检查时加 --profile ${name}，或在配置文件中写 profile`
    : `${count} common indicators written to the profile ${name}; use it with --profile ${name}, or as profile in the configuration`;
}
