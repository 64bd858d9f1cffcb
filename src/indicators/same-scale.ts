/** Two numbers brought to one unit: 11500人 beside 1.2万人 is 1.15万人. */
import { type Decimal, decimal, ONE } from '../text/decimal.js';
import type { NumberPart } from './quantity.js';
import type { Unit } from './units.js';

/** Units that clerks use for one another. */
const SAME: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  个人: '人',
  场次: '场',
  批次: '批',
  '台(套)': '台',
  '台/套': '台',
  台套: '台',
  日: '天',
  自然日: '天',
  个自然日: '天',
  个工作日: '工作日',
  个小时: '小时',
  h: '小时',
  个月: '月',
  个季度: '季度',
  元人民币: '元',
  人民币元: '元',
  个百分点: '百分点',
};
/** Dimensions whose units convert into one another; the others count things that differ. */
const CONVERTIBLE: ReadonlySet<string> = new Set(['length', 'area', 'volume', 'mass', 'energy', 'ratio']);

/** Both numbers in the unit of the first, or undefined where that cannot be known. */
export function onSameScale(first: NumberPart, second: NumberPart): readonly [Decimal, Decimal] | undefined {
  const [a, b] = [decimal(first.value), decimal(second.value)];
  const factor = conversion(first.unit, second.unit);
  if (factor === undefined) return undefined;
  const converted = factor === ONE ? b : b.times(factor);
  const stated = first.ownUnit && second.ownUnit;
  return stated || isPlausible(a, converted) ? [a, converted] : undefined;
}

/**
 * 0.95 under a column 百分比 means 95 %, 485000 beside 48.5万元 means 元: where one of the units was not written with its
 * number, figures that lie too far apart say that another unit was meant.
 */
function isPlausible(a: Decimal, b: Decimal): boolean {
  if (a.eq(0) || b.eq(0)) return true;
  if (a.s !== b.s) return false;
  const [first, second] = [a.abs(), b.abs()];
  return second.gt(first.times(0.02)) && second.lt(first.times(90));
}

function conversion(first: Unit | undefined, second: Unit | undefined): Decimal | undefined {
  if (!first || !second || first === second) return ONE;
  if (first.dimension !== second.dimension || !perAgrees(first.per, second.per)) return undefined;
  const [a, b] = [base(first), base(second)];
  const percentPoints = [a, b].filter((text) => text === '百分点').length;
  if (a !== b && (!CONVERTIBLE.has(first.dimension) || percentPoints === 1)) return undefined;
  // Only decimal steps are exact: 亩 and 公顷 are left alone.
  const power = Math.log10(second.factor / first.factor);
  const steps = Math.round(power);
  return Math.abs(power - steps) < 1e-9 ? decimal(`1e${steps.toString()}`) : undefined;
}

/** 1350元/人 is answered by 1235元, but ≥1次/季度 not by 4次. */
function perAgrees(first: string | undefined, second: string | undefined): boolean {
  return first === second || (second === undefined && !/[年季月周天日]|学期|小时/.test(first ?? ''));
}

function base({ text, per }: Unit): string {
  const own = (per === undefined ? text : text.slice(0, -per.length - 1)).replace(/^[亿万千百]{1,2}(?=.)/, '');
  return SAME[own] ?? own;
}
