/** Lists that say in a column of its own (级次, 层级) which level a row is of: 一级 | 产出指标, 三级 | 修复路段. */
import { compact } from '../../text/fold.js';

const RANK = /^([一二三四]|[1-4])级(?:指标)?$/;

/** 1 for 一级 and 一级指标; undefined for all that is no rank. */
export function rankOf(text: string): number | undefined {
  // Most cells are none.
  if (!text.includes('级')) return undefined;
  const [, digit] = RANK.exec(compact(text)) ?? [];
  if (digit === undefined) return undefined;
  return '一二三四'.indexOf(digit) + 1 || Number(digit);
}
