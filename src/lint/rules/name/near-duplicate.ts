import { z } from 'zod';
import { nearDuplicates } from '../../near-duplicates.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/near-duplicate',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    for (const { earlier, later, kind } of nearDuplicates(draft, understanding)) {
      report({
        message: kind,
        indicator: later,
        field: 'name',
        evidence: later.name.core,
        values: { other: earlier.name.core, id: earlier.indicator.id },
        related: [earlier.indicator.id],
      });
    }
  },
});
