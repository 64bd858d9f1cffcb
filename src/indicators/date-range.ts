/** A date as a span of days, so that two of them can be compared: 12月底, 2024年第三季度, 6月30日前. */
import type { DatePart } from './dates.js';

/** Days as numbers like 20240630; both ends included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const LATER = /[前止]$|以?内$/;
const REPEATED = /每|[当次翌]月|学期|学年|财年|[春秋冬夏汛国元开入供采]|中秋/;
const QUARTER = /([一二三四1-4])\s?季度/;
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** The days that a date may mean, in `year` where it names none; undefined where it names no certain ones. */
export function dayRange(date: DatePart, year: number | undefined): DayRange | undefined {
  const { text } = date;
  const own = date.endYear ?? date.year ?? year;
  if (own === undefined || date.endYear !== undefined || REPEATED.test(text) || date.offset !== undefined)
    return undefined;
  const days = within(date, text);
  if (!days) return undefined;
  // 6月30日前: any day until then.
  return { from: LATER.test(text) ? 0 : own * 10_000 + days.from, to: own * 10_000 + days.to };
}

function within({ month, day }: DatePart, text: string): DayRange | undefined {
  if (month !== undefined && day !== undefined) return { from: month * 100 + day, to: month * 100 + day };
  if (month !== undefined) {
    const [from, to] = /上旬|初/.test(text)
      ? [1, 10]
      : /中旬/.test(text)
        ? [11, 20]
        : /下旬|底|末/.test(text)
          ? [21, 31]
          : [1, 31];
    return { from: month * 100 + from, to: month * 100 + to };
  }
  const quarter = QUARTER.exec(text)?.[1];
  if (quarter !== undefined) {
    const last = (QUARTERS[quarter] ?? Number(quarter)) * 3;
    return { from: (last - 2) * 100 + 1, to: last * 100 + 31 };
  }
  if (/上半年/.test(text)) return { from: 101, to: 631 };
  if (/下半年/.test(text)) return { from: 701, to: 1231 };
  if (/[一二三四五六七八九十]{1,2}月/.test(text)) return undefined;
  if (/年(?:度)?(?:底|末)/.test(text)) return { from: 1201, to: 1231 };
  return /年初|年中/.test(text) ? undefined : { from: 101, to: 1231 };
}
