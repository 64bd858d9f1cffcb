import { z } from 'zod';
import { defineRule } from '../../rule.js';
import { CATEGORIES, term } from '../../terms.js';

export const rule = defineRule({
  id: 'coverage/no-cost',
  data: z.strictObject({
    /** Drafts of fewer indicators are excerpts. */
    least: z.number().int().positive(),
    /** Categories of projects that cannot do without. */
    categories: z.array(z.string()).min(1),
  }),
  whole({ draft, data, report }) {
    const { frame, kind } = draft;
    if (draft.incomplete || !frame.isKnown || frame.counted < data.least || frame.hasCost) return;
    if (!kind.isSure || kind.category === undefined || !data.categories.includes(kind.category)) return;
    report({
      message: 'absent',
      field: 'indicators',
      evidence: '',
      values: { category: term(CATEGORIES, kind.category) },
      seek: { text: draft.draft.project.name, box: 'cost-economic' },
    });
  },
});
