import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const DESCRIBED = ['unit', 'year', 'budget', 'category', 'multiYear', 'duties'] as const;

export const rule = defineRule({
  id: 'goal/missing',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (draft.goals.length > 0) return;
    const { project } = draft.draft;
    const field = project.goal === undefined && project.annualGoal !== undefined ? 'annualGoal' : 'goal';
    const text = project[field];
    if (text !== undefined) {
      return report({ message: compact(text) === '' ? 'blank' : 'placeholder', field, evidence: text.trim() });
    }
    // A bare list of indicators has no place for a goal.
    if (draft.withoutGoal) return;
    if (DESCRIBED.some((key) => project[key] !== undefined)) report({ message: 'absent', field: 'goal', evidence: '' });
  },
});
