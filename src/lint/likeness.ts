/**
 * How likely two indicators with one value assess one thing, by features of their names that a small model weighs: whoever
 * writes an indicator down twice takes other words, and hardly another number.
 */
import {
  measureClass,
  type NumberPart,
  plainObject,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import { isToldLoosely } from './told-apart.js';

/** What the model weighs, each between 0 and 1. */
export const LIKENESS_FEATURES = [
  'class',
  'box',
  'characters',
  'contained',
  'pairs',
  'telling',
  'leftLess',
  'leftMore',
  'head',
  'act',
  'otherAct',
  'oneAct',
  'rare',
  'brief',
  'share',
  'numerals',
  'rareContained',
  'containedSquared',
  'classContained',
  'headCharacters',
] as const;

export type LikenessFeature = (typeof LIKENESS_FEATURES)[number];

/** What an indicator's name says, ready to be laid beside another one's. */
export interface Described {
  readonly understood: Understood;
  readonly object: string;
  readonly characters: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
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
    pairs: new Set(Array.from({ length: Math.max(0, object.length - 1) }, (_, at) => object.slice(at, at + 2))),
    things,
    thingCharacters: new Set(things.join('')),
    acts: textsOf((weight) => weight === ACT),
    numerals: (object.match(NUMERAL) ?? []).join(),
  };
}

const NUMERAL = /\d+(?:\.\d+)?|[a-z]+|[一二三四五六七八九十甲乙丙丁](?=[级类期批次号标阶段层岁年月季季度产])/gi;

/**
 * Whether an equal value says anything: many come to 100%, 1 or 2 by chance. Whose satisfaction is asked is told by rules of
 * its own.
 */
export function isComparable(one: Understood): boolean {
  const [number, second] = one.value?.numbers ?? [];
  if (!number || second || number.high !== undefined || number.change || one.measure.kind === 'satisfaction')
    return false;
  return rarity(number, one) > 0 || (number.unit ?? one.unit)?.dimension === 'ratio';
}

/** Whether two may be one thing at all: neither stages, groups nor brackets tell them apart, nor a piece that takes another's place. */
export function mayBeOne(one: Described, other: Described, understanding: Understanding): boolean {
  return !isReplaced(one.object, other.object) && isToldLoosely(one.understood, other.understood, understanding);
}

/** One number a feature, in the order of `LIKENESS_FEATURES`. */
export function likenessOf(one: Described, other: Described): number[] {
  const [a, b] = [one.understood, other.understood];
  const isSameClass = measureClass(a) === measureClass(b);
  const characters = dice(one.characters, other.characters);
  const contained = containment(one.characters, other.characters);
  const left = [leftOver(one, other), leftOver(other, one)] as const;
  const isShared = one.acts.some((act) => other.acts.includes(act));
  const head = headShared(one.things.at(-1), other.things.at(-1));
  const [number] = a.value?.numbers ?? [];
  const rare = number ? rarity(number, a) : 0;
  const features: Readonly<Record<LikenessFeature, number>> = {
    class: Number(isSameClass),
    box: Number(a.indicator.level2 === b.indicator.level2),
    characters,
    contained,
    pairs: dice(one.pairs, other.pairs),
    telling: dice(one.thingCharacters, other.thingCharacters),
    leftLess: Math.min(1, Math.min(...left) / FEW_LEFT),
    leftMore: Math.min(1, Math.max(...left) / MANY_LEFT),
    head,
    act: Number(isShared),
    otherAct: Number(!isShared && one.acts.length > 0 && other.acts.length > 0),
    oneAct: Number(one.acts.length > 0 !== other.acts.length > 0),
    rare,
    brief: Math.min(1, Math.min(one.object.length, other.object.length) / LONG),
    share: Number((number?.unit ?? a.unit)?.dimension === 'ratio'),
    numerals: Number(one.numerals !== other.numerals),
    rareContained: rare * contained,
    containedSquared: contained * contained,
    classContained: isSameClass ? contained : 0,
    headCharacters: head * characters,
  };
  return LIKENESS_FEATURES.map((feature) => features[feature]);
}

const FEW_LEFT = 4;
const MANY_LEFT = 8;
const LONG = 12;

function shared<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count += 1;
  return count;
}

function dice<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
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

/** How far the last things agree: 监控摄像机 and 摄像机 in all but how long they are. */
function headShared(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return HEADLESS;
  if (a === b) return 1;
  if (a.slice(-2) === b.slice(-2)) return ENDING;
  return a.at(-1) === b.at(-1) ? LAST : 0;
}

const HEADLESS = 0.2;
const ENDING = 0.7;
const LAST = 0.4;

/** 宫颈癌检查 and 乳腺癌检查: one piece in the middle of the same words is another one, or is there on one side alone. */
function isReplaced(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // 老年人健康管理 and 老年人中医药健康管理: a kind of it.
  if (one === '' || other === '') return Math.abs(one.length - other.length) >= LEAST_KIND && start > 0 && end > 0;
  if ((start + end) * 2 < least) return false;
  return !Array.from(one).some((character) => other.includes(character));
}

const LEAST_KIND = 3;

const COMMON_SHARES: ReadonlySet<number> = new Set([80, 85, 90, 95, 98, 99]);

/** How seldom two indicators come to the number by chance. */
function rarity({ value, unit }: NumberPart, one: Understood): number {
  if ((unit ?? one.unit)?.dimension === 'ratio') return value === WHOLE ? 0 : COMMON_SHARES.has(value) ? 0.3 : 1;
  if (value <= FEW) return 0;
  if (value < SOME) return 0.35;
  return value % WHOLE === 0 ? 0.7 : 1;
}

const WHOLE = 100;
const FEW = 3;
const SOME = 20;
