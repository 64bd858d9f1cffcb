import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/no-measure',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind === 'no-measure') report({ message: 'bare', field: 'name', evidence: fault.evidence });
  },
});
