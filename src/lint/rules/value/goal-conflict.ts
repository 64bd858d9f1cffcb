import { z } from 'zod';
import { changeWordsSchema } from '../../goal-changes.js';
import { goalConflicts } from '../../goal-conflict.js';
import { lateDeadlines } from '../../goal-deadlines.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/goal-conflict',
  data: z.strictObject({ changes: changeWordsSchema }),
  whole({ draft, data: { changes }, report }) {
    for (const { understood, number, piece } of goalConflicts(draft, changes)) {
      report({
        message: 'differs',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, stated: number.text, piece: piece.text },
      });
    }
    for (const { understood, stated, piece } of lateDeadlines(draft)) {
      report({
        message: 'later',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, stated: stated.text, piece: piece.text },
      });
    }
  },
});
