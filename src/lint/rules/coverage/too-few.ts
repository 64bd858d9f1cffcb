import { z } from 'zod';
import { tiersSchema } from '../../profile-data.js';
import { defineRule } from '../../rule.js';

/** Instead of those of the profile. */
const data = z.strictObject({ tiers: tiersSchema.optional() });

export const rule = defineRule({
  id: 'coverage/too-few',
  data,
  whole({ draft, profile, data: { tiers = profile.coverage.fewest }, report }) {
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
