import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/missing',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    if (nameFault(understood, understanding)?.kind !== 'missing') return;
    const evidence = understood.name.raw.trim();
    report({ message: evidence === '' ? 'blank' : 'placeholder', field: 'name', evidence });
  },
});
