import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/too-long',
  data: z.strictObject({ max: z.number().int().positive() }),
  indicator({ name }, { data: { max }, report }) {
    const length = Array.from(name.core).length;
    if (length > max) report({ message: 'long', field: 'name', evidence: name.core, values: { length, max } });
  },
});
