import { z } from 'zod';
import { decimal, show } from '../../../text/decimal.js';
import { executionFacts } from '../../execution.js';
import { defineRule } from '../../rule.js';
import { selfEvaluationOf } from '../../self-evaluation.js';

export const rule = defineRule({
  id: 'selfeval/score-over-weight',
  data: z.strictObject({
    /** What the row is called that has its weight and score apart. */
    execution: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  indicator(understood, context) {
    const { report } = context;
    const { score } = understood.indicator;
    if (score === undefined) return;
    const evidence = String(score);
    if (score < 0) return report({ message: 'negative', field: 'score', evidence });
    const evaluation = selfEvaluationOf(context);
    const weight = evaluation.weights.pointsOf(understood);
    if (weight === undefined || evaluation.isApart(understood) || decimal(score).lte(weight)) return;
    report({ message: 'over', field: 'score', evidence, values: { weight: show(weight, 6) } });
  },
  /** The execution rate has its weight and score apart from the indicators. */
  whole({ draft, data: { execution }, report }) {
    const { weight, score } = executionFacts(draft.draft) ?? {};
    if (!weight?.gt(0) || !score?.gt(weight)) return;
    report({
      message: 'over',
      field: 'selfEvaluation.executionScore',
      evidence: show(score, 6),
      values: { name: execution, weight: show(weight, 6) },
    });
  },
});
