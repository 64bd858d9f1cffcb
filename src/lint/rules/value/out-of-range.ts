import { z } from 'zod';
import type { NumberPart } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/out-of-range',
  data: z.strictObject({}),
  indicator({ value, unit, measure, name }, { report }) {
    const number = value?.numbers[0];
    if (!value || !number || value.numbers.length > 1) return;
    const dimension = (number.unit ?? unit)?.dimension;
    const values = { core: name.core };
    if (COUNTS.has(measure.kind) && number.value < 0) {
      return report({ message: 'negative', field: 'value', evidence: value.raw, values });
    }
    // 个百分点 and 增长 state a change, which may pass any bound.
    if (!measure.bounded || dimension !== 'ratio' || number.change || /百分点/.test(value.text)) return;
    const percent = Math.max(number.value, number.high ?? number.value) * ((number.unit ?? unit)?.factor ?? 1);
    if (percent > 100 || (percent === 100 && number.operator === '>')) {
      report({ message: 'over', field: 'value', evidence: value.raw, values });
    } else if (percent < 0) {
      report({ message: 'negative', field: 'value', evidence: value.raw, values });
    } else if (percent === 100 && number.operator === '≥') {
      report({
        message: 'at-least-all',
        field: 'value',
        evidence: value.raw,
        values,
        ...asExactly(number, value.text),
      });
    }
  },
});

const COUNTS: ReadonlySet<string> = new Set([
  'count',
  'items',
  'people',
  'event',
  'area',
  'length',
  'volume',
  'mass',
  'quantity',
  'duration',
]);

/** “≥100%” in one cell becomes “100%”: a text file would take “=100%” for a formula. */
function asExactly({ ownOperator }: NumberPart, text: string): { fix?: { field: string; value: string } } {
  if (!ownOperator) return { fix: { field: 'operator', value: '=' } };
  return text.startsWith('≥') ? { fix: { field: 'value', value: text.slice(1).trimStart() } } : {};
}
