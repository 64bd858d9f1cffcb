import { z } from 'zod';
import { isReached, isShapeless, nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/no-measure',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind !== 'no-measure') return;
    // 出厂水水质达标 98% lacks its 率; 防控氛围数量 would be no better.
    const isRate = isReached(understood, understanding);
    const message = isRate ? 'rate' : isShapeless(fault.evidence) ? 'shapeless' : 'bare';
    report({ message, field: 'name', evidence: fault.evidence });
  },
});
