import { z } from 'zod';
import { wrongAnswer } from '../../answer.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/name-conflict',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const message = wrongAnswer(understood, understanding);
    const { value, measure, name } = understood;
    if (!message || !value) return;
    report({ message, field: 'value', evidence: value.raw, values: { core: name.core, word: measure.word } });
  },
});
