import { z } from 'zod';
import { decimal, show } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { selfEvaluationOf } from '../../self-evaluation.js';
import { shownActual, shownTarget } from '../../shown-values.js';

export const rule = defineRule({
  id: 'selfeval/full-score-unmet',
  data: z.strictObject({}),
  indicator(understood, context) {
    const { report } = context;
    const { score } = understood.indicator;
    if (score === undefined) return;
    const verdict = selfEvaluationOf(context).verdict(understood);
    const right = verdict?.right[0];
    if (!verdict || !right || verdict.met || !decimal(score).eq(verdict.weight)) return;
    // 99.97 of 100 is full marks at two decimals.
    if (right.to.round(2).gte(verdict.weight)) return;
    report({
      message: 'unmet',
      field: 'score',
      evidence: String(score),
      values: {
        target: shownTarget(understood),
        actual: shownActual(understood),
        right: right.from.eq(right.to) ? show(right.to) : `${show(right.from)}～${show(right.to)}`,
        formula: right.formula(),
      },
    });
  },
});
