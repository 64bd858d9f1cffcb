import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/is-category',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    if (nameFault(understood, understanding)?.kind !== 'is-category') return;
    report({ message: 'category', field: 'name', evidence: understood.name.core });
  },
});
