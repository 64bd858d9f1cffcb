import { z } from 'zod';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  /** Of the tiers that a budget passes the highest counts. Budgets in 万元. */
  tiers: z.array(z.strictObject({ above: z.number(), least: z.number().int().positive() })).min(1),
});

export const rule = defineRule({
  id: 'coverage/too-few',
  data,
  whole({ draft, data: { tiers }, report }) {
    const { budget } = draft.draft.project;
    if (draft.incomplete || budget === undefined || !draft.frame.isKnown) return;
    const tier = tiers.filter(({ above }) => budget > above).toSorted((a, b) => b.above - a.above)[0];
    const { counted } = draft.frame;
    if (!tier || counted === 0 || counted >= tier.least) return;
    report({
      message: 'few',
      field: 'indicators',
      evidence: '',
      values: { count: counted, budget, least: tier.least },
    });
  },
});
