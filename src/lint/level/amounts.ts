/** Amounts of work: what was counted, and that nothing but how much of it is told. */
import { perName, type Understanding, type Understood } from '../../indicators/index.js';
import type { Words } from './words.js';
import { COUNTS } from '../kinds.js';
import { LIMITS } from '../signs.js';

export const SIZES: ReadonlySet<string> = new Set(['area', 'length', 'volume', 'mass', 'quantity']);
const EXTENTS: ReadonlySet<string> = new Set(['area', 'length', 'volume']);
/** From here on the model of names is taken at its word that a name says how much was done. */
export const SURELY_QUANTITY = 0.9;

/** 清淤 of 管道清淤长度, 加工 of 图书加工量. */
export const endsInWork = perName(({ measure: { object } }, { goals, words }: Understanding) => {
  if (words.endsInWork(object)) return true;
  const content = goals.content(object).words;
  const last = content.at(-1);
  return content.length > 1 && last?.weight === ACT && !last.generic;
});
const ACT = 0.5;

/** 湖区巡护里程, 管网铺设长度: how much work. A width or a depth is how it has to be, and a benefit may well be an area. */
export function isExtentOfWork({ measure: { kind, word }, levels }: Understood, own: Words): boolean {
  return EXTENTS.has(kind) && levels.level1 !== 'benefit' && !own.specified.test(word);
}

/** 校园绿化养护面积, 宣传报道篇数: so much was done, and the model of names takes it for nothing else. */
export function isWorkDone(understood: Understood, understanding: Understanding, own: Words): boolean {
  const { kind, object } = understood.measure;
  // 年检查人次: people reached are an effect.
  if (kind === 'people' || (!EXTENTS.has(kind) && !COUNTS.has(kind)) || own.trade.test(object)) return false;
  return (understood.opinion?.box.of('quantity') ?? 0) >= SURELY_QUANTITY && endsInWork(understood, understanding);
}

/** A total of things, people, times or, under 时效, of any size, that is to be reached. */
export function isAmountOfWork(understood: Understood, own: Words): boolean {
  const { measure, value, name, unit: column } = understood;
  const number = value?.numbers[0];
  const unit = number?.unit ?? column;
  const isCount = COUNTS.has(measure.kind) || isExtentDone(understood, own);
  if (!isCount || !number || number.value <= 0 || LIMITS.has(number.operator ?? '') || number.high !== undefined)
    return false;
  if (unit === undefined || unit.per !== undefined || unit.dimension === 'time' || own.average.test(name.core))
    return false;
  return isPlainCount(understood) && unit.dimension !== 'physical';
}

/** Under 时效 any size; under 质量 one that the model of names is sure to be how much was done (防沙造林面积). */
function isExtentDone({ measure, levels, opinion }: Understood, own: Words): boolean {
  if (!SIZES.has(measure.kind)) return false;
  if (levels.level2 === 'timeliness') return true;
  return !own.specified.test(measure.word) && (opinion?.box.of('quantity') ?? 0) >= SURELY_QUANTITY;
}

/**
 * A count that says nothing of quality, as 获奖人次 and 投诉次数 do, and under 质量 what is to be kept low (误报警 ≤3次, 脱管漏管 0人); under
 * 时效 so many a day say how soon again.
 */
export function isPlainCount({ measure: { quality, negative }, value, unit, levels }: Understood): boolean {
  const number = value?.numbers[0];
  // 投放点清运频次 ≥2次/天 under 时效 says how soon again.
  if (levels.level2 === 'timeliness' && (number?.unit ?? unit)?.per !== undefined) return false;
  if (levels.level2 === 'quality' && number && (LIMITS.has(number.operator ?? '') || number.value === 0)) return false;
  return !quality && !negative && (value?.numbers[0]?.unit ?? unit)?.dimension !== 'ratio';
}
