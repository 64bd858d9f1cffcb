import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'class/unknown-level',
  data: z.strictObject({}),
  indicator({ levels, indicator }, { report }) {
    // Departments are assessed by headings of their own (履职效能, 管理效率), with any level 2 below them.
    if (levels.level1 === 'management') return;
    for (const field of levels.unknown) {
      const heading = (indicator[field] ?? '').trim();
      // A bare number or sign is a slip of the table, not a heading.
      if (!/\p{Script=Han}{2}/u.test(heading)) continue;
      report({ message: field, field, evidence: heading, values: { heading } });
      return;
    }
  },
});
