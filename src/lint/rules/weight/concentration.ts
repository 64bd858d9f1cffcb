import { z } from 'zod';
import { show, ZERO } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { weightsOf } from '../../weights.js';

export const rule = defineRule({
  id: 'weight/concentration',
  data: z.strictObject({ max: z.number().positive() }),
  whole({ data: { max }, draft, profile, report }) {
    if (!draft.has('weight')) return;
    const weights = weightsOf(draft, profile);
    // Forms that weigh block by block have no points out of one total.
    if (weights.isTooMuch) return;
    // Two indicators cannot share 100 points in any other way.
    if (weights.sum.times(weights.scale).gt(weights.rows.length * max)) return;
    const heavy = weights.rows.filter((row) => weights.pointsOf(row)?.gt(max));
    const shared =
      heavy.length > 0 ? new Set(draft.indicators.map(({ indicator }) => indicator.weightWith)) : undefined;
    for (const row of heavy) {
      if (row === weights.execution || shared?.has(row.indicator.id)) continue;
      const weight = show(weights.pointsOf(row) ?? ZERO, 6);
      const evidence = String(row.indicator.weight);
      report({ message: 'concentration', indicator: row, field: 'weight', evidence, values: { weight, max } });
    }
  },
});
