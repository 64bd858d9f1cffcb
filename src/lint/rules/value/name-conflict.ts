import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const RATES: ReadonlySet<string> = new Set(['ratio', 'satisfaction', 'growth']);
const TIMES: ReadonlySet<string> = new Set(['deadline', 'duration']);
const AMOUNTS: ReadonlySet<string> = new Set([
  'count',
  'items',
  'people',
  'event',
  'area',
  'length',
  'volume',
  'mass',
  'amount',
]);

export const rule = defineRule({
  id: 'value/name-conflict',
  data: z.strictObject({}),
  indicator(understood, { report }) {
    const { value, measure, name } = understood;
    if (!value) return;
    const message = conflict(understood);
    if (message)
      report({ message, field: 'value', evidence: value.raw, values: { core: name.core, word: measure.word } });
  },
});

/** What the name asks for and what the value answers; units that contradict are value/unit-mismatch's. */
function conflict({ value, measure, unit }: Understood): 'rate' | 'time' | 'amount' | 'degree' | undefined {
  const number = value?.numbers[0];
  if (!value) return undefined;
  const dimension = (number?.unit ?? unit)?.dimension;
  if (RATES.has(measure.kind)) {
    if (value.kind === 'date' || value.kind === 'absence') return 'rate';
    // A share of 1,200 without a unit is a count.
    return number && !number.unit && !unit && measure.bounded && number.value > 100 ? 'rate' : undefined;
  }
  if (measure.kind === 'deadline' || (TIMES.has(measure.kind) && measure.aspect === 'timeliness')) {
    if (dimension === 'money') return 'time';
    return measure.kind === 'deadline' && value.kind === 'absence' ? 'time' : undefined;
  }
  if (AMOUNTS.has(measure.kind) && !measure.negative) return value.kind === 'date' ? 'amount' : undefined;
  if (measure.kind === 'degree' && measure.aspect !== 'timeliness' && value.kind === 'absence') return 'degree';
  return undefined;
}
