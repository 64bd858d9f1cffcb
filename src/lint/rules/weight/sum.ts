import { z } from 'zod';
import { show } from '../../../text/decimal.js';
import { gathered } from '../../../text/gathered.js';
import { defineRule } from '../../rule.js';
import { weightsOf } from '../../weights.js';

const MOST_TERMS = 24;

export const rule = defineRule({
  id: 'weight/sum',
  data: z.strictObject({}),
  whole({ draft, profile, report }) {
    if (draft.incomplete || !draft.has('weight')) return;
    const weights = weightsOf(draft, profile);
    const given = gathered(weights.rows, ({ indicator }) => indicator.weight);
    if (weights.none || given.some((weight) => weight < 0)) return;
    // Visibly incomplete: only too much can be told.
    if (weights.hasGaps && !weights.isTooMuch) return;
    if (weights.isFull || weights.isByBlock) return;
    const sum = show(weights.sum, 6);
    report({
      message: weights.isTooMuch ? 'over' : 'sum',
      field: 'weight',
      evidence: sum,
      values: {
        sum,
        total: { zh: weights.accepted.join('或'), en: weights.accepted.join(' or ') },
        terms: terms(given),
      },
    });
  },
});

/** 30+10+20: how the sum came about. */
function terms(weights: readonly number[]): string {
  const shown = weights.slice(0, MOST_TERMS).join('+');
  return weights.length > MOST_TERMS ? `${shown}+…` : shown;
}
