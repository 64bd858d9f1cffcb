/** Numbers of a spreadsheet as a person sees them. */
import { SSF } from '@e965/xlsx';
import { dateText } from './date-text.js';

/** Built-in date formats of Chinese Excel that the reader takes for US ones. */
const CHINESE_DATE_FORMATS: ReadonlySet<string> = new Set(['m/d/yy', 'm/d/yyyy']);
/** Excel allows no longer one. */
const LONGEST_FORMAT = 255;

/** The text of a number under a format (`General`, `0.00%`, `yyyy"年"m"月"`). */
export function numberText(value: number, format: string): string {
  if (format === 'General' && Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
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
