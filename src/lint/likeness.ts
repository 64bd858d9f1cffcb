/**
 * How likely two indicators with one value assess one thing, by features of their names that a small model weighs: whoever
 * writes an indicator down twice takes other words, and hardly another number.
 */
import { measureClass, plainObject, type Understanding, type Understood } from '../indicators/index.js';
import { rarityOf } from './rarity.js';
import { FLOORS, LIMITS } from './signs.js';
import { isToldLoosely } from './told-apart.js';

/** What the model weighs, each between 0 and 1. */
export const LIKENESS_FEATURES = [
  'box',
  'contained',
  'leftBoth',
  'act',
  'otherAct',
  'oneAct',
  'classContained',
] as const;

export type LikenessFeature = (typeof LIKENESS_FEATURES)[number];

/** What an indicator's name says, ready to be laid beside another one's. */
export interface Described {
  readonly understood: Understood;
  readonly object: string;
  readonly characters: ReadonlySet<string>;
  /** Words of things, in the order of the name. */
  readonly things: readonly string[];
  readonly thingCharacters: ReadonlySet<string>;
  readonly acts: readonly string[];
  /** Numbers, letters and what is counted through: 一期, 70岁. */
  readonly numerals: string;
}

const THING = 1;
const ACT = 0.5;

export function described(understood: Understood, { goals }: Understanding): Described {
  const object = plainObject(understood);
  const { words } = goals.content(object);
  const textsOf = (is: (weight: number) => boolean) =>
    words.flatMap(({ text, weight, generic }) => (!generic && is(weight) ? [text] : []));
  const things = textsOf((weight) => weight >= THING);
  return {
    understood,
    object,
    characters: new Set(object),
    things,
    thingCharacters: new Set(things.join('')),
    acts: textsOf((weight) => weight === ACT),
    numerals: (object.match(NUMERAL) ?? []).join(),
  };
}

const NUMERAL = /\d+(?:\.\d+)?|[a-z]+|[一二三四五六七八九十甲乙丙丁](?=[级类期批号层岁季产]|标段|阶段|季度)/gi;

/**
 * Whether an equal value says anything: many come to 100%, 1 or 2 by chance. Whose satisfaction is asked is told by rules of
 * its own.
 */
export function isComparable(one: Understood): boolean {
  const [number, second] = one.value?.numbers ?? [];
  if (!number || second || number.high !== undefined || number.change || one.measure.kind === 'satisfaction')
    return false;
  return rarityOf(number, one) > 0;
}

/** Whether two may be one thing at all: neither stages, groups nor brackets tell them apart, nor a piece that takes another's place. */
export function mayBeOne(one: Described, other: Described, understanding: Understanding): boolean {
  return (
    isOnOneSide(one.understood, other.understood) &&
    isOneMeasure(one.understood, other.understood) &&
    (one.numerals === other.numerals || one.numerals === '' || other.numerals === '') &&
    !isReplaced(one.object, other.object) &&
    isToldLoosely(one.understood, other.understood, understanding)
  );
}

/** 合格率 and 出勤率 are of two things, 存活率 and 成活率 of one; 占比 and 比例 do not say of what. */
function isOneMeasure({ name: a }: Understood, { name: b }: Understood): boolean {
  const [one, other] = [RATE.exec(a.core)?.[1], RATE.exec(b.core)?.[1]];
  if (one === undefined || other === undefined) return true;
  return Array.from(one).some((character) => other.includes(character));
}

const RATE = /([\p{Script=Han}]{2})率$/u;

/** 事故发生率 ≤2.6% and 事故下降率 ≥2.6%: what is to be kept low is not what is to be reached. */
function isOnOneSide(a: Understood, b: Understood): boolean {
  const sides = [a, b].map(({ value }) => {
    const operator = value?.numbers[0]?.operator ?? '';
    return LIMITS.has(operator) ? 'limit' : FLOORS.has(operator) ? 'floor' : undefined;
  });
  const isOpposed = sides[0] !== undefined && sides[1] !== undefined && sides[0] !== sides[1];
  return !isOpposed && a.measure.negative === b.measure.negative;
}

/** One number a feature, in the order of `LIKENESS_FEATURES`. */
export function likenessOf(one: Described, other: Described): number[] {
  const [a, b] = [one.understood, other.understood];
  const isSameClass = measureClass(a) === measureClass(b);
  const contained = containment(one.characters, other.characters);
  const left = [leftOver(one, other), leftOver(other, one)] as const;
  const isShared = one.acts.some((act) => other.acts.includes(act));
  const features: Readonly<Record<LikenessFeature, number>> = {
    box:
      a.levels.level2 === undefined || b.levels.level2 === undefined
        ? UNKNOWN
        : Number(a.levels.level2 === b.levels.level2),
    contained,
    leftBoth: Math.min(1, Math.min(...left) / FEW_LEFT),
    act: Number(isShared),
    otherAct: Number(!isShared && one.acts.length > 0 && other.acts.length > 0),
    oneAct: Number(one.acts.length > 0 !== other.acts.length > 0),
    classContained: isSameClass ? contained : 0,
  };
  return LIKENESS_FEATURES.map((feature) => features[feature]);
}

const UNKNOWN = 0.5;
const FEW_LEFT = 4;

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count += 1;
  return count;
}

/** How much of the one with fewer characters the other one holds. */
function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared(a, b) / least;
}

/** How many characters of its things the other one's do not hold. */
function leftOver(one: Described, { thingCharacters }: Described): number {
  return one.things.reduce(
    (sum, word) => sum + Array.from(word).filter((character) => !thingCharacters.has(character)).length,
    0,
  );
}

/** 宫颈癌检查 and 乳腺癌检查: one piece in the middle of the same words is another one, or is there on one side alone. */
function isReplaced(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // 老年人健康管理 and 老年人中医药健康管理: a kind of it; 村卫生室建设 and 村卫生室建设配套设备购置: what goes with it. 市级 before it says whose.
  if (one === '' || other === '') return Math.abs(one.length - other.length) >= LEAST_KIND && start > 0;
  if ((start + end) * 2 < least) return false;
  // 医保 and 养老保险 have one of two in common.
  const common = Array.from(one).filter((character) => other.includes(character)).length;
  return common * 2 <= Math.min(one.length, other.length);
}

const LEAST_KIND = 3;
