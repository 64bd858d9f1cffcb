import { z } from 'zod';
import type { NumberPart, Quantity, Understanding, Understood } from '../../../indicators/index.js';
import { endingIn } from '../../../text/any-of.js';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

const data = z
  .strictObject({
    /** Units whose numbers name a thing rather than say how much of it: 二期, 3号, 24小时, 60岁. */
    naming: z.array(z.string()).min(1),
    /** Verbs before a number that make it a target: 新建3座公厕. */
    verbs: z.array(z.string()).min(1),
    /** What a number behind it tells the part of: 工程三期, 第4期. */
    phased: z.array(z.string().min(1)).min(1),
  })
  .transform(({ phased, ...lists }) => ({ ...lists, phased: endingIn(phased) }));
type Words = z.output<typeof data>;

export const rule = defineRule({
  id: 'name/contains-value',
  data,
  indicator(understood, { data: words, understanding, report }) {
    const { name } = understood;
    if (!MAY_HOLD.test(name.text) || nameFault(understood, understanding)?.kind === 'missing') return;
    const read = understanding.quantities.readOnce(name.core);
    const evidence =
      numberIn(read, understood, words, understanding) ??
      deadlineIn(read, understood) ??
      bracketTarget(understood, understanding, words);
    if (evidence === undefined) return;
    report({ message: 'target', field: 'name', evidence, values: { value: evidence } });
  },
});

const MAY_HOLD = /[\d%≥≤<>=]|百分之|[一二两三四五六七八九十百千][\p{Script=Han}]/u;
const DONE = /^(?:完成|达标|覆盖|通过|合格|到位|实现|发放|办结|落实|竣工|交付|兑现)/;
const WORDED = /(?:达到?|不低于|不少于|不超过|不高于|至少|超过|控制在|(?<=.{2})为)$/;

/**
 * The piece of the name that is its target: a sign with a number, a number with its unit at the end, a number behind a task
 * verb, or the very number that is the target. A number that a noun follows (60岁以上老人, 110千伏线路) tells what is measured.
 */
function numberIn(
  { numbers, text }: Quantity,
  { measure, value }: Understood,
  { naming, verbs, phased }: Words,
  understanding: Understanding,
): string | undefined {
  for (const number of numbers) {
    const rest = text.slice(number.end);
    const before = text.slice(0, number.start);
    const sign = /[≥≤<>=]{1,2}\s?$/.exec(before);
    if (sign) return text.slice(before.length - sign[0].length, number.end);
    // 一单结, 千字: a numeral alone may be part of a word.
    if (!/[\d二三四五六七八九十两]|百分/.test(text.slice(number.start, number.end))) continue;
    if (!number.unit) continue;
    const isNaming = naming.some((word) => number.unit?.text.startsWith(word));
    if (isNaming && !(rest === '' && isRepeated(number, before, value, phased)) && !isLimit(number, rest, value))
      continue;
    // 3200座户厕改造完成率: how many are to be done.
    if (
      before === '' &&
      measure.kind === 'ratio' &&
      isMany(number) &&
      isOfThings(number) &&
      holdsWork(rest, understanding)
    )
      return shownAs(text, number);
    // 储备编织袋30万条完成率: what is done with how many. 民生实事50件完成率 is what they are called.
    if (
      measure.kind === 'ratio' &&
      isMany(number) &&
      isOfThings(number) &&
      DONE_RATE.test(rest) &&
      understanding.goals.leadsWithTask(before)
    )
      return shownAs(text, number);
    // 112个行政村终端建设数量 =112个: the very target again.
    if (before === '' && isOfThings(number) && isMany(number) && isWhollyRepeated(number, value))
      return shownAs(text, number);
    if (rest.startsWith('的') || (isPercent(number) && /^以[上下]的/.test(rest))) continue;
    const worded = WORDED.exec(before)?.[0] ?? '';
    const shown = text.slice(before.length - worded.length, number.end);
    // 培训人数500人, 满意度达到95%以上
    if (rest === '' && before.length > 1) return shown;
    // 100%完成检查
    if (isPercent(number) && before === '' && (DONE.test(rest) || measure.kind === 'none')) return shown;
    // 隐患100%消除率
    if (isPercent(number) && before.length > 1 && MEASURED_REST.test(rest)) return shown;
    if (rest === '' || measure.kind !== 'none') continue;
    if (isLimit(number, rest, value)) return shown;
    const verb = verbs.some((word) => before.endsWith(word) || before.endsWith(`${word}不少于`));
    // 工期180天内完成
    if (number.operator === '≤' && DONE.test(rest) && /(?:工期|时间|期限|周期|于|在)$/.test(before)) return shown;
    if (verb && !isPercent(number)) return shown;
    if (isTargetNumber(number, value)) return shown;
  }
  return undefined;
}

/** So many are no name of a programme (百个项目, 三个中心). */
const MANY = 50;

function isMany({ value, unit }: NumberPart): boolean {
  return value * (unit?.factor ?? 1) >= MANY;
}

/** 3200座户厕改造完成率; 50户以上自然村通硬化路率 and 500家企业入选率 say which. */
function holdsWork(rest: string, { goals }: Understanding): boolean {
  return goals.content(rest).words.some(({ weight, generic }) => weight === ACT && !generic);
}

const ACT = 0.5;

/** 109项水质全分析 is called so. */
function isOfThings({ unit, operator }: NumberPart): boolean {
  // 50户以上 says which.
  if (operator !== undefined) return false;
  const isCounted = unit?.dimension === 'thing' || unit?.dimension === 'household';
  return isCounted && !/^[项种类]/.test(unit.text);
}

function shownAs(text: string, { start, end }: NumberPart): string {
  return text.slice(start, end);
}

const MEASURED_REST = /^(?!以[上下]|及|的)[\p{Script=Han}]{2,4}率$/u;

function isPercent({ unit }: NumberPart): boolean {
  return unit?.dimension === 'ratio';
}

/** 公布抽查结果4期 that is to be 4期, 报修响应24小时 that is to be 24小时 say how much after all; 第4期 and 治理工程三期 say which. */
function isRepeated(number: NumberPart, before: string, value: Quantity | undefined, phased: Words['phased']): boolean {
  const isSame = isTargetNumber(number, value) && value?.numbers[0]?.unit?.text === number.unit?.text;
  return isSame && before.length > 1 && !phased.test(before);
}

/** 接到报修后30分钟内到场 that is to be ≤30分钟; a rate of it (30分钟内到场率) has a share for its target. */
function isLimit(number: NumberPart, rest: string, value: Quantity | undefined): boolean {
  const isTime = number.unit?.dimension === 'time' && number.operator === '≤';
  return isTime && rest !== '' && isTargetNumber(number, value) && value?.numbers[0]?.unit?.text === number.unit?.text;
}

/** The very target, in the same unit. */
function isWhollyRepeated(number: NumberPart, value: Quantity | undefined): boolean {
  return isTargetNumber(number, value) && value?.numbers[0]?.unit?.text === number.unit?.text;
}

function isTargetNumber({ value: own, unit }: NumberPart, value: Quantity | undefined): boolean {
  const [target, ...more] = value?.numbers ?? [];
  if (own <= 1 || target?.value !== own || more.length > 0) return false;
  return target.unit === undefined || unit === undefined || target.unit.dimension === unit.dimension;
}

const DONE_RATE = /^(?:完成|到位|落实)率$/;
const DONE_BY = /(?:完工|竣工|完成|建成|交付)率$/;

/** 12月20日前完成竣工验收: a deadline for a task. 每月10日前报送率 measures how often it is kept. */
function deadlineIn({ dates, text }: Quantity, { measure }: Understood): string | undefined {
  const date = dates.find((one) => /[前底止]$/.test(one.text) && (one.month !== undefined || one.year !== undefined));
  // 10月底前主体工程完工率: by when it is done, whatever is left of a rate.
  const isDone = measure.kind === 'ratio' && date?.start === 0 && DONE_BY.test(text);
  if (!date || (measure.kind !== 'none' && !isDone) || text.startsWith('每')) return undefined;
  return text.slice(date.end).length > 1 || date.start > 1 ? date.text : undefined;
}

/** 培训人数(≥500人), 古籍修复(120册): a bracket at the end that holds nothing but a target. */
function bracketTarget({ name }: Understood, { quantities }: Understanding, { naming }: Words): string | undefined {
  if (!name.text.endsWith(')')) return undefined;
  return name.brackets.slice(-1).find((text) => {
    const { numbers, words, dates } = quantities.readOnce(text);
    const [number] = numbers;
    if (!number || numbers.length > 1 || dates.length > 0 || words !== '') return false;
    if (/^\s?[≥≤<>=]/.test(text)) return true;
    if (!/\d/.test(text)) return false;
    return (
      number.ownUnit && number.unit?.dimension !== 'other' && !naming.some((word) => number.unit?.text.startsWith(word))
    );
  });
}
