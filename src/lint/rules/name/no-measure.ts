import { z } from 'zod';
import { isShapeless, nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/no-measure',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind === 'no-measure')
      // 防控氛围数量 would be no better.
      report({ message: isShapeless(fault.evidence) ? 'shapeless' : 'bare', field: 'name', evidence: fault.evidence });
  },
});
