/** Words and signs of comparison: before a number (不低于90%) and behind it (90%以上). */
import { PrefixIndex } from './lookup.js';

export type Operator = '≥' | '≤' | '=' | '>' | '<';

function entries(operator: Operator, words: string): [string, Operator][] {
  return words.split(' ').map((word) => [word, operator]);
}

/** Signs and words before a number. Longest match wins: 不低于 before 低于, 大于等于 before 大于. */
export const PREFIX_OPERATORS = new PrefixIndex<Operator>([
  ...entries(
    '≥',
    '≥ >= => ≧ ⩾ ＞= 大于等于 大于或等于 大于、等于 不低于 不少于 不小于 不得低于 不得少于 不应低于 应不低于 不能低于 未低于',
  ),
  ...entries('≥', '至少 最少 最低 达到 达 达到或超过 超过或等于 高于或等于 高于等于 不下于 力争达到 保持在 稳定在'),
  ...entries(
    '≤',
    '≤ <= =< ≦ ⩽ 小于等于 小于或等于 小于、等于 低于或等于 低于等于 不高于 不超过 不大于 不多于 不超 不得超过 不得高于',
  ),
  ...entries(
    '≤',
    '不应超过 应不超过 不能超过 未超过 最多 最高 至多 控制在 严格控制在 控制为 下降到 下降至 降至 降到 压降至 缩短至 不晚于 不迟于',
  ),
  ...entries('>', '> 大于 高于 超过 多于 超 突破 优于 高出'),
  ...entries('<', '< 小于 低于 少于 不足 短于'),
  ...entries('=', '= == 等于 为'),
]);

/** Signs alone: what a typist puts before a number; two of them that disagree leave no reading. */
export const SIGNS = new PrefixIndex<Operator>([
  ...entries('≥', '≥ >= => ≧ ⩾'),
  ...entries('≤', '≤ <= =< ≦ ⩽'),
  ...entries('>', '>'),
  ...entries('<', '<'),
  ...entries('=', '= =='),
]);

export const POSTFIX_OPERATORS = new PrefixIndex<Operator>([
  ...entries('≥', '及以上 或以上 和以上 以上 起步 起 含以上 或更多 及更高 封底'),
  ...entries('≤', '及以下 或以下 和以下 以下 以内 之内 以前 之前 内 前 止 封顶 或更少'),
]);

/** The operator that a column beside the value states, or undefined: 定性 and 正向 are none. */
export function columnOperator(key: string): Operator | undefined {
  return PREFIX_OPERATORS.get(key);
}
