/** Dates and deadlines inside values: 12月31日前, 2024年第四季度, 2024年底, 年内, 2023-2025年. */
import { codeAt } from '../text/code-at.js';

export interface DatePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Four-digit year where it is stated. */
  readonly year: number | undefined;
  /** The last year of a span: 2023-2025年. */
  readonly endYear: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Years after (1) or before (-1) the year of the draft: 次年, 上年. */
  readonly offset: number | undefined;
}

const TAIL = '(?:\\s?(?:底|末|中旬|上旬|下旬|初|份))?';
const MONTH = '(?<month>1[0-2]|0?[1-9])';
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])';
const YEAR = '(?<year>(?:19|20)\\d{2})';
/** 前 and the like close a deadline; they belong to it. */
const BY = '(?:\\s?(?:之前|以前|前|止|之内|以内|内))?';

/** What begins with one of so many characters. */
interface Pattern {
  readonly first: string;
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  {
    first: '2',
    pattern: new RegExp(
      `(?<year>20\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?![\\d%\\p{Script=Han}])${BY}`,
      'yu',
    ),
  },
  {
    first: '二',
    pattern: new RegExp(
      `(?<hanYear>[二][〇零○][一二三四五六七八九〇零○]{2})年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日|底|末)?${BY}`,
      'y',
    ),
  },
  {
    first: '次明翌下来上去',
    pattern: new RegExp(
      `(?<relative>次年|明年|翌年|下一?年度?|来年|上一?年度?|去年)(?!平均|水平|实际|同期)(?:${MONTH}月(?:${DAY}日|底|末|初)?|[上下]半年|第?[一二三四1-4]季度|春季|秋季|底|末|初)${BY}`,
      'y',
    ),
  },
  {
    first: '12',
    pattern: new RegExp(`${YEAR}\\s?年?(?:[-–—~～至到]{1,2})(?<endYear>(?:19|20)\\d{2})\\s?年度?${BY}`, 'y'),
  },
  {
    first: '12',
    pattern: new RegExp(
      `${YEAR}(?:\\s?年\\s?|\\s?[-/.]\\s?)${MONTH}(?:\\s?[-/.月]\\s?${DAY}(?!\\d)\\s?[日号]?|\\s?月)${TAIL}${BY}`,
      'y',
    ),
  },
  {
    first: '12',
    pattern: new RegExp(
      `${YEAR}\\s?年\\s?(?:度(?:内|底|末)?|内|底|末|初|中|第?[一二三四1-4]\\s?季度[末底]?|上半年|下半年|全年)?${BY}`,
      'y',
    ),
  },
  {
    first: '当本今每全0123456789',
    pattern: new RegExp(
      `(?:当年|本年|今年|每年|全年)?${MONTH}\\s?月\\s?(?:${DAY}\\s?[日号]|底|末|中旬|上旬|下旬|初|份)?(?!\\d)${BY}`,
      'y',
    ),
  },
  {
    first: '第一二三四1234当本年上下每次月季学财',
    pattern: new RegExp(
      `第?[一二三四1-4]\\s?季度[末底]?${BY}|(?:当年|本年|年)(?:度内|度末|度底|底|末|内|中)${BY}|(?:上|下)半年末?${BY}|(?:每|当|次|本)(?:月|季度?|学期|学年)(?:底|末|初)?${BY}|(?:月|季度|学期|学年|财年)(?:底|末|初)${BY}`,
      'y',
    ),
  },
  {
    first: '一二三四五六七八九十',
    pattern:
      /(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|底|末|初|中旬|上旬|下旬|份)?)(?:前|内|底|止)?/y,
  },
  {
    first: '当本年全',
    pattern: /当年度?|本年度|年度内|全年/y,
  },
  {
    first: '春秋冬夏汛国元中开入供采',
    pattern:
      /(?:春|秋|冬|夏)(?:节|季|播|收|耕)(?:前|后|期间)|汛期?前|(?:国庆|元旦|中秋|开学|入冬|供暖季?|采暖季)(?:节)?前/y,
  },
];
/** By what stands first, the patterns to try; most characters begin none. */
const BY_FIRST = new Map<number, RegExp[]>();
for (const { first, pattern } of PATTERNS)
  for (const character of first) {
    const own = BY_FIRST.get(codeAt(character, 0));
    if (own) own.push(pattern);
    else BY_FIRST.set(codeAt(character, 0), [pattern]);
  }

const HAN_DIGITS = '〇一二三四五六七八九';

function digitOf(character: string): number {
  return Math.max(0, HAN_DIGITS.indexOf(character.replace(/[零○]/, '〇')));
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** The date that begins at `start`, or undefined. */
export function readDate(text: string, start: number): DatePart | undefined {
  const patterns = BY_FIRST.get(codeAt(text, start));
  if (!patterns) return undefined;
  for (const pattern of patterns) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const { year, endYear, month, day, hanYear, relative } = match.groups ?? {};
    return {
      text: match[0],
      start,
      end: pattern.lastIndex,
      year: numberOf(hanYear ? Array.from(hanYear, digitOf).join('') : year),
      endYear: numberOf(endYear),
      month: numberOf(month),
      day: numberOf(day),
      offset: relative ? (/[上去]/.test(relative) ? -1 : 1) : undefined,
    };
  }
  return undefined;
}
