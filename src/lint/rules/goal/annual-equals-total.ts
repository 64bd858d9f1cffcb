import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/annual-equals-total',
  data: z.strictObject({}),
  whole({ draft, report }) {
    const { goal, annualGoal } = draft.draft.project;
    if (goal === undefined || annualGoal === undefined || draft.isMultiYear !== true) return;
    const key = bare(annualGoal);
    if (key !== '' && key === bare(goal)) report({ message: 'same', field: 'annualGoal', evidence: annualGoal.trim() });
  },
});

/** What years a goal is headed with makes no difference, nor do punctuation and numbering. */
function bare(text: string): string {
  return compact(text)
    .replace(/20\d{2}(?:年度?)?(?:[-–—~～至到]{1,2}20\d{2}年度?)?/g, '')
    .replace(/本年度?|当年|全年|年度|总体|三年(?:内|间)?|到年?底|[^\p{L}\p{N}%.]/gu, '');
}
