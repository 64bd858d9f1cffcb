/**
 * How a goal and the indicators answer each other: which indicator speaks of which piece of the goal. Words are weighed
 * by how telling they are: what stands in the project's name or in many indicators tells little here.
 */
import {
  type Content,
  coveredShare,
  type GoalReader,
  type NumberPart,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import type { Similarity } from '../text/similarity.js';

export interface SpokenIndicator {
  readonly understood: Understood;
  /** What is measured, without the measure word. */
  readonly object: Content;
  /** Name, brackets and explanation. */
  readonly full: Content;
}

const COMMON_WEIGHT = 0.45;
/** An indicator explains itself in its first sentence. */
const EXPLAINED = 60;

export class GoalMatch {
  readonly indicators: readonly SpokenIndicator[];
  readonly #common: Set<string>;
  readonly #named: ReadonlySet<string>;
  readonly #similarity: Similarity;
  readonly #goals: GoalReader;

  constructor(
    indicators: readonly Understood[],
    projectName: string,
    { goals }: Understanding,
    similarity: Similarity,
  ) {
    this.#similarity = similarity;
    this.#goals = goals;
    this.indicators = indicators.map((understood) => {
      const { name, measure, indicator } = understood;
      const explanation = (indicator.explanation ?? '').slice(0, EXPLAINED);
      return {
        understood,
        object: goals.content(measure.object),
        full: goals.content([name.core, ...name.brackets, explanation].join('，')),
      };
    });
    const counts = new Map<string, number>();
    for (const { full } of this.indicators) for (const pair of full.pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    const many = Math.max(3, this.indicators.length / 3);
    this.#named = goals.content(projectName).pairs;
    this.#common = new Set(this.#named);
    for (const [pair, count] of counts) if (count >= many) this.#common.add(pair);
  }

  readonly tell = (pair: string): number => {
    const weight = this.#similarity.weight(pair);
    return this.#common.has(pair) ? weight * COMMON_WEIGHT : weight;
  };

  /** The name with its measure word. */
  whole({ understood }: SpokenIndicator): Content {
    return this.#goals.content(understood.name.core.replace(/(?:率|比例|占比|比重|程度|度)$/, ''));
  }

  /** What the indicator and the project's name speak of together. */
  around({ full }: SpokenIndicator): ReadonlySet<string> {
    return new Set([...full.pairs, ...this.#named]);
  }

  /** Whether the pair stands in the project's name. */
  isNamed(pair: string): boolean {
    return this.#named.has(pair);
  }

  /** How much of the piece the indicator speaks of, 0 to 1. */
  share(piece: Content, indicator: SpokenIndicator): number {
    return coveredShare(piece, indicator.full.pairs, this.tell);
  }
}

/** The same amount, whatever the scale it is written in (9.6万剂次, 96000剂次). */
export function agree(a: NumberPart, b: NumberPart, tolerance = 0.002): boolean {
  if (!a.unit || !b.unit || a.unit.dimension !== b.unit.dimension) return false;
  const [low, high] = [amount(b), b.high === undefined ? amount(b) : b.high * b.unit.factor];
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
