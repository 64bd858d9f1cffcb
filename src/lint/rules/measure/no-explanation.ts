import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const NEEDS: ReadonlySet<string> = new Set(['ratio', 'growth', 'score', 'degree']);

export const rule = defineRule({
  id: 'measure/no-explanation',
  data: z.strictObject({ obvious: z.array(z.string()) }),
  indicator({ measure, indicator, name }, { data: { obvious }, draft, report }) {
    if (!draft.has('explanation') || !NEEDS.has(measure.kind) || compact(indicator.explanation ?? '').length > 3)
      return;
    if (name.brackets.some((text) => text.length > 5) || obvious.includes(measure.word)) return;
    report({ message: 'none', field: 'explanation', evidence: '', values: { core: name.core } });
  },
});
