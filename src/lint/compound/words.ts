/** The words by which two things under one number are told apart, as name/compound names them. */
import { z } from 'zod';
import { PrefixIndex, wordIndex } from '../../indicators/index.js';
import { alternatives, beginningWith, endingIn } from '../../text/any-of.js';

const WORDS = z.array(z.string().min(1)).min(1);

export const data = z
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
    substances: WORDS,
    /** What is measured of each substance by itself: 浓度. */
    each: WORDS,
    /** At the end of what is no person. */
    things: WORDS,
    /** What is done with any occasion: 举办, 召开. */
    held: WORDS,
    /** At the end of what takes place at a time: 会, 工坊. */
    occasions: WORDS,
    /** At the end of who holds them, or of what they go with. */
    bodies: WORDS,
    /** An occasion of any kind, of which the other half may say the kind. */
    general: WORDS,
    /** Of one thing between two: 指标与规划冲突处数. */
    between: WORDS,
    /** Of what is measured by two together: 初诊与上级复核符合率. */
    compares: WORDS,
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
    substance: wordIndex(lists.substances),
    each: endingIn(lists.each),
    things: endingIn(lists.things),
    held: endingIn(lists.held),
    occasion: endingIn(lists.occasions),
    body: endingIn(lists.bodies),
    general: endingIn(lists.general),
    between: new RegExp(alternatives(lists.between), 'u'),
    compares: new RegExp(alternatives(lists.compares), 'u'),
    device: new RegExp(`^..${alternatives(lists.devices)}$`, 'u'),
  }));

export type Words = z.output<typeof data>;
