import { z } from 'zod';
import { decimal, show } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { isReason } from '../../score-reasons.js';
import { selfEvaluationOf } from '../../self-evaluation.js';
import { shownActual, shownTarget } from '../../shown-values.js';

export const rule = defineRule({
  id: 'selfeval/no-deviation-reason',
  data: z.strictObject({}),
  indicator(understood, context) {
    const { draft, profile, report } = context;
    const { score, deviationReason } = understood.indicator;
    if (!draft.has('deviationReason') || isReason(deviationReason)) return;
    const evaluation = selfEvaluationOf(context);
    if (!evaluation.isOne) return;
    const evidence = (deviationReason ?? '').trim();
    const weight = evaluation.weights.pointsOf(understood);
    const isLost = score !== undefined && weight !== undefined && decimal(score).lt(weight);
    if (isLost && !evaluation.isApart(understood)) {
      const values = { lost: show(weight.minus(score), 6) };
      return report({ message: 'lost', field: 'deviationReason', evidence, values });
    }
    const excess = evaluation.excess(understood);
    if (!excess) return;
    report({
      message: 'exceeded',
      field: 'deviationReason',
      evidence,
      values: {
        target: shownTarget(understood),
        actual: shownActual(understood),
        excess: show(excess, 1),
        limit: profile.evaluation.deviation,
      },
    });
  },
});
