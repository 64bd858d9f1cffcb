/** Lines of a .csv: quoted where needed, and never a formula when a spreadsheet opens them. */
import type { SheetCell, SheetSpec } from '../schema/index.js';

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

/** What would be worked out as a formula; full-width signs are folded by Chinese and Japanese editions. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** A sign alone, and a signed figure, are what they are. */
const HARMLESS = /^(?:[=+\-@＝＋－＠]|[+-]\d{1,15}(?:\.\d{1,15})?%?)$/;

function field(content: string | number): string {
  const text = String(content);
  const safe = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A sheet as .csv; the byte order mark lets Excel see that the file is UTF-8. */
export function sheetCsv({ columns, rows }: SheetSpec): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => row.map(cellText))];
  return `\ufeff${lines.map(csvLine).join('')}`;
}

/** Several below each other, an empty line between. */
export function sheetsCsv(sheets: readonly SheetSpec[]): string {
  return sheets.map((sheet, index) => (index === 0 ? sheetCsv(sheet) : sheetCsv(sheet).slice(1))).join('\r\n');
}

function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}
