import { z } from 'zod';
import { goalSense } from '../../goal-sense.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/output-only',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    if (goalSense(draft, understanding) !== 'output-only') return;
    const output = draft.goal?.pieces.find(({ isOutput }) => isOutput);
    report({ message: 'outputs', field: draft.goalField, evidence: output?.text ?? '' });
  },
});
