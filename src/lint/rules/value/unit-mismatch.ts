import { z } from 'zod';
import { comparable, type Understanding, type Understood, type Unit, wordIndex } from '../../../indicators/index.js';
import { alternatives, endingIn } from '../../../text/any-of.js';
import { wrongAnswer } from '../../answer.js';
import { counterOf } from '../../goal-match.js';
import { namesKnownFigure } from '../../known-figure.js';
import { defineRule } from '../../rule.js';
import { COUNTS } from '../../kinds.js';

const data = z
  .strictObject({
    /** Rates that are shares of what passes, whatever is measured of it: 合格率. */
    shares: z.array(z.string().min(1)).min(1),
    /** Money by name: so many of it may be a sum (补助资金拨付数). */
    moneyed: z.array(z.string().min(1)).min(1),
    /** Limits that are set to money, and what else they are set to: 车辆控制数, 采伐限额. */
    limits: z.strictObject({ words: z.array(z.string().min(1)).min(1), of: z.array(z.string().min(1)).min(1) }),
    /** Counters by the kind of thing that they count; what counts anything (个, 套, 件) is in none. */
    families: z.array(z.array(z.string().min(1)).min(1)),
    /** By kind of measure, the units that it usually comes in. */
    fitting: z.record(z.string(), z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })),
  })
  .transform(({ shares, moneyed, limits, families, fitting }) => ({
    shares: endingIn(shares),
    moneyed: wordIndex(moneyed),
    limited: new RegExp(`${alternatives(limits.of)}.*${alternatives(limits.words)}$`, 'u'),
    families: families.map((group) => new Set(group)),
    fitting,
  }));

export const rule = defineRule({
  id: 'value/unit-mismatch',
  data,
  indicator(understood, { data: { shares, moneyed, limited, families, fitting }, understanding, report }) {
    const { value, measure, name, indicator } = understood;
    // 泊位数（个） states the unit in brackets.
    const own = understood.unit ?? bracketUnit(understood, understanding);
    const number = value?.numbers[0];
    // 9S%, 1O: the letter is a digit mistyped, no unit.
    if (number && value?.unread.some(({ start, end }) => start < number.end && end > number.start)) return;
    const inValue = number && number.unit?.text !== own?.text ? number.unit : undefined;
    if (own && inValue && (conflict(own, inValue) || areOtherThings(own, inValue, families))) {
      return report({
        message: 'columns',
        field: understood.unit ? 'unit' : 'value',
        evidence: understood.unit ? (indicator.unit ?? '') : inValue.text,
        values: { unit: own.text, other: inValue.text },
      });
    }
    // 5月底、11月底前各完成一次: by when, and once each time.
    if (value && value.dates.length > 0 && number?.unit?.dimension === 'event') return;
    // 近三年平均值, 一年期LPR: a figure that is known elsewhere.
    if (value && namesKnownFigure(value.text)) return;
    // 收到锦旗3面 answers something else altogether: value/name-conflict.
    if (wrongAnswer(understood, understanding)) return;
    const unit = number?.unit ?? own;
    // A rate per something (次/年) fits rates and counts, and a change (增长5%) any measure.
    // 溢价率 5元/公斤 is a price.
    const isPrice = unit?.dimension === 'money' && PERCENT.has(measure.kind);
    const perTime = unit?.per !== undefined && PER_FITS.has(measure.kind) && !isPrice;
    if (!unit || perTime || number?.change || (value?.numbers.length ?? 0) > 1) return;
    const { contradictions, differences } = understanding.data.measures;
    // 出行时间增加值 15%: how much more may be a share of whatever there was.
    if (unit.dimension === 'ratio' && differences.includes(measure.word)) return;
    const contradicted = contradictions[measure.kind] ?? [];
    if (
      !isNoGrowthRate(understood, unit) &&
      !isTimesOfPeople(understood, unit) &&
      !isShareOfAmount(understood, unit) &&
      !isHouseholds(understood, unit) &&
      !isHours(understood, unit) &&
      !isExtent(understood, unit) &&
      !isOfPieces(understood, unit) &&
      !isShareOfCost(understood, unit) &&
      !(unit.dimension === 'physical' && shares.test(name.core)) &&
      !contradicted.includes(unit.dimension)
    )
      return;
    if (unit.dimension === 'money' && measure.kind === 'count' && moneyed.find(name.core)) return;
    if (measure.kind === 'amount' && limited.test(name.core)) return;
    if (isOfFirst(understood, unit, understanding)) return;
    // 有效期余量 48个月
    if (unit.dimension === 'time' && measure.word.endsWith('量') && /[期时]|年限|寿命/.test(measure.object)) return;
    // Stock turns over four times.
    if (unit.dimension === 'event' && name.core.includes('周转')) return;
    report({
      message: 'measure',
      field: own && unit === number?.unit && unit.text === own.text ? 'unit' : inValue || !own ? 'value' : 'unit',
      evidence: unit.text,
      values: {
        word: measure.word,
        unit: unit.text,
        core: name.core,
        fitting: fitting[measure.kind] ?? UNKNOWN,
      },
    });
  },
});

/** 终端采购数量和验收合格率 300台: of the first of two, which name/compound tells. */
function isOfFirst({ name, measure }: Understood, unit: Unit, { measures }: Understanding): boolean {
  const first = /^(?<first>.{3,})[和与及、]/.exec(name.core)?.groups?.first;
  return (
    measure.kind === 'ratio' &&
    first !== undefined &&
    ITEMS.has(unit.dimension) &&
    COUNTS.has(measures.readCore(first).kind)
  );
}

const ITEMS: ReadonlySet<string> = new Set(['thing', 'people', 'household', 'event']);

const UNKNOWN = { zh: '与名称相称的单位', en: 'a unit that fits the name' };
const PERCENT: ReadonlySet<string> = new Set(['ratio', 'growth', 'satisfaction']);
const PER_FITS: ReadonlySet<string> = new Set(['ratio', 'growth', 'satisfaction', 'event', 'count', 'items', 'people']);

/** 泊位数(个); a bracket elsewhere says of what: 补助标准(亩). */
function bracketUnit({ name, measure }: Understood, { units }: Understanding): Unit | undefined {
  const last = name.text.endsWith(')') ? name.brackets.at(-1) : undefined;
  const counts = measure.kind === 'count' || measure.kind === 'items' || measure.kind === 'none';
  const unit = last === undefined || !counts ? undefined : units.parse(last);
  return unit?.dimension === 'thing' ? unit : undefined;
}

/** 税收增长3000万元 is an amount of growth, 税收增长率3000万元 none. 3个点 are percentage points. */
function isNoGrowthRate({ measure, value }: Understood, { dimension }: Unit): boolean {
  return measure.kind === 'growth' && RATE.test(measure.word) && AMOUNTS.has(dimension) && value?.words !== '点';
}

const RATE = /(?:率|比例)$/;
const AMOUNTS: ReadonlySet<Unit['dimension']> = new Set(['money', 'thing', 'mass', 'volume', 'energy']);

/**
 * 补贴发放人数 12次, 演练次数 6人: how often is not how many; 人次 are counted both ways, and of nobody (0起) the unit does not
 * matter.
 */
function isTimesOfPeople({ measure, value }: Understood, { dimension, text }: Unit): boolean {
  // 流动采血活动场次 120人次: how many came.
  if (measure.kind === 'event' && dimension === 'people')
    return OCCASION.test(measure.word) || (TIMES.test(measure.word) && HEADS.has(text));
  if (measure.kind !== 'people' || !/人|员|[学考]生/.test(measure.word)) return false;
  // 在园幼儿人数 36300所: where they are.
  if (dimension === 'thing') return HOUSED.has(text);
  if (dimension !== 'event') return false;
  // 培训人次 12期: courses are no heads either.
  if (measure.word.includes('次')) return COURSES.has(text);
  return !text.startsWith('人') && value?.numbers[0]?.value !== 0;
}

/** Where people are, or what they work with. */
const HOUSED: ReadonlySet<string> = new Set(['所', '家', '座', '栋', '幢', '间', '处', '台', '辆', '台套', '套']);
const OCCASION = /场次?数?$/;
const COURSES: ReadonlySet<string> = new Set(['期', '场', '场次', '班', '班次', '届', '课时', '学时', '节']);
const TIMES = /[次场期届轮]数$|频次$/;
const HEADS: ReadonlySet<string> = new Set(['人', '名', '位', '个人', '万人']);

/** 受益人口数 18.6万户: heads are asked for; 户数 may be read either way. */
function isHouseholds({ measure }: Understood, unit: Unit): boolean {
  return measure.kind === 'people' && unit.dimension === 'household' && measure.word.includes('人');
}

/** 直播场次 ≥50小时: how long is not how often. 课时, 人天 and 台班 are counted in time. */
function isHours({ measure: { kind, word } }: Understood, { dimension, text }: Unit): boolean {
  // 疫苗配送到点时间 48次
  if (kind === 'duration') return dimension === 'event' && OCCASIONS.has(text);
  return kind === 'event' && dimension === 'time' && /[次场期届轮批]数?$/.test(word);
}

/** 送书下乡场次 12册: how often is asked, and how many things are told. */
function isOfPieces({ measure: { kind, word } }: Understood, { text }: Unit): boolean {
  return kind === 'event' && PIECES.has(text) && /[场期届轮]次?数?$/.test(word);
}

const PIECES: ReadonlySet<string> = new Set(['册', '本', '张', '株', '支', '把', '盏']);
const OCCASIONS: ReadonlySet<string> = new Set(['次', '起', '场', '批', '期', '届', '轮']);

/** 入户改造户数 2600立方米: what is counted one by one has no size. */
function isExtent({ measure: { kind }, name: { core } }: Understood, { dimension }: Unit): boolean {
  return (kind === 'count' || kind === 'items') && SIZES.has(dimension) && ONE_BY_ONE.test(core);
}

const ONE_BY_ONE = /[户家村所座处栋个台套件份例宗人位名床辆艘艇架头只株棵盏间张册篇部门支员生站条段口眼孔]数$/;
const SIZES: ReadonlySet<Unit['dimension']> = new Set(['length', 'area', 'volume', 'mass']);

/** 项目总成本 ≤95%: how much money is asked; 成本降低 and 成本占比 would say of what. */
function isShareOfCost({ measure: { kind, aspect }, value, name }: Understood, { dimension }: Unit): boolean {
  const isCost = aspect === 'cost' && (kind === 'amount' || kind === 'unit-cost');
  return isCost && dimension === 'ratio' && value?.words === '' && !/[占比较降减增升省控]|节约|浮动/.test(name.core);
}

const COUNTING: ReadonlySet<string> = new Set(['people', 'household', 'event', 'thing', 'grade', 'physical', 'score']);

/** Another dimension, or the same one on another scale (元 / 万元). Ways of counting (次, 场; 人, 人次) do not conflict. */
function conflict(a: Unit, b: Unit): boolean {
  if (COUNTING.has(a.dimension) && COUNTING.has(b.dimension)) return false;
  if (a.isOfSymbols || b.isOfSymbols) return false;
  return !comparable(a, b) || a.factor !== b.factor;
}

/** 62台 in the value and 盏 under the unit: counters of two families, each of which says what kind of thing is counted. */
function areOtherThings(a: Unit, b: Unit, families: readonly ReadonlySet<string>[]): boolean {
  if (a.dimension !== 'thing' || b.dimension !== 'thing') return false;
  const [one, other] = [counterOf(a), counterOf(b)].map((counter) => families.findIndex((set) => set.has(counter)));
  return one !== other && one !== -1 && other !== -1;
}

/** 节约用水量 20%, 垃圾清运量 95%: so much, not which share of it. 含量 and 浓度 are shares, and 变化量 has its own word. */
function isShareOfAmount({ measure, value }: Understood, unit: Unit): boolean {
  const amount =
    measure.kind === 'quantity' &&
    /(?:[水电气油煤热碳耗能产排运置存备应购投收理]|使用|消耗|削减)量$/.test(measure.word);
  return amount && unit.dimension === 'ratio' && unit.text === '%' && !/[占比较降减增升]/.test(value?.text ?? '');
}
