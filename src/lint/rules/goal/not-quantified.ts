import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/not-quantified',
  data: z.strictObject({}),
  whole({ draft, report }) {
    const { goals } = draft;
    if (goals.length === 0 || goals.some(({ isQuantified }) => isQuantified)) return;
    report({ message: 'nothing', field: draft.goalField, evidence: draft.goal?.pieces[0]?.text ?? '' });
  },
});
