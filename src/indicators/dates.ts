/** Dates and deadlines inside values: 12月31日前, 2024年第四季度, 2024年底, 年内, 2023-2025年. */

export interface DatePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Four-digit year where it is stated. */
  readonly year?: number;
  /** The last year of a span: 2023-2025年. */
  readonly endYear?: number;
  readonly month?: number;
  readonly day?: number;
}

const TAIL = '(?:\\s?(?:底|末|中旬|上旬|下旬|初|份))?';
const MONTH = '(?<month>1[0-2]|0?[1-9])';
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])';
const YEAR = '(?<year>(?:19|20)\\d{2})';
/** 前 and the like close a deadline; they belong to it. */
const BY = '(?:\\s?(?:之前|以前|前|止|之内|以内|内))?';

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${YEAR}\\s?年?(?:[-–—~～至到]{1,2})(?<endYear>(?:19|20)\\d{2})\\s?年度?${BY}`, 'y'),
  new RegExp(
    `${YEAR}(?:\\s?年\\s?|\\s?[-/.]\\s?)${MONTH}(?:\\s?[-/.月]\\s?${DAY}(?!\\d)\\s?[日号]?|\\s?月)${TAIL}${BY}`,
    'y',
  ),
  new RegExp(
    `${YEAR}\\s?年\\s?(?:度(?:内|底|末)?|内|底|末|初|中|第?[一二三四1-4]\\s?季度[末底]?|上半年|下半年|全年)?${BY}`,
    'y',
  ),
  new RegExp(
    `(?:当年|次年|翌年|本年|今年|每年|全年)?${MONTH}\\s?月\\s?(?:${DAY}\\s?[日号]|底|末|中旬|上旬|下旬|初|份)?(?!\\d)${BY}`,
    'y',
  ),
  new RegExp(
    `第?[一二三四1-4]\\s?季度[末底]?${BY}|(?:当年|本年|次年|年)(?:度内|度末|度底|底|末|内|中)${BY}|(?:上|下)半年末?${BY}|(?:每|当|次|本)(?:月|季度?|学期|学年)(?:底|末|初)?${BY}|(?:月|季度|学期|学年|财年)(?:底|末|初)${BY}`,
    'y',
  ),
  /(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|底|末|初|中旬|上旬|下旬|份)?)(?:前|内|底|止)?/y,
  /当年度?|本年度|年度内|全年/y,
  /(?:春|秋|冬|夏)(?:节|季|播|收|耕)(?:前|后|期间)|汛期?前|(?:国庆|元旦|中秋|开学|入冬|供暖季?|采暖季)(?:节)?前/y,
];
/** What a date may begin with; everything else is passed over at once. */
const FIRST = /[\d年当次翌本今每全第上下月季学财一二三四五六七八九十春秋冬夏汛国元中开入供采]/;

/** The date that begins at `start`, or undefined. */
export function readDate(text: string, start: number): DatePart | undefined {
  if (!FIRST.test(text[start] ?? '')) return undefined;
  for (const pattern of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const { year, endYear, month, day } = match.groups ?? {};
    return {
      text: match[0],
      start,
      end: pattern.lastIndex,
      ...(year && { year: Number(year) }),
      ...(endYear && { endYear: Number(endYear) }),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
    };
  }
  return undefined;
}
