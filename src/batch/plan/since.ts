import { UsageError } from '../../errors.js';

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * `12h`, `7d`, `2w` before now, or a day or moment (2026-01-31, 2026-01-31T18:00) where the user is → milliseconds since
 * 1970.
 * @throws UsageError `batch-since`
 */
export function readSince(text: string, now: number): number {
  const span = /^(\d{1,6})([hdw])$/.exec(text);
  if (span) return now - Number(span[1]) * (UNITS[span[2] ?? ''] ?? 0);
  const day = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(?::\d{2})?)?$/.exec(text);
  // A day alone would be taken for one in Greenwich.
  const time = day ? Date.parse(day[1] === undefined ? `${text}T00:00` : text) : Number.NaN;
  // 2026-02-30 would be taken for the second of March.
  const isReal = Number(text.slice(8, 10)) === new Date(time).getDate();
  if (Number.isNaN(time) || !isReal) throw new UsageError('batch-since', { data: { value: text } });
  return time;
}
