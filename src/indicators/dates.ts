/** Dates and deadlines inside values: 12月31日前, 2024年第四季度, 2024年底, 年内. */

export interface DatePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Four-digit year where it is stated. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const PATTERNS: readonly RegExp[] = [
  /(?<year>(?:19|20)\d{2})\s?年?[-/.年]\s?(?<month>1[0-2]|0?[1-9])(?:\s?[-/.月]\s?(?<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?[日号]?|\s?月)\s?(?:底|末|中旬|上旬|下旬|初|份)?/y,
  /(?<year>(?:19|20)\d{2})\s?年\s?(?:度?内|底|末|初|中|度|第?[一二三四1-4]\s?季度末?|上半年|下半年|全年)?/y,
  /(?:当年|次年|翌年|本年|今年|每年)?(?<month>1[0-2]|0?[1-9])\s?月\s?(?:(?<day>3[01]|[12]\d|0?[1-9])\s?[日号]|底|末|中旬|上旬|下旬|初|份)?(?!\d)/y,
  /第[一二三四1-4]\s?季度末?|(?:当年|本年|年)(?:度内|度末|度底|底|末|内|中)|(?:上|下)半年末?|(?:每|当|次|本)?(?:月|季度?|学期|学年)(?:底|末|初)/y,
  /当年度?|年度内/y,
];

/** The date that begins at `start`, or undefined. */
export function readDate(text: string, start: number): DatePart | undefined {
  for (const pattern of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const { year, month, day } = match.groups ?? {};
    return {
      text: match[0],
      start,
      end: pattern.lastIndex,
      ...(year && { year: Number(year) }),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
    };
  }
  return undefined;
}
