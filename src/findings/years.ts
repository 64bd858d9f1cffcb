/** The year that a title or cell states. */

/** 2022年度…, （2023）; of 2021-2023年 the last one. */
export function yearIn(text: string): number | undefined {
  const years = /(?:^|\D)((?:19|20)\d\d)(?:\s?[-—–至]\s?((?:19|20)\d\d))?(?:\s?年|$|[）)])/u.exec(
    withArabicYears(text),
  );
  const year = years?.[2] ?? years?.[1];
  return year === undefined ? undefined : Number(year);
}

/** 二〇二二年: digit by digit, with whatever circle was typed for the nought. */
const CHINESE_YEAR = /二[〇○零ＯO][一二三四五六七八九〇○零ＯO]{2}(?=\s?年)/gu;

export function withArabicYears(text: string): string {
  return text.replace(CHINESE_YEAR, (year) => Array.from(year, digitOf).join(''));
}

function digitOf(char: string): string {
  return String('一二三四五六七八九'.indexOf(char) + 1);
}
