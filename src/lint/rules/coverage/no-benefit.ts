import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/no-benefit',
  data: z.strictObject({}),
  whole({ draft, report }) {
    if (draft.incomplete) return;
    // A draft without headings, or with headings of another framework, cannot be judged.
    const boxes = draft.indicators.map(({ levels }) => levels.level1);
    const framed = boxes.filter((box) => box !== undefined && box !== 'management');
    if (framed.length === 0 || framed.includes('benefit')) return;
    if (draft.indicators.some(({ levels }) => levels.level1 === undefined && levels.unknown.length > 0)) return;
    report({ message: 'absent', field: 'indicators', evidence: '' });
  },
});
