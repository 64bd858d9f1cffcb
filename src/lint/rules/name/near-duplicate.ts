import { z } from 'zod';
import { nearDuplicates } from '../../near-duplicates.js';
import { defineRule } from '../../rule.js';
import { gainsSchema } from '../../same-gains.js';
import { likenessSchema } from '../../same-likeness.js';
import { usersSchema } from '../../same-users.js';

const wordSet = z.array(z.string().min(1)).transform((words): ReadonlySet<string> => new Set(words));

export const rule = defineRule({
  id: 'name/near-duplicate',
  data: z.strictObject({
    /** Acts by which a thing comes to be there, as the goals' synonyms name them. */
    arrivals: wordSet,
    /** Whoever lives in the country: 群众 beside them are they. */
    residents: wordSet,
    users: usersSchema,
    gains: gainsSchema,
    /** How what two names with one value have in common, and what not, speaks for one thing. */
    likeness: likenessSchema,
  }),
  whole({ draft, understanding, data, report }) {
    for (const { earlier, later, kind } of nearDuplicates(draft, understanding, data)) {
      // 展演场次（市区）, 展演场次（各县）: what stands in brackets may be all that tells them apart.
      const shown = earlier.name.brackets.length + later.name.brackets.length > 0 ? 'text' : 'core';
      report({
        message: kind,
        indicator: later,
        field: 'name',
        evidence: later.name[shown],
        values: { other: earlier.name[shown], id: earlier.indicator.id },
        related: [earlier.indicator.id],
      });
    }
  },
});
