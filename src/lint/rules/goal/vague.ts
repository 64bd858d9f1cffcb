import { z } from 'zod';
import { goalSense } from '../../goal-sense.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/vague',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    if (goalSense(draft, understanding) !== 'vague') return;
    report({ message: 'wishes', field: draft.goalField, evidence: draft.goal?.pieces[0]?.text ?? '' });
  },
});
