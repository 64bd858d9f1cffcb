import { z } from 'zod';
import { defineRule } from '../../rule.js';
import { severalTargets } from '../../several-targets.js';

export const rule = defineRule({
  id: 'value/several-targets',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const pair = severalTargets(understood);
    const { value } = understood;
    if (!value || !pair || understanding.words.hasScale(value.text)) return;
    const [first, second] = pair;
    report({
      message: 'several',
      field: 'value',
      evidence: value.raw,
      values: { first: value.text.slice(first.start, first.end), second: value.text.slice(second.start, second.end) },
    });
  },
});
