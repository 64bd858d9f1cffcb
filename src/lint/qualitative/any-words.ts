/** Words given where a number, a degree or an effect is asked for, whichever words they are. */
import type { Understanding, Understood } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import { wrongAnswer } from '../answer.js';
import { NUMBERED, SHARES } from '../kinds.js';
import type { Patterns } from './words.js';

/**
 * 食材供应 足量: a word that no list knows, where a number is asked or an effect is to be told. What asks which one it is
 * (评定级别, 采购方式) is answered by words; a rate answered by them value/name-conflict tells.
 */
export function barePraise(
  understood: Understood,
  understanding: Understanding,
  { judged }: Patterns,
): string | undefined {
  const { value, measure, levels, name, opinion } = understood;
  const { words } = understanding;
  const { level1, level2 } = levels;
  if (!value || value.unread.length > 0 || name.asks || level1 === 'management' || level1 === 'cost') return undefined;
  const isEffect = level1 === 'benefit' && (measure.kind === 'none' || measure.kind === 'degree');
  // 菜品口味 鲜美: the name measures nothing either.
  const isBare = measure.kind === 'none' && opinion !== undefined && opinion.judged.of('sound') < UNSOUND;
  const isDegree = level2 === 'quality' && (measure.kind === 'degree' || judged.test(name.core) || isBare);
  const isCount = NUMBERED.has(measure.kind) || (level2 === 'quantity' && measure.kind === 'none');
  if (!isEffect && !isDegree && !isCount) return undefined;
  if (words.asksWhich(name.core) || !words.isBarePraise(value.text)) return undefined;
  return wrongAnswer(understood, understanding) ? undefined : value.text;
}

/**
 * 被困人员获救率 能救尽救, 苗种放流数量 高标准: a number is asked and some words are given, whichever they are. What is told of
 * something else (事故起数 全员持证) value/name-conflict tells.
 */
export function noFigure(understood: Understood, understanding: Understanding, patterns: Patterns): string | undefined {
  const { value, measure, name } = understood;
  const { level1 } = understood.levels;
  if (!value || value.numbers.length > 0 || value.unread.length > 0 || name.asks || level1 === 'management')
    return undefined;
  const key = compact(value.text);
  const isNumber = NUMBERED.has(measure.kind) || SHARES.has(measure.kind);
  // 路面面层 沥青混凝土: of a bare thing an output may be told which it is.
  const isEffect = level1 === 'benefit' || patterns.required.test(key);
  const isJudged =
    level1 !== 'cost' &&
    !understanding.words.asksWhich(name.core) &&
    (JUDGED.has(measure.kind) || (measure.kind === 'none' && isEffect));
  // 来访登记录入 当日内, 来信七日内回复 件件有回复: a time, wherever it stands. 监测点布设 一村一点: a count.
  if (understanding.words.saysOneEach(key) || (measure.kind === 'event' && patterns.days.test(key))) return undefined;
  if (
    isJudged &&
    !isNumber &&
    (patterns.days.test(key) || patterns.heldTime.test(name.core) || patterns.definite.test(key))
  )
    return undefined;
  if (
    !(isNumber || isJudged) ||
    key.length > LONGEST_WORDS ||
    !HAN.test(key) ||
    patterns.figured.test(key) ||
    patterns.loose.test(key)
  )
    return undefined;
  return wrongAnswer(understood, understanding) ? undefined : value.text;
}

const UNSOUND = 0.3;
const LONGEST_WORDS = 12;
const HAN = /^[\p{Script=Han}、，,]{2,30}$/u;
const JUDGED: ReadonlySet<string> = new Set(['degree', 'deadline', 'duration']);
