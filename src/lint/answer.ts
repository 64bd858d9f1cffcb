/** Whether a value answers what its name asks for. */
import type { Dimension, MeasureKind, NumberPart, Understanding, Understood } from '../indicators/index.js';
import { bigrams } from '../text/similarity.js';
import { NUMBERED } from './kinds.js';
import { namesKnownFigure } from './known-figure.js';
import { LIMITS } from './signs.js';

export type WrongAnswer = 'rate' | 'time' | 'amount' | 'degree' | 'event';

const RATES: ReadonlySet<MeasureKind> = new Set(['ratio', 'satisfaction', 'growth']);
const AMOUNTS: ReadonlySet<string> = new Set([...NUMBERED, 'unit-cost']);

/** What a kind of measure may be answered with. Kinds that are not listed take anything. */
const ANSWERS: Partial<Record<MeasureKind, readonly Dimension[]>> = {
  ratio: ['ratio', 'score', 'physical', 'other'],
  satisfaction: ['ratio', 'score', 'other'],
  growth: ['ratio', 'money', 'physical', 'mass', 'volume', 'area', 'other', 'score', 'energy'],
  count: [
    'thing',
    'people',
    'household',
    'event',
    'other',
    'mass',
    'volume',
    'area',
    'length',
    'data',
    'energy',
    'money',
    'grade',
  ],
  items: ['thing', 'people', 'household', 'event', 'other', 'grade'],
  people: ['people', 'household', 'event', 'thing', 'other'],
  event: ['event', 'thing', 'people', 'household', 'other', 'time'],
  quantity: ['mass', 'volume', 'energy', 'area', 'length', 'physical', 'data', 'other', 'ratio'],
  area: ['area', 'other'],
  length: ['length', 'other'],
  amount: ['money', 'other', 'ratio'],
  'unit-cost': ['money', 'other'],
  duration: ['time', 'event', 'other'],
  deadline: ['time', 'other'],
  rank: ['time', 'grade', 'score', 'ratio', 'thing', 'people', 'other', 'physical'],
};

/** Fillers that are no object of their own. */
const OWN = /[\p{Script=Han}]{2}/u;
const FILLERS =
  /年度?|全年|每年|每人|完成|达到|不低于|实现|保持|控制在?|较|比|以上|以内|左右|按照?|合计|共计?|平均|年均|日均|月均|户均|人均|新增|目标|计划|其中|合同|约定/g;
const QUALITY_STATES = /合格|通过|验收|评审|达标|优良|奖/;

/** What kind of answer the name asks for and does not get, or undefined. Bare numbers with a wrong unit are no answer either, but value/unit-mismatch speaks of them. */
export function wrongAnswer(understood: Understood, understanding: Understanding): WrongAnswer | undefined {
  const { value, measure, unit, name } = understood;
  if (!value || value.kind === 'missing' || value.unread.length > 0) return undefined;
  // 因灾死亡人数 不高于近三年平均值: a figure that is known, if not stated.
  if (namesKnownFigure(value.text) && !RATES.has(measure.kind)) return undefined;
  const { kind } = measure;
  const asked = RATES.has(kind) ? 'rate' : isTime(understood) ? 'time' : AMOUNTS.has(kind) ? 'amount' : 'degree';
  const number = value.numbers[0];
  if (number) {
    const dimension = (number.unit ?? unit)?.dimension;
    const words = value.words === '' ? '' : value.words.replace(FILLERS, '');
    const acted = OWN.test(words) && actsIn(words, understanding);
    if (asked === 'time' && (dimension === 'money' || isNoTime(understood, number)))
      return isByColumn(understood, number) ? undefined : 'time';
    if (isJudged(understood) && isCounted(number, words, acted || value.words.includes('新增'))) return 'degree';
    if (dimension === 'physical' && isOtherMeasure(words, understood, understanding)) return asked;
    // 故障修复及时率 30分钟内: by when. ≤30分钟 may be a unit gone astray.
    if (asked === 'rate' && dimension === 'time' && number.ownUnit && /[内前]$/.test(value.text)) return 'rate';
    // A change answers any measure, and so does a rate per something: 3个/千活产儿, 每10辆中不少于9辆.
    if (number.change || number.unit?.per !== undefined || /每\d|\/|一遇/.test(value.text)) return undefined;
    // 剂量率 120 nGy/h: so much an hour, in a unit that no table has.
    if (unit === undefined && understood.indicator.unit?.includes('/')) return undefined;
    // A share of 1,200 without a unit is a count.
    if (asked === 'rate' && dimension === undefined && measure.bounded && number.value > 100 && value.words === '')
      return 'rate';
    if (!OWN.test(words)) return undefined;
    // 事故起数 answered by 开展安全培训4次, whatever words the two share.
    if (measure.negative && AMOUNTS.has(kind) && acted && number.value > 0 && !measure.object.endsWith(words))
      return 'event';
    if (sharesWord(words, name.core)) return undefined;
    const fitting = ANSWERS[kind];
    const fits = value.numbers.some((one) => one.unit !== undefined && fitting?.includes(one.unit.dimension));
    if (fitting && dimension !== undefined && !fitting.includes(dimension) && !fits) return asked;
    if (kind === 'degree' && acted && dimension !== 'ratio' && dimension !== 'time') return 'degree';
    if (kind === 'rank' && dimension === 'event') return 'degree';
    return undefined;
  }
  return withoutNumber(understood, asked, understanding);
}

function actsIn(words: string, { data }: Understanding): boolean {
  return (
    data.words.taskVerbs.some((verb) => words.includes(verb)) ||
    /引进|更换|补植|收到|获得|开设|举办|上报|监测|发放|投入|参演/.test(words)
  );
}

/** 隐患复查时间 12次, 补助拨付时间 100%; 每周2次 says when, and 较上年缩短20% by how much sooner. */
function isNoTime({ value, measure, unit: own }: Understood, { unit: written, change }: NumberPart): boolean {
  const unit = written ?? own;
  const isDeadline = measure.kind === 'deadline';
  if (
    !(isDeadline || /时[间限]$/.test(measure.word)) ||
    change ||
    unit === undefined ||
    unit.per !== undefined ||
    value?.dates.length !== 0
  )
    return false;
  return NO_TIMES.has(unit.dimension);
}

/**
 * 反馈时限 ≤10 with 人 in a column of its own: the number may be right, and value/unit-mismatch tells of the unit. 报告出具时限 =5600 份
 * counts reports.
 */
function isByColumn({ unit, indicator, measure }: Understood, { ownUnit, operator, value }: NumberPart): boolean {
  const isPlain = operator === undefined && value <= A_WHILE && unit?.dimension !== 'ratio';
  const isLimit = LIMITS.has(operator ?? '') || isPlain || measure.word.endsWith('时长');
  return !ownUnit && unit !== undefined && (indicator.unit ?? '') !== '' && isLimit;
}

/** So many days or minutes are often allowed. */
const A_WHILE = 60;
const NO_TIMES: ReadonlySet<Dimension> = new Set([
  'event',
  'thing',
  'people',
  'household',
  'ratio',
  'area',
  'length',
  'mass',
  'volume',
]);

/** 准确性, 规范性, 稳定性: how well something is done. */
function isJudged({ measure: { kind, word, aspect } }: Understood): boolean {
  return kind === 'degree' && (aspect === 'quality' || (aspect === undefined && word.endsWith('性')));
}

/**
 * 准确性 720条, 稳定性 新增摄像头150个, 准确性 每日上报1次: how much was done. What must not occur more than so often
 * (宕机不超过2次, 缺页0卷) does answer, and so does what is counted by its faults.
 */
function isCounted({ value, unit, operator }: NumberPart, words: string, acted: boolean): boolean {
  if (value === 0 || LIMITS.has(operator ?? '') || unit === undefined) return false;
  if (unit.dimension === 'event') return acted || HELD.has(unit.text);
  return ANSWERED_BY_COUNT.has(unit.dimension) && (acted || !OWN.test(words));
}

/** 培训有效性 20场: so many were held. */
const HELD: ReadonlySet<string> = new Set(['期', '场', '场次', '班次', '届']);
const ANSWERED_BY_COUNT: ReadonlySet<Dimension> = new Set(['thing', 'people', 'household']);

/** 优良天数比例 PM10浓度≤60微克/立方米, 检测频次 检出限低于0.01毫克/千克: something else is measured. */
function isOtherMeasure(words: string, { measure, name }: Understood, { measures }: Understanding): boolean {
  if (!OWN.test(words) || sharesWord(words, name.core)) return false;
  if (measure.kind === 'event' || measure.kind === 'people' || measure.kind === 'items') return true;
  return measure.kind === 'ratio' && CONTENTS.has(measures.readCore(words).kind);
}

const CONTENTS: ReadonlySet<MeasureKind> = new Set(['quantity', 'count', 'length', 'duration']);

function withoutNumber(
  { value, measure, name }: Understood,
  asked: WrongAnswer,
  { measures, words }: Understanding,
): WrongAnswer | undefined {
  if (!value) return undefined;
  const absent = value.kind === 'absence' || (value.kind === 'date' && /^全年\s?(?:无|零|未)/.test(value.text));
  if (asked === 'rate') {
    // 垃圾清运及时率 日产日清: how the work goes; what is only praised value/qualitative-only tells.
    const isWay = value.kind === 'words' && !SAYS_SHARE.test(value.text) && words.qualitative(value.text) === undefined;
    return value.kind === 'date' || absent || isWay ? 'rate' : undefined;
  }
  if (asked === 'time') return absent ? 'time' : undefined;
  // 每月不少于若干次: a number, if not which.
  if (asked === 'amount' && /若干|[多数几][次场批轮回]/.test(value.text)) return undefined;
  if (asked === 'amount') {
    if (measure.negative) return undefined;
    if (value.kind === 'date' && !absent) return 'amount';
    const states = (value.kind === 'yes-no' || value.kind === 'words') && QUALITY_STATES.test(value.text);
    return states && !QUALITY_STATES.test(name.core) ? 'amount' : undefined;
  }
  // 考核结果 12月底前
  if (measure.kind === 'rank' || measure.kind === 'score')
    return value.kind === 'date' && /前|底/.test(value.text) ? 'degree' : undefined;
  if (measure.kind !== 'degree' || measure.aspect === 'timeliness') return undefined;
  // 撤离有效性 因灾死亡人数: the name of another measure.
  if (value.kind === 'words' && AMOUNTS.has(measures.readCore(value.words).kind)) return 'degree';
  return absent || (value.kind === 'date' && /前|底/.test(value.text)) ? 'degree' : undefined;
}

/** 全覆盖, 应收尽收, 高于全省平均: words that do say how large a share. */
const SAYS_SHARE = /[全均皆都每尽率达按符完标准齐满成比同平高低超不无零半过多少数]|分之|以[上内]|合[格规]|优|良|及格/;

function isTime({ measure }: Understood): boolean {
  const { kind, aspect } = measure;
  return (
    kind === 'deadline' ||
    (kind === 'duration' && aspect === 'timeliness') ||
    (kind === 'degree' && aspect === 'timeliness')
  );
}

function sharesWord(words: string, core: string): boolean {
  const own = bigrams(core);
  for (const piece of bigrams(words)) if (own.has(piece)) return true;
  return false;
}
