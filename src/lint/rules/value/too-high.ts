import { z } from 'zod';
import { betterSide } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { onOneScale, singleNumber } from '../../compare.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/too-high',
  data: z.strictObject({ ratio: z.number().positive() }),
  indicator(understood, { data: { ratio }, report }) {
    const { value, lastActual, indicator } = understood;
    const [target, last] = [singleNumber(value), singleNumber(lastActual)];
    const scale = target && last && onOneScale(target, last);
    if (!value || !scale || betterSide(understood) === 'lower' || scale.other <= 0) return;
    if (scale.target <= scale.other * (1 + ratio) || compact(indicator.explanation ?? '') !== '') return;
    const more = Math.round((100 * (scale.target - scale.other)) / scale.other);
    report({ message: 'high', field: 'value', evidence: value.raw, values: { last: lastActual?.text ?? '', more } });
  },
});
