import { z } from 'zod';
import { show } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { weightsOf } from '../../weights.js';

export const rule = defineRule({
  id: 'weight/concentration',
  data: z.strictObject({ max: z.number().positive() }),
  whole({ data: { max }, draft, profile, report }) {
    const weights = weightsOf(draft, profile);
    if (weights.isByBlock || weights.isTooMuch) return;
    // Two indicators cannot share 100 points in any other way.
    if (weights.sum.times(weights.scale).gt(weights.rows.length * max)) return;
    const shared = new Set(draft.indicators.map(({ indicator }) => indicator.weightWith));
    for (const row of weights.rows) {
      const points = weights.pointsOf(row);
      if (row === weights.execution || shared.has(row.indicator.id) || points === undefined || points.lte(max))
        continue;
      const weight = show(points, 6);
      report({
        message: 'concentration',
        indicator: row,
        field: 'weight',
        evidence: String(row.indicator.weight),
        values: { weight, max },
      });
    }
  },
});
