import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/no-output',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (draft.incomplete || !draft.frame.isKnown || draft.frame.has('output')) return;
    report({ message: 'absent', field: 'indicators', evidence: '', seek: { text: '', box: 'quantity' } });
  },
});
