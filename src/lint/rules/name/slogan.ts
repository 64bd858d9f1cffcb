import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/slogan',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind !== 'slogan') return;
    const message = understood.measure.wish?.kind === 'task' ? 'task' : 'wish';
    report({ message, field: 'name', evidence: fault.evidence });
  },
});
