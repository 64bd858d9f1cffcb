/** What was reached of a target: met, missed, or unknown. Where it cannot be known for sure, nothing is said. */
import { type Decimal, decimal, ONE, show, ZERO } from '../text/decimal.js';
import { compact } from '../text/fold.js';
import { betterSide, mayBeBounded, type Side } from './better-side.js';
import { dayRange } from './date-range.js';
import type { Measure } from './measure.js';
import type { NumberPart, Quantity } from './quantity.js';
import { onSameScale } from './same-scale.js';
import type { Understood } from './understand.js';

/** A share of the weight that the result earns, and how it comes about: 82÷90; no terms where it is all or nothing. */
export interface Share {
  readonly part: Decimal;
  readonly terms?: string;
}

type Figures = readonly [target: Decimal, actual: Decimal];

export class Achievement {
  /** Undefined where it is unknown. */
  readonly met: boolean | undefined;
  /** What a score may be, the likeliest first; empty where it cannot be known. */
  readonly shares: readonly Share[];
  /** Of a target that was exceeded. */
  readonly #exceeded: Figures | undefined;

  constructor(met: boolean | undefined, shares: readonly Share[], exceeded?: Figures) {
    this.met = met;
    this.shares = shares;
    this.#exceeded = exceeded;
  }

  /** By how many percent a target was exceeded; undefined where it was not. */
  get excess(): Decimal | undefined {
    if (!this.#exceeded) return undefined;
    const [target, actual] = this.#exceeded;
    return actual.div(target).minus(1).times(100);
  }

  /** Whether the target was exceeded by more than so many percent; dividing would take longer. */
  exceedsBy(percent: Decimal): boolean {
    if (!this.#exceeded) return false;
    const [target, actual] = this.#exceeded;
    return actual.minus(target).times(100).gt(target.times(percent));
  }
}

const UNKNOWN = new Achievement(undefined, []);
const ALL: Share = { part: ONE };
const NOTHING: Share = { part: ZERO };
const MET = new Achievement(true, [ALL]);
const FAILED = new Achievement(false, [NOTHING]);

/** `year` is the project's: dates without a year are in it. */
export function achievement(understood: Understood, year?: number): Achievement {
  const { value: target, actual } = understood;
  if (!target || !actual || actual.text === '') return UNKNOWN;
  if (isAbsence(understood)) return absence(actual);
  if (target.kind === 'number') return numbers(target, actual, understood);
  if (target.kind === 'date') return dates(target, actual, year);
  return target.kind === 'yes-no' ? yesNo(target, actual) : UNKNOWN;
}

/** 无 and 不发生, also where a name asks for what should not happen. */
function isAbsence({ value, measure }: Understood): boolean {
  if (value?.kind === 'absence')
    return /^(?:无|零|不发生|未发生|没有|不出现|未出现)[^,，;；、]{0,12}$/.test(value.text);
  return value?.kind === 'missing' && value.text === '无' && (measure.negative || measure.kind === 'absence');
}

function absence(actual: Quantity): Achievement {
  if (/^(?:无|零|未发生|没有发生|未出现|没有|不存在)[^,，;；、\d]{0,12}$/.test(actual.text)) return MET;
  const number = onlyNumber(actual);
  if (!number || isHedged(actual)) return UNKNOWN;
  return number.value === 0 ? MET : FAILED;
}

/** The one number of a value that is neither a range nor a change. */
function onlyNumber({ numbers: all, unread }: Quantity): NumberPart | undefined {
  const [number] = all;
  if (!number || all.length > 1 || unread.length > 0) return undefined;
  return number.high !== undefined || number.change || number.value < 0 ? undefined : number;
}

/** Several conditions in one target, or a scale of marks beside it. */
const CONDITIONS = /[且或并及和与、,;；，。扣得]|其中|分别|每/;
const WHOLE_YEAR = /^(?:全年|当年度?|本年度?|年度?内)$/;
/** What turns a figure of the result into something else than the result. */
const HEDGES = /[未没尚剩缺欠差少超余约近较]|不足|左右|同比|目标|计划|任务|[,;；，。、]/;
/** 达到95% and 为95% state the figure itself; any other word or sign of comparison only bounds it. */
const STATES = /(?:达到?|为|=)\s?$/;
const POSTFIX = /[上下内前后止]$|起步|更[多高少]/;

function isHedged({ words }: Quantity): boolean {
  return words.length > 20 || HEDGES.test(words.replace(/[。.;；]{1,3}$/, ''));
}

function numbers(target: Quantity, actual: Quantity, understood: Understood): Achievement {
  const wanted = onlyNumber(target);
  const reached = onlyNumber(actual);
  // 无 answers a target of 0.
  if (wanted?.value === 0 && actual.numbers.length === 0) return wanted.operator === '≥' ? UNKNOWN : absence(actual);
  if (!wanted || !reached || isHedged(actual)) return UNKNOWN;
  const isTimed = target.dates.some(({ text }) => !WHOLE_YEAR.test(text));
  if (isTimed || target.words.length > 12 || CONDITIONS.test(target.words)) return UNKNOWN;
  const pair = isProportion(wanted)
    ? proportions([wanted, target.text], [reached, actual.text], understood.measure)
    : onSameScale(wanted, reached);
  if (!pair) return UNKNOWN;
  const side = betterSide(understood) ?? (isWhole(wanted, understood) ? 'higher' : undefined);
  const found = compare(pair, wanted.operator, side);
  if (!isBound(reached, actual)) return found;
  // 95%以上 is known to meet ≥95%, and nothing more.
  const meets = found.met === true && reached.operator !== '≤' && reached.operator !== '<';
  return meets && (wanted.operator === '≥' || wanted.operator === '>') ? MET : UNKNOWN;
}

/** 结题率 100%: nobody sets so much as a limit, unless the name speaks of one (成本控制率). */
function isWhole({ value, unit }: NumberPart, { measure, name }: Understood): boolean {
  const isShare = measure.kind === 'ratio' && unit?.text === '%' && value === 100;
  return isShare && !measure.negative && measure.aspect !== 'cost' && !mayBeBounded(name.core);
}

function isProportion({ unit }: NumberPart): boolean {
  return unit?.text === '比';
}

type Written = readonly [part: NumberPart, text: string];

/**
 * 18:1 beside 16.5:1 are compared as quotients. Of 1:8 beside 1:9.4 some compare the quotients and some the second numbers:
 * only a name that tells which of the two it wants (投入产出比) settles it.
 */
function proportions(target: Written, actual: Written, { gains }: Measure): Figures | undefined {
  if (!isProportion(actual[0])) return undefined;
  const [wanted, reached] = [secondOf(target), secondOf(actual)];
  if (wanted !== undefined || reached !== undefined)
    return gains && wanted !== undefined && reached !== undefined ? [decimal(wanted), decimal(reached)] : undefined;
  return onSameScale(target[0], actual[0]);
}

/** 8 of 1:8. */
function secondOf([{ start, end }, text]: Written): number | undefined {
  const second = /^1[:∶](\d+(?:\.\d+)?)/.exec(text.slice(start, end).replace(/\s/g, ''))?.[1];
  return second === undefined || Number(second) === 1 ? undefined : Number(second);
}

function isBound({ ownOperator, start, end }: NumberPart, { text }: Quantity): boolean {
  return ownOperator && !(STATES.test(text.slice(0, start)) && !POSTFIX.test(text.slice(start, end)));
}

function compare(pair: Figures, operator: string | undefined, side: Side): Achievement {
  const [target, actual] = pair;
  const order = actual.cmp(target);
  const share = (upper: Decimal, lower: Decimal): Share =>
    lower.eq(0) ? NOTHING : { part: upper.div(lower), terms: `${show(upper, 6)}÷${show(lower, 6)}` };
  const short = (...shares: Share[]): Achievement => new Achievement(false, shares);
  const over = (found: Achievement): Achievement =>
    order > 0 && target.gt(0) ? new Achievement(found.met, found.shares, pair) : found;
  if (operator === '≥' || operator === '>') {
    if (side === 'lower' || (operator === '>' && order === 0)) return UNKNOWN;
    return order >= 0 ? over(MET) : short(share(actual, target));
  }
  if (operator === '≤' || operator === '<') {
    if (side === 'sure-higher' || (operator === '<' && order === 0)) return UNKNOWN;
    return order <= 0 ? MET : short(share(target, actual));
  }
  if (order === 0) return MET;
  // “=” or a bare number: met or not, but some mark what is short in proportion, and more than wanted is no fault.
  if (order > 0) {
    if (side === 'lower') return target.eq(0) ? FAILED : short(share(target, actual), NOTHING);
    return side === undefined && target.eq(0) ? FAILED : over(UNKNOWN);
  }
  if (side === 'lower' || (side === undefined && operator === undefined)) return UNKNOWN;
  return short(share(actual, target), NOTHING);
}

/** Two dates that name no year are compared within one. */
const ANY_YEAR = 2000;

function dates(target: Quantity, actual: Quantity, year: number | undefined): Achievement {
  const [wanted] = target.dates;
  const [reached] = actual.dates;
  if (!wanted || target.dates.length > 1 || CONDITIONS.test(target.words) || /后|起|持续/.test(target.words)) {
    return UNKNOWN;
  }
  if (actual.kind === 'yes-no' && /^(?:按[时期]|如期|按计划)/.test(actual.text)) return MET;
  if (!reached || actual.dates.length > 1 || actual.numbers.length > 0) return UNKNOWN;
  if (/[未没尚推延预后起]/.test(actual.words)) return UNKNOWN;
  const isBare = wanted.year === undefined && reached.year === undefined;
  const own = year ?? (isBare ? ANY_YEAR : undefined);
  const limit = dayRange(wanted, own);
  // A result without a year may lie in the next one: 1月15日 after 12月31日.
  const isNextYear = reached.year === undefined && (reached.month ?? 12) <= 3 && (wanted.month ?? 12) >= 10;
  const day = dayRange(reached, isNextYear ? undefined : (wanted.year ?? own));
  if (!limit || !day) return UNKNOWN;
  if (day.to <= limit.to) return MET;
  return day.from > limit.to ? FAILED : UNKNOWN;
}

const DONE: ReadonlySet<string> = new Set(['是', '有', '完成', '已完成', '全部完成']);
const NOT_DONE =
  /^(?:否|没有|未(?:能)?(?:完成|建立|建成|达标|通过|实现|开展|到位|验收).{0,6}|不(?:合格|达标|符合|合规|规范).{0,6})$/;

function yesNo(target: Quantity, actual: Quantity): Achievement {
  const [wanted, reached] = [compact(target.text), compact(actual.text)];
  if (wanted === '否') return reached === '否' ? MET : reached === '是' ? FAILED : UNKNOWN;
  if (/[/]|或/.test(wanted)) return UNKNOWN;
  if (wanted === reached || (DONE.has(wanted) && DONE.has(reached)) || reached === `已${wanted}`) return MET;
  return NOT_DONE.test(reached) ? FAILED : UNKNOWN;
}
