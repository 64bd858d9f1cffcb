/** Columns of text that stand under each other on a terminal, where a Chinese character takes two columns. */
import { stringWidth } from './columns.js';
import { padEnd } from './width.js';

/** The first column begins, the others end at the same place; two spaces between them. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const padded = padEnd(cell, widths[at] ?? 0);
        return at === 0 ? padded : `${padded.slice(cell.length)}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
