import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/no-benefit',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (draft.incomplete || !draft.frame.isKnown || draft.frame.has('benefit')) return;
    report({ message: 'absent', field: 'indicators', evidence: '', seek: { text: '', box: 'social' } });
  },
});
