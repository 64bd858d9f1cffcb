/**
 * How a goal and the indicators answer each other: which indicator speaks of which piece of the goal. Words are weighed
 * by how telling they are: what stands in the project's name or in many indicators tells little here.
 */
import {
  type Content,
  eachCharacter,
  type NumberPart,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import type { Similarity } from '../text/similarity.js';

export interface SpokenIndicator {
  readonly understood: Understood;
  /** Name, brackets and the beginning of the explanation. */
  readonly full: Content;
}

const COMMON_WEIGHT = 0.45;
/** An indicator explains itself in its first sentence. */
const EXPLAINED = 60;

export class GoalMatch {
  readonly indicators: readonly SpokenIndicator[];
  readonly #similarity: Similarity;
  readonly #understanding: Understanding;
  readonly #named: ReadonlySet<string>;
  /** Which indicators a pair stands in. */
  readonly #postings = new Map<string, number[]>();
  /** A pair in so many indicators tells little. */
  readonly #many: number;
  readonly #shares = new Map<Content, Float64Array>();

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
    this.indicators = indicators.map((understood, index) => {
      const { name, indicator } = understood;
      const beside = [...name.brackets, (indicator.explanation ?? '').slice(0, EXPLAINED)].join('，');
      const full = goals.content(beside === '' ? name.core : `${name.core}，${beside}`);
      for (const pair of full.pairs) {
        const list = this.#postings.get(pair);
        if (list) list.push(index);
        else this.#postings.set(pair, [index]);
      }
      return { understood, full };
    });
  }

  /** How much a pair tells in this draft. */
  readonly tell = (pair: string): number => {
    return this.#similarity.weight(pair) * (this.isCommon(pair) ? COMMON_WEIGHT : 1);
  };

  /** Which indicators share any word with what is said. */
  touched(said: Content, touched: Uint8Array): void {
    for (const pairs of said.wordPairs)
      for (const pair of pairs) for (const index of this.#postings.get(pair) ?? []) touched[index] = 1;
  }

  /** How many indicators a pair stands in. */
  spread(pair: string): number {
    return this.#postings.get(pair)?.length ?? 0;
  }

  /** Whether the pair stands in the project's name or in many indicators. */
  isCommon(pair: string): boolean {
    return this.#named.has(pair) || this.spread(pair) >= this.#many;
  }

  /** Whether the pair stands in the project's name. */
  isNamed(pair: string): boolean {
    return this.#named.has(pair);
  }

  /** How much of what is said each indicator speaks of, 0 to 1, in their order. */
  shares(said: Content): Float64Array {
    const known = this.#shares.get(said);
    if (known) return known;
    const shares = new Float64Array(this.indicators.length);
    const seen = new Int32Array(this.indicators.length);
    let character = 0;
    let all = 0;
    const add = (indexes: readonly number[] | undefined, value: number) => {
      if (!indexes) return;
      for (const index of indexes) {
        if (seen[index] === character) continue;
        seen[index] = character;
        shares[index] = (shares[index] as number) + value;
      }
    };
    eachCharacter(said, this.tell, (value, left, right) => {
      character += 1;
      all += value;
      add(this.#postings.get(left), value);
      add(this.#postings.get(right), value);
    });
    if (all > 0) for (let index = 0; index < shares.length; index += 1) shares[index] = (shares[index] as number) / all;
    this.#shares.set(said, shares);
    return shares;
  }

  /** What is measured, without the measure word. */
  object({ understood }: SpokenIndicator): Content {
    return this.#understanding.goals.content(understood.measure.object);
  }

  /** The name with its measure word. */
  whole({ understood }: SpokenIndicator): Content {
    return this.#understanding.goals.content(
      understood.name.core.replace(/^平均|(?:率|比例|占比|比重|程度|度|时间|时长|时限)$/g, ''),
    );
  }

  /** What the indicator and the project's name speak of together. */
  around({ full }: SpokenIndicator): ReadonlySet<string> {
    return new Set([...full.pairs, ...this.#named]);
  }
}

/** The same amount, whatever the scale it is written in (9.6万剂次, 96000剂次). */
export function agree(a: NumberPart, b: NumberPart, tolerance = 0.002): boolean {
  if (!a.unit || !b.unit || a.unit.dimension !== b.unit.dimension) return false;
  const low = amount(b);
  const high = b.high === undefined ? low : b.high * b.unit.factor;
  const value = amount(a);
  return value >= low - Math.abs(low) * tolerance && value <= high + Math.abs(high) * tolerance;
}

export function amount({ value, unit }: NumberPart): number {
  return value * (unit?.factor ?? 1);
}

/** A number that two texts hardly share by chance: 9.6万, 2400, 418.6. */
export function isTelling({ value, unit }: NumberPart): boolean {
  if (unit?.dimension === 'ratio') return false;
  return String(value).replace(/[.]|0+$/g, '').length >= 3 || value * (unit?.factor ?? 1) >= 1000;
}
