/** Which side of the work an indicator looks at, whatever box it stands in. */
import type { Understanding, Understood } from '../../indicators/index.js';
import { endsInWork, isAmountOfWork, isExtentOfWork, isPlainCount, isWorkDone, SIZES } from './amounts.js';
import type { Facet, Words } from './words.js';
import { COUNTS } from '../kinds.js';
import { FLOORS, LIMITS } from '../signs.js';

/** Boxes for what comes of the work; that so much land is treated may be an effect on nature. */
const EFFECTS: ReadonlySet<string> = new Set(['economic', 'social', 'sustainable']);
const VISITS: ReadonlySet<string> = new Set(['people', 'event']);
const WELCOME = 0.9;
const HOME = 0.35;
const SURELY = 0.8;

export function isMeasured(one: Facet, understood: Understood, understanding: Understanding, own: Words): boolean {
  const { aspect } = understood.measure;
  return (aspect === one && !isOtherSide(understood, own)) || (FACETS[one]?.(understood, understanding, own) ?? false);
}

/** What else than its aspect tells that something is measured. */
const FACETS: Partial<Record<Facet, (understood: Understood, understanding: Understanding, own: Words) => boolean>> = {
  // Done by when, accepted or not: of the work itself, never of its effect.
  deadline: ({ measure, value, name }, _, own) =>
    (measure.kind === 'deadline' && (value === undefined || value.kind === 'date' || value.kind === 'missing')) ||
    own.dueWhole.test(name.core),
  acceptance: ({ name }, _, own) => own.accepted.test(name.core),
  // What others gain by the project: 带动就业人数, 林农增收额. 安置就业人数 may be the work itself.
  employment: ({ name }, _, own) => own.employment.test(name.core),
  income: ({ name }, _, own) => own.income.test(name.core),
  takings: ({ name, measure }, _, own) => measure.kind === 'amount' && own.takings.test(name.core),
  // 采购合同签订金额 ≤640万元: money that is paid, and is to stay within a limit. 坏账金额 tells how well.
  'limited-sum': ({ measure, value, unit, name }, _, own) =>
    measure.kind === 'amount' &&
    !measure.negative &&
    own.paying.test(name.core) &&
    measure.better !== 'higher' &&
    value?.numbers.length === 1 &&
    value.numbers.every(
      (one) => LIMITS.has(one.operator ?? '') && one.value > 0 && (one.unit ?? unit)?.dimension === 'money',
    ),
  // 救助金打卡差错笔数 =0笔: how well it went, unless it is counted by what came late.
  faults: ({ measure, name }, _, own) => COUNTS.has(measure.kind) && measure.negative && !own.timed.test(name.core),
  // 水罐消防车采购单价 ≤175万元/辆 under 数量; what is paid out there (补贴发放金额) other rules tell.
  'unit-price': ({ measure, name, value }, _, own) =>
    measure.aspect === 'cost' &&
    own.priced.test(name.core) &&
    (value?.numbers.every(({ operator }) => !FLOORS.has(operator ?? '')) ?? false),
  awareness: ({ name }, _, own) => own.awareness.test(name.core),
  // 受益人数, 接待人次: people reached are an effect even where an activity reaches them.
  'visit-count': (understood) => VISITS.has(understood.measure.kind) && isPlainCount(understood),
  'activity-count': (understood, understanding, own) => {
    const { kind, activity, effect } = understood.measure;
    const isCount = COUNTS.has(kind) || isExtentOfWork(understood, own) || isWorkDone(understood, understanding, own);
    if (!isCount || effect || !isPlainCount(understood)) return false;
    if (activity) return true;
    const { level2 } = understood.levels;
    if (level2 === 'quality') return endsInWork(understood, understanding);
    return level2 !== undefined && EFFECTS.has(level2) && isWorkDone(understood, understanding, own);
  },
  // 审结案件数 ≥9200件: how many, and more of them the better. What is to be kept low, and an average, may tell how well.
  'plain-count': (understood, _, own) =>
    isAmountOfWork(understood, own) &&
    // 年底前完成户数 under 时效 says when.
    !(understood.levels.level2 === 'timeliness' && own.timed.test(understood.name.core)) &&
    !isQualityByModel(understood, HOME),
  // 无公害防治率 under 时效, 雷达数据可用率 under 数量: how well, and no word of when or how many.
  'plain-quality': (understood, _, own) =>
    understood.measure.kind === 'ratio' &&
    !own.timed.test(understood.name.core) &&
    isQualityByModel(understood, SURELY),
  // 界址点测量中误差 ≤5cm: how well it was measured, and no amount of anything.
  exactness: ({ measure, name }, _, own) =>
    !COUNTS.has(measure.kind) && own.exact.test(name.core) && !own.timed.test(name.core),
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
    !value?.numbers.some(({ operator, value: amount }) => LIMITS.has(operator ?? '') || amount === 0),
};

/**
 * Words that look at one side and mean another: a response time in seconds is how well a system works, a standard of
 * subsidy is no cost of the project, 按时服药率 under quality is how well those who are served do.
 */
function isOtherSide({ measure, name, value, levels, unit: column }: Understood, own: Words): boolean {
  if (measure.aspect === 'cost') {
    if (!name.core.endsWith('标准')) return false;
    // 渡工补贴标准 1800元/人·月 is money, and no quality of anything; what the poor are assured of is.
    const isMoney = (value?.numbers[0]?.unit ?? column)?.dimension === 'money';
    return levels.level2 !== 'quality' || !isMoney || own.assured.test(name.core);
  }
  if (measure.aspect !== 'timeliness' || levels.level2 !== 'quality') return false;
  const unit = value?.numbers[0]?.unit;
  return (
    (unit?.dimension === 'time' && unit.factor < 1e-3) || own.byOthers.test(name.core) || own.running.test(name.core)
  );
}

/** 群众丧葬负担减轻程度: a burden that is taken off is none; 渔业资源增加量: nor is what there is more of. */
function isRelieved(core: string, { relieved }: Words): boolean {
  return relieved.some(({ acts, extents }) => {
    const extent = extents.atEnd(core)?.word;
    return extent !== undefined && acts.atEnd(core.slice(0, core.length - extent.length)) !== undefined;
  });
}

function isQualityByModel({ opinion }: Understood, enough: number): boolean {
  return opinion !== undefined && opinion.box.of('quality') >= enough;
}
