import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { type Decimal, decimal, isNear, show } from '../../../text/decimal.js';
import { executionFacts } from '../../execution.js';
import { defineRule } from '../../rule.js';
import { selfEvaluationOf, type Verdict } from '../../self-evaluation.js';
import { shownActual, shownTarget } from '../../shown-values.js';
import { statedScore } from '../../score-reasons.js';

const HUNDRED = decimal(100);

export const rule = defineRule({
  id: 'selfeval/score-mismatch',
  data: z.strictObject({}),
  indicator(understood, context) {
    const { report } = context;
    const { score } = understood.indicator;
    if (score === undefined || score < 0) return;
    const evaluation = selfEvaluationOf(context);
    const verdict = evaluation.verdict(understood);
    const left = evaluation.weights.beyond(understood, score);
    // More than the weight, or all of it for a missed target, is told by other rules.
    if (left === undefined || left < 0 || (verdict && !verdict.met && left === 0)) return;
    if (verdict && !verdict.agrees) {
      return report({
        message: 'figure',
        field: 'score',
        evidence: String(score),
        values: figures(understood, verdict),
      });
    }
    const reason = understood.indicator.deviationReason;
    const named = evaluation.isApart(understood) ? undefined : statedScore(reason);
    const weight = evaluation.weights.pointsOf(understood);
    if (!named || !weight || named.gt(weight) || isNear(named, decimal(score), 0.01)) return;
    report({ message: 'reason', field: 'score', evidence: String(score), values: { named: show(named, 4) } });
  },
  /** 预算执行率's own score: its weight by the rate, never more than the weight. */
  whole(context) {
    const { draft, report } = context;
    const { weight, score, rates = [] } = executionFacts(draft.draft) ?? {};
    const [rate] = rates;
    // More than the weight is told by another rule.
    if (!weight || !score || !rate || score.gt(weight)) return;
    const points = (percent: Decimal) => {
      const earned = weight.times(percent).div(100);
      return earned.gt(weight) ? weight : earned;
    };
    const evaluation = selfEvaluationOf(context);
    if (rates.some((one) => evaluation.isRight(score, points(one), weight))) return;
    report({
      message: 'execution',
      field: 'selfEvaluation.executionScore',
      evidence: show(score, 4),
      values: {
        right: show(points(rate)),
        formula: `${show(weight)}×${show(rate.gt(100) ? HUNDRED : rate)}%=${show(points(rate))}`,
      },
    });
  },
});

function figures(understood: Understood, { right }: Verdict): Record<string, string> {
  const one = ({ from, to }: Verdict['right'][number]) => (from.eq(to) ? show(to) : `${show(from)}～${show(to)}`);
  return {
    score: String(understood.indicator.score),
    target: shownTarget(understood),
    actual: shownActual(understood),
    right: right.map((figure) => one(figure)).join('／'),
    formula: right.map(({ formula }) => formula()).join('／'),
  };
}
