import { z } from 'zod';
import { mayBeBounded, type NumberPart, type Understood, wordIndex } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';
import { signFix } from '../../value-edit.js';

const UP: ReadonlySet<string> = new Set(['≥', '>']);
const DOWN: ReadonlySet<string> = new Set(['≤', '<']);

const words = z
  .array(z.string().min(1))
  .min(1)
  .transform((list) => wordIndex(list));

const data = z.strictObject({
  /** Under costs: what is spent, the words for an amount behind it, and what is not spent after all. */
  spent: words,
  amounts: words,
  notSpent: words,
  /** Work to be done, and what is better when there is little of it. */
  toDo: words,
  betterFew: words,
  /** What benefits are told by, of which nobody wants less: 受益, 带动. */
  gains: words,
  /** Whoever is counted is gained no longer: 带动就业后离职人数. */
  losses: words,
  /** What a project costs others, last in what is counted. */
  burdens: words,
  /** How an explanation says which way is better: 越小越均衡. */
  lessIs: words,
  moreIs: words,
  /** What the figure is called there: 数值. */
  figures: words,
});

type Words = z.output<typeof data>;

export const rule = defineRule({
  id: 'value/direction',
  data,
  indicator(understood, { understanding, data: own, report }) {
    const { contradictions } = understanding.data.measures;
    const { value, unit, measure, indicator, name, levels } = understood;
    const number = value?.numbers[0];
    if (value && isNotBefore(understood)) {
      const sign = /^[≥>]/.exec(value.text)?.[0];
      return report({
        message: 'not-before',
        field: sign ? 'value' : 'operator',
        evidence: sign ? value.raw : (indicator.operator ?? ''),
        values: { core: name.core },
      });
    }
    if (
      !value ||
      !number?.operator ||
      number.change ||
      number.high !== undefined ||
      value.numbers.length > 1 ||
      value.unread.length > 0
    )
      return;
    if (DOWN.has(number.operator) && isWorkToDo(understood, own)) {
      const field = number.ownOperator ? 'value' : 'operator';
      const evidence = number.ownOperator ? value.raw : (indicator.operator ?? number.operator);
      return report({ message: 'only-limit', field, evidence, values: { core: name.core } });
    }
    // 霉变事件数 ≥0起: whatever is done about such things elsewhere, none of them is a limit here.
    const isNone = measure.negative && number.value === 0;
    const told = measure.better === undefined ? explained(understood, own) : undefined;
    const better =
      measure.better ??
      told ??
      (isNone || isSpent(understood, own) || isPrice(understood, own)
        ? 'lower'
        : isGain(understood, own)
          ? 'higher'
          : likely(understood));
    // 减少就业岗位数 ≤30个 under 社会成本: a loss, and no more of it.
    const isLoss = levels.level2 === 'cost-social' || levels.level2 === 'cost-ecological';
    if (better === 'higher' && DOWN.has(number.operator) && (isLoss || isTolerance(understood))) return;
    const wrong = (better === 'lower' && UP.has(number.operator)) || (better === 'higher' && DOWN.has(number.operator));
    if (
      !wrong ||
      (measure.kind !== 'ratio' &&
        measure.kind !== 'growth' &&
        measure.kind !== 'satisfaction' &&
        isShare(number, unit))
    )
      return;
    // 及时率 3天内 asks for two things at once, which value/unit-mismatch tells.
    const dimension = (number.unit ?? unit)?.dimension;
    if (dimension && contradictions[measure.kind]?.includes(dimension)) return;
    const isOwn = number.ownOperator;
    const all = better === 'higher' && number.value === 100 && dimension === 'ratio';
    // 预算执行率, 资源使用率 may have been meant to stay within bounds.
    if (all && mayBeBounded(name.core)) return;
    const right = better === 'lower' ? '≤' : all ? '=' : '≥';
    if (all) {
      report({
        message: 'bars-nothing',
        field: isOwn ? 'value' : 'operator',
        evidence: isOwn ? value.raw : (indicator.operator ?? number.operator),
        values: { core: name.core },
        ...signFix(understood, number, isOwn ? '' : right),
      });
      return;
    }
    report({
      message: better === 'lower' ? 'lower' : 'higher',
      field: isOwn ? 'value' : 'operator',
      evidence: isOwn ? value.raw : (indicator.operator ?? number.operator),
      values: {
        core: name.core,
        sign: isOwn ? signOf(value.text, number) : (indicator.operator ?? number.operator),
        right,
      },
      // What an explanation says of the figure, or a box of it, people had better read themselves.
      ...(told || isPrice(understood, own) ? {} : signFix(understood, number, right)),
    });
  },
});

/** 温度控制精度 ≤0.5℃: so much it may be off; 考核优秀率 ≤20%: so many there may be. */
function isTolerance({ measure: { word }, value, unit, name }: Understood): boolean {
  const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension;
  if (word.endsWith('精度')) return dimension !== undefined && dimension !== 'ratio';
  return /考核.{0,2}优秀/.test(name.core);
}

/** 系数越小越均衡: the explanation may say it. */
function explained({ indicator: { explanation }, name, measure }: Understood, own: Words): Better {
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

type Better = Understood['measure']['better'];
const LONGEST = 300;

/** 施工期居民信访件数 under 社会成本: what the project costs others, counted. 洒水降尘次数 there is done against it. */
function isPrice({ levels, measure }: Understood, { burdens }: Words): boolean {
  const isCostOfOthers = levels.level2 === 'cost-social' || levels.level2 === 'cost-ecological';
  return isCostOfOthers && WORK.has(measure.kind) && burdens.atEnd(measure.object) !== undefined;
}

/** 项目总投资额, 建设总费用 under costs: money that is spent, unless it is saved, won from others or what people get. */
function isSpent({ levels, measure, value, unit, name }: Understood, own: Words): boolean {
  const isCost = levels.level2 === 'cost-economic' || levels.level2 === 'cost-legacy';
  const isMoney = (value?.numbers[0]?.unit ?? unit)?.dimension === 'money';
  return (
    isCost &&
    isMoney &&
    (measure.kind === 'amount' || measure.kind === 'unit-cost') &&
    isOfSpending(name.core, own) &&
    own.notSpent.find(name.core) === undefined
  );
}

/** 项目总投资, 项目总投资额. */
function isOfSpending(core: string, { spent, amounts }: Words): boolean {
  const amount = amounts.atEnd(core)?.word ?? '';
  return spent.atEnd(core) !== undefined || spent.atEnd(core.slice(0, core.length - amount.length)) !== undefined;
}

/** 完成时间 ≥2024年12月20日: no sooner than it ought to be done. */
function isNotBefore({ value, measure, levels, indicator }: Understood): boolean {
  if (value?.kind !== 'date' || value.dates.length !== 1 || value.unread.length > 0) return false;
  if (measure.kind !== 'deadline' && levels.level2 !== 'timeliness') return false;
  return /^[≥>]/.test(value.text) || /^[≥>＞]=?$/.test((indicator.operator ?? '').trim());
}

const WORK: ReadonlySet<string> = new Set(['count', 'items', 'people', 'event', 'area', 'length']);

/** So many to be planted, built, trained: under 数量 an upper bound alone is met by none. */
function isWorkToDo({ name, measure, levels }: Understood, { toDo, betterFew }: Words): boolean {
  if (levels.level2 !== 'quantity' || !WORK.has(measure.kind) || measure.negative) return false;
  return toDo.find(name.core) !== undefined && betterFew.find(name.core) === undefined;
}

/** 新增灌溉受益面积, 带动就业人数: an effect that is counted, and nothing bad. */
function isGain({ name, measure, levels }: Understood, { gains, losses, betterFew }: Words): boolean {
  if (levels.level1 !== 'benefit' || !(WORK.has(measure.kind) || measure.kind === 'amount') || measure.negative)
    return false;
  if ([betterFew, losses].some((list) => list.find(name.core) !== undefined)) return false;
  const hit = gains.find(measure.object);
  // 受益老人跌倒人次: something befalls those who gain.
  return hit !== undefined && measure.object.length - hit.start - hit.word.length <= LONGEST_GAINED;
}

/** 就业, 农户: who or what is gained, in a word. */
const LONGEST_GAINED = 2;

/** The sign or word of comparison as it is written: ≤, 不超过, 以内. */
function signOf(text: string, { start, end, operator }: NumberPart): string {
  const before = /(?:[≥≤><=]{1,2}|[\p{Script=Han}]{1,5})\s?$/u.exec(text.slice(0, start))?.[0].trim();
  const behind = /[\p{Script=Han}]{1,4}$/u.exec(text.slice(start, end))?.[0];
  if (before && PREFIXED.test(before)) return before;
  return (
    /(?:或|及|和)?(?:以[上下内前]|之[内前]|[内前止起]|封顶|封底|或更[多高少])$/.exec(behind ?? '')?.[0] ??
    operator ??
    ''
  );
}

const PREFIXED = /[≥≤><=]|[不至最少多高低超大小等于控制达]/;

/** A count that is stated as a share is another measure than its name says. */
function isShare(number: NumberPart, unit: Understood['unit']): boolean {
  return (number.unit ?? unit)?.dimension === 'ratio';
}

const SURE = 0.985;

/** Where words leave it open: the model of names, if it is very sure; and a wait or a delay stated as a length of time. */
function likely({ opinion, measure, value, name }: Understood): 'higher' | 'lower' | undefined {
  if (!opinion || (measure.kind !== 'ratio' && measure.kind !== 'deadline')) return undefined;
  const best = opinion.better.best();
  if (best === undefined) return undefined;
  const negated = /[未不非拒]/.test(name.core.slice(-4));
  if (measure.kind === 'ratio' && !negated && best === 'higher' && opinion.better.of(best) >= SURE) return 'higher';
  const timed = measure.kind === 'deadline' && value?.numbers[0]?.unit?.dimension === 'time';
  return timed && best === 'lower' && opinion.box.best() === 'timeliness' ? 'lower' : undefined;
}
