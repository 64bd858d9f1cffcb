import { z } from 'zod';
import { uncoveredPieces } from '../../goal-coverage.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/goal-uncovered',
  data: z.strictObject({
    /** How many tasks are named at most; the rest is counted. */
    most: z.number().int().positive(),
  }),
  whole({ draft, data: { most }, report }) {
    if (draft.incomplete || !draft.frame.isKnown) return;
    for (const piece of uncoveredPieces(draft).slice(0, most)) {
      report({ message: 'task', field: draft.goalField, evidence: piece.text, seek: { text: piece.text } });
    }
  },
});
