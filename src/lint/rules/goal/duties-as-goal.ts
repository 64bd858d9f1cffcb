import { z } from 'zod';
import { goalSense } from '../../goal-sense.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/duties-as-goal',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    if (goalSense(draft, understanding) !== 'duties') return;
    report({ message: 'duties', field: draft.goalField, evidence: draft.goal?.pieces[0]?.text ?? '' });
  },
});
