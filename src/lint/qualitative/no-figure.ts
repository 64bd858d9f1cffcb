/** Values that say something of the right sort and leave the figure out: 达标 of a rate, 按时, 市场价, 多于上年. */
import type { Understanding, Understood } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import { NUMBERED, SHARES } from '../kinds.js';
import type { Patterns } from './words.js';

/** What a value that refers to something else does not state, though time or money is asked for. */
export function withoutFigure(
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
  if (found === 'time' && patterns.heldTime.test(name.core)) return undefined;
  // The explanation may state the day or the amount.
  const { dates, numbers } = quantities.readOnce(indicator.explanation ?? '');
  const dated =
    dates.some(({ month }) => month !== undefined) || numbers.some(({ unit }) => unit?.dimension === 'time');
  const priced = numbers.some(({ unit }) => unit?.dimension === 'money');
  return (found === 'amount' ? priced : dated) ? undefined : found;
}
/** Words in answer to when: 适时开工, 第一时间送达, 按计划有序推进. */
function isTimeless(key: string, { exact, timed, timeless }: Patterns): boolean {
  if (!HAN.test(key) || exact.test(key)) return false;
  return !timed.test(key.replace(timeless, ''));
}

/**
 * A rate that is to be “达标” or “合格”: so much is what a rate says, and nothing else. 全覆盖 says it. 合规性 合规 says the name
 * again; what the finance bureau prescribes (决策, 过程) is left to its own scale.
 */
export function isUnanswered(
  { value, measure, levels, name }: Understood,
  { met, inspected, passed }: Patterns,
): boolean {
  if (value?.kind !== 'yes-no' && value?.kind !== 'words') return false;
  const text = compact(value.text);
  if (value.kind === 'words')
    return met.test(text) && measure.kind !== 'rank' && levels.level1 !== 'management' && !name.asks;
  // 规范率 规范 says the name again.
  // 驾驶员资质 合格, 患者档案 规范. What is inspected may be 合格 or not, and that is all that an inspector says.
  if (measure.kind === 'none' && levels.level1 !== 'management' && !name.asks)
    return met.test(text) && !(passed.test(text) && inspected.test(name.core));
  // 读者满意度 合规, 运维站点数 符合要求
  if (NUMBERED.has(measure.kind) || (SHARES.has(measure.kind) && measure.kind !== 'ratio')) return met.test(text);
  if (measure.kind === 'ratio')
    return measure.word.endsWith('率') && (met.test(text) || (text.length > 1 && measure.word.includes(text)));
  if (measure.kind !== 'degree' || levels.level1 === 'management' || text.length < 2) return false;
  return measure.word.endsWith('性') && (measure.word.includes(text) || met.test(text));
}

/** Neither value, nor explanation, nor a column beside them says what last year came to. */
export function isCompared({ value, indicator, lastActual }: Understood, { compared }: Patterns): boolean {
  if (!value || value.numbers.length > 0 || lastActual !== undefined) return false;
  return compared.test(compact(value.text)) && !/\d/.test(`${indicator.explanation ?? ''}${indicator.source ?? ''}`);
}

const LONGEST = 30;
const LONGEST_STATE = 4;
const HAN = /^[\p{Script=Han}、，,]{2,30}$/u;

/**
 * 设备运行 正常: a state, of which nobody says where it ends. 是否正常运行 asks for it, 水质检验结论 is what somebody found, and an
 * explanation may say what normal is.
 */
export function isNormal({ value, name, indicator }: Understood, { normal }: Patterns): boolean {
  if (value === undefined || name.asks || ASKED.test(name.core) || !normal.test(compact(value.text))) return false;
  return !DEFINED.test(indicator.explanation ?? '');
}

const ASKED = /是否|能否|可否|有无|与否|结果$|结论$/;
const DEFINED = /\d|[一二两三四五六七八九十]次|正常|未发生|不发生|规定|标准|规范|规程/;
