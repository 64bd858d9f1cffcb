/** What a name measures, and whether it measures at all. */
import { CharacterSet } from '../text/character-set.js';
import type { IndicatorName } from './name.js';
import type { Aspect, IndicatorData, MeasureKind } from './knowledge.js';
import { PrefixIndex, wordIndex } from './lookup.js';

/** What leads or ends a name instead of a measure. */
interface Wish {
  readonly word: string;
  readonly kind: 'wish' | 'task' | 'result' | 'tail';
}

export interface Measure {
  readonly kind: MeasureKind;
  /** The measure word, '' where there is none. */
  readonly word: string;
  /** What stands before the measure word. */
  readonly object: string;
  readonly aspect: Aspect | undefined;
  /** A share of a whole: cannot pass 100 %. */
  readonly bounded: boolean;
  /** The wish or task verb that leads the name, or the wish that ends it (…显著提升). */
  readonly wish: Wish | undefined;
  /** Counts an activity (培训场次), not its effect. */
  readonly activity: boolean;
  readonly effect: boolean;
  /** Counts things by their quality (获奖作品数量). */
  readonly quality: boolean;
  /** Speaks of something that is better when lower. */
  readonly negative: boolean;
  /** Which way is better, where the name says so. */
  readonly better: 'higher' | 'lower' | undefined;
  /** Of a proportion such as 1:8: the second number is the one that is wanted (投入产出比). */
  readonly gains: boolean;
}

interface Suffix {
  readonly kind: MeasureKind;
  readonly aspect?: Aspect;
}

interface Reading {
  readonly kind: MeasureKind;
  readonly word: string;
  readonly object: string;
  readonly aspect: Aspect | undefined;
  readonly core: string;
  readonly negative: boolean;
}

/** Something happens, and behind it stands where or to whom. */
const ARISES = /(?:发生|出现|暴发|爆发)(?=[\p{Script=Han}]{1,6}$)/u;
const COUNTED: ReadonlySet<MeasureKind> = new Set(['count', 'items', 'people', 'event', 'amount', 'quantity', 'mass']);
const NOT_SATISFIED = /不满意(?:率|度|比例)$/;
/** 补助标准 and 收费标准 are given or taken, not spent in vain; 节约成本 is a gain. */
const EARNED = /标准$|^(?:节约|节省|降低|压减|减少|盘活)|(?:节约|节省|收入|收益)/;
const SPENDING: ReadonlySet<MeasureKind> = new Set(['amount', 'unit-cost']);
const SPARED =
  /^(?:人均|户均|亩均|平均)?(?:每年|每[户人亩年])?(?:可|共)?(?:减少|减轻|节约|节省|降低)(?!.{0,12}[后的])[\p{Script=Han}]{0,12}(?:支出|开支|费用|成本|负担)$/u;
const GROWING = /^(?:增|提|涨|上升|递增|同比增|年均增)/;
const AHEAD = /提前|预见期|保障时|质保|保修/;

/** 提高回收利用率至 ≥38%: the name runs into its value. */
const DANGLING = /(?:达到?|至|到|为|在|不低于|不少于|不超过)$/;
/** What it ends in. */
const MAY_DANGLE = new CharacterSet('达到至为在于过');
const SHARE = /.{2}占(?!地|耕|林|河|田|用|道|比|有|压|领|优|位|股).{2,12}$/;

/** How long something runs without a fault. */
const LASTING =
  /(?:无故障|无中断|不间断|连续|稳定|安全|正常)(?:连续|稳定|安全|正常|平均)?(?:运行|工作|间隔|运转|飞行|生产)?(?:时间|时长|小时数|天数|日数)$|使用寿命$/;

const SPELLS: ReadonlySet<MeasureKind> = new Set(['duration', 'deadline']);
const BOUNDED: ReadonlySet<MeasureKind> = new Set(['ratio', 'satisfaction']);
const ABSENCE = /^(?:无|零|不发生|未发生|杜绝|没有)|(?:零|无|不)(?:事故|投诉|差错|感染|伤亡|违规|发生|上访|案件)/;
/** What it needs. */
const MAY_BE_ABSENCE = new CharacterSet('无零不未杜没');
const TIMELY = /(?:及时|按时|按期|准时|如期|限时|时限内|期限内)[^率比例]{0,12}(?:率|比例|性)$/;
/** 老年人数量, 参训学员数: people, whatever the measure word. */
const PERSONS =
  /(?:人|人员|人才|学员|学生|教师|职工|居民|村民|农民|群众|患者|干部|党员|志愿者|劳动力|观众|读者|游客|儿童|老人)$/;
/** Nouns of effect: what is said of them is vague, not wished. */
const EFFECT = /(?:效益|效果|成效|作用|影响|质量|情况|水平|效率|程度|结果)$/;
const CAPPED = /最高|上限|封顶|至多/;
/** 检验报告差错: what was done is named, and what went wrong with it. */
const MISTAKEN = /(?:差错|错误|失误|遗漏)$/;
/** Characters of whoever is to do it: 企业, before 加大. */
const LEAST_SUBJECT = 2;
const NOMINAL = /(?:情况|效果|成效|结果|状况|层次|档次|结构)$/;
/** 人均费用, 每公里经费: money per something. */
const AVERAGE_COST = /^(?:人均|户均|亩均|次均|场均|单位|每[公人户亩台套个平次])/;

export class MeasureReader {
  readonly #suffixes: PrefixIndex<Suffix>;
  /** 事 of 事件, 软 of 软件: a count of 件 would cut the word in two. */
  readonly #beforePiece: ReadonlySet<string>;
  readonly #differences: ReadonlySet<string>;
  readonly #notAbsent;
  readonly #wishVerbs;
  readonly #taskVerbs;
  readonly #resultVerbs: ReadonlySet<string>;
  readonly #urged;
  readonly #nounTails;
  readonly #nounHeads;
  readonly #taskNounTails;
  readonly #adverbs;
  readonly #adjectives;
  readonly #unbounded;
  readonly #activity;
  readonly #effect;
  readonly #quality;
  readonly #judging: ReadonlySet<string>;
  readonly #judges;
  readonly #negative;
  readonly #burdens;
  readonly #bad: ReadonlySet<string>;
  readonly #protecting: ReadonlySet<string>;
  readonly #remedy;
  readonly #discard;
  readonly #outworn;
  readonly #how;
  readonly #goesOn;
  readonly #killed;
  readonly #pests;
  readonly #reduction;
  readonly #positive;
  readonly #lower;
  readonly #spent;
  readonly #awaited;
  readonly #workload;
  readonly #arising;
  readonly #limited;
  readonly #higherExceptions;
  readonly #gaining;
  readonly #spell;

  constructor({ measures, words }: IndicatorData) {
    this.#suffixes = new PrefixIndex(
      measures.suffixes.flatMap(({ kind, aspect, words: list }) =>
        list.map((word) => [word, { kind, ...(aspect && { aspect }) }] as const),
      ),
    );
    this.#beforePiece = new Set(measures.beforePiece);
    this.#differences = new Set(measures.differences);
    this.#notAbsent = wordIndex(measures.notAbsent);
    this.#wishVerbs = wordIndex(words.wishVerbs);
    this.#taskVerbs = wordIndex(words.taskVerbs);
    this.#resultVerbs = new Set(words.resultVerbs);
    this.#urged = wordIndex(words.urged);
    this.#nounHeads = wordIndex(words.nounHeads);
    this.#nounTails = wordIndex(words.nounTails);
    this.#taskNounTails = wordIndex(words.taskNounTails);
    this.#adverbs = wordIndex(words.adverbs);
    this.#adjectives = wordIndex(words.adjectives.filter((word) => word.length > 1));
    this.#unbounded = wordIndex(measures.unboundedRatioStems);
    this.#activity = wordIndex(measures.activityStems);
    this.#effect = wordIndex(measures.effectStems);
    this.#quality = wordIndex(measures.qualityStems);
    this.#judging = new Set(measures.judging.acts);
    this.#judges = wordIndex(measures.judging.by);
    this.#negative = wordIndex(measures.negativeStems);
    this.#burdens = wordIndex(measures.burdens);
    this.#bad = new Set(measures.negativeMorphemes);
    this.#protecting = new Set(measures.protectingMorphemes);
    this.#remedy = wordIndex(measures.remedyStems);
    this.#discard = wordIndex(measures.discards.acts);
    this.#outworn = wordIndex(measures.discards.outworn);
    this.#how = wordIndex(words.flourishing.how);
    this.#goesOn = wordIndex(words.flourishing.goesOn);
    this.#killed = wordIndex(measures.pests.acts);
    this.#pests = wordIndex(measures.pests.kinds);
    this.#reduction = wordIndex(measures.reductionStems);
    this.#positive = wordIndex(measures.positiveRatios);
    this.#lower = wordIndex(measures.lowerMeasures);
    this.#spent = wordIndex(measures.spentWords);
    this.#awaited = wordIndex(measures.awaitedWords);
    this.#workload = wordIndex(measures.workloads);
    this.#arising = wordIndex(measures.arising);
    this.#limited = wordIndex(measures.limited);
    this.#higherExceptions = wordIndex(measures.higherExceptions);
    this.#gaining = wordIndex(measures.gainingProportions);
    this.#spell = wordIndex(measures.shorterSpells);
  }

  /** The measure of a name, or of a part of one. */
  readCore(core: string): Pick<Measure, 'kind' | 'word'> {
    const suffix = this.#suffix(core);
    const kind = suffix?.value.kind ?? 'none';
    return { kind, word: kind === 'none' ? '' : (suffix?.word ?? '') };
  }

  read({ core }: IndicatorName): Measure {
    const suffix = this.#suffix(core);
    const kind = suffix?.value.kind ?? 'none';
    const measured = kind !== 'none';
    const word = measured ? (suffix?.word ?? '') : '';
    const object = core.endsWith(word) ? core.slice(0, core.length - word.length) : core;
    const aspect = measured ? this.#aspect(core, object, suffix?.value) : undefined;
    // 提升居民幸福感 ends in a degree and is a wish all the same, unless its value is measured.
    const vague = kind === 'degree' && aspect === undefined;
    const wish = measured && !vague ? undefined : this.#wish(core, vague);
    const negative = this.#isNegative(object, word);
    const better = this.#better({ kind, word, object, aspect, core, negative });
    return {
      kind,
      word,
      object,
      aspect,
      bounded: BOUNDED.has(kind) && !this.#unbounded.find(core),
      wish,
      activity: this.#activity.find(object) !== undefined,
      effect: this.#effect.find(core) !== undefined,
      quality: this.#isOfQuality(object, kind),
      negative,
      better,
      gains: kind === 'ratio' && this.#gaining.find(core) !== undefined,
    };
  }

  /**
   * Which way is better. Known only where the name says so: a rate of something bad, a cost, a limit of time are better
   * when lower; a satisfaction, a rate of something done, a reduction are better when higher.
   */
  #better({ kind, word, object, aspect, core, negative }: Reading): Measure['better'] {
    if (word === '占') return undefined;
    if (kind === 'satisfaction') return NOT_SATISFIED.test(core) ? 'lower' : 'higher';
    if (kind === 'absence') return undefined;
    const reduces = this.#reduction.find(word) !== undefined || this.#reduction.atEnd(object) !== undefined;
    // 户均减少购草支出: how much each is spared.
    if (aspect !== 'cost' && SPENDING.has(kind) && SPARED.test(core) && !DANGLING.test(core)) return 'higher';
    if (reduces || (this.#reduction.at(core, 0) && !/^.{2,4}[后的]/.test(core)))
      return kind === 'growth' || COUNTED.has(kind) ? 'higher' : undefined;
    // 收集池出水总磷浓度: the last word says what is measured, whatever is done before it.
    if (this.#lower.atEnd(core) && !this.#reduction.find(core))
      return this.#higherExceptions.find(core) ? undefined : 'lower';
    // 护航项目挽回企业损失, 查办铁拳案件件数: something is done about what is bad.
    const isDoneAbout = this.#remedy.find(object) && !MISTAKEN.test(object);
    if (COUNTED.has(kind) && (this.#reduction.find(core) || isDoneAbout)) return undefined;
    const remedied = this.#remedy.atEnd(object) !== undefined || this.#remedy.find(word) !== undefined;
    if (kind === 'ratio' || kind === 'degree') {
      // 最高赔付比例: a limit by name.
      if (CAPPED.test(core)) return undefined;
      // 问题检出率 and 大肠菌群检出率: only what is found tells which way is better.
      if (core.endsWith('检出率')) return undefined;
      // 三公经费控制率: a limit, which less than 100 % keeps too.
      if (core.endsWith('控制率') && this.#limited.find(core)) return undefined;
      const positive = this.#positive.atEnd(core);
      // 不合格率, 未达标率
      if (positive && /[不未非]$/.test(core.slice(0, core.length - positive.word.length))) return 'lower';
      if (this.#isPestKilled(core)) return 'higher';
      // 案件办理差错率: the measure itself is of something bad, whatever is done before it.
      if (this.#negative.find(word) && !positive) return 'lower';
      if (remedied || positive) return 'higher';
      if (this.#isDiscarded(object)) return 'higher';
      return negative || this.#isBad(object.slice(-2)) ? 'lower' : undefined;
    }
    if (kind === 'duration' && LASTING.test(core)) return 'higher';
    if (SPELLS.has(kind) && this.#isSpell(core)) return 'lower';
    // 人均减免接种费用: what others need not pay.
    if (aspect === 'cost' && /减免|免除|豁免/.test(core)) return undefined;
    if (aspect === 'cost') return EARNED.test(core) || this.#spent.find(core) === undefined ? undefined : 'lower';
    if (kind === 'duration' && aspect === 'timeliness')
      return AHEAD.test(core) || this.#awaited.find(core) === undefined ? undefined : 'lower';
    if (kind === 'growth') {
      const isBurden = this.#negative.atEnd(object) !== undefined || this.#burdens.atEnd(object) !== undefined;
      return GROWING.test(word) && isBurden ? 'lower' : undefined;
    }
    // Cases and disputes are also what courts and offices work on; only their arising is bad.
    if (this.#workload.atEnd(object) && !this.#arising.find(core)) return undefined;
    return COUNTED.has(kind) && negative && !remedied ? 'lower' : undefined;
  }

  /** 验收合格项目 speak of quality; 验收专家 and 验收次数 are those who look at it, and how often. */
  #isOfQuality(object: string, kind: MeasureKind): boolean {
    const hit = this.#quality.find(object);
    if (!hit || !this.#judging.has(hit.word)) return hit !== undefined;
    const behind = object.slice(hit.start + hit.word.length);
    return behind === '' ? kind !== 'event' : !this.#judges.at(behind, 0);
  }

  /** 平均住院日, 陆岛往返时间; 供电不中断时间 is the opposite, 提前等候 a service. */
  #isSpell(core: string): boolean {
    const word = this.#spell.find(core)?.word;
    return word !== undefined && !AHEAD.test(core) && !/[不无未零]$/.test(core.slice(0, core.indexOf(word)));
  }

  /** 投诉率 and 事故发生次数 are better when lower; 投诉处理及时率 is not. */
  #isNegative(object: string, word: string): boolean {
    if (this.#isDiscarded(object) || this.#isPestKilled(object + word)) return false;
    if (this.#negative.atEnd(object) !== undefined || this.#negative.find(word) !== undefined) return true;
    // 非计划拔管率, 非计划停机次数: what nobody planned, whatever it is.
    if (object.includes('非计划')) return true;
    // 疫情发生乡镇数: where it happened is counted.
    const at = object.search(ARISES);
    return at > 0 && this.#negative.atEnd(object.slice(0, at)) !== undefined;
  }

  /** 老旧车淘汰: what is worn out is to go. */
  #isDiscarded(object: string): boolean {
    return this.#discard.atEnd(object) !== undefined && this.#outworn.find(object) !== undefined;
  }

  /** 钉螺死亡率, 白蚁击倒率: of what does harm. */
  #isPestKilled(core: string): boolean {
    if (!core.endsWith('率')) return false;
    const act = this.#killed.atEnd(core.slice(0, -1))?.word;
    return act !== undefined && this.#pests.atEnd(core.slice(0, -1 - act.length)) !== undefined;
  }

  /** 报废, 失水, 成灾: a word of two characters of which one is bad and none guards against it (防灾). */
  #isBad(word: string): boolean {
    const characters = Array.from(word);
    return characters.some((one) => this.#bad.has(one)) && !characters.some((one) => this.#protecting.has(one));
  }

  #suffix(core: string): { word: string; value: Suffix } | undefined {
    if (MAY_BE_ABSENCE.isIn(core) && ABSENCE.test(core) && !LASTING.test(core) && !this.#notAbsent.at(core, 0))
      return { word: core, value: { kind: 'absence' } };
    const hit = this.#suffixes.atEnd(MAY_DANGLE.hasAt(core, core.length - 1) ? core.replace(DANGLING, '') : core);
    // 灾损占GDP, 签发数占持卡人口: a share, whatever the last word counts.
    if (core.includes('占') && SHARE.test(core)) return { word: '占', value: { kind: 'ratio' } };
    if (hit && hit.value.kind === 'amount' && AVERAGE_COST.test(core) && hit.value.aspect === 'cost') {
      return { word: hit.word, value: { kind: 'unit-cost', aspect: 'cost' } };
    }
    const difference = hit && this.#differences.has(hit.word) ? this.#differing(core, hit.word) : undefined;
    if (difference) return difference;
    // 事件数, 软件数: 件 belongs to the thing that is counted.
    if (hit && /^件./.test(hit.word) && this.#beforePiece.has(core[core.length - hit.word.length - 1] ?? ''))
      return { word: hit.word.slice(1), value: hit.value };
    if (hit && hit.value.kind === 'count' && PERSONS.test(core.slice(0, core.length - hit.word.length))) {
      return { word: hit.word, value: { kind: 'people' } };
    }
    return hit;
  }

  /** 出行时间增加值: so much more time, whose unit is that of a time; it is no date, and no side of the work by itself. */
  #differing(core: string, word: string): { word: string; value: Suffix } | undefined {
    const kind = this.#suffixes.atEnd(core.slice(0, core.length - word.length))?.value.kind;
    return kind && kind !== 'none' ? { word, value: { kind: kind === 'deadline' ? 'duration' : kind } } : undefined;
  }

  /** 降低成本 speaks of an effect, not of what the project costs. */
  #aspect(core: string, object: string, suffix: Suffix | undefined): Aspect | undefined {
    // 及时足额发放率 looks at both; it is at home under either.
    if (TIMELY.test(core)) return /足额|准确|规范|合格|达标/.test(core) ? undefined : 'timeliness';
    return suffix?.aspect === 'cost' && (/^(?:降低|节约|减少|节省)/.test(object) || SPARED.test(core))
      ? undefined
      : suffix?.aspect;
  }

  #wish(core: string, vague: boolean): Measure['wish'] {
    const led = this.#leadingVerb(core);
    if (led || vague) return led;
    return this.#wishTail(core);
  }

  #leadingVerb(core: string): Measure['wish'] {
    // 长期保障…, 逐步完善…: how it is wished stands before the wish.
    const start = this.#wishVerbs.at(core, 0) ? 0 : (this.#adverbs.at(core, 0)?.word.length ?? 0);
    const wish = this.#wishVerbs.at(core, start);
    const verb = wish ?? this.#taskVerbs.at(core, 0);
    if (!verb || this.#nounHeads.at(core, start)) return undefined;
    const rest = core.slice(wish ? start + wish.word.length : verb.word.length);
    // 保障房, 提升泵站, 促进会: the verb is the first half of a noun.
    if (rest === '' || this.#nounTails.at(rest, 0)) return undefined;
    // 培训开展情况 is vague, but no task.
    if (!wish && (NOMINAL.test(core) || this.#taskNounTails.at(rest, 0))) return undefined;
    // 引导企业加大研发投入: an appeal, where 引导企业投入 may be what came of it.
    const isResult = this.#resultVerbs.has(verb.word) && (this.#urged.find(rest)?.start ?? 0) < LEAST_SUBJECT;
    const kind = isResult ? 'result' : wish ? 'wish' : 'task';
    return { word: verb.word, kind };
  }

  /** 营商环境持续优化, 群众幸福感显著增强: subject first, wish last. */
  #wishTail(core: string): Measure['wish'] {
    for (let start = 2; start < core.length - 1; start += 1) {
      const adverb = this.#adverbs.at(core, start);
      if (!adverb) continue;
      const rest = core.slice(start + adverb.word.length);
      const end = this.#wishVerbs.at(rest, 0) ?? this.#adjectives.at(rest, 0);
      if (end && rest.length - end.word.length <= 2) return { word: core.slice(start), kind: 'tail' };
    }
    // 残疾人事业健康发展, 工程效益长久发挥
    const goesOn = this.#goesOn.atEnd(core)?.word;
    const how = goesOn === undefined ? undefined : this.#how.atEnd(core.slice(0, -goesOn.length))?.word;
    if (how !== undefined && core.length > how.length + 3) return { word: `${how}${goesOn}`, kind: 'tail' };
    // 医疗服务一流: an adjective ends the name. 社会效益明显 says too little of anything to be a wish: it is vague.
    const adjective = this.#adjectives.atEnd(core);
    const subject = core.slice(0, core.length - (adjective?.word.length ?? 0));
    // 服务规范, 会计核算规范: these words are nouns as well.
    if (adjective && /规范|保障|增长|提升|提高|改善|优化|加强/.test(adjective.word)) return undefined;
    return adjective && subject.length >= 2 && !EFFECT.test(subject)
      ? { word: adjective.word, kind: 'tail' }
      : undefined;
  }
}
