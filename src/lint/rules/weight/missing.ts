import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';
import { isPart } from '../../part.js';
import { isExecution, sharesCell, type Weights, weightsOf } from '../../weights.js';

export const rule = defineRule({
  id: 'weight/missing',
  data: z.strictObject({}),
  whole({ draft, profile, report }) {
    if (!draft.has('weight')) return;
    const weights = weightsOf(draft, profile);
    const hasWeight = ({ indicator }: Understood) => (indicator.weight ?? 0) > 0;
    const weighted = draft.indicators.filter((row) => hasWeight(row)).length;
    const isGrouped = weights.isFull && isWeighedByGroup(draft.indicators);
    let afterPart = false;
    for (const row of draft.indicators) {
      const { weight } = row.indicator;
      const isBlank = weight === undefined;
      // 其中：女学员 / 男学员: only the first of the parts says so.
      const isOfAbove: boolean = isPart(row) || (afterPart && isBlank);
      afterPart = isOfAbove;
      if (weight !== undefined && (weight < 0 || (weight === 0 && weighted > 0))) {
        report({ message: 'zero', indicator: row, field: 'weight', evidence: String(weight) });
      }
      if (!isBlank || isOfAbove || isGrouped || weighted === 0) continue;
      if (sharesCell(row, 'weight') || isExecution(row, profile) || isByWhole(row, weights)) continue;
      report({ message: 'missing', indicator: row, field: 'weight', evidence: '' });
    }
  },
});

/** Forms that write a group's weight once, beside its first row. */
function isWeighedByGroup(rows: readonly Understood[]): boolean {
  const groups = new Map<string, Understood[]>();
  for (const row of rows) {
    const key = `${row.indicator.level1 ?? ''}\u0000${row.indicator.level2 ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const isFirstOnly = ([first, ...rest]: Understood[]) =>
    first?.indicator.weight !== undefined && rest.every(({ indicator }) => indicator.weight === undefined);
  const all = [...groups.values()];
  // One blank alone is a blank; two groups of this shape are a way of writing.
  return all.filter((group) => group.length > 1).length > 1 && all.every((group) => isFirstOnly(group));
}

/** The weight of a whole may stand with its parts alone. */
function isByWhole(row: Understood, { rows }: Weights): boolean {
  const at = rows.indexOf(row);
  const next = rows[at + 1];
  return next !== undefined && isPart(next) && next.indicator.weight !== undefined;
}
