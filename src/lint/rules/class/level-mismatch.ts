import { z } from 'zod';
import { level2Schema, perName, type Understanding, type Understood, wordIndex } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const facet = z.enum([
  'satisfaction',
  'timeliness',
  'quality',
  'visit-count',
  'activity-count',
  'plain-count',
  'plain-quality',
  'deadline',
  'acceptance',
  'cost',
  'gain',
  'employment',
  'income',
  'awareness',
  'takings',
]);

type Facet = z.output<typeof facet>;

const wordList = z
  .array(z.string().min(1))
  .min(1)
  .transform((list) => wordIndex(list));

const data = z
  .strictObject({
    /** What is measured, the boxes that are wrong for it, and the right one. */
    misplaced: z.array(z.strictObject({ measured: facet, in: z.array(level2Schema).min(1), belongs: level2Schema })),
    /** Harm that is kept away, first in a name. */
    relief: wordList,
    /** Burdens that are taken off (减轻程度), and what there is more of (增加量), last in it. */
    relieved: z.array(z.strictObject({ acts: wordList, extents: wordList })),
  })
  // Of each box, what is wrong in it.
  .transform(({ misplaced, ...own }) => ({
    ...own,
    misplaced: new Map(level2Schema.options.map((box) => [box, misplaced.filter((one) => one.in.includes(box))])),
  }));

type Words = Pick<z.output<typeof data>, 'relief' | 'relieved'>;

export const rule = defineRule({
  id: 'class/level-mismatch',
  data,
  indicator(understood, { data: own, understanding, report }) {
    const { framework } = understanding;
    const { level2 } = understood.levels;
    if (!level2) return;
    const hit = own.misplaced.get(level2)?.find(({ measured }) => isMeasured(measured, understood, understanding, own));
    if (!hit || isAtHome(understood, hit.measured)) return;
    // Where costs stand under outputs (财预〔2015〕88号) they have one box only.
    const isOlder = hit.belongs === 'cost-economic' && !framework.level1Of('cost-legacy').includes('cost');
    const right = framework.level2Name(isOlder ? 'cost-legacy' : hit.belongs);
    report({
      message: MESSAGES[hit.measured] ?? hit.measured,
      field: 'level2',
      evidence: understood.indicator.level2 ?? '',
      values: {
        core: understood.name.core,
        word: timeWord(understood.name.core) ?? understood.measure.word,
        box: framework.level2Name(level2),
        right,
      },
      fix: { field: 'level2', value: right },
    });
  },
});

/** Facets that differ only in where they are wrong. */
const MESSAGES: Readonly<Record<string, string>> = {
  'plain-count': 'count',
  'plain-quality': 'how-well',
  deadline: 'timeliness',
  acceptance: 'quality',
  employment: 'effect',
  income: 'effect',
  takings: 'effect',
};

function timeWord(core: string): string | undefined {
  return /及时|准时|按时|按期|如期|限时/.exec(core)?.[0];
}

/** Facets that a word decides; of the others the model of names may think otherwise. */
const CERTAIN: ReadonlySet<string> = new Set([
  'satisfaction',
  'timeliness',
  'cost',
  'deadline',
  'employment',
  'income',
  'awareness',
  'takings',
]);
/** How good the model must find the stated box: an effect may be a price in words of its own, a count seldom is none. */
const ENOUGH = { gain: 0.35, other: 0.75 };
const SURE = 0.95;

/** Whether the model of names finds the stated box a good one for this name. */
function isAtHome({ opinion, levels }: Understood, measured: string): boolean {
  if (!opinion || CERTAIN.has(measured)) return false;
  const box = levels.level2 === 'service-satisfaction' ? 'satisfaction' : levels.level2;
  const enough = measured === 'gain' ? ENOUGH.gain : ENOUGH.other;
  if (box !== undefined && opinion.box.of(box) >= enough) return true;
  // A count of work under a benefit: the model must see an output in it too.
  if (measured !== 'activity-count' || levels.level1 !== 'benefit') return false;
  return opinion.box.best() !== 'quantity' || opinion.box.of('quantity') < SURE;
}

const COUNTS: ReadonlySet<string> = new Set(['count', 'items', 'people', 'event']);
const VISITS: ReadonlySet<string> = new Set(['people', 'event']);

/**
 * Words that look at one side and mean another: a response time in seconds is how well a system works, a standard of
 * subsidy is no cost of the project, 按期办结率 under quality is how well work is done.
 */
function isOtherSide({ measure, name, value, levels, unit: own }: Understood): boolean {
  if (measure.aspect === 'cost') {
    if (!name.core.endsWith('标准')) return false;
    // 渡工补贴标准 1800元/人·月 is money, and no quality of anything; what the poor are assured of is.
    const isMoney = (value?.numbers[0]?.unit ?? own)?.dimension === 'money';
    return levels.level2 !== 'quality' || !isMoney || ASSURED.test(name.core);
  }
  if (measure.aspect !== 'timeliness' || levels.level2 !== 'quality') return false;
  const unit = value?.numbers[0]?.unit;
  return (
    (unit?.dimension === 'time' && unit.factor < 1e-3) ||
    /(?:按时|按期|限时|准时)(?!开工|完工|竣工|完成|建成|交付)[^率]{1,8}率$/.test(name.core)
  );
}

const ASSURED = /(?:保障|低保|救助|供养|抚恤|优待|养老金|基本生活)[^补贴]{0,6}标准$/;

function isMeasured(one: Facet, understood: Understood, understanding: Understanding, own: Words): boolean {
  const { aspect } = understood.measure;
  return (aspect === one && !isOtherSide(understood)) || (FACETS[one]?.(understood, understanding, own) ?? false);
}

/** What else than its aspect tells that something is measured. */
const FACETS: Partial<Record<Facet, (understood: Understood, understanding: Understanding, own: Words) => boolean>> = {
  // Done by when, accepted or not: of the work itself, never of its effect.
  deadline: ({ measure, value, name }) =>
    (measure.kind === 'deadline' && (value === undefined || value.kind === 'date' || value.kind === 'missing')) ||
    /(?:按时|按期|如期)(?:完工|竣工|完成|建成|交付)率$/.test(name.core),
  acceptance: ({ name }) => /(?:验收|培训|培训考核|培训考试|结业考试|结业考核)(?:合格|通过|达标)率$/.test(name.core),
  // What others gain by the project: 带动就业人数, 林农增收额. 安置就业人数 may be the work itself.
  employment: ({ name }) =>
    /(?:带动|拉动|辐射|间接)[^、和与及]{0,8}(?:就业|创业|从业|务工)(?:总?人数|人次|岗位数?|数量|岗位数量|户数)?$/.test(
      name.core,
    ),
  income: ({ name }) => /增收(?:总?额|金额|数额|幅度|率)?$/.test(name.core),
  takings: ({ name, measure }) =>
    measure.kind === 'amount' &&
    /(?:消费|销售|营业|经营|旅游|门票|产值|税收|利润|营收)(?:综合|总)?(?:收入|总?额|金额|增加值|总值)?$/.test(
      name.core,
    ),
  awareness: ({ name }) => /(?:知晓|知悉|了解)(?:率|度|程度)$/.test(name.core),
  // 受益人数, 接待人次: people reached are an effect even where an activity reaches them.
  'visit-count': (understood) => VISITS.has(understood.measure.kind) && isPlainCount(understood),
  'activity-count': (understood, understanding) => {
    const { kind, activity, effect } = understood.measure;
    const isCount = COUNTS.has(kind) || isExtentOfWork(understood);
    if (!isCount || effect || !isPlainCount(understood)) return false;
    return activity || (understood.levels.level2 === 'quality' && endsInWork(understood, understanding));
  },
  // 审结案件数 ≥9200件: how many, and more of them the better. What is to be kept low, and an average, may tell how well.
  'plain-count': (understood) =>
    isAmountOfWork(understood) &&
    // 年底前完成户数 under 时效 says when.
    !(understood.levels.level2 === 'timeliness' && TIMED.test(understood.name.core)) &&
    !isQualityByModel(understood, HOME),
  // 无公害防治率 under 时效, 雷达数据可用率 under 数量: how well, and no word of when or how many.
  'plain-quality': (understood) =>
    understood.measure.kind === 'ratio' && !TIMED.test(understood.name.core) && isQualityByModel(understood, SURELY),
  // 次均费用增幅≤3%, 未安置户数=0: what is to stay low or at zero is a price, however it is named.
  gain: ({ measure: { kind, wish, effect, negative, better }, value, name, opinion }, _, own) =>
    // 避免人员伤亡数, 减少搁浅事故: harm that is kept away is no price.
    (own.relief.at(name.core, 0) !== undefined ||
      isRelieved(name.core, own) ||
      // 岸滩生境改善面积 ≥3.2万平方米: the more of it the better. 工程渣土防护率 ≥95% keeps a price low.
      (better !== 'lower' &&
        (SIZES.has(kind) || COUNTS.has(kind)) &&
        FLOORS.has(value?.numbers[0]?.operator ?? '') &&
        (opinion?.better.of('higher') ?? 0) >= WELCOME) ||
      ((kind === 'growth' || kind === 'satisfaction' || wish !== undefined || effect) && !negative)) &&
    !value?.numbers.some(({ operator, value: amount }) => operator === '≤' || operator === '<' || amount === 0),
};

const WELCOME = 0.9;
const FLOORS: ReadonlySet<string> = new Set(['≥', '>']);

/** 群众丧葬负担减轻程度: a burden that is taken off is none; 渔业资源增加量: nor is what there is more of. */
function isRelieved(core: string, { relieved }: Words): boolean {
  return relieved.some(({ acts, extents }) => {
    const extent = extents.atEnd(core)?.word;
    return extent !== undefined && acts.atEnd(core.slice(0, core.length - extent.length)) !== undefined;
  });
}

/** 清淤 of 管道清淤长度, 加工 of 图书加工量. */
const endsInWork = perName(({ measure: { object } }, { goals, words }: Understanding) => {
  if (words.endsInWork(object)) return true;
  const content = goals.content(object).words;
  const last = content.at(-1);
  return content.length > 1 && last?.weight === ACT && !last.generic;
});
const ACT = 0.5;

/** 湖区巡护里程, 管网铺设长度: how much work. A width or a depth is how it has to be, and a benefit may well be an area. */
function isExtentOfWork({ measure: { kind, word }, levels }: Understood): boolean {
  return EXTENTS.has(kind) && levels.level1 !== 'benefit' && !SPECIFIED.test(word);
}

const EXTENTS: ReadonlySet<string> = new Set(['area', 'length', 'volume']);
const SPECIFIED = /[宽厚高深]度$|[间径]距?$|距离$/;

/** A total of things, people, times or, under 时效, of any size, that is to be reached. */
function isAmountOfWork(understood: Understood): boolean {
  const { measure, value, name, levels, unit: column } = understood;
  const number = value?.numbers[0];
  const unit = number?.unit ?? column;
  const isCount = COUNTS.has(measure.kind) || (levels.level2 === 'timeliness' && SIZES.has(measure.kind));
  if (!isCount || !number || number.value <= 0 || LIMITS.has(number.operator ?? '') || number.high !== undefined)
    return false;
  if (unit === undefined || unit.per !== undefined || unit.dimension === 'time' || AVERAGE.test(name.core))
    return false;
  return isPlainCount(understood) && unit.dimension !== 'physical';
}

const SIZES: ReadonlySet<string> = new Set(['area', 'length', 'volume', 'mass', 'quantity']);
const LIMITS: ReadonlySet<string> = new Set(['≤', '<']);
const AVERAGE = /均|每|单[^位元]|频[次率]|提前|间隔/;
/** Any word of when. */
const TIMED = /[\d时日天月期前早晚年按准延逾即当限速快]|到报|接[起通]/;

function isQualityByModel({ opinion }: Understood, enough: number): boolean {
  return opinion !== undefined && opinion.box.of('quality') >= enough;
}

const HOME = 0.35;
const SURELY = 0.8;

/**
 * A count that says nothing of quality, as 获奖人次 and 投诉次数 do, and under 质量 what is to be kept low (误报警 ≤3次, 脱管漏管 0人); under
 * 时效 so many a day say how soon again.
 */
function isPlainCount({ measure: { quality, negative }, value, unit, levels }: Understood): boolean {
  const number = value?.numbers[0];
  // 投放点清运频次 ≥2次/天 under 时效 says how soon again.
  if (levels.level2 === 'timeliness' && (number?.unit ?? unit)?.per !== undefined) return false;
  if (levels.level2 === 'quality' && number && (LIMITS.has(number.operator ?? '') || number.value === 0)) return false;
  return !quality && !negative && (value?.numbers[0]?.unit ?? unit)?.dimension !== 'ratio';
}
