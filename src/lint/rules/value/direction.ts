import { z } from 'zod';
import type { NumberPart, Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const UP: ReadonlySet<string> = new Set(['≥', '>']);
const DOWN: ReadonlySet<string> = new Set(['≤', '<']);

export const rule = defineRule({
  id: 'value/direction',
  data: z.strictObject({}),
  indicator({ value, unit, measure, indicator, name }, { report }) {
    const number = value?.numbers[0];
    if (!value || !number?.operator || number.change || number.high !== undefined || value.numbers.length > 1) return;
    const wrong =
      (measure.better === 'lower' && UP.has(number.operator)) ||
      (measure.better === 'higher' && DOWN.has(number.operator));
    if (
      !wrong ||
      (measure.kind !== 'ratio' &&
        measure.kind !== 'growth' &&
        measure.kind !== 'satisfaction' &&
        isShare(number, unit))
    )
      return;
    // ≤100 % of a share bars nothing and is a habit of forms that ask for a sign.
    if (measure.better === 'higher' && number.value === 100 && number.unit?.dimension === 'ratio') return;
    const right = measure.better === 'lower' ? '≤' : '≥';
    const own = number.ownOperator;
    report({
      message: measure.better === 'lower' ? 'lower' : 'higher',
      field: own ? 'value' : 'operator',
      evidence: own ? value.raw : (indicator.operator ?? number.operator),
      values: { core: name.core, sign: number.operator, right },
      ...(own
        ? value.text.startsWith(number.operator) && {
            fix: { field: 'value', value: `${right}${value.text.slice(number.operator.length).trimStart()}` },
          }
        : { fix: { field: 'operator', value: right } }),
    });
  },
});

/** A count that is stated as a share is another measure than its name says. */
function isShare(number: NumberPart, unit: Understood['unit']): boolean {
  return (number.unit ?? unit)?.dimension === 'ratio';
}
