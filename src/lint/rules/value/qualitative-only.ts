import { z } from 'zod';
import type { Understanding, Understood } from '../../../indicators/index.js';
import { alternatives, endingIn } from '../../../text/any-of.js';
import { compact } from '../../../text/fold.js';
import { wrongAnswer } from '../../answer.js';
import { saysOneEach } from '../../one-each.js';
import { defineRule } from '../../rule.js';

const WORDS = z.array(z.string().min(1)).min(1);

const data = z
  .strictObject({
    /** 无影响, 没有明显不良影响: nobody can say what would be one. */
    effect: z.strictObject({ none: WORDS, degrees: WORDS, kinds: WORDS }),
    /** 按时, 如期完成, 按合同约定的时间: some time or other that was agreed on elsewhere. */
    time: z.strictObject({
      scopes: WORDS,
      manners: WORDS,
      papers: WORDS,
      agreed: WORDS,
      ends: WORDS,
      fully: WORDS,
      acts: WORDS,
    }),
    /** 合同期内, 规定时限内完成: the same within a time that stands elsewhere. */
    within: z.strictObject({ papers: WORDS, ends: WORDS, acts: WORDS }),
    /** 年内, 全年: the year of the draft as a whole. */
    year: z.strictObject({ spans: WORDS, acts: WORDS }),
    /** 市场价, 控制在预算内, 不超概算批复: a limit whose amount is left to another paper. */
    amount: z.strictObject({ limits: WORDS, places: WORDS, of: WORDS, papers: WORDS, sums: WORDS, acts: WORDS }),
    /** 比上年少一些, 多于上年: more or less than a figure that is not stated. */
    compared: z.strictObject({ signs: WORDS, years: WORDS, ends: WORDS, exact: WORDS }),
    /** Words of time that name none: 适时, 第一时间. */
    timeless: WORDS,
    /** A day, a length of time, or an event that something is to happen before or after. */
    timed: WORDS,
    /** With one of these it is a time after all. */
    exact: WORDS,
    /** A grade that somebody awards. */
    grades: WORDS,
    /** What a rate is to be, and says nothing of how high: 达标. */
    met: WORDS,
    /** What a name ends in that asks for a judgement: 质量, 效果. */
    judged: WORDS,
    /** With one of these, words do say how much: of all, as published, as a paper lays down. */
    figured: WORDS,
    /** What an inspector passes or does not, in a name: 验收, 工程质量. */
    inspected: WORDS,
  })
  .transform(
    ({
      effect,
      time,
      within,
      year,
      amount,
      compared,
      timeless,
      timed,
      exact,
      grades,
      met,
      judged,
      figured,
      inspected,
    }) => {
      const one = alternatives;
      const due = `${one(time.papers)}+${one(time.agreed)}*${one(time.ends)}`;
      return {
        noEffect: new RegExp(`^(?:基本)?${one(effect.none)}${one(effect.degrees)}?${one(effect.kinds)}?影响$`, 'u'),
        someTime: new RegExp(
          `^${one(time.scopes)}?(?:${one(time.manners)}|按照?${due})(?:要求)?(?:内|前)?${one(time.fully)}?${one(time.acts)}?$`,
          'u',
        ),
        agreedTime: new RegExp(
          `^在?${one(within.papers)}的?${one(within.ends)}(?:之?内|以内|前)(?:全部)?${one(within.acts)}?$`,
          'u',
        ),
        wholeYear: new RegExp(`^${one(year.spans)}(?:全部)?${one(year.acts)}?$`, 'u'),
        someAmount: new RegExp(
          `^${one(amount.limits)}*${one(amount.places)}?${one(amount.of)}?的?${one(amount.papers)}(?:控制)?${one(amount.sums)}?(?:以内|之内|内)?${one(amount.acts)}?$`,
          'u',
        ),
        compared: new RegExp(
          `^[≥≤><=]*${one(compared.signs)}${one(compared.years)}(?:同期|全年)?(?:实际|完成|水平|数量?|值|的)*(?:${one(compared.ends)})?$|^比${one(compared.years)}(?!${one(compared.exact)})[\\p{Script=Han}]{1,4}$`,
          'u',
        ),
        timeless: new RegExp(one(timeless), 'gu'),
        timed: new RegExp(`\\d|${one(timed)}`, 'u'),
        exact: new RegExp(one(exact), 'u'),
        grade: new RegExp(`^${one(grades)}(?:及以上|以上|等次|等级)?$`, 'u'),
        met: new RegExp(`^(?:已|均|全部)?${one(met)}$`, 'u'),
        judged: endingIn(judged),
        figured: new RegExp(one(figured), 'u'),
        inspected: new RegExp(one(inspected), 'u'),
      };
    },
  );

type Patterns = z.output<typeof data>;

export const rule = defineRule({
  id: 'value/qualitative-only',
  data,
  indicator(understood, { data: patterns, understanding, report }) {
    const { value, measure, levels, indicator } = understood;
    const { words } = understanding;
    const lacking = withoutFigure(understood, understanding, patterns);
    if (value && lacking && !words.hasScale(indicator.explanation))
      return report({ message: lacking, field: 'value', evidence: value.raw });
    if (value && isUnanswered(understood, patterns)) {
      if (words.hasScale(indicator.explanation)) return;
      return report({ message: 'other', field: 'value', evidence: value.raw, values: { word: value.text } });
    }
    if (value && isCompared(understood, patterns)) {
      if (words.hasScale(indicator.explanation)) return;
      return report({ message: 'compared', field: 'value', evidence: value.raw });
    }
    const unfelt = value?.kind === 'absence' && patterns.noEffect.test(compact(value.text));
    if (!value || (value.kind !== 'words' && !unfelt)) return;
    const evidence = unfelt
      ? value.text
      : (words.qualitative(value.text) ??
        barePraise(understood, understanding, patterns) ??
        noFigure(understood, understanding, patterns));
    if (evidence === undefined) return;
    // 考核等次 优秀 names a grade that somebody awards; a scale in the value or explanation makes it scorable.
    const isGraded = measure.kind === 'rank' || words.asksWhich(understood.name.core);
    if (isGraded && patterns.grade.test(value.text)) return;
    if (words.hasScale(value.text) || words.hasScale(indicator.explanation)) return;
    const benefit = levels.level1 === 'benefit';
    report({
      message: benefit ? 'benefit' : 'other',
      field: 'value',
      evidence: value.raw,
      values: { word: evidence },
    });
  },
});

/**
 * 食材供应 足量: a word that no list knows, where a number is asked or an effect is to be told. What asks which one it is
 * (评定级别, 采购方式) is answered by words; a rate answered by them value/name-conflict tells.
 */
function barePraise(understood: Understood, understanding: Understanding, { judged }: Patterns): string | undefined {
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
function noFigure(understood: Understood, understanding: Understanding, { figured }: Patterns): string | undefined {
  const { value, measure, name } = understood;
  const { level1 } = understood.levels;
  if (!value || value.numbers.length > 0 || value.unread.length > 0 || name.asks || level1 === 'management')
    return undefined;
  const key = compact(value.text);
  const isNumber = NUMBERED.has(measure.kind) || SHARES.has(measure.kind);
  // 路面面层 沥青混凝土: of a bare thing an output may be told which it is.
  const isEffect = level1 === 'benefit' || REQUIRED.test(key);
  const isJudged =
    level1 !== 'cost' &&
    !understanding.words.asksWhich(name.core) &&
    (JUDGED.has(measure.kind) || (measure.kind === 'none' && isEffect));
  // 来访登记录入 当日内, 来信七日内回复 件件有回复: a time, wherever it stands. 监测点布设 一村一点: a count.
  if (saysOneEach(key) || (measure.kind === 'event' && DAYS.test(key))) return undefined;
  if (isJudged && !isNumber && (DAYS.test(key) || HOLDS_TIME.test(name.core) || DEFINITE.test(key))) return undefined;
  if (!(isNumber || isJudged) || key.length > LONGEST_WORDS || !HAN.test(key) || figured.test(key) || LOOSE.test(key))
    return undefined;
  return wrongAnswer(understood, understanding) ? undefined : value.text;
}

/** 多次, 若干批: how many, if not how many exactly, which value/vague-quantifier tells. */
const LOOSE = /^(?:多|若干|数|几)|大部分|多数|大多/;
const LONGEST_WORDS = 12;
const JUDGED: ReadonlySet<string> = new Set(['degree', 'deadline', 'duration']);
const REQUIRED = /^(?:符合|达到|满足)|[应能愿须][\p{Script=Han}]尽[\p{Script=Han}]/u;
/** 销号, 有制度、有人员、有经费: there or not. */
const DEFINITE = /销号|^有[^，]{1,6}[、，]有/;
const DAYS = /[日月周旬]|汛|节前|开学|放假|[天夜]内|实时|即时/;
const SHARES: ReadonlySet<string> = new Set(['ratio', 'satisfaction', 'growth', 'unit-cost']);
const UNSOUND = 0.3;
const NUMBERED: ReadonlySet<string> = new Set([
  'count',
  'items',
  'people',
  'event',
  'quantity',
  'amount',
  'area',
  'length',
  'volume',
  'mass',
]);

const PASSED = /合格|通过|达标/;
const LONGEST = 30;
const LONGEST_STATE = 4;
const HAN = /^[\p{Script=Han}、，,]{2,30}$/u;

/** Words in answer to when: 适时开工, 第一时间送达, 按计划有序推进. */
function isTimeless(key: string, { exact, timed, timeless }: Patterns): boolean {
  if (!HAN.test(key) || exact.test(key)) return false;
  return !timed.test(key.replace(timeless, ''));
}

/**
 * A rate that is to be “达标” or “合格”: so much is what a rate says, and nothing else. 全覆盖 says it. 合规性 合规 says the name
 * again; what the finance bureau prescribes (决策, 过程) is left to its own scale.
 */
function isUnanswered({ value, measure, levels, name }: Understood, { met, inspected }: Patterns): boolean {
  if (value?.kind !== 'yes-no' && value?.kind !== 'words') return false;
  const text = compact(value.text);
  if (value.kind === 'words')
    return met.test(text) && measure.kind !== 'rank' && levels.level1 !== 'management' && !name.asks;
  // 规范率 规范 says the name again.
  // 驾驶员资质 合格, 患者档案 规范. What is inspected may be 合格 or not, and that is all that an inspector says.
  if (measure.kind === 'none' && levels.level1 !== 'management' && !name.asks)
    return met.test(text) && !(PASSED.test(text) && inspected.test(name.core));
  // 读者满意度 合规, 运维站点数 符合要求
  if (NUMBERED.has(measure.kind) || (SHARES.has(measure.kind) && measure.kind !== 'ratio')) return met.test(text);
  if (measure.kind === 'ratio')
    return measure.word.endsWith('率') && (met.test(text) || (text.length > 1 && measure.word.includes(text)));
  if (measure.kind !== 'degree' || levels.level1 === 'management' || text.length < 2) return false;
  return measure.word.endsWith('性') && (measure.word.includes(text) || met.test(text));
}

/** Neither value, nor explanation, nor a column beside them says what last year came to. */
function isCompared({ value, indicator, lastActual }: Understood, { compared }: Patterns): boolean {
  if (!value || value.numbers.length > 0 || lastActual !== undefined) return false;
  return compared.test(compact(value.text)) && !/\d/.test(`${indicator.explanation ?? ''}${indicator.source ?? ''}`);
}

/** 来信七日内回复. */
const HOLDS_TIME = /[\d一二两三四五六七八九十](?:个)?(?:工作日|小时|分钟|[日天周月])(?:之?内|以内)/;

/** What a value that refers to something else does not state, though time or money is asked for. */
function withoutFigure(
  { value, measure, levels, indicator, name }: Understood,
  { quantities }: Understanding,
  patterns: Patterns,
): 'time' | 'year' | 'amount' | undefined {
  if (!value || value.numbers.length > 0) return undefined;
  const key = compact(value.text).replace(/[。.；;]$/, '');
  if (key.length > LONGEST) return undefined;
  const timed = levels.level2 === 'timeliness' || measure.kind === 'deadline' || measure.aspect === 'timeliness';
  // 完成, 是: a state is no answer to when, but value/yes-no tells of it.
  const isAnswer = value.kind === 'words' || (value.kind === 'yes-no' && key.length > LONGEST_STATE);
  const costs = levels.level1 === 'cost' || levels.level2 === 'cost-legacy' || measure.aspect === 'cost';
  const found =
    timed && (patterns.someTime.test(key) || patterns.agreedTime.test(key) || (isAnswer && isTimeless(key, patterns)))
      ? 'time'
      : timed && patterns.wholeYear.test(key)
        ? 'year'
        : costs && patterns.someAmount.test(key)
          ? 'amount'
          : undefined;
  if (!found) return undefined;
  // 来信七日内回复 件件有回复: the time stands in the name.
  if (found === 'time' && HOLDS_TIME.test(name.core)) return undefined;
  // The explanation may state the day or the amount.
  const { dates, numbers } = quantities.readOnce(indicator.explanation ?? '');
  const dated =
    dates.some(({ month }) => month !== undefined) || numbers.some(({ unit }) => unit?.dimension === 'time');
  const priced = numbers.some(({ unit }) => unit?.dimension === 'money');
  return (found === 'amount' ? priced : dated) ? undefined : found;
}
