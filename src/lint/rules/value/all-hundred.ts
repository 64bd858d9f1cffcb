import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/all-hundred',
  data: z.strictObject({ least: z.number().int().min(2) }),
  whole({ data: { least }, draft, report }) {
    const judged = draft.indicators.filter(({ value }) => value && value.kind !== 'missing');
    if (judged.length < least || draft.incomplete) return;
    const full = judged.every(({ value, unit }) => {
      const number = value?.numbers[0];
      const dimension = (number?.unit ?? unit)?.dimension;
      return number?.value === 100 && number.high === undefined && dimension === 'ratio' && value?.numbers.length === 1;
    });
    if (full) report({ message: 'all', field: 'value', evidence: '100%', values: { count: judged.length } });
  },
});
