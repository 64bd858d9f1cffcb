import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { decimal, decimalsOf, isNear, isRounded, show } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { selfEvaluationOf } from '../../self-evaluation.js';
import { type ScoreTotal, scoreTotal } from '../../score-total.js';

const MOST_TERMS = 30;
const TOLERANCE = 0.01;

export const rule = defineRule({
  id: 'selfeval/total',
  data: z.strictObject({}),
  whole(context) {
    const { draft, profile, report } = context;
    const { total: stated, otherTotal: other } = draft.draft.project.selfEvaluation ?? {};
    const sum = stated === undefined ? undefined : scoreTotal(draft, profile);
    if (stated === undefined) return;
    if (other !== undefined && !isSameTotal(stated, other, sum)) {
      report({
        message: 'two',
        field: 'selfEvaluation.otherTotal',
        evidence: show(decimal(other), 6),
        values: { other: show(decimal(stated), 6) },
      });
    }
    if (!sum || sum.fits(decimal(stated))) return;
    const evaluation = selfEvaluationOf(context);
    const faulty = sum.rows.find((row) => {
      const verdict = evaluation.verdict(row);
      const points = evaluation.isApart(row) ? undefined : evaluation.weights.pointsOf(row);
      const { score } = row.indicator;
      if (score === undefined || !points) return false;
      return points.lt(score) || (verdict && (!verdict.agrees || (!verdict.met && points.eq(decimal(score)))));
    });
    report({
      message: sum.sum.gt(profile.weights.total) ? 'over' : faulty ? 'with-faults' : 'total',
      field: 'selfEvaluation.total',
      evidence: show(decimal(stated), 6),
      values: {
        sum: show(sum.sum, 6),
        full: profile.weights.total,
        terms: terms(sum.rows, sum.apart),
        ...(faulty && { first: faulty.name.core }),
      },
    });
  },
});

/** One total to different decimals, with and without what stands outside of the rows, or the wrong one is told anyway. */
function isSameTotal(stated: number, other: number, sum: ScoreTotal | undefined): boolean {
  const [a, b] = [decimal(stated), decimal(other)];
  const decimals = Math.min(decimalsOf(stated), decimalsOf(other));
  if (isRounded(a, b, decimals) || isRounded(b, a, decimals)) return true;
  // The row of the sum may leave out the score of 预算执行率, which stands apart.
  return sum !== undefined && (sum.fits(b) || isNear(b.plus(sum.apart ?? 0), sum.sum, TOLERANCE));
}

/** 9.75+20+8.99: how the sum came about. */
function terms(rows: readonly Understood[], apart: number | undefined): string {
  const scores = [...(apart === undefined ? [] : [apart]), ...rows.flatMap(({ indicator }) => indicator.score ?? [])];
  const shown = scores.slice(0, MOST_TERMS).join('+');
  return scores.length > MOST_TERMS ? `${shown}+…` : shown;
}
