/** A date as a Chinese reader writes it: 2024年6月30日, 2024年6月, 6月30日. */
export function dateText({ year, month, day }: { year?: number; month: number; day?: number }): string {
  return `${year === undefined ? '' : `${year}年`}${month}月${day === undefined ? '' : `${day}日`}`;
}
