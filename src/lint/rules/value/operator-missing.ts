import { z } from 'zod';
import { betterSide } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { singleNumber } from '../../compare.js';
import { defineRule } from '../../rule.js';
import { withSign } from '../../value-edit.js';

const SIGN = { 'sure-higher': '≥', higher: '≥', lower: '≤' } as const;

export const rule = defineRule({
  id: 'value/operator-missing',
  data: z.strictObject({}),
  indicator(understood, { draft, report }) {
    const { value, measure, indicator, name } = understood;
    const number = singleNumber(value);
    if (!value || !number || number.operator || value.words !== '' || value.unread.length > 0) return;
    if (measure.kind === 'none' || compact(indicator.operator ?? '') !== '') return;
    // 100 % of a share and 0 of something bad can be met in one way only.
    const isShare = number.unit?.dimension === 'ratio' && measure.bounded;
    if ((isShare && number.value === 100) || number.value === 0) return;
    const sign = measure.better && SIGN[betterSide(understood) ?? measure.better];
    report({
      message: sign ? 'known' : 'open',
      field: 'value',
      evidence: value.raw,
      values: { value: value.text, core: name.core, sign: sign ?? '' },
      // A form with a column for signs has them there.
      ...(sign && {
        fix: draft.has('operator')
          ? { field: 'operator', value: sign }
          : { field: 'value', value: withSign(indicator.value ?? '', sign) },
      }),
    });
  },
});
