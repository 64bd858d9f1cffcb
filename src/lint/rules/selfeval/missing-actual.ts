import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';
import { hasActual, selfEvaluationOf } from '../../self-evaluation.js';
import { isPart } from '../../understood-draft.js';
import { isExecution } from '../../weights.js';

export const rule = defineRule({
  id: 'selfeval/missing-actual',
  data: z.strictObject({}),
  indicator(understood, context) {
    const { draft, profile, report } = context;
    const { indicator, name } = understood;
    // A form without the column, or one that nobody has filled in yet, lacks nothing.
    if (!draft.has('actual') || hasActual(understood) || !selfEvaluationOf(context).isOne) return;
    if (compact(name.core) === '' || (isPart(understood) && indicator.score === undefined)) return;
    // Its result stands in the block of funds.
    const { spent, executionRate } = draft.draft.project.selfEvaluation ?? {};
    if (isExecution(understood, profile) && (spent ?? executionRate) !== undefined) return;
    const evidence = (indicator.actual ?? '').trim();
    report({ message: evidence === '' ? 'blank' : 'placeholder', field: 'actual', evidence });
  },
});
