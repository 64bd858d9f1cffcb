/** Words that stand where a target should, as value/qualitative-only lists them. */
import { z } from 'zod';
import { alternatives, endingIn } from '../../text/any-of.js';

const WORDS = z.array(z.string().min(1)).min(1);

export const data = z
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
    /** 正常, 运行正常: nobody says when it is not. */
    normal: z.strictObject({ words: WORDS, acts: WORDS }),
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
    /** What an inspection ends in. */
    passed: WORDS,
    /** How many, if not how many exactly, which value/vague-quantifier tells: at the head, or anywhere. */
    loose: z.strictObject({ first: WORDS, anywhere: WORDS }),
    /** At the head of what a paper asks for. */
    required: WORDS,
    /** What comes before 尽 in 应保尽保. */
    duties: WORDS,
    /** There or not. */
    definite: WORDS,
    /** A day, a part of the day or of the year. */
    days: WORDS,
    /** Units of the time in a name: 七日内回复. */
    spans: WORDS,
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
      normal,
      grades,
      met,
      judged,
      figured,
      inspected,
      passed,
      loose,
      required,
      duties,
      definite,
      days,
      spans,
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
        normal: new RegExp(
          `^(?:均|全部|都|保持|基本)?${one(normal.acts)}?${one(normal.words)}${one(normal.acts)}?$`,
          'u',
        ),
        grade: new RegExp(`^${one(grades)}(?:及以上|以上|等次|等级)?$`, 'u'),
        met: new RegExp(`^(?:已|均|全部)?${one(met)}$`, 'u'),
        judged: endingIn(judged),
        figured: new RegExp(one(figured), 'u'),
        inspected: new RegExp(one(inspected), 'u'),
        passed: new RegExp(one(passed), 'u'),
        loose: new RegExp(`^${one(loose.first)}|${one(loose.anywhere)}`, 'u'),
        required: new RegExp(`^${one(required)}|${one(duties)}[\\p{Script=Han}]尽[\\p{Script=Han}]`, 'u'),
        // 有制度、有人员、有经费
        definite: new RegExp(`${one(definite)}|^有[^，]{1,6}[、，]有`, 'u'),
        days: new RegExp(one(days), 'u'),
        heldTime: new RegExp(`[\\d一二两三四五六七八九十](?:个)?${one(spans)}(?:之?内|以内)`, 'u'),
      };
    },
  );

export type Patterns = z.output<typeof data>;
