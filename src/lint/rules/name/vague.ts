import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/vague',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind === 'vague') report({ message: 'vague', field: 'name', evidence: fault.evidence });
  },
});
