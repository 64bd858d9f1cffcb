import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/date-out-of-year',
  data: z.strictObject({}),
  indicator({ value }, { draft, report }) {
    const { year, multiYear } = draft.draft.project;
    if (!value || year === undefined || value.kind !== 'date') return;
    const [date] = value.dates;
    if (date?.year === undefined || /以来|起算|[比较]/.test(value.text)) return;
    // A span that touches the year (2023-2025年) lies in it.
    const [from, to] = [date.year, date.endYear ?? date.year];
    const all = value.dates.flatMap((one) => (one.year === undefined ? [] : [one.year, one.endYear ?? one.year]));
    if (from <= year && to >= year) return;
    if (Math.min(...all) <= year && Math.max(...all) >= year) return;
    // A project of several years may name a later one; one that has passed is no target.
    if (multiYear === true && Math.min(...all) > year) return;
    report({ message: 'outside', field: 'value', evidence: date.text, values: { value: value.text, year } });
  },
});
