/** Whether one target agrees with a contract that states several numbers, a range, or another period. */
import type { NumberPart, Quantity } from '../indicators/index.js';
import { isSame, onOneScale } from './compare.js';

/** How often something occurs in a year, by the period that a frequency names. */
const TIMES_A_YEAR: Readonly<Record<string, number>> = {
  年: 1,
  半年: 2,
  季: 4,
  季度: 4,
  月: 12,
  个月: 12,
  旬: 36,
  周: 52,
  星期: 52,
  日: 365,
  天: 365,
};
/** A year has 52 weeks and some days. */
const LEEWAY = 0.03;

/**
 * The target is one of the contract's numbers, lies in its range, or follows from them: 省内30场、省外20场 make 50场,
 * 每月8万元 for 12个月 makes 96万元. Undefined where nothing in the contract is counted as the target is.
 */
export function agreesWith(value: Quantity, contract: Quantity): boolean | undefined {
  const [target] = value.numbers;
  if (!target) return undefined;
  const often = yearly(target, value);
  const alike = contract.numbers.filter((number) => isAlike(target, number, contract));
  if (alike.length === 0) return undefined;
  for (const number of contract.numbers) {
    const own = yearly(number, contract);
    // 每月1次 is not 每周1次.
    const isSameTarget = often !== undefined && own !== undefined ? isNear(often, own) : stripped(target, number);
    if (isSameTarget) return true;
  }
  const [range] = alike;
  if (alike.length === 1 && range?.high !== undefined) return target.value >= range.value && target.value <= range.high;
  // Periods that differ were compared by the year.
  if (often !== undefined && alike.every((number) => yearly(number, contract) !== undefined)) return false;
  return follows(target, contract.numbers);
}

/** Counted in one unit. 150吨/日 beside 5.4万吨 are not, beside 日处理能力200吨 they are. */
function isAlike(target: NumberPart, number: NumberPart, contract: Quantity): boolean {
  const [unit, other] = [target.unit, number.unit];
  if (unit === undefined || other === undefined) return false;
  // 12台 says nothing of 30个 spare parts.
  if (onOneScale(bare(target), bare(number)) === undefined || unit.dimension === 'time') return false;
  if (unit.dimension === 'thing' && counted(unit.text) !== counted(other.text)) return false;
  if (unit.dimension === 'event') return true;
  // 3.2元/平方米 beside 每平方米每月2.85元
  if (unit.per !== undefined && period(unit.per) === undefined && contract.text.includes(unit.per)) return true;
  const [per, otherPer] = [period(unit.per), period(other.per)];
  if (per === otherPer) return true;
  return per !== undefined && otherPer === undefined ? contract.text.includes(per) : contract.numbers.length > 1;
}

/** 台 of 万台, 台/年. */
function counted(unit: string): string {
  return (unit.split('/', 1)[0] ?? '').slice(-1);
}

function period(per: string | undefined): string | undefined {
  return per !== undefined && per in TIMES_A_YEAR ? per : undefined;
}

/** 680元 of a 单批次费用 beside 650元/批次: the name has said per what. */
function stripped(target: NumberPart, number: NumberPart): boolean {
  const scale = onOneScale(bare(target), bare(number));
  return scale !== undefined && isSame(scale, target.unit);
}

function bare({ unit, ...number }: NumberPart): NumberPart {
  if (unit?.per === undefined) return { ...number, unit };
  const { per, ...rest } = unit;
  const end = `/${per}`;
  return { ...number, unit: { ...rest, text: unit.text.endsWith(end) ? unit.text.slice(0, -end.length) : unit.text } };
}

function yearly({ value, unit }: NumberPart, { text }: Quantity): number | undefined {
  if (unit?.dimension !== 'event') return undefined;
  if (unit.per !== undefined) {
    const times = TIMES_A_YEAR[unit.per];
    return times === undefined ? undefined : value * times;
  }
  return /全年|每年|年度|一年/.test(text) ? value : undefined;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= LEEWAY * Math.max(a, b);
}

/** Sums, products and quotients of what the contract states; how many of its numbers make them up is left open. */
function follows(target: NumberPart, numbers: readonly NumberPart[]): boolean {
  const wanted = target.value * (target.unit?.factor ?? 1);
  const values = numbers
    .slice(0, 5)
    .map(({ value, unit }) => value * (unit?.dimension === 'time' ? 1 : (unit?.factor ?? 1)));
  const reached: number[] = [];
  for (let chosen = 1; chosen < 1 << values.length; chosen += 1) {
    const own = values.filter((_, index) => chosen & (1 << index));
    const sum = own.reduce((total, one) => total + one, 0);
    const product = own.reduce((total, one) => total * one, 1);
    reached.push(sum, product);
    for (const one of own) if (one !== 0) reached.push(product / one / one);
  }
  return reached.some((one) => Math.abs(one - wanted) <= 0.005 * Math.max(one, wanted));
}
