import { z } from 'zod';
import { defineRule } from '../../rule.js';
import { unrelatedIndicators } from '../../unrelated.js';

export const rule = defineRule({
  id: 'coverage/unrelated',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    for (const indicator of unrelatedIndicators(draft, understanding)) {
      report({ message: 'alone', indicator, field: 'name', evidence: indicator.name.core });
    }
  },
});
