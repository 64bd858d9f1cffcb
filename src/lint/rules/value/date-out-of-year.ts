import { z } from 'zod';
import type { DatePart } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

/** How long something lasts or holds good is not a deadline. */
const LASTING = /(?:质保|保修|有效|保质|服务|租赁|合同|存续|使用|管护|养护|运营)期|期限$|年限|有效性/;
/** A year to compare with, or from which something counts. */
const COMPARED = /以来|起算|[比较]|不高于|不低于|平均|水平|质保|有效期|不早于|生产日期/;

export const rule = defineRule({
  id: 'value/date-out-of-year',
  data: z.strictObject({}),
  indicator({ value, name }, { draft, report }) {
    const { year, multiYear } = draft.draft.project;
    if (!value || year === undefined || value.kind !== 'date') return;
    if (COMPARED.test(value.text) || LASTING.test(name.core)) return;
    // 2025年春季教材2024年12月20日前到校: what has an end to it is the deadline.
    const title = /《[^》]{0,60}》/.exec(value.text);
    const outside = value.dates.filter(
      ({ start }) => !title || start < title.index || start > title.index + title[0].length,
    );
    const closed = outside.filter(({ text }) => /[前底末止内]$/.test(text));
    const dates = closed.length > 0 ? closed : outside;
    const due = dates.map((date) => dueYear(date, year)).filter((one) => one !== undefined);
    const last = Math.max(...due);
    if (due.length === 0 || last === year) return;
    // A project of several years may name a later one; one that has passed is no target.
    if (multiYear === true && last > year) return;
    const date = dates.find((one) => dueYear(one, year) === last);
    report({
      message: 'outside',
      field: 'value',
      evidence: date?.text ?? value.raw,
      values: { value: value.raw, year },
    });
  },
});

/** The year in which a date falls due; before 1 January is the year before. */
function dueYear({ year, endYear, month, day, offset, text }: DatePart, now: number): number | undefined {
  if (offset !== undefined) return now + offset;
  const own = endYear ?? year;
  return own !== undefined && month === 1 && day === 1 && text.endsWith('前') ? own - 1 : own;
}
