/** Lines for standard error about what a run has written. */
import type { FixedFile } from '../schema/index.js';
import { locationText } from './location.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';
type Refusal = FixedFile['refused'][number];
type Reason = Refusal['reason'];

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
export function fixText({ target, changes, refused, recoded }: FixedFile, language: Language): string[] {
  const isChinese = language === 'zh';
  const name = plain(target);
  const applied = changes.length;
  const made = isChinese
    ? `已自动修改 ${applied} 处，写入 ${name}`
    : `${applied} fix${applied === 1 ? '' : 'es'} made, written to ${name}`;
  const lines = [made + refusalText(refused, language)];
  if (recoded !== undefined) {
    lines.push(
      isChinese
        ? `${name}：原文件编码为 ${recoded}，副本已存为 UTF-8`
        : `${name}: the source is in ${recoded}, the copy in UTF-8`,
    );
  }
  return lines;
}

const FIELDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  level1: ['一级指标', 'level 1'],
  level2: ['二级指标', 'level 2'],
  name: ['指标名称', 'name'],
  scope: ['指标性质', 'scope'],
  operator: ['符号', 'operator'],
  value: ['指标值', 'value'],
  unit: ['计量单位', 'unit'],
};

function fieldName(field: string, language: Language): string {
  return FIELDS[field]?.[language === 'zh' ? 0 : 1] ?? field;
}

/** “  表!C4 指标名称：1.巡查次数 → 巡查次数”, one line a field. */
export function changeLines({ changes }: FixedFile, language: Language): string[] {
  const [colon, blank] = language === 'zh' ? ['：', '（空）'] : [': ', '(blank)'];
  const shown = (text: string) => (text === '' ? blank : plain(text).replace(/\s+/g, ' '));
  return changes.map(
    ({ location, field, before, after }) =>
      `  ${locationText(location, language)} ${fieldName(field, language)}${colon}${shown(before)} → ${shown(after)}`,
  );
}

/** What the place alone does not tell where a column is lacking: the field and the rule that asks for it. */
function reasonText({ reason, field: code }: Refusal, language: Language): string {
  if (reason !== 'no-column') return REASONS[language][reason];
  const field = fieldName(code, language);
  return language === 'zh' ? `表中没有“${field}”这一列` : `the table has no column “${field}”`;
}

function placeOf({ location, reason, ruleId }: Refusal, language: Language): string {
  return [locationText(location, language), reason === 'no-column' ? ruleId : '']
    .filter((part) => part !== '')
    .join(' ');
}

function refusalText(refusals: readonly Refusal[], language: Language): string {
  if (refusals.length === 0) return '';
  const isChinese = language === 'zh';
  const byReason = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const text = reasonText(refusal, language);
    byReason.set(text, [...(byReason.get(text) ?? []), refusal]);
  }
  const parts = [...byReason].map(([text, all]) => {
    const places = all
      .slice(0, MOST_PLACES)
      .map((one) => placeOf(one, language))
      .join(isChinese ? '、' : ', ');
    const more = all.length > MOST_PLACES ? ' …' : '';
    return isChinese ? `${all.length} 处${text}（${places}${more}）` : `${all.length}: ${text} (${places}${more})`;
  });
  return isChinese
    ? `；${refusals.length} 处不能自动修改：${parts.join('，')}`
    : `; ${refusals.length} could not be made: ${parts.join('; ')}`;
}

/** How many diagnostics a baseline file now knows. */
export function baselineText(count: number, file: string, language: Language): string {
  return language === 'zh' ? `基线已写入 ${plain(file)}：${count} 条` : `baseline written to ${plain(file)}: ${count}`;
}

/** Some files could not be read, or rules failed: what became of what was known of them. */
export function baselineKeptText(
  hadOne: boolean,
  { failed, language }: { readonly failed: boolean; readonly language: Language },
): string {
  if (language === 'zh') {
    const why = failed ? '有文件未能读取' : '有规则出错';
    return `${why}：${hadOne ? '原基线中的条目全部保留' : '其中的问题没有记入基线'}`;
  }
  const why = failed ? 'some files could not be read' : 'some rules failed';
  return `${why}: ${hadOne ? 'everything in the old baseline is kept' : 'their findings are not in the baseline'}`;
}

/** No file could be read: nothing was remembered. */
export function baselineUnwrittenText(file: string, exists: boolean, language: Language): string {
  const name = plain(file);
  if (language === 'zh') return `文件都未能读取，基线没有写入${exists ? `：${name} 保持原样` : `：没有生成 ${name}`}`;
  return `no file could be read, no baseline written: ${exists ? `${name} is as it was` : `there is no ${name}`}`;
}

/** How many common indicators a new profile holds, and how it is put to use. */
export function importedText(count: number, file: string, language: Language): string {
  const name = plain(file);
  return language === 'zh'
    ? `读到 ${count} 个共性指标，口径已写入 ${name}；检查时加 --profile ${name}，或在配置文件中写 profile`
    : `${count} common indicators written to the profile ${name}; use it with --profile ${name}, or as profile in the configuration`;
}

export function initText(path: string, language: Language): string {
  return language === 'zh' ? `已写入 ${plain(path)}` : `Wrote ${plain(path)}`;
}
