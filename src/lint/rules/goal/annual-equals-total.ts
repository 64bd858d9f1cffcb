import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/annual-equals-total',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (!draft.repeatsTotal) return;
    report({ message: 'same', field: 'annualGoal', evidence: (draft.draft.project.annualGoal ?? '').trim() });
  },
});
