import { z } from 'zod';
import { goalSense } from '../../goal-sense.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/benefit-only',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    if (goalSense(draft, understanding) !== 'benefit-only') return;
    const effect = draft.goal?.pieces.find(({ isEffect }) => isEffect);
    report({ message: 'effects', field: draft.goalField, evidence: effect?.text ?? '' });
  },
});
