/** What the scores of a self-evaluation add up to, and whether a stated total may be that sum. */
import type { Understood } from '../indicators/index.js';
import { type Decimal, decimal, decimalsOf, isNear, isRounded, sumOf } from '../text/decimal.js';
import { gathered } from '../text/gathered.js';
import type { Profile } from './rule-data.js';
import type { UnderstoodDraft } from './understood-draft.js';
import { sharesCell, type Weights, weightsOf } from './weights.js';

export interface ScoreTotal {
  /** The rows that are added; parts (其中…) of a scored row are not. */
  readonly rows: readonly Understood[];
  /** The score of 预算执行率, where it stands apart from the rows. */
  readonly apart?: number;
  readonly sum: Decimal;
  /** Every row has its score, and the weights are whole: the sum is out of 100. */
  readonly isWhole: boolean;
  readonly fits: (total: Decimal) => boolean;
}

/** Undefined where rows or scores are missing in a way that leaves the sum open. */
export function scoreTotal(draft: UnderstoodDraft, profile: Profile): ScoreTotal | undefined {
  const weights = weightsOf(draft, profile);
  if (draft.incomplete || weights.isByBlock) return undefined;
  const rows = draft.indicators.filter((row) => draft.wholeOf(row)?.indicator.score === undefined);
  const scores = gathered(rows, ({ indicator }) => indicator.score);
  if (scores.length === 0) return undefined;
  const { executionScore, executionWeight } = draft.draft.project.selfEvaluation ?? {};
  const hasRow = weights.execution?.indicator.score !== undefined;
  const apart = hasRow ? undefined : executionScore;
  const sum = sumOf([...scores, apart ?? 0]);
  let open = decimal(0);
  for (const row of rows) {
    if (row.indicator.score !== undefined || sharesCell(row, 'score')) continue;
    const points = weights.pointsOf(row);
    // Neither weight nor score: the row may be worth anything.
    if (!points && !sharesCell(row, 'weight')) return undefined;
    open = open.plus(points ?? 0);
  }
  if (!hasRow && apart === undefined) open = open.plus(executionWeight ?? unstatedExecution(weights, profile));
  const withParts = sumOf([...gathered(draft.indicators, ({ indicator }) => indicator.score), apart ?? 0]);
  const fine = scores.filter((score) => decimalsOf(score) >= 2).length;
  // The total may be the sum of figures before each was rounded.
  const tolerance = Math.max(0.01, 0.005 * fine);
  const isSum = (total: Decimal, exact: Decimal) =>
    isNear(total, exact, tolerance) || isRounded(total, exact, decimalsOf(total.toFixed()));
  return {
    rows,
    ...(apart !== undefined && { apart }),
    sum,
    isWhole: open.eq(0) && weights.isFull && !weights.none,
    fits: (total) =>
      isSum(total, sum) ||
      isSum(total, withParts) ||
      (hasRow && executionScore !== undefined && isSum(total, sum.plus(executionScore))) ||
      (open.gt(0) && total.gte(sum.minus(tolerance)) && total.lte(sum.plus(open).plus(tolerance))),
  };
}

/** The points that 预算执行率 may have in a form that does not show them. */
function unstatedExecution(weights: Weights, { weights: { total, executionApart } }: Profile): number {
  if (weights.none || weights.hasGaps) return Math.max(0, ...executionApart);
  return weights.isFull ? Math.max(0, total - weights.sum.times(weights.scale).toNumber()) : 0;
}
