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
    const number = value.numbers[0];
    // 反馈时限 10 with 人 in a column of its own: the number may be right.
    if (message === 'time' && number && !number.ownUnit && understood.unit && understood.indicator.unit)
      return report({
        message: 'unit',
        field: 'unit',
        evidence: understood.indicator.unit,
        values: { core: name.core, unit: understood.unit.text },
      });
    report({ message, field: 'value', evidence: value.raw, values: { core: name.core, word: measure.word } });
  },
});
