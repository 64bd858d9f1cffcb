/** Which way of a figure is the better one, by the name, its box, its explanation and how large the limit is. */
import { z } from 'zod';
import { mayBeBounded, type NumberPart, type Understanding, type Understood, wordIndex } from '../indicators/index.js';

const words = z
  .array(z.string().min(1))
  .min(1)
  .transform((list) => wordIndex(list));

export const directionWords = z.strictObject({
  /** Under costs: what is spent, last in a name; and the words for an amount behind it. */
  spent: words,
  amounts: words,
  /** Under costs: money that is saved, won from others or what people get; more of it may be wanted. */
  notSpent: words,
  /** Under costs: shares that are spent (费用率). */
  spentShares: words,
  /** What is better when there is little of it, although it is counted as work. */
  betterFew: words,
  /** What says in an explanation that no more are allowed. */
  caps: words,
  /** What benefits are told by, of which nobody wants less: 受益, 带动. */
  gains: words,
  /** Whoever is counted is gained no longer: 带动就业后离职人数. */
  losses: words,
  /** What a project costs others, last in what is counted. */
  burdens: words,
  /** What is to be done soon, before 时间: 响应, 放行. */
  soon: words,
  /** What sets a wait going: 发现 of 发现到施药时间. */
  begun: words,
  /** 病虫情报提前发布时间 ≥7天, 立项公示时间 ≥5天: the longer the better, or as long as it was agreed. */
  lasting: words,
  /** By how much a time is shorter, before its measure word: 缩短. */
  saved: words,
  /** What a figure is off by, last in a name: 点位中误差. */
  offBy: words,
  /** How an explanation says which way is better: 越小越均衡. */
  lessIs: words,
  moreIs: words,
  /** What the figure is called there: 数值. */
  figures: words,
});

export type DirectionWords = z.output<typeof directionWords>;

export interface Wanted {
  readonly better: 'higher' | 'lower';
  /** Whether people had better read for themselves what says so: an explanation, or a box of burdens. */
  readonly byContext: boolean;
}

/** Which way is wanted of a number that is compared; undefined where either may be. */
export function wantedDirection(understood: Understood, number: NumberPart, own: DirectionWords): Wanted | undefined {
  const { measure } = understood;
  // 火场取水缩短时间: so much is gained of what is better when short.
  if (TIMES.has(measure.kind) && own.saved.atEnd(measure.object)) return { better: 'higher', byContext: false };
  if (measure.better) return { better: measure.better, byContext: isPrice(understood, own) };
  const told = explained(understood, own);
  if (told) return { better: told, byContext: true };
  if (isPrice(understood, own)) return { better: 'lower', byContext: true };
  // 霉变事件数 ≥0起: whatever is done about such things elsewhere, none of them is a limit here.
  const isNone = measure.negative && number.value === 0;
  if (isNone) return { better: 'lower', byContext: false };
  if (isSpent(understood, own)) return { better: 'lower', byContext: measure.kind === 'ratio' };
  // 优于5厘米 says less of an error and more of an output.
  if (/[优好]于/.test(understood.value?.text ?? '')) return undefined;
  if (own.offBy.atEnd(understood.name.core) !== undefined) return { better: 'lower', byContext: false };
  if (isSaidGain(understood, own)) return { better: 'higher', byContext: false };
  if (isScore(understood, number)) return { better: 'higher', byContext: true };
  if (isAwaited(understood, number, own)) return { better: 'lower', byContext: true };
  const better =
    isLikelyGain(understood, number, own) || isHighLimit(understood, number)
      ? 'higher'
      : likely(understood, number, own);
  // What only the model of names and the size of the limit say, people had better look at.
  return better && { better, byContext: measure.kind !== 'deadline' };
}

const TIMES: ReadonlySet<string> = new Set(['duration', 'deadline']);
const WORK: ReadonlySet<string> = new Set(['count', 'items', 'people', 'event', 'area', 'length']);

/** What is done for a while or in tons is work as well, under 数量. */
const DONE: ReadonlySet<string> = new Set([...WORK, 'duration', 'quantity', 'volume', 'mass']);

/** So many to be planted, built, trained: under 数量 an upper bound alone is met by none at all. */
export function isWorkToDo(understood: Understood, own: DirectionWords, understanding: Understanding): boolean {
  const { measure, levels, indicator, name } = understood;
  if (levels.level2 !== 'quantity' || !DONE.has(measure.kind)) return false;
  if (measure.better === 'lower') return false;
  // 松材线虫病防治面积, 老旧车辆淘汰数: whatever it is, something is done about it.
  const isDone = !measure.negative && understanding.words.endsInWork(measure.object);
  // 最高补贴面积, 采伐限额备案面积: capped by name, or better when few.
  if (mayBeBounded(name.core) || own.betterFew.find(name.core)) return false;
  if (!isDone && isUnwelcome(understood, own)) return false;
  // 以核定名额为上限: the explanation may say that it is a cap; 预算不超过5万元 is one of money.
  const clauses = (indicator.explanation ?? '').slice(0, LONGEST).split(/[，,。；;\n]/);
  return !clauses.some((clause) => own.caps.find(clause) !== undefined && !/元|预算|资金|费/.test(clause));
}

/** A fault or a burden, what is better when there is little of it, or what was won and lost again. */
function isUnwelcome({ name, measure }: Understood, { betterFew, losses }: DirectionWords): boolean {
  return measure.negative || betterFew.find(name.core) !== undefined || losses.find(name.core) !== undefined;
}

/** 系数越小越均衡: the explanation may say it. */
function explained(
  { indicator: { explanation }, name, measure }: Understood,
  own: DirectionWords,
): Wanted['better'] | undefined {
  if (explanation?.includes('越') !== true) return undefined;
  const sides = explanation
    .slice(0, LONGEST)
    .split(/[，,。；;\n]/)
    .flatMap((clause) => {
      const hit = own.lessIs.find(clause) ?? own.moreIs.find(clause);
      // 投诉越少越高 is said of something else than the index that is set.
      const subject = hit ? clause.slice(0, hit.start).trim() : '';
      const isOwn = subject === '' || own.figures.at(subject, 0)?.word === subject || name.core.endsWith(subject);
      if (!hit || (!isOwn && subject !== measure.word)) return [];
      return [own.lessIs.find(clause) ? ('lower' as const) : ('higher' as const)];
    });
  return new Set(sides).size === 1 ? sides[0] : undefined;
}

const LONGEST = 300;

/** 施工期居民信访件数 under 社会成本: what the project costs others, counted. 洒水降尘次数 there is done against it. */
function isPrice({ levels, measure }: Understood, { burdens }: DirectionWords): boolean {
  const isCostOfOthers = levels.level2 === 'cost-social' || levels.level2 === 'cost-ecological';
  return isCostOfOthers && WORK.has(measure.kind) && burdens.atEnd(measure.object) !== undefined;
}

/** 项目总投资额, 编纂稿酬, 综合费用率 under costs: money that is spent, or a share of it. */
function isSpent({ levels, measure, value, unit, name }: Understood, own: DirectionWords): boolean {
  if (levels.level2 !== 'cost-economic' && levels.level2 !== 'cost-legacy') return false;
  if (own.notSpent.find(name.core) !== undefined) return false;
  if (measure.kind === 'ratio') return own.spentShares.atEnd(name.core) !== undefined;
  const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension;
  const amount = own.amounts.atEnd(name.core)?.word ?? '';
  const stem = name.core.slice(0, name.core.length - amount.length);
  const isOfSpending = own.spent.atEnd(name.core) !== undefined || own.spent.atEnd(stem) !== undefined;
  return dimension === 'money' && measure.kind !== 'growth' && isOfSpending;
}

/** 新增灌溉受益面积, 带动就业人数: an effect that is counted, and nothing bad. */
function isSaidGain(understood: Understood, own: DirectionWords): boolean {
  const { measure, levels } = understood;
  if (levels.level1 !== 'benefit' || isUnwelcome(understood, own)) return false;
  if (!WORK.has(measure.kind) && measure.kind !== 'amount') return false;
  const hit = own.gains.find(measure.object);
  // 受益老人跌倒人次: something befalls those who gain.
  return hit !== undefined && measure.object.length - hit.start - hit.word.length <= LONGEST_GAINED;
}

/** 等保测评得分 ≤75分: of a hundred, more than half. 疼痛评分 ≤3分 and 风险评分 may be of something bad. */
function isScore({ measure, opinion }: Understood, { value, unit }: NumberPart): boolean {
  if (measure.kind !== 'score' || measure.negative || unit?.dimension !== 'score') return false;
  return value >= HIGH_SCORE && value <= FULL_SCORE && (opinion?.better.of('higher') ?? 0) >= LIKELY_HIGHER;
}

const HIGH_SCORE = 60;
const FULL_SCORE = 100;
const LIKELY_HIGHER = 0.75;

/** 调查评估办结天数, 从发现到施药时间: until it is done. */
function isAwaited(
  { measure, name }: Understood,
  number: NumberPart,
  { soon, lasting, begun }: DirectionWords,
): boolean {
  if (!TIMES.has(measure.kind) || number.unit?.dimension !== 'time' || lasting.find(name.core)) return false;
  // 维修质保期 and 可支付月数 last; 结算周期 is waited for.
  if (!/(?:天数|日数|时长|用时|耗时|时间|周期)$/.test(measure.word)) return false;
  return soon.atEnd(measure.object) !== undefined || hasBegun(name.core, begun);
}

/** 从发现到施药时间: from what sets it going until it is done. */
function hasBegun(core: string, begun: DirectionWords['begun']): boolean {
  const hit = begun.find(core);
  return hit !== undefined && /^后?[到至]/.test(core.slice(hit.start + hit.word.length));
}

/** 客流量增长率, 设备使用年限, 服务企业家数: an effect that the model of names is sure is welcome. */
function isLikelyGain(understood: Understood, number: NumberPart, own: DirectionWords): boolean {
  const { measure, levels, opinion } = understood;
  if (levels.level1 !== 'benefit' || opinion === undefined || isUnwelcome(understood, own)) return false;
  // 化肥施用量增长率 ≤-2%: what is to shrink.
  if (GROWN.has(measure.kind) && number.value <= 0) return false;
  return (GROWN.has(measure.kind) || COUNTED.has(measure.kind)) && opinion.better.of('higher') >= GAINED;
}

const COUNTED: ReadonlySet<string> = new Set(['people', 'count', 'area', 'amount']);
const GROWN: ReadonlySet<string> = new Set(['growth', 'duration']);
/** 就业, 农户: who or what is gained, in a word. */
const LONGEST_GAINED = 2;
const GAINED = 0.9;

/** 主干道亮灯率 ≤98%: of what is bad nobody allows so much; of what has a ceiling (床位使用率, 分包比例) somebody might. */
function isHighLimit({ name, measure, levels, opinion }: Understood, number: NumberPart): boolean {
  const isOpen = mayBeBounded(name.core) || !name.core.endsWith('率') || levels.level1 === 'cost';
  if (measure.kind !== 'ratio' || measure.negative || isOpen) return false;
  const isHigh = number.unit?.dimension === 'ratio' && number.value >= HIGH;
  return isHigh && (opinion?.better.of('higher') ?? 0) >= GAINED;
}

const HIGH = 70;

const SURE = 0.985;
const LITTLE = 15;
const LIKELY_LOWER = 0.75;

/** 1%, 3‰; 1:5 is a proportion and no little share. */
function isLittle({ value, unit }: NumberPart): boolean {
  return unit?.dimension === 'ratio' && unit.text !== '比' && value > 0 && value <= LITTLE;
}

/** Where words leave it open: the model of names, if it is very sure; and a wait or a delay stated as a length of time. */
function likely(
  { opinion, measure, name }: Understood,
  number: NumberPart,
  { soon, lasting }: DirectionWords,
): Wanted['better'] | undefined {
  if (!opinion || (measure.kind !== 'ratio' && measure.kind !== 'deadline')) return undefined;
  const best = opinion.better.best();
  if (best === undefined) return undefined;
  const negated = /[未不非拒]/.test(name.core.slice(-4));
  const isOpen = negated || mayBeBounded(name.core);
  if (measure.kind === 'ratio' && !isOpen && best === 'higher' && opinion.better.of(best) >= SURE) return 'higher';
  // 评审异议成立率 ≥1%: so little of it would be no aim.
  if (measure.kind === 'ratio' && isLittle(number) && opinion.better.of('lower') >= LIKELY_LOWER) return 'lower';
  if (measure.kind !== 'deadline' || number.unit?.dimension !== 'time' || lasting.find(name.core)) return undefined;
  // 单票货物查验放行时间: until it is done. 食品留样时间 ≥48小时 is how long it lasts.
  if (soon.atEnd(name.core.replace(/时间$/, ''))) return 'lower';
  return /[限期]$/.test(measure.word) && best === 'lower' && opinion.box.best() === 'timeliness' ? 'lower' : undefined;
}
