/** Numbers of a spreadsheet as a person sees them. */
import { SSF } from '@e965/xlsx';
import { dateText } from './date-text.js';

/** Built-in date formats of Chinese Excel that the reader takes for US ones. */
const CHINESE_DATE_FORMATS: ReadonlySet<string> = new Set(['m/d/yy', 'm/d/yyyy']);
/** Excel allows no longer one. */
const LONGEST_FORMAT = 255;

/** Built-in formats of Chinese and Japanese Excel: dates, whatever the table of US ones holds there. */
const EAST_ASIAN: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format that a number stands for, where a workbook does not say. */
export function builtInFormat(id: number): string {
  return EAST_ASIAN[id] ?? (SSF.get_table() as Readonly<Record<number, string | undefined>>)[id] ?? 'General';
}

/** Workbooks of old Macs count days from the first of January 1904, so many days later than others. */
export const DAYS_TO_1904 = 1462;

/** The text of a number under a format (`General`, `0.00%`, `yyyy"年"m"月"`). */
export function numberText(value: number, format: string): string {
  // A code of fifteen digits is what was typed in, whatever the width of its column makes of it (4.10725E+14).
  if (format === 'General' && Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return (isDateFormat(format) ? serialText(value, format) : undefined) ?? formatted(value, format);
}

export function isDateFormat(format: string): boolean {
  return (SSF.is_date(format) || CHINESE_DATE_FORMATS.has(format)) && !format.includes('General');
}

/** The time of day matters to no form. */
export function serialText(serial: number, format: string): string | undefined {
  const date = SSF.parse_date_code(serial);
  if (!date || date.y < 1901) return undefined;
  const hasDay = /d/i.test(format);
  const hasYear = /y/i.test(format);
  return dateText({
    ...((hasYear || !hasDay) && { year: date.y }),
    month: date.m,
    ...((hasDay || !hasYear) && { day: date.d }),
  });
}

function formatted(value: number, format: string): string {
  try {
    return String(SSF.format(format.length > LONGEST_FORMAT ? 'General' : format, value)).trim();
  } catch {
    return String(value);
  }
}
