import { z } from 'zod';
import { wordIndex } from '../../../indicators/index.js';
import { changeWordsSchema } from '../../goal-changes.js';
import { goalConflicts } from '../../goal-conflict.js';
import { lateDeadlines } from '../../goal-deadlines.js';
import { allowedFaults } from '../../goal-zeros.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/goal-conflict',
  data: z.strictObject({
    changes: changeWordsSchema,
    narrowing: z
      .array(z.string().min(1))
      .min(1)
      .transform((list) => wordIndex(list)),
  }),
  whole({ draft, data, report }) {
    for (const { understood, number, piece } of goalConflicts(draft, data)) {
      report({
        message: 'differs',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, stated: number.text, piece: piece.text },
      });
    }
    for (const { understood, piece } of allowedFaults(draft)) {
      report({
        message: 'none',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, piece: piece.text },
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
