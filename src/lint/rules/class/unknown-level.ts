import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'class/unknown-level',
  data: z.strictObject({}),
  indicator({ levels, indicator }, { report }) {
    for (const field of levels.unknown) {
      const heading = (indicator[field] ?? '').trim();
      // A bare number or sign is a slip of the table, not a heading.
      if (!/\p{Script=Han}{2}/u.test(heading)) continue;
      report({ message: field, field, evidence: heading, values: { heading } });
      return;
    }
  },
});
