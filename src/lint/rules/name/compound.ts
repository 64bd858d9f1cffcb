import { z } from 'zod';
import { PrefixIndex, spell, type Understanding, type Understood, wordIndex } from '../../../indicators/index.js';
import { alternatives, beginningWith, endingIn } from '../../../text/any-of.js';
import { nameFault } from '../../name-fault.js';
import { severalTargets } from '../../several-targets.js';
import { defineRule } from '../../rule.js';

const WORDS = z.array(z.string().min(1)).min(1);

const data = z
  .strictObject({
    joints: z.array(z.string()).min(1),
    /** Words in which a joint is no joint: 及时, 和谐, 参与. */
    within: z.array(z.string()).min(1),
    /** Pairs of activities that are one: 维修保养. The first half, then the second. */
    pairs: z.array(z.tuple([z.string(), z.string()])),
    /** Works with an object of their own, beside the stems of activities: 隐蔽工程验收. */
    acts: z.array(z.string()).min(1),
    /** Kinds of people, as a name may end in them. */
    persons: z.array(z.string()).min(1),
    /** Two measures grown together without a joint: 数量质量. */
    fused: z.array(z.string()),
    /** What a thing is or is not, each by itself: 准确, 完整. */
    states: WORDS,
    /** What is measured of a thing by itself: 质量, 进度. */
    aspects: WORDS,
    /** What a work ends in: 完成, 到位. */
    ends: WORDS,
    /** What stands before 率 and is said of a whole work. */
    rated: WORDS,
    /** At the head of what goes on with the thing before it: 后续监管, 分类处置. */
    ongoing: WORDS,
    /** At the head of what belongs to the thing before it: 其配件. */
    attached: WORDS,
    /** At the end of what says of which kind a thing is, or where. */
    kinds: WORDS,
    /** The same, of what is bought. */
    boughtKinds: WORDS,
    /** What one of is written for two works: 征收与补偿方案. */
    papers: WORDS,
    /** What is done for people: one thing for all of them. */
    served: WORDS,
    /** Verbs whose objects are counted. */
    acquires: WORDS,
    /** What a kind of two characters is a kind of: 报警设备. */
    devices: WORDS,
  })
  .transform(({ joints, within, pairs, fused, acts, persons, ...lists }) => ({
    acts: wordIndex(acts),
    persons: wordIndex(persons),
    // The longest match wins, so that a word hides the joint in it.
    index: new PrefixIndex([
      ...joints.map((word) => [word, true] as const),
      ...within.map((word) => [word, false] as const),
    ]),
    pairs,
    fused,
    stateAtEnd: new RegExp(`(?<=.{2})${alternatives(lists.states)}(?=率?$)`, 'u'),
    stateAlone: new RegExp(`^(${alternatives(lists.states)})(?:率|比例)$`, 'u'),
    aspect: endingIn(lists.aspects),
    end: endingIn(lists.ends),
    rate: new RegExp(`${alternatives(lists.rated)}?(?:率|比例|占比)$`, 'u'),
    ongoing: beginningWith(lists.ongoing),
    attached: beginningWith(lists.attached),
    kind: endingIn(lists.kinds),
    boughtKind: endingIn(lists.boughtKinds),
    paper: endingIn(lists.papers),
    served: beginningWith(lists.served),
    acquires: new RegExp(`^${alternatives(lists.acquires)}(?=.)`, 'u'),
    device: new RegExp(`^..${alternatives(lists.devices)}$`, 'u'),
  }));

const LONGEST = 300;

export const rule = defineRule({
  id: 'name/compound',
  data,
  indicator(understood, { data: known, understanding, report }) {
    const { core } = understood.name;
    // Each joint reads both its sides: a paragraph pasted as a name would take its length squared.
    if (core.length > LONGEST) return;
    const fused = known.fused.find((word) => core.includes(word));
    if (fused) {
      report({ message: 'fused', field: 'name', evidence: fused });
      return;
    }
    for (const { left, right, joint } of splits(core, known.index)) {
      const fault = nameFault(understood, understanding)?.kind;
      if (fault !== undefined && fault !== 'no-measure') return;
      if (severalTargets(understood) === undefined && !isCompound(left, right, joint, understood, understanding, known))
        continue;
      report({
        message: 'two',
        field: 'name',
        evidence: core,
        values: { left: tail(left), right: head(right), joint },
      });
      return;
    }
  },
});

type Words = z.output<typeof data>;

interface Split {
  readonly left: string;
  readonly right: string;
  readonly joint: string;
}

const WHOLE: readonly never[] = [];

function splits(core: string, index: Words['index']): readonly Split[] {
  let found: Split[] | undefined;
  spell(core);
  for (let at = 0; at < core.length; at += 1) {
    const hit = index.here(at);
    if (!hit) continue;
    const end = at + hit.word.length;
    if (hit.value && at > 0 && end < core.length)
      (found ??= []).push({ left: core.slice(0, at), right: core.slice(end), joint: hit.word });
    at = end - 1;
  }
  return found ?? WHOLE;
}

/** Measures that stand for themselves; 收入与支出 or 质量和数量 may be the two sides of one. */
const MEASURES: ReadonlySet<string> = new Set([
  'ratio',
  'satisfaction',
  'growth',
  'count',
  'items',
  'people',
  'event',
  'area',
  'length',
  'duration',
  'deadline',
  'quantity',
]);
/** 安全性和稳定性 may be two words for one. */
const LEAST_DEGREE = 5;
const COUNTING: ReadonlySet<string> = new Set(['count', 'items', 'event', 'people']);
/** How much work was done: of two works two. */
const EXTENTS: ReadonlySet<string> = new Set(['count', 'items', 'length', 'area', 'volume', 'mass']);

/** Both sides carry a measure of their own (数量和合格率), or two activities share one count (培训及检查次数). */
function isCompound(
  left: string,
  right: string,
  joint: string,
  understood: Understood,
  understanding: Understanding,
  words: Words,
): boolean {
  const { measure } = understood;
  const { measures, data: known } = understanding;
  const { pairs } = words;
  // 规划指标与上位规划冲突处数: one thing between two.
  if (BETWEEN.test(right)) return false;
  const [a, b] = [measures.readCore(left), measures.readCore(right)];
  // 替代燃油量和氮氧化物减排量: of each so much.
  const own =
    a.word.length >= 2 ||
    (a.kind === 'ratio' && left.length > 2) ||
    (a.kind === 'quantity' && b.kind === 'quantity' && left.length > 3);
  if (MEASURES.has(a.kind) && own && b.kind !== 'none' && b.kind !== 'degree') return true;
  // 体例严谨性、资料丰富性: two degrees, each of something of its own.
  if (a.kind === 'degree' && b.kind === 'degree' && left.length >= LEAST_DEGREE && right.length >= LEAST_DEGREE)
    return true;
  if (measure.kind === 'ratio' && (areTwoStates(left, right, words) || areTwoAspects(left, right, words))) return true;
  if (measure.kind === 'ratio' && areTwoRates(left, right, words, known.measures.activityStems)) return true;
  if (areTwoDeeds(left, right, measure.word, words, understanding)) return true;
  if (measure.kind === 'ratio' && areTwoWorks(left, right.replace(words.rate, ''), words, known.measures.activityStems))
    return true;
  if (measure.word.length >= 2 && right.endsWith(measure.word)) {
    // 会议接待人次: the act belongs to what is counted.
    const counted = measure.word.endsWith('人次') ? '人次' : measure.word;
    const measured = right.slice(0, right.length - counted.length);
    if (measure.kind === 'people' && areTwoGroups(left, measured, words)) return true;
    const isActs = measure.kind === 'event' || (measure.kind === 'people' && measure.word.endsWith('人次'));
    if (isActs && areTwoActs(left, measured, words)) return true;
    // 设备维护及业务培训次数: each with an object of its own.
    if ((isActs || EXTENTS.has(measure.kind)) && areTwoWorks(left, measured, words, known.measures.activityStems))
      return true;
  }
  // 质量、时效: two activities under one count.
  if (!COUNTING.has(measure.kind) || measure.word.length < 2) return false;
  if (/^(?:总?数量|总数)$/.test(measure.word) && isTwoObjects(left, right, words, known.measures.activityStems))
    return true;
  const second = right.slice(0, right.length - measure.word.length);
  const activities = known.measures.activityStems;
  // 险情及人员伤亡起数 0: whatever happens is too much, of either kind.
  const isUnwanted = measure.negative || measure.better === 'lower';
  if (measure.kind !== 'people' && !isUnwanted && areTwoThings(left, second, joint, words, activities)) return true;
  const first = actAtEnd(left, words.acts, activities);
  const other =
    (words.acts.atEnd(second)?.word === second ? second : undefined) ??
    activities.find((word) => second === word || (second.endsWith(word) && second.length - word.length <= 4));
  if (!first || !other || first === other) return false;
  return !areOneWork(pairs, (one, two) => left.endsWith(one) && second.startsWith(two));
}

/** 隐蔽工程验收及屋面淋水试验: each work has an object of its own. 设备购置及安装 has one, 食品和药品抽检 is one work. */
function areTwoWorks(
  left: string,
  right: string,
  { acts, pairs, end, ongoing, paper }: Words,
  stems: readonly string[],
): boolean {
  const actOf = (text: string) => end.exec(text)?.[0] ?? actAtEnd(text, acts, stems);
  const [first, second] = [actOf(left), actOf(right)];
  if (!first || !second || first === second) return false;
  if (areOneWork(pairs, (one, two) => one === first && two === second)) return false;
  const [one, other] = [left.slice(0, -first.length), right.slice(0, -second.length)];
  // 项目立项审批和后续监管, 垃圾收集和分类处置: the second goes on with the object of the first.
  if (paper.test(other)) return false;
  return one.length >= 2 && other.length >= 2 && !ongoing.test(other) && actOf(other) === undefined;
}

/**
 * 就医陪护及心理辅导覆盖率, 明显点调查、隐蔽点探测个数: what the goals' and the names' words know for something done, each with what it is
 * done to. 基层初诊与上级复核符合率 compares the two.
 */
function areTwoDeeds(
  left: string,
  right: string,
  measure: string,
  { ongoing, paper, pairs }: Words,
  { goals, words }: Understanding,
): boolean {
  const second = right.endsWith(measure) ? right.slice(0, right.length - measure.length) : '';
  if (left.length < LEAST_DEED || second.length < LEAST_DEED || measure === '' || COMPARES.test(right)) return false;
  if (
    ongoing.test(second) ||
    paper.test(second) ||
    areOneWork(pairs, (one, two) => left.endsWith(one) && second.endsWith(two))
  )
    return false;
  const isDeed = (text: string) => {
    const all = goals.content(text).words;
    const last = all.at(-1);
    return words.endsInWork(text) || (all.length > 1 && last?.weight === 0.5 && !last.generic);
  };
  const ends = (text: string) => text.slice(-2);
  return ends(left) !== ends(second) && isDeed(left) && isDeed(second);
}

const LEAST_DEED = 4;
const BETWEEN = /冲突|矛盾|衔接|差异|偏差|对比|对接/;
const COMPARES = /[符一匹相对][合致配符应]|合计|之[比差和]/;

/** 维修保养 and 保养和维修: whichever is named first. */
function areOneWork(pairs: Words['pairs'], is: (one: string, two: string) => boolean): boolean {
  return pairs.some(([one, two]) => is(one, two) || is(two, one));
}

/** What is done, if the text ends in it. */
function actAtEnd(text: string, acts: Words['acts'], stems: readonly string[]): string | undefined {
  return acts.atEnd(text)?.word ?? stems.find((stem) => text.endsWith(stem));
}

/** 信息准确及完整率: two states under one rate, each met or not by itself. */
function areTwoStates(left: string, right: string, { stateAtEnd, stateAlone }: Words): boolean {
  const [first, second] = [stateAtEnd.exec(left)?.[0], stateAlone.exec(right)?.[1]];
  return first !== undefined && second !== undefined && first !== second;
}

/** 机具核验及公示率: two acts on one thing, each with a rate of its own. */
function areTwoRates(left: string, right: string, { acts, pairs }: Words, stems: readonly string[]): boolean {
  const second = right.replace(/率$/, '');
  const first = actAtEnd(left, acts, stems);
  if (second === right || first === undefined || actAtEnd(second, acts, stems) !== second || first === second)
    return false;
  return !areOneWork(pairs, (one, two) => one === first && two === second);
}

/** 水质和空气质量达标率, 进度和质量达标率: two aspects, each measured by itself. */
function areTwoAspects(left: string, right: string, { aspect, rate }: Words): boolean {
  return aspect.test(left) && aspect.test(right.replace(rate, ''));
}

/**
 * 专题报告及信息篇数, 溶栓和取栓例数: two things, or two acts of one word each, under one number. In 学校周边和重点区域检查次数 what
 * stands before the joint says where, in 新建和改建公厕座数 of which kind.
 */
function areTwoThings(
  left: string,
  second: string,
  joint: string,
  { acts, persons, pairs, ongoing, attached, kind }: Words,
  stems: readonly string[],
): boolean {
  if (!WRITTEN_JOINTS.has(joint) || left.length < 2 || second.length < 2 || second.length > LONGEST_THING) return false;
  // Of which kind, or where: what is counted comes behind the joint and is one thing.
  if (ongoing.test(second) || attached.test(second) || kind.test(left)) return false;
  if (!/^[\p{Script=Han}]+$/u.test(left + second) || /[的或和与及]/.test(second)) return false;
  if (persons.atEnd(left) || persons.atEnd(second)) return false;
  const [first, other] = [actAtEnd(left, acts, stems), actAtEnd(second, acts, stems)];
  if (left.length === 2 || second.length === 2) {
    // 溶栓和取栓: as long as each other; 采购和安装 are one work.
    if (left.length !== second.length) return first === undefined && other === undefined && left.length > 2;
    return (
      !areOneWork(pairs, (one, two) => one === left && two === second) &&
      (first === undefined) === (other === undefined)
    );
  }
  return first === undefined && other === undefined;
}

const WRITTEN_JOINTS: ReadonlySet<string> = new Set(['和', '及', '与', '以及']);
const LONGEST_THING = 8;
/** 参赛运动员和赛事志愿者: two groups of people under one number. 培训教师和校长 may be one course. */
function areTwoGroups(left: string, right: string, { persons, acts, ongoing, served }: Words): boolean {
  const [first, second] = [persons.atEnd(left), persons.atEnd(right)];
  if (!first || !second || first.word === second.word) return false;
  return left.length >= 3 && right.length >= 3 && !ongoing.test(right) && !acts.at(left, 0) && !served.test(left);
}

/** 开班及送教下乡场次: two activities, each told by one word. */
function areTwoActs(left: string, right: string, { acts, pairs }: Words): boolean {
  const [first, second] = [acts.atEnd(left), acts.atEnd(right)];
  if (!first || !second || first.word !== left || second.word !== right || left === right) return false;
  return !areOneWork(pairs, (one, two) => one === left && two === right);
}

/** 采购苗木和肥料数量: two things of different units under one number; 桌和椅, 大中型 are too short to tell. */
function isTwoObjects(
  left: string,
  right: string,
  { acquires, attached, boughtKind, device }: Words,
  activities: readonly string[],
): boolean {
  const verb = acquires.exec(left)?.[0];
  if (!verb) return false;
  const first = left.slice(verb.length);
  const second = right.replace(/(?:总?数量|总数)$/, '');
  // 采购设备和安装数量, 购置电脑及其配件数量: the second is an act, or goes with the first.
  if (attached.test(second) || activities.some((word) => second.startsWith(word))) return false;
  // 购置城区和乡镇垃圾桶数量: two places of one thing.
  if (boughtKind.test(first)) return false;
  // 监控和报警设备, A4和A3纸张: both say what kind of one thing it is.
  if (/[\da-zA-Z]$/.test(first) || (first.length === 2 && device.test(second))) return false;
  return first.length >= 2 && second.length >= 2 && !/[的、和与及]/.test(second);
}

function tail(text: string): string {
  return text.length > 10 ? `…${text.slice(-8)}` : text;
}

function head(text: string): string {
  return text.length > 12 ? `${text.slice(0, 10)}…` : text;
}
