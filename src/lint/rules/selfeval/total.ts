import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { decimal, show } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import { scoreTotal } from '../../score-total.js';

const MOST_TERMS = 30;

export const rule = defineRule({
  id: 'selfeval/total',
  data: z.strictObject({}),
  whole({ draft, profile, report }) {
    const { total: stated } = draft.draft.project.selfEvaluation ?? {};
    const sum = stated === undefined ? undefined : scoreTotal(draft, profile);
    if (stated === undefined || !sum || sum.fits(decimal(stated))) return;
    report({
      message: 'total',
      field: 'selfEvaluation.total',
      evidence: show(decimal(stated), 6),
      values: { sum: show(sum.sum, 6), terms: terms(sum.rows, sum.apart) },
    });
  },
});

/** 9.75+20+8.99: how the sum came about. */
function terms(rows: readonly Understood[], apart: number | undefined): string {
  const scores = [...(apart === undefined ? [] : [apart]), ...rows.flatMap(({ indicator }) => indicator.score ?? [])];
  const shown = scores.slice(0, MOST_TERMS).join('+');
  return scores.length > MOST_TERMS ? `${shown}+…` : shown;
}
