import { z } from 'zod';
import { comparable, type Unit } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/unit-mismatch',
  data: z.strictObject({}),
  indicator({ value, unit: own, measure, name, indicator }, { understanding, report }) {
    const number = value?.numbers[0];
    const inValue = number && number.unit?.text !== own?.text ? number.unit : undefined;
    if (own && inValue && conflict(own, inValue)) {
      return report({
        message: 'columns',
        field: 'unit',
        evidence: indicator.unit ?? '',
        values: { unit: own.text, other: inValue.text },
      });
    }
    const unit = number?.unit ?? own;
    // A rate per something (次/年) and a change (增长5%) fit any measure.
    if (!unit || unit.per !== undefined || number?.change || (value?.numbers.length ?? 0) > 1) return;
    const contradicted = understanding.data.measures.contradictions[measure.kind] ?? [];
    if (!contradicted.includes(unit.dimension)) return;
    report({
      message: 'measure',
      field: own && unit === number?.unit && unit.text === own.text ? 'unit' : inValue || !own ? 'value' : 'unit',
      evidence: unit.text,
      values: { word: measure.word, unit: unit.text, core: name.core },
    });
  },
});

/** Another dimension, or the same one on another scale (元 / 万元). Ways of counting (次, 场; 人, 人次) do not conflict. */
function conflict(a: Unit, b: Unit): boolean {
  const counting = new Set(['people', 'household', 'event', 'thing', 'grade', 'physical', 'score']);
  if (counting.has(a.dimension) && counting.has(b.dimension)) return false;
  return !comparable(a, b) || a.factor !== b.factor;
}
