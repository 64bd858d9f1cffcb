import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/unparsable',
  data: z.strictObject({}),
  indicator({ value }, { report }) {
    const [piece] = value?.unread ?? [];
    if (!value || !piece) return;
    report({
      message: 'unread',
      field: 'value',
      evidence: piece.text,
      values: { value: value.text, piece: piece.text },
    });
  },
});
