import { z } from 'zod';
import type { DatePart } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

/** How long something lasts or holds good is not a deadline. */
const LASTING = /(?:质保|保修|有效|保质|服务|租赁|合同|存续|使用|管护|养护|运营)期|期限$|年限|有效性/;
/** A year to compare with, or from which something counts. */
const COMPARED = /以来|起算|[比较]|不高于|不低于|平均|水平|质保|有效期|不早于|生产日期/;

const CLOSED = /[前底末止内]$/;

export const rule = defineRule({
  id: 'value/date-out-of-year',
  data: z.strictObject({}),
  indicator({ value, name }, { draft, report }) {
    const { year, multiYear } = draft.draft.project;
    if (!value || year === undefined) return;
    const lastYear = multiYear === true ? draft.lastYear : undefined;
    if (COMPARED.test(value.text) || LASTING.test(name.core)) return;
    const span = value.kind === 'number' ? looseDate(value.text) : undefined;
    if (span) {
      const isLater = multiYear === true && span.year > year && span.year <= (lastYear ?? span.year);
      if (span.year !== year && !isLater)
        report({ message: 'outside', field: 'value', evidence: span.text, values: { value: value.raw, year } });
      return;
    }
    if (value.kind !== 'date') return;
    // 2025年春季教材2024年12月20日前到校: what has an end to it is the deadline.
    const title = /《[^》]{0,60}》/.exec(value.text);
    const outside = value.dates.filter(
      ({ start }) => !title || start < title.index || start > title.index + title[0].length,
    );
    const closed = outside.filter(({ text, year: own, offset }, index) => {
      const [next] = outside.slice(index + 1, index + 2);
      // 2025年春节前, 明年春季开学前: the year stands apart from the end.
      const isTied = next !== undefined && next.start === outside[index]?.end && next.year === undefined;
      return CLOSED.test(text) || (isTied && (own ?? offset) !== undefined && CLOSED.test(next.text));
    });
    const dates = closed.length > 0 ? closed : outside;
    const due = dates.map((date) => dueYear(date, year)).filter((one) => one !== undefined);
    const last = Math.max(...due);
    if (due.length === 0 || last === year) return;
    // A project of several years may name a later one within them; one that has passed is no target.
    if (multiYear === true && last > year && last <= (lastYear ?? last)) return;
    const date = dates.find((one) => dueYear(one, year) === last);
    report({
      message: 'outside',
      field: 'value',
      evidence: date?.text ?? value.raw,
      values: { value: value.raw, year },
    });
  },
});

/** 2024.3—2025.8, 25年2月前: dates in figures that read as numbers. Only the end of a span counts. */
function looseDate(text: string): { readonly year: number; readonly text: string } | undefined {
  const span = /^20\d\d\.(?:1[0-2]|0?[1-9])\s?[-—–~～至到]{1,2}\s?(20\d\d)\.(?:1[0-2]|0?[1-9])$/.exec(text);
  const short = /^(\d\d)年(?:1[0-2]|0?[1-9])月/.exec(text);
  if (span?.[1] !== undefined) return { year: Number(span[1]), text: span[0] };
  return short?.[1] === undefined ? undefined : { year: 2000 + Number(short[1]), text: short[0] };
}

/** The year in which a date falls due; before 1 January is the year before. */
function dueYear({ year, endYear, month, day, offset, text }: DatePart, now: number): number | undefined {
  if (offset !== undefined) return now + offset;
  const own = endYear ?? year;
  return own !== undefined && month === 1 && day === 1 && text.endsWith('前') ? own - 1 : own;
}
