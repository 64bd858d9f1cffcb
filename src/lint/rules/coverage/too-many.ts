import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/too-many',
  data: z.strictObject({ max: z.number().int().positive() }),
  whole({ draft, data: { max }, report }) {
    const { counted } = draft.frame;
    if (counted > max) report({ message: 'many', field: 'indicators', evidence: '', values: { count: counted, max } });
  },
});
