import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/yes-no',
  data: z.strictObject({ words: z.array(z.string()).min(1) }),
  indicator({ value, indicator }, { data: { words }, understanding, report }) {
    if (value?.kind !== 'yes-no' || !words.includes(compact(value.text))) return;
    // Partial completion that is scored shows a degree.
    if (understanding.words.hasScale(indicator.explanation)) return;
    report({ message: 'state', field: 'value', evidence: value.raw });
  },
});
