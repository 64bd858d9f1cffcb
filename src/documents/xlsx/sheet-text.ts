import { escapeXml } from './xml.js';

/** Excel opens no workbook with longer text in a cell or comment. */
export const MAX_LENGTH = 32_767;
const ELLIPSIS = '…';

/**
 * Text for `<t>`: line breaks as Excel has them, cut to what a cell can hold or to the room that is left in it, and
 * nothing taken for an escape.
 */
export function textElement(text: string, prefix = '', room = MAX_LENGTH): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const fitting = lines.length <= room ? lines : lines.slice(0, Math.max(0, room - 1)) + ELLIPSIS;
  // Readers turn _x000D_ and the like into the character of that number.
  const literal = fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<${prefix}t xml:space="preserve">${escapeXml(literal)}</${prefix}t>`;
}

/** How many lines text takes in a column of so many half-width characters. */
export function wrappedLines(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    let length = 0;
    for (const character of line) length += character > '\u00FF' ? 2 : 1;
    lines += Math.max(1, Math.ceil(length / width));
  }
  return lines;
}
