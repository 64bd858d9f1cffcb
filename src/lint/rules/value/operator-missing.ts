import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { singleNumber } from '../../compare.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/operator-missing',
  data: z.strictObject({}),
  indicator({ value, measure, indicator, name }, { report }) {
    const number = singleNumber(value);
    if (!value || !number || number.operator || value.words !== '' || value.unread.length > 0) return;
    if (measure.kind === 'none' || compact(indicator.operator ?? '') !== '') return;
    // 100 % of a share and 0 of something bad can be met in one way only.
    const isShare = number.unit?.dimension === 'ratio' && measure.bounded;
    if ((isShare && number.value === 100) || number.value === 0) return;
    const sign = measure.better === 'lower' ? '≤' : measure.better === 'higher' ? '≥' : undefined;
    report({
      message: sign ? 'known' : 'open',
      field: 'value',
      evidence: value.raw,
      values: { value: value.text, core: name.core, sign: sign ?? '' },
      ...(sign && { fix: { field: 'value', value: `${sign}${value.text}` } }),
    });
  },
});
