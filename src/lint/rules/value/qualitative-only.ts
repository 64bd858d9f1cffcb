import { z } from 'zod';
import type { Understanding, Understood } from '../../../indicators/index.js';
import { wrongAnswer } from '../../answer.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/qualitative-only',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const { value, measure, levels, indicator } = understood;
    const { words } = understanding;
    const lacking = withoutFigure(understood, understanding);
    if (value && lacking && !words.hasScale(indicator.explanation))
      return report({ message: lacking, field: 'value', evidence: value.raw });
    if (value && isUnanswered(understood)) {
      if (words.hasScale(indicator.explanation)) return;
      return report({ message: 'other', field: 'value', evidence: value.raw, values: { word: value.text } });
    }
    const unfelt = value?.kind === 'absence' && NO_EFFECT.test(compact(value.text));
    if (!value || (value.kind !== 'words' && !unfelt)) return;
    const evidence = unfelt ? value.text : (words.qualitative(value.text) ?? barePraise(understood, understanding));
    if (evidence === undefined) return;
    // 考核等次 优秀 names a grade that somebody awards; a scale in the value or explanation makes it scorable.
    if (measure.kind === 'rank' && /^(?:优秀?|良好?|优良|合格|[一二三]等)(?:及以上|以上|等次|等级)?$/.test(value.text))
      return;
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
function barePraise(understood: Understood, understanding: Understanding): string | undefined {
  const { value, measure, levels, name, opinion } = understood;
  const { words } = understanding;
  const { level1, level2 } = levels;
  if (!value || value.unread.length > 0 || name.asks || level1 === 'management' || level1 === 'cost') return undefined;
  const isEffect = level1 === 'benefit' && (measure.kind === 'none' || measure.kind === 'degree');
  // 菜品口味 鲜美: the name measures nothing either.
  const isBare = measure.kind === 'none' && opinion !== undefined && opinion.judged.of('sound') < UNSOUND;
  const isDegree = level2 === 'quality' && (measure.kind === 'degree' || JUDGED.test(name.core) || isBare);
  const isCount = NUMBERED.has(measure.kind) || (level2 === 'quantity' && measure.kind === 'none');
  if (!isEffect && !isDegree && !isCount) return undefined;
  if (words.asksWhich(name.core) || !words.isBarePraise(value.text)) return undefined;
  return wrongAnswer(understood, understanding) ? undefined : value.text;
}

const UNSOUND = 0.3;
const JUDGED = /(?:质量|效果|情况|水平|状况|成效)$/;
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

/** 无影响, 无明显不良影响: nobody can say what would be one. */
const NO_EFFECT = /^(?:基本)?(?:无|没有|不存在)(?:任何|明显|较大|重大)?(?:不良|负面|不利)?影响$/;
const LONGEST = 30;
const LONGEST_STATE = 4;
/** 按时, 如期完成, 按合同约定的时间: some time or other that was agreed on elsewhere. */
const SOME_TIME =
  /^(?:均|能|全部)?(?:(?:按|准|如|适|限|定)[时期]|按照?(?:既定|预定|规定|约定|合同|协议|计划|工作|项目|实施|方案|进度|序时|时序|施工|上级|文件|要求)+(?:规定|约定|要求|安排|计划|方案|进度|的)*(?:时间|时限|期限|工期|节点|日期)?)(?:要求)?(?:内|前)?(?:全部|全面|全额|足额|及时)?(?:完成|完工|竣工|交付|交货|到货|供货|到位|发放|拨付|支付|办结|开展|推进|执行|实施|举办|报送|投入使用)?$/;
/** 合同期内, 规定时限内完成: the same without 按. */
const AGREED_TIME =
  /^在?(?:合同|协议|规定|约定|计划|要求|限定|施工)的?(?:期|工期|时间|时限|期限|周期|节点)(?:之?内|以内|前)(?:全部)?(?:完成|完工|竣工|交付|到位|发放|拨付|办结|送达)?$/;
/** 年内, 全年: the year of the draft as a whole. */
const WHOLE_YEAR =
  /^(?:年内|年度内|当年度?|本年度?|全年|当年内|本年内|全年度)(?:全部)?(?:完成|完工|竣工|实施|发放|支付|拨付)?$/;
/** 市场价, 控制在预算内, 不超概算批复: a limit whose amount is left to another paper. */
const SOME_AMOUNT =
  /^(?:按照?|参照|以|随|同|不高于|不超过?出?|不得超过|未超过?|低于|严格|控制在|控制|小于|≤|<)*(?:当地|同期|同类)?(?:年初|年度|本年|项目|批复|核定|财政)?的?(?:市场(?:平均)?(?:价格?|行情|水平|均价)|预算|概算|批复|限额|控制价)(?:控制)?(?:批复|价格?|数|额|金额|总额|范围|标准)?(?:以内|之内|内)?(?:为准|执行|采购)?$/;

/** 适时, 有序推进, 第一时间: words of time that name none. */
const NO_TIME = /及时|适时|按时|准时|随时|第一时间|时间|时限|期限|按期|如期|定期|同期|近期|前期|后期|时序|时效|年度/g;
/** A day, a length of time, or an event that something is to happen before or after. */
const ANY_TIME = /[\d〇一二两三四五六七八九十半几年月日天周旬季时分秒汛节前后内早晚夜假]|开学|放假|过程|全程|每/;
const HAN = /^[\p{Script=Han}、，,]{2,30}$/u;

/** Words in answer to when: 适时开工, 第一时间送达, 按计划有序推进. */
function isTimeless(key: string): boolean {
  if (!HAN.test(key) || /实时|即时|按[年月季]/.test(key)) return false;
  return !ANY_TIME.test(key.replace(NO_TIME, ''));
}

/**
 * A rate that is to be “达标” or “合格”: so much is what a rate says, and nothing else. 全覆盖 says it. 合规性 合规 says the name
 * again; what the finance bureau prescribes (决策, 过程) is left to its own scale.
 */
function isUnanswered({ value, measure, levels }: Understood): boolean {
  if (value?.kind !== 'yes-no') return false;
  const text = compact(value.text);
  if (measure.kind === 'ratio') return measure.word.endsWith('率') && STATE.test(text);
  if (measure.kind !== 'degree' || levels.level1 === 'management' || text.length < 2) return false;
  return measure.word.endsWith('性') && (measure.word.includes(text) || STATE.test(text));
}

const STATE = /^(?:已|均|全部)?(?:达标|合格|合规|符合(?:要求|规定|标准)?|达到(?:要求|规定|标准)|通过)$/;

const HOLDS_TIME = /[\d一二两三四五六七八九十](?:个)?(?:工作日|小时|分钟|[日天周月])(?:之?内|以内)/;

/** What a value that refers to something else does not state, though time or money is asked for. */
function withoutFigure(
  { value, measure, levels, indicator, name }: Understood,
  { quantities }: Understanding,
): 'time' | 'year' | 'amount' | undefined {
  if (!value || value.numbers.length > 0) return undefined;
  const key = compact(value.text).replace(/[。.；;]$/, '');
  if (key.length > LONGEST) return undefined;
  const timed = levels.level2 === 'timeliness' || measure.kind === 'deadline' || measure.aspect === 'timeliness';
  // 完成, 是: a state is no answer to when, but value/yes-no tells of it.
  const isAnswer = value.kind === 'words' || (value.kind === 'yes-no' && key.length > LONGEST_STATE);
  const costs = levels.level1 === 'cost' || levels.level2 === 'cost-legacy' || measure.aspect === 'cost';
  const found =
    timed && (SOME_TIME.test(key) || AGREED_TIME.test(key) || (isAnswer && isTimeless(key)))
      ? 'time'
      : timed && WHOLE_YEAR.test(key)
        ? 'year'
        : costs && SOME_AMOUNT.test(key)
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
