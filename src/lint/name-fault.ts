/**
 * Of the faults that make a name no indicator at all, at most one is reported: the first that holds, in the order of
 * the catalogue. Where words leave it open (a wish without a wish verb, a thing without a measure word) the model of
 * names decides, and stays silent unless it is sure.
 */
import { type Judgement, type Opinion, perName, type Understanding, type Understood } from '../indicators/index.js';
import { CharacterSet } from '../text/character-set.js';
import { compact } from '../text/fold.js';
import { isPart } from './part.js';

export type NameFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'is-category' }
  | { readonly kind: 'slogan' | 'no-measure' | 'vague'; readonly evidence: string };

export function nameFault(understood: Understood, understanding: Understanding): NameFault | undefined {
  let fault = understood.fault as NameFault | null | undefined;
  if (fault === undefined) {
    fault = judge(understood, understanding) ?? null;
    understood.fault = fault;
  }
  return fault ?? undefined;
}

function judge(understood: Understood, understanding: Understanding): NameFault | undefined {
  const { name } = understood;
  const empty = emptyName(understood, understanding);
  if (empty) return EMPTY[empty];
  // 支撑材料材质 热镀锌钢管: which one is asked, and told.
  const isTold =
    understood.value?.kind === 'words' &&
    understanding.words.asksWhich(name.core) &&
    understanding.words.qualitative(understood.value.text) === undefined;
  if (
    isTold ||
    understanding.names.countsKinds(name.core, understood.value?.numbers[0]?.unit?.text ?? understood.unit?.text)
  )
    return undefined;
  const slogan = name.asks && !asksForWish(understood) ? undefined : sloganEvidence(understood);
  // 培训质量, 宣传效果: an act is named, and a side of it that any act has.
  const isSide = understood.measure.wish?.kind === 'task' && isSideOfAct(understood, understanding);
  if (slogan !== undefined && isSide && understood.value?.kind === 'words' && !isGraded(understood, understanding))
    return { kind: 'vague', evidence: name.core };
  if (slogan !== undefined && !isSide) {
    const judged = understood.opinion?.judged;
    const enough = understood.value?.kind === 'number' ? OVERRULES.number : OVERRULES.other;
    // 社会反响良好, 安保服务到位 that is to be “到位”: nobody wishes or does anything, a state is praised.
    const isState = understood.measure.wish?.kind === 'tail' && !CHANGE.test(name.core);
    if (isState && (judged?.best() === 'vague' || understood.value?.kind === 'yes-no'))
      return { kind: 'vague', evidence: name.core };
    // 调查网点稳定, 老年人出行便利: a state is named, and neither how it comes about nor how it is measured.
    const isBare = understood.measure.wish?.kind === 'tail' && understanding.names.isState(slogan);
    // Above a half it is the likeliest as well.
    if (!judged || judged.of('sound') < enough)
      return isBare ? { kind: 'no-measure', evidence: name.core } : { kind: 'slogan', evidence: slogan };
  }
  const judged = modelFault(understood, understanding);
  // 封沙育林 0.6万亩: so much of it, and nobody wishes for anything.
  const isSized = !understood.measure.wish && isPhysical(understood.value) && understood.value?.kind === 'number';
  const kind = judged === 'slogan' && isSized ? 'no-measure' : judged;
  // 其中：女学员 counts what 培训人数 above it counts.
  if (kind !== 'slogan' && isPart(understood)) return undefined;
  // What is graded (全部建立得满分，部分建立得一半) is measured, whatever the name is.
  if (kind === 'vague' && isGraded(understood, understanding)) return undefined;
  if (kind === 'no-measure' && understanding.words.hasScale(understood.indicator.explanation)) return undefined;
  const isSaid = isSizedByName(understood) || saysHowOften(understood.value?.text ?? '', understanding);
  if (kind === 'no-measure' && isSaid) return undefined;
  // 管护机制, 服务体系: things, if of no definite shape, and not aspects of something.
  const isThing =
    isShapeless(name.core) || isOwnMatter(understood, understanding) || isThingAlone(understood, understanding);
  if (kind === 'vague' && isThing) return { kind: 'no-measure', evidence: name.core };
  return kind && { kind, evidence: name.core };
}

/** A thing that nobody counts. */
export function isShapeless(core: string): boolean {
  return SHAPELESS.test(core);
}

const SHAPELESS = /(?:体系|机制|制度|网络|格局|环境|氛围|多样性)$/;

/** 公众护渔意识, 双拥工作, 人才队伍建设: said of what, but not how it is measured. 各项工作 is of anything. */
const isOwnMatter = perName(({ name: { core } }, { goals, names }: Understanding) => {
  const own = names.beforeMatter(core);
  if (own === undefined) return false;
  return goals.content(own).words.some(({ text, weight, generic }) => !generic && weight >= 0.5 && text.length > 1);
});

/** 补贴拨付, 管理单位共享意愿: an act or a thing of something definite, and no empty side of it (检验能力, 安全形势). */
const isThingAlone = perName(({ name: { core }, measure }, { goals, names }: Understanding) => {
  if (measure.kind !== 'none' || names.isAspect(core)) return false;
  return goals.content(core).words.some(({ weight, generic }) => !generic && weight >= 0.5);
});

/** What is done, and nothing behind it but a side that it has like anything else. */
const isSideOfAct = perName(({ name: { core }, measure }, { names }: Understanding) => {
  const act = names.beforeSide(core);
  return act !== undefined && act === measure.wish?.word;
});

/** 是否加强党建引领 asks for a wish; 是否落实管水员 for something that is there or not, whichever verb leads it. */
function asksForWish({ measure, opinion }: Understood): boolean {
  return measure.wish?.kind === 'wish' && (opinion === undefined || opinion.judged.of('slogan') >= ASKED);
}

const ASKED = 0.5;
const EMPTY = { missing: { kind: 'missing' }, 'is-category': { kind: 'is-category' } } as const;

const emptyName = perName(({ name }, understanding: Understanding) => {
  if (isMissingName(name.raw, name.core, understanding)) return 'missing';
  return understanding.framework.isHeading(name.core) ? 'is-category' : undefined;
});

/** Without any of these nothing of a template is left in a name: one look for all that follows. */
const TEMPLATE_SIGN = new CharacterSet('指此请填示样例未某□○x×＊*_＿.…');
/** Only a number of the list is left. */
const ONLY_NUMBER = /^[\d.、()（）①-⑳]{1,6}$/;

/** Blank, a placeholder, or the template's own text (指标1, 三级指标, XX率). */
function isMissingName(raw: string, core: string, { quantities }: Understanding): boolean {
  const key = compact(raw);
  if (quantities.isPlaceholder(key)) return true;
  const own = compact(core);
  if (own !== key && quantities.isPlaceholder(own)) return true;
  if (ONLY_NUMBER.test(key)) return true;
  if (!TEMPLATE_SIGN.isIn(key)) return false;
  if (/^(?:三级)?指标[\d一二三四五六七八九十]*[:：]?$/.test(key)) return true;
  if (/此处(?:填|输入)|请(?:填|输入)|填写.{0,6}(?:指标|名称)|^(?:示例|样例|例)[:：]|^未命名$|某某|[□○]{2}/.test(key))
    return true;
  return /[x×＊*]{2,}|[x×]{1}(?:率|数|量|度)$|[_＿]{2,}|\.{3,}|…/.test(key) && !/[a-wyz]|染色体|综合征/.test(key);
}

/** What is graded, or whose value names the measure (考核通过率≥95%), is measured, whatever the name is. */
function isGraded({ value, indicator }: Understood, { words, measures }: Understanding): boolean {
  if (words.hasScale(indicator.explanation)) return true;
  if (value === undefined) return false;
  if (saysHowOften(value.text, { words }) || words.hasScale(value.text)) return true;
  return (
    value.kind === 'number' && value.words.length >= LEAST_NAMED && measures.readCore(value.words).kind === 'ratio'
  );
}

/** 农户档案 一户一档, 古树档案建立情况 一树一档一码, 20年一遇: so much of it, whatever the name is. */
function saysHowOften(text: string, { words }: Pick<Understanding, 'words'>): boolean {
  return words.saysOneEach(text) || text.includes('年一遇');
}

const LEAST_NAMED = 3;

const CHANGE = /(?:提升|提高|增长|增加|上升|下降|降低|减少|增强|改善)$/;

/**
 * A wish or a task instead of a measure. A task (开展安全检查) or a result (带动就业) whose value can be counted is
 * a poor name, but no slogan.
 */
function sloganEvidence({ name, measure, value }: Understood): string | undefined {
  if (!measure.wish) return undefined;
  const { kind, word } = measure.wish;
  // A degree that has a number, a date or a standard for its value is measured.
  const isMeasured =
    value === undefined || value.kind === 'number' || value.kind === 'standard' || value.kind === 'yes-no';
  if (measure.kind === 'degree' && isMeasured) return undefined;
  const countable = value?.kind === 'number' && value.numbers.some(({ unit }) => unit && unit.dimension !== 'ratio');
  // 宣传材料 一批: things are named, however loosely they are counted.
  if (kind === 'task' && value?.kind === 'words' && LOOSE_COUNT.test(compact(value.text))) return undefined;
  if (kind === 'task' && (countable || value === undefined || value.kind === 'number')) return undefined;
  if (kind === 'result' && countable) return undefined;
  // 耕地质量等级提升 0.5个等级: a change that the value measures.
  if (kind === 'tail' && CHANGE.test(name.core) && value?.kind === 'number') return undefined;
  // One character explains nothing: 让群众满意 is shown whole.
  return word.length > 1 ? word : name.core;
}

const LOOSE_COUNT = /^(?:一批|若干|多[个项次批件种份]|数[个项次批件种份百千])[\p{Script=Han}]{0,2}$/u;

/** How sure the model must be that a name is sound before it overrules a wish verb; a number for its value speaks for it. */
const OVERRULES = { number: 0.6, other: 0.9 };
/**
 * How sure it must be of a fault, by what the words found: a measure word (rarely at fault), a degree, or nothing. Set on
 * names of authors left out of training: at these about one sound name in a hundred is reported, in a corpus where a
 * third is hard.
 */
const STATISTIC = 0.97;
const ENOUGH = {
  measured: { slogan: 0.9, vague: 0.98, 'no-measure': 0.95 },
  degree: { slogan: 0.75, vague: 0.75, 'no-measure': 0.95 },
  none: { slogan: 0.65, vague: 0.65, 'no-measure': 0.7 },
} as const;

/** Enough for a name without a measure word whose value counts things (航线通达城市 14个), and where it sizes them. */
const COUNTED = 0.2;
const SIZED = 0.35;
/** 个案结案 90%以上: a share of what, if anything. */
const SHARED = 0.3;
const COUNTING: ReadonlySet<string> = new Set(['people', 'household', 'thing', 'event']);

function isCounted(value: Understood['value']): boolean {
  const number = value?.numbers[0];
  return number?.unit !== undefined && number.value > 0 && COUNTING.has(number.unit.dimension);
}

function isShare(value: Understood['value']): boolean {
  return value?.numbers[0]?.unit?.dimension === 'ratio';
}

/** Enough where neither the name nor its value measures (村容村貌, 干净整洁): whatever the name is, it is not sound. */
const UNMEASURED = 0.4;
/** The same of a degree. */
const PRAISED = 0.65;
/** 雷达水位计安装≥15套: the target stands in the name, and with it what is counted. */
const HOLDS_TARGET = /[≥≤<>]|\d.{0,3}$/;

/** 降噪效果 ≥8分贝, 监理工作量 ≥1200人天: the unit says what is measured. */
function isPhysical(value: Understood['value']): boolean {
  const unit = value?.numbers[0]?.unit;
  return unit !== undefined && unit.dimension !== 'ratio' && unit.dimension !== 'score';
}

/**
 * 灯具初始光效 ≥140lm/W, 进水流速 ≥2m/s: of symbols that no counter has, or of a speed by name, the unit says that a quantity is meant.
 * 噪声治理 ≤55分贝 is what is done about one.
 */
function isPhysicalQuantity({ value, name }: Understood): boolean {
  const unit = value?.numbers[0]?.unit;
  return unit?.isOfSymbols === true || (unit?.per !== undefined && SPEED.test(unit.per) && /[速率]$/.test(name.core));
}

const SPEED = /^(?:秒|分钟|小时)$/;

/** 生活自理能力改善程度: an object and which way it changes, the form that 财预〔2021〕101号 itself uses. */
const CHANGE_DEGREE =
  /.{2}(?:改善|提升|提高|增强|减轻|缓解|降低|下降|恢复|优化|健全|完善|增加|减少|扩大|强化|规范|达标)(?:程度|水平|情况|度)$/;

/** 疏浚河长 6.7公里, 普查员劳动报酬标准 1800元/人: the unit and the end of the name say the same. */
function isSizedByName({ name: { core }, value, unit: own }: Understood): boolean {
  const unit = value?.numbers[0]?.unit ?? own;
  // 病害年扩展速率 0.5毫米/年
  if (unit?.per !== undefined && /(?:率|速度|强度|密度)$/.test(core)) return true;
  if (unit?.dimension === 'length') return /[长宽高深厚径距]$/.test(core);
  return unit?.dimension === 'money' && /(?:标准|单价|均价|限额)$/.test(core);
}

const HAN = /\p{Script=Han}/u;
/** No statistic is called so: 审计整改情况 90%. */
const NO_STATISTIC = /(?:情况|工作|进展|任务|作用|成效|效果)$/;

const ASKED_WITHIN = /是否|有无|能否/;
const BOTH_SIDES = /数量[、和与及]?质量|质量[、和与及]?数量/;

function likelier({ judged }: Opinion): 'no-measure' | 'vague' {
  return judged.of('vague') > judged.of('no-measure') ? 'vague' : 'no-measure';
}

/** 及时性, 健全性, 进度. A 程度 says less: of what it is one nobody knows (规范化程度). */
function isAspect({ kind, word, object, aspect }: Understood['measure']): boolean {
  return kind === 'degree' && ((word.endsWith('性') && !object.endsWith('多样')) || aspect === 'timeliness');
}

/** Whether a degree is of something definite: a thing, or for 及时性 at least an act (救助). */
const hasOwnObject = perName(({ measure: { object, word } }, goals: Understanding['goals']) => {
  const isProgress = word.endsWith('进度');
  return goals
    .content(object)
    .words.some(
      ({ weight, generic, text }) =>
        !generic && text.length > 1 && weight >= (isProgress ? 1 : 0.5) && !OF_ANYTHING.test(text),
    );
});

/** 知晓率, 知名度: measured by asking. */
const KNOWN = /^(?:知晓|知悉|知名)/;
const OF_ANYTHING = /^(?:施工|实施|完成|推进|进展|总体|整体|形象|按期|各项|开工|完工|竣工)$/;

/** 按时完成, 及时发放到位: what is done in which way, and nothing that it is done with. */
const isObjectless = perName(({ name }, { goals }: Understanding) =>
  goals.content(name.core).words.every(({ weight, generic }) => weight < 1 || generic),
);

/**
 * 浮标标体更新 60座, 项目申报受理 ≥98%: what is done, with what, and a number of it. Those that do ask for a number (信访件按期办结,
 * 户均改厕奖补) the model of names knows well: of 130 it gives two more than this.
 */
const WORK = 0.25;

function isWork(understood: Understood, { words, goals }: Understanding): boolean {
  const { opinion, measure, name, value } = understood;
  if (!opinion || measure.kind !== 'none' || opinion.judged.of('no-measure') < WORK) return false;
  const isDone = words.endsInWork(name.core) || isActOn(understood, goals);
  // 受威胁群众转移安置 全部: all of what is to be done.
  if (value?.kind === 'words') return isDone && ALL.test(value.text);
  if (value?.kind !== 'number') return false;
  const [number] = value.numbers;
  if (!number || number.value === 0 || number.unit?.dimension === 'money' || HOLDS_TARGET.test(name.core)) return false;
  return isDone;
}

const ALL = /^(?:全部|全员|全数|全覆盖|所有)(?:完成|落实|到位)?$/;

/** 云平台可用 ≥99.95%, 疫情监测覆盖 100%: a state, and how much of it; the rate is left out. */
export function isReached({ measure, value, name }: Understood, { words }: Understanding): boolean {
  return (
    measure.kind === 'none' &&
    isShare(value) &&
    !HOLDS_TARGET.test(name.core) &&
    words.rateableAtEnd(name.core) !== undefined
  );
}

/** A thing, and before or behind it what is done with it. */
const isActOn = perName(({ name }, goals: Understanding['goals']) => {
  const { words } = goals.content(name.core);
  const isAct = (one: (typeof words)[number] | undefined) => one !== undefined && one.weight === 0.5 && !one.generic;
  return words.some(({ weight }) => weight === 1) && (isAct(words[0]) || isAct(words.at(-1)));
});

function modelFault(understood: Understood, understanding: Understanding): Exclude<Judgement, 'sound'> | undefined {
  const { opinion, measure, name, value, levels, indicator } = understood;
  const { words } = understanding;
  // The model knows Chinese names alone.
  if (!opinion || !HAN.test(name.core)) return undefined;
  // What stands under management is prescribed by the finance bureau (绩效信息公开情况), not named by the unit, unless it says so.
  if (levels.level1 === 'management' && !/个性/.test(indicator.scope ?? '')) return undefined;
  // A measure word behind an object of its own is a measure.
  if (measure.kind !== 'none' && measure.kind !== 'degree' && measure.object.length > 4) return undefined;
  if (isWork(understood, understanding) || isReached(understood, understanding)) return 'no-measure';
  const best = opinion.judged.best('sound');
  const fault = 1 - opinion.judged.of('sound');
  if (best === undefined || best === 'sound') return undefined;
  // 用餐便利度: what has a degree is no slogan, unless a wish leads it.
  if (best === 'slogan' && measure.kind !== 'none' && !measure.wish) return undefined;
  // A named standard or a graded result says how it is measured, whatever the name is.
  if (best === 'vague' && (value?.kind === 'standard' || isPhysical(value) || CHANGE_DEGREE.test(name.core)))
    return undefined;
  // 补贴款拨付及时性, 台账健全性, 数据库搭建进度: an aspect of something. 工作及时性 and 施工进度 are of anything.
  if (best === 'vague' && isAspect(measure) && hasOwnObject(understood, understanding.goals)) return undefined;
  // 政策知晓率, 旅游品牌知名度: whoever is asked knows or not.
  if (best === 'vague' && KNOWN.test(measure.word)) return undefined;
  // 工程形象进度 ≥65%: so much of it stands by the end of the year.
  if (best === 'vague' && name.core.endsWith('形象进度') && value?.kind === 'number') return undefined;
  // 资金使用合规性, 采购程序规范性: there are rules of what is sound.
  if (best === 'vague' && understanding.names.isCompliance(name.core)) return undefined;
  // 成本控制率 under costs is what that box asks for.
  if (best === 'vague' && measure.aspect === 'cost') return undefined;
  const enough = ENOUGH[measure.kind === 'none' ? 'none' : measure.kind === 'degree' ? 'degree' : 'measured'];
  // 数量和质量达标率: two measures, which name/compound tells.
  if (best === 'vague' && BOTH_SIDES.test(name.core)) return undefined;
  // 居民健康素养水平 ≥28%: with an object of its own and a share for its value the name may be a known statistic.
  const isStatistic =
    best === 'vague' && value?.kind === 'number' && name.core.length >= 6 && !NO_STATISTIC.test(name.core);
  if (isStatistic && fault < STATISTIC) return undefined;
  // 化肥品种 有机肥, 结算方式 转账: which one is asked, and told.
  const isWhich = value?.kind === 'words' && words.asksWhich(name.core) && words.qualitative(value.text) === undefined;
  if (isWhich) return undefined;
  // A question asks for something definite: 是否建立台账, 管网是否通过检验.
  const isAsked = name.asks || (value?.kind === 'yes-no' && ASKED_WITHIN.test(name.core));
  if (isAsked && (best !== 'slogan' || value?.kind === 'yes-no')) return undefined;
  // 服务中心规范化程度 高: nor does the value say how much.
  const isPraised = value?.kind === 'words' && words.qualitative(value.text) !== undefined;
  if (measure.kind !== 'none') return fault >= Math.min(enough[best], isPraised ? PRAISED : 1) ? best : undefined;
  if (best === 'no-measure' && value?.kind === 'number' && HOLDS_TARGET.test(name.core)) return undefined;
  if (isPraised) {
    if (fault < UNMEASURED) return undefined;
    // 创新创业氛围: a thing, however wishful it sounds; a slogan without a wish verb must be a plain one.
    return best === 'slogan' && opinion.judged.of('slogan') < enough.slogan ? likelier(opinion) : best;
  }
  if (best === 'vague' && fault >= UNMEASURED && isObjectless(understood, understanding)) return best;
  if (best === 'no-measure' && isPhysicalQuantity(understood)) return undefined;
  if (best === 'no-measure' && isPhysical(value))
    return fault >= (isCounted(value) ? COUNTED : SIZED) ? best : undefined;
  if (best === 'no-measure' && isShare(value)) return fault >= SHARED ? best : undefined;
  return fault >= enough[best] ? best : undefined;
}
