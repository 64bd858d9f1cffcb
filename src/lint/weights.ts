/** The weights of a draft: which rows count, what they add up to, and whether that is what a form should have. */
import type { Understood } from '../indicators/index.js';
import { type Decimal, decimal, decimalsOf, isNear, sumOf } from '../text/decimal.js';
import { gathered } from '../text/gathered.js';
import { commonLevel } from './common-indicators.js';
import type { Profile } from './rule-data.js';
import { isPart } from './part.js';
import type { UnderstoodDraft } from './understood-draft.js';

export class Weights {
  /** Rows whose weight counts: parts (其中…) of a row that has a weight are left out. */
  readonly rows: readonly Understood[];
  /** The row of 预算执行率, where it stands among the indicators with a weight of its own. */
  readonly execution: Understood | undefined;
  /** Of `rows`, exact; as they are stated. */
  readonly sum: Decimal;
  /** Some row that should have a weight has none. */
  readonly hasGaps: boolean;
  /** No weight is stated at all. */
  readonly none: boolean;
  /** 100 where weights are stated as shares of one. */
  readonly scale: number;
  /** What the sum may be. */
  readonly accepted: readonly number[];
  /** Whether the weights add up to what a form should have. */
  readonly isFull: boolean;
  readonly #tolerance: number;
  readonly #total: number;

  constructor(draft: UnderstoodDraft, profile: Profile) {
    const { total } = profile.weights;
    this.#total = total;
    this.rows = draft.indicators.filter((one) => draft.wholeOf(one)?.indicator.weight === undefined);
    this.execution = this.rows.find((row) => row.indicator.weight !== undefined && isExecution(row, profile));
    const stated = gathered(this.rows, ({ indicator }) => indicator.weight);
    this.sum = sumOf(stated);
    this.none = stated.length === 0;
    this.hasGaps = this.rows.some((row) => lacksWeight(row) && !isExecution(row, profile));
    this.scale = stated.length > 1 && this.sum.gt(0) && this.sum.lte(1.01) ? total : 1;
    // Weights rounded to cents may miss the total by half a cent each.
    const isFine = stated.some((weight) => decimalsOf(weight) >= 2);
    this.#tolerance = isFine ? Math.max(0.01, 0.005 * stated.length) : 0.001;
    this.accepted = acceptedSums(draft, profile, this.execution);
    const isAccepted = (sum: Decimal) =>
      this.accepted.some((target) => isNear(sum.times(this.scale), target, this.#tolerance * this.scale));
    this.isFull =
      isAccepted(this.sum) || isAccepted(sumOf(gathered(draft.indicators, ({ indicator }) => indicator.weight)));
  }

  /** Whether the weights add up to more than any form has. */
  get isTooMuch(): boolean {
    return this.sum.times(this.scale).gt(Math.max(...this.accepted) + this.#tolerance);
  }

  /** Each level-1 block adds up to the total by itself. */
  get isByBlock(): boolean {
    const blocks = new Map<string, number[]>();
    for (const { levels, indicator } of this.rows) {
      const key = levels.level1 ?? indicator.level1 ?? '';
      const weights = blocks.get(key) ?? [];
      if (indicator.weight !== undefined) weights.push(indicator.weight);
      blocks.set(key, weights);
    }
    const isWhole = (weights: readonly number[]) => isNear(sumOf(weights), this.#total, this.#tolerance);
    return blocks.size > 1 && [...blocks.values()].every((weights) => isWhole(weights));
  }

  /** By how much a row's weight passes so many points; undefined where it has none. Only the sign is exact. */
  beyond({ indicator }: Understood, points: number): number | undefined {
    const { weight } = indicator;
    if (weight === undefined) return undefined;
    // Numbers as they are written compare as their decimals do.
    return this.scale === 1 ? weight - points : decimal(weight).times(this.scale).cmp(points);
  }

  /** A row's weight in points. */
  pointsOf({ indicator }: Understood): Decimal | undefined {
    if (indicator.weight === undefined) return undefined;
    const weight = decimal(indicator.weight);
    return this.scale === 1 ? weight : weight.times(this.scale);
  }
}

function acceptedSums({ draft }: UnderstoodDraft, { weights }: Profile, execution: Understood | undefined): number[] {
  const { total, executionApart } = weights;
  const apart = draft.project.selfEvaluation?.executionWeight;
  if (execution) return [total];
  if (apart !== undefined && apart > 0) return [total - apart];
  return [total, ...executionApart.map((part) => total - part)];
}

export function weightsOf(draft: UnderstoodDraft, profile: Profile): Weights {
  return draft.once(weightsOf, () => new Weights(draft, profile));
}

/** A weight or score cell merged over several rows stands with the first of them; the others name it. */
export function sharesCell({ indicator }: Understood, field: 'weight' | 'score'): boolean {
  return indicator[`${field}With`] !== undefined;
}

/** 预算执行率, as an indicator among those of 管理 or with no level: scored by its own rule. */
export function isExecution({ name, levels, indicator }: Understood, profile: Profile): boolean {
  const isCommon = levels.level1 === undefined || levels.level1 === 'management' || /共性/.test(indicator.scope ?? '');
  return isCommon && commonLevel(name.core, profile.common) === 'error';
}

function lacksWeight(row: Understood): boolean {
  return row.indicator.weight === undefined && !isPart(row) && !sharesCell(row, 'weight');
}
