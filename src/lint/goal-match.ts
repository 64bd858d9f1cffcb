/**
 * How a goal and the indicators answer each other: which indicator speaks of which piece of the goal. Words are weighed
 * by how telling they are: what stands in the project's name or in many indicators tells little here.
 */
import { toleranceOf } from './compare.js';
import {
  type Content,
  coveredShare,
  eachCharacter,
  type NumberPart,
  perName,
  pieceContent,
  type Understanding,
  type Understood,
  type Unit,
} from '../indicators/index.js';
import { rememberFor } from '../text/remember-for.js';
import { NO_PAIR, type Pair } from '../text/pairs.js';
import { PairPostings } from '../text/pair-postings.js';
import type { Similarity } from '../text/similarity.js';

export interface SpokenIndicator {
  readonly understood: Understood;
  /** Name, brackets and the beginning of the explanation. */
  readonly full: Content;
}

const COMMON_WEIGHT = 0.45;
/** Acts and what weighs more. */
const ACT = 0.5;
/** An indicator explains itself in its first sentence. */
const EXPLAINED = 60;

/** Shares above 0 by position of the indicator, in their order; all others are 0. */
export interface Shares {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
}

/** Room to reckon in, used by one draft after the other. */
class Scratch {
  readonly postings = new PairPostings();
  readonly objects = new PairPostings();
  sums = new Float64Array(64);
  seen = new Int32Array(64);
  touched = new Uint8Array(64);
  round = 0;
  /** Whose postings they are. */
  owner: GoalMatch | undefined;
  hasObjects = false;

  /** Empty sums for so many. */
  reserve(count: number): void {
    if (this.sums.length < count) {
      this.sums = new Float64Array(count * 2);
      this.seen = new Int32Array(count * 2);
      this.touched = new Uint8Array(count * 2);
      this.round = 0;
    }
    if (this.round < MOST_ROUNDS) return;
    this.seen.fill(0);
    this.round = 0;
  }
}

const MOST_ROUNDS = 0x3fffffff;
const MOST_KEPT = 4096;
let scratch = new Scratch();

export class GoalMatch {
  readonly indicators: readonly SpokenIndicator[];
  readonly #similarity: Similarity;
  readonly #understanding: Understanding;
  readonly #named: ReadonlySet<Pair>;
  /** A pair in so many indicators tells little. */
  readonly #many: number;
  readonly #shares = new Map<Content, Shares>();
  readonly #objectShares = new Map<Content, Shares>();
  #spoken: ReadonlyMap<Understood, SpokenIndicator> | undefined;
  #positions: ReadonlyMap<SpokenIndicator, number> | undefined;

  constructor(
    indicators: readonly Understood[],
    projectName: string,
    understanding: Understanding,
    similarity: Similarity,
  ) {
    const { goals } = understanding;
    this.#similarity = similarity;
    this.#understanding = understanding;
    this.#many = Math.max(3, indicators.length / 3);
    this.#named = goals.content(projectName).pairs;
    this.indicators = indicators.map((understood) => new Spoken(understood, understanding));
  }

  /** Which indicators a pair stands in: found again where another draft was looked at in between. */
  #postings(): PairPostings {
    if (scratch.owner === this) return scratch.postings;
    if (scratch.sums.length > MOST_KEPT && this.indicators.length < MOST_KEPT) scratch = new Scratch();
    const { postings } = scratch;
    postings.clear();
    const { goals } = this.#understanding;
    let index = 0;
    const add = (pair: Pair) => postings.add(pair, index);
    for (; index < this.indicators.length; index += 1)
      goals.eachPair(fullText((this.indicators[index] as SpokenIndicator).understood), add);
    scratch.owner = this;
    scratch.hasObjects = false;
    return postings;
  }

  /** In the objects of which indicators a pair stands. */
  #objects(): PairPostings {
    this.#postings();
    const { objects } = scratch;
    if (scratch.hasObjects) return objects;
    objects.clear();
    const { goals } = this.#understanding;
    let index = 0;
    const add = (pair: Pair) => objects.add(pair, index);
    for (; index < this.indicators.length; index += 1)
      goals.eachPair((this.indicators[index] as SpokenIndicator).understood.measure.object, add);
    scratch.hasObjects = true;
    return objects;
  }

  /** How much a pair tells in this draft. */
  readonly tell = (pair: Pair): number => {
    return this.#similarity.weightOf(pair) * (this.isCommon(pair) ? COMMON_WEIGHT : 1);
  };

  /** Which indicators share any word with what is said. */
  touched(said: Content, touched: Uint8Array): void {
    const postings = this.#postings();
    for (const pairs of said.wordPairs) for (const pair of pairs) postings.mark(pair, touched);
  }

  /** Whether the indicator and what is said have any pair in common. */
  isTouched(one: SpokenIndicator, said: Content): boolean {
    this.#positions ??= new Map(this.indicators.map((other, index) => [other, index]));
    return this.shares(said).indexes.includes(this.#positions.get(one) ?? -1);
  }

  /** The indicator as it is compared, if it is. */
  spoken(understood: Understood): SpokenIndicator | undefined {
    this.#spoken ??= new Map(this.indicators.map((one) => [one.understood, one]));
    return this.#spoken.get(understood);
  }

  /** How many indicators a pair stands in. */
  spread(pair: Pair): number {
    return this.#postings().count(pair);
  }

  /** Whether the indicator shares any pair with another one. */
  isShared(index: number): boolean {
    return this.#postings().isShared(index);
  }

  /** Whether the pair stands in the project's name or in many indicators. */
  isCommon(pair: Pair): boolean {
    return this.#named.has(pair) || this.spread(pair) >= this.#many;
  }

  /** Whether the pair stands in the project's name. */
  isNamed(pair: Pair): boolean {
    return this.#named.has(pair);
  }

  /** How much of what is said each indicator speaks of, 0 to 1. */
  shares(said: Content): Shares {
    const known = this.#shares.get(said);
    if (known) return known;
    const postings = this.#postings();
    const count = this.indicators.length;
    scratch.reserve(count);
    const { sums, seen } = scratch;
    sums.fill(0, 0, count);
    let { round } = scratch;
    let all = 0;
    eachCharacter(said, this.tell, (weight, heavy, heavyTold, light, lightTold) => {
      round += 1;
      all += weight * heavyTold;
      if (heavy !== NO_PAIR) postings.addTo(heavy, sums, weight * heavyTold, seen, round);
      if (light !== NO_PAIR) postings.addTo(light, sums, weight * lightTold, seen, round);
    });
    scratch.round = round;
    const indexes: number[] = [];
    const values: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const sum = sums[index] as number;
      if (sum <= 0) continue;
      indexes.push(index);
      values.push(all > 0 ? sum / all : sum);
    }
    const shares = { indexes, values };
    this.#shares.set(said, shares);
    return shares;
  }

  /** How much of its own object each indicator finds in what is said, 0 to 1. */
  objectShares(said: Content): Shares {
    const known = this.#objectShares.get(said);
    if (known) return known;
    const objects = this.#objects();
    const count = this.indicators.length;
    scratch.reserve(count);
    const { touched } = scratch;
    touched.fill(0, 0, count);
    for (const pairs of said.wordPairs) for (const pair of pairs) objects.mark(pair, touched);
    // What shares no pair has no share: only the few others are weighed.
    const indexes: number[] = [];
    const values: number[] = [];
    for (let index = 0; index < count; index += 1) {
      if (touched[index] === 0) continue;
      indexes.push(index);
      values.push(coveredShare(this.object(this.indicators[index] as SpokenIndicator), said.pairs, this.tell));
    }
    const shares = { indexes, values };
    this.#objectShares.set(said, shares);
    return shares;
  }

  /** What is measured, without the measure word. */
  object({ understood }: SpokenIndicator): Content {
    return objectContent(understood, this.#understanding);
  }

  /** The telling words of what is measured: of the whole name, or without its measure word. */
  thing({ understood }: SpokenIndicator, isWhole: boolean): Content {
    return (isWhole ? wholeThing : objectThing)(understood, this.#understanding);
  }

  /** All that the name says, its measure word as well. */
  named({ understood }: SpokenIndicator): Content {
    return this.#understanding.goals.content(understood.name.core);
  }

  /** What the indicator and the project's name speak of together. */
  around({ full }: SpokenIndicator): ReadonlySet<Pair> {
    return new Set([...full.pairs, ...this.#named]);
  }
}

const objectContent = perName((reading, { goals }: Understanding) =>
  pieceContent({ reading }, reading.measure.object.replace(YEARLY, ''), goals),
);
/** 年COD削减量, 年供水量: so much a year; 年鉴 and 年轻人 are words of their own. */
const YEARLY = /^年(?![鉴轻报画会货龄检审级终底初度均老青金票节糕夜关代月份])(?=.{2})/;
const objectThing = perName((reading, understanding: Understanding) =>
  objectContent({ reading }, understanding).telling(ACT),
);
const wholeThing = perName((reading, understanding: Understanding) =>
  wholeContent({ reading }, understanding).telling(ACT),
);
const wholeContent = perName((reading, { goals }: Understanding) => {
  const text = reading.name.core.replace(
    /^平均|(?:率|比例|占比|比重|程度|度|时间|时长|时限|小时数|[天日周月]数)$/g,
    '',
  );
  return pieceContent({ reading }, text, goals);
});

class Spoken implements SpokenIndicator {
  readonly understood: Understood;
  readonly #understanding: Understanding;
  #full: Content | undefined;

  constructor(understood: Understood, understanding: Understanding) {
    this.understood = understood;
    this.#understanding = understanding;
  }

  /** Few indicators are asked for their words; all are for their pairs. */
  get full(): Content {
    this.#full ??= this.#understanding.goals.content(fullText(this.understood));
    return this.#full;
  }
}

function fullText({ name, indicator }: Understood): string {
  let beside = '';
  for (const bracket of name.brackets) beside += `，${bracket}`;
  const explanation = indicator.explanation ?? '';
  // An empty explanation behind brackets adds a comma, which parts nothing.
  return explanation === '' ? name.core + beside : `${name.core}${beside}，${explanation.slice(0, EXPLAINED)}`;
}

/** The same amount, whatever the scale it is written in (9.6万剂次, 96000剂次). */
export function agree(a: NumberPart, b: NumberPart, tolerance = 0.002): boolean {
  if (!a.unit || !b.unit || a.unit.dimension !== b.unit.dimension) return false;
  const isByName = a.unit.dimension === 'other' || a.unit.dimension === 'physical';
  if (isByName && counterOf(a.unit) !== counterOf(b.unit)) return false;
  const low = amount(b);
  const high = b.high === undefined ? low : b.high * b.unit.factor;
  const value = amount(a);
  const isShare = a.unit.dimension === 'ratio';
  const slackFor = (bound: number) => toleranceOf(bound, tolerance, isShare);
  return value >= low - slackFor(low) && value <= high + slackFor(high);
}

/** 万人次 counts in 人次. */
export const counterOf = rememberFor(({ text }: Unit) => text.replace(/^[万亿千百]/, '').replace(/\s/g, ''));

export function amount({ value, unit }: NumberPart): number {
  return value * (unit?.factor ?? 1);
}

/** A number that two texts hardly share by chance: 9.6万, 2400, 418.6. */
export function isTelling({ value, unit }: NumberPart): boolean {
  if (unit?.dimension === 'ratio') return false;
  // Two digits are too few, and what takes three may be of little weight.
  if (value >= 0 && value < 100 && Number.isInteger(value) && value * (unit?.factor ?? 1) < 1000) return false;
  return String(value).replace(/[.]|0+$/g, '').length >= 3 || value * (unit?.factor ?? 1) >= 1000;
}
