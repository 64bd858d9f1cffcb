import { z } from 'zod';
import { nameKey, type Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/duplicate',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    const first = new Map<string, Understood>();
    const keys = draft.indicators.map((one) => nameKey(one));
    const repeated = repeatedOf(keys);
    if (repeated.size === 0) return;
    for (const [index, understood] of draft.indicators.entries()) {
      if (!repeated.has(keys[index] as string)) continue;
      const { name, levels, indicator } = understood;
      if (understanding.quantities.isPlaceholder(keys[index] as string) || understanding.framework.isHeading(name.core))
        continue;
      // Brackets may tell two indicators apart (培训人数（线上）, 培训人数（线下）) unless they hold the unit (合格率（%）).
      // So may the part a row belongs to.
      const box = levels.level2 ?? compact(indicator.level2 ?? indicator.level1 ?? '');
      const isUnit = (text: string) => understood.measure.kind !== 'none' && understanding.units.parse(compact(text));
      const notes = name.brackets.filter((text) => !isUnit(text));
      const key = [box, indicator.partOf ?? '', keys[index], ...notes.map(compact)].join('\u0000');
      const earlier = first.get(key);
      if (!earlier) first.set(key, understood);
      else {
        report({
          message: 'duplicate',
          indicator: understood,
          field: 'name',
          evidence: name.text,
          related: [earlier.indicator.id],
        });
      }
    }
  },
});

function repeatedOf(keys: readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const key of keys) {
    if (met.has(key)) repeated.add(key);
    met.add(key);
  }
  return repeated;
}
