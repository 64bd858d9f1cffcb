import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/too-many',
  /** Instead of the number in the profile. */
  data: z.strictObject({ max: z.number().int().positive().optional() }),
  whole({ draft, profile, data: { max = profile.coverage.most }, report }) {
    const { counted } = draft.frame;
    if (counted > max) report({ message: 'many', field: 'indicators', evidence: '', values: { count: counted, max } });
  },
});
