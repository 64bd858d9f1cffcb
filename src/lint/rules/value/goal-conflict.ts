import { z } from 'zod';
import { type Understood, wordIndex } from '../../../indicators/index.js';
import { changeWordsSchema } from '../../goal-changes.js';
import { goalConflicts } from '../../goal-conflict.js';
import { lateDeadlines } from '../../goal-deadlines.js';
import { allowedFaults, zeroWordsSchema } from '../../goal-zeros.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/goal-conflict',
  data: z.strictObject({
    changes: changeWordsSchema,
    zeros: zeroWordsSchema,
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
        values: { core: understood.name.core, shown: shownOf(understood), stated: number.text, piece: piece.text },
      });
    }
    for (const { understood, piece } of allowedFaults(draft, data.zeros)) {
      report({
        message: 'none',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, shown: shownOf(understood), piece: piece.text },
      });
    }
    for (const { understood, stated, piece } of lateDeadlines(draft)) {
      report({
        message: 'later',
        indicator: understood,
        field: 'value',
        evidence: understood.value?.text ?? '',
        values: { core: understood.name.core, shown: shownOf(understood), stated: stated.text, piece: piece.text },
      });
    }
  },
});

/** With the unit that has a column of its own. */
function shownOf({ value, unit, indicator }: Understood): string {
  const isOwn = value?.numbers[0]?.ownUnit === true || unit === undefined || value?.numbers.length === 0;
  return `${value?.text ?? ''}${isOwn ? '' : (indicator.unit?.trim() ?? unit.text)}`;
}
