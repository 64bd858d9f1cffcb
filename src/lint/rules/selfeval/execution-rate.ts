import { z } from 'zod';
import { decimalsOf, isNear, isRounded, show } from '../../../text/decimal.js';
import { executionFacts } from '../../execution.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'selfeval/execution-rate',
  data: z.strictObject({}),
  whole({ draft, report }) {
    const facts = executionFacts(draft.draft);
    const { stated, exact, budget, spent } = facts ?? {};
    if (!stated || !exact || !budget || !spent) return;
    const written = draft.draft.project.selfEvaluation?.executionRateText;
    const decimals = typeof written === 'string' ? decimalsOf(written) : decimalsOf(stated.toFixed());
    if (isNear(stated, exact, 0.01) || isRounded(stated, exact, decimals)) return;
    // 0.9746 for 97.46 %.
    if (stated.lte(1) && isNear(stated.times(100), exact, 0.5)) return;
    report({
      message: 'rate',
      field: 'selfEvaluation.executionRate',
      evidence: show(stated, 6),
      values: { right: show(exact), formula: `${show(spent, 6)}÷${show(budget, 6)}` },
    });
  },
});
