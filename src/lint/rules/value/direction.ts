import { mayBeBounded, type NumberPart, type Understood } from '../../../indicators/index.js';
import { type GoalBound, goalBound } from '../../goal-bound.js';
import { defineRule } from '../../rule.js';
import { signFix } from '../../value-edit.js';
import { directionWords, isWorkToDo, wantedDirection } from '../../wanted-direction.js';
import { FLOORS, LIMITS } from '../../signs.js';

export const rule = defineRule({
  id: 'value/direction',
  data: directionWords,
  indicator(understood, { understanding, draft, data: own, report }) {
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
      value.unread.length > 0 ||
      !(FLOORS.has(number.operator) || LIMITS.has(number.operator))
    )
      return;
    if (LIMITS.has(number.operator) && isWorkToDo(understood, own, understanding)) {
      const field = number.ownOperator ? 'value' : 'operator';
      const evidence = number.ownOperator ? value.raw : (indicator.operator ?? number.operator);
      return report({ message: 'only-limit', field, evidence, values: { core: name.core } });
    }
    // 隔声屏障插入损失 ≥10 dB(A): what is lost is noise.
    if (name.core.endsWith('损失') && (number.unit ?? unit)?.text.startsWith('db')) return;
    const wanted = wantedDirection(understood, number, own);
    const bound = wanted ? undefined : goalBound(draft, understood, number);
    const better = wanted?.better ?? bound?.better;
    // 减少就业岗位数 ≤30个 under 社会成本: a loss, and no more of it.
    const isLoss = levels.level2 === 'cost-social' || levels.level2 === 'cost-ecological';
    if (better === 'higher' && LIMITS.has(number.operator) && (isLoss || isTolerance(understood))) return;
    const wrong =
      (better === 'lower' && FLOORS.has(number.operator)) || (better === 'higher' && LIMITS.has(number.operator));
    if (
      !wrong ||
      (measure.kind !== 'ratio' &&
        measure.kind !== 'growth' &&
        measure.kind !== 'satisfaction' &&
        isShare(number, unit))
    )
      return;
    // 网上信访占比 ≥70% where the goal says 网上信访占比超过70%: meant so.
    const isOpen = measure.kind === 'ratio' && OPEN.test(name.core);
    if (wanted && !wanted.byContext && isOpen && isSameSide(goalBound(draft, understood, number), number)) return;
    // 及时率 3天内 asks for two things at once, which value/unit-mismatch tells.
    const dimension = (number.unit ?? unit)?.dimension;
    if (dimension && contradictions[measure.kind]?.includes(dimension)) return;
    const isOwn = number.ownOperator;
    const all = better === 'higher' && number.value === 100 && dimension === 'ratio';
    // 预算执行率, 资源使用率 may have been meant to stay within bounds.
    if (all && mayBeBounded(name.core)) return;
    // 疫情发生次数 ≥0起: none at all.
    const right = better === 'lower' ? (number.value === 0 ? '=' : '≤') : all ? '=' : '≥';
    if (all && !bound) {
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
      message: bound ? 'goal' : better === 'lower' ? 'lower' : 'higher',
      field: isOwn ? 'value' : 'operator',
      evidence: isOwn ? value.raw : (indicator.operator ?? number.operator),
      values: {
        core: name.core,
        sign: isOwn ? signOf(value.text, number) : (indicator.operator ?? number.operator),
        right,
        ...(bound && { goal: bound.text }),
      },
      // What an explanation says of the figure, a box or the goal, people had better read themselves.
      ...(wanted?.byContext || bound ? {} : signFix(understood, number, right)),
    });
  },
});

/** Shares of which it depends which way is better. */
const OPEN = /占比|比重|比例$/;

/** The goal bounds the figure on the side that the indicator does. */
function isSameSide(bound: GoalBound | undefined, { operator }: NumberPart): boolean {
  if (!bound) return false;
  return bound.better === 'higher' ? FLOORS.has(operator ?? '') : LIMITS.has(operator ?? '');
}

/** 温度控制精度 ≤0.5℃: so much it may be off; 考核优秀率 ≤20%: so many there may be. */
function isTolerance({ measure: { word }, value, unit, name }: Understood): boolean {
  const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension;
  if (word.endsWith('精度')) return dimension !== undefined && dimension !== 'ratio';
  return /考核.{0,2}优秀/.test(name.core);
}

/** 完成时间 ≥2024年12月20日: no sooner than it ought to be done. */
function isNotBefore({ value, measure, levels, indicator }: Understood): boolean {
  if (value?.kind !== 'date' || value.dates.length !== 1 || value.unread.length > 0) return false;
  if (measure.kind !== 'deadline' && levels.level2 !== 'timeliness') return false;
  return /^[≥>]/.test(value.text) || /^[≥>＞]=?$/.test((indicator.operator ?? '').trim());
}

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
