import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/annual-equals-total',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (!draft.repeatsTotal) return;
    const { goal = '', annualGoal } = draft.draft.project;
    // Both may stand in one text.
    const field = annualGoal === undefined ? 'goal' : 'annualGoal';
    report({ message: 'same', field, evidence: (annualGoal ?? goal).trim() });
  },
});
