/**
 * Rows that a page break runs through, in tables whose every page ends with a line: what stands in the first row of a page
 * goes on with the row above it.
 */
import type { Framework } from '../indicators/index.js';
import type { Grid } from './model.js';
import type { Headings } from './tables/heading.js';

export interface MendedGrid {
  readonly grid: Grid;
  /** Some row may have lost its end, or its beginning. */
  readonly isUnsure: boolean;
}

/** Labels are joined where only both halves together name a level (产出指 | 标), a value or weight with the row that lacks it. */
export function withSplitRowsJoined(grid: Grid, headings: Headings, framework: Framework): MendedGrid {
  const { places } = grid;
  const breaks = grid.rows.flatMap((_, row) => {
    const [page, before] = [places?.[row]?.page, places?.[row - 1]?.page];
    return page !== undefined && before !== undefined && page > before ? [row] : [];
  });
  if (breaks.length === 0) return { grid, isUnsure: false };
  const rows = grid.rows.map((cells) => [...cells]);
  let isUnsure = false;
  for (const row of breaks) {
    joinLabels(rows, row, framework);
    const [above = [], below = []] = [rows[row - 1], rows[row]];
    const rest = below.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
    if (rest.length === 0 || rest.some((column) => isOwn(below[column] ?? '', headings, framework))) continue;
    const isBlankAbove = (column: number): boolean => (above[column] ?? '').trim() === '';
    if (rest.every(isBlankAbove)) {
      for (const column of rest) {
        above[column] = below[column] ?? '';
        below[column] = '';
      }
    } else if (lacksTarget(above, below, headings)) {
      isUnsure = true;
      below.fill('');
    }
  }
  return { grid: { ...grid, rows }, isUnsure };
}

/** The two halves of a level's name, of which at most one is known by itself. */
function joinLabels(rows: string[][], row: number, framework: Framework): void {
  const below = rows[row] ?? [];
  for (const [column, text] of below.entries()) {
    const half = text.trim();
    if (half === '' || framework.isHeading(half)) continue;
    let at = row - 1;
    while (at >= 0 && (rows[at]?.[column] ?? '').trim() === '') at -= 1;
    const first = (rows[at]?.[column] ?? '').trim();
    const whole = first + half;
    if (at < 0 || !framework.isHeading(whole)) continue;
    (rows[at] as string[])[column] = whole;
    below[column] = '';
  }
}

/** A level, a total or a number begins a row of its own. */
function isOwn(text: string, headings: Headings, framework: Framework): boolean {
  const own = text.trim();
  return framework.isHeading(own) || headings.result(own) !== undefined || headings.isFooter(own);
}

/** The row above has a target, the one below none and less in it: it may well be the end of a name. */
function lacksTarget(above: readonly string[], below: readonly string[], headings: Headings): boolean {
  const hasTarget = (cells: readonly string[]): boolean =>
    cells.some((text) => /\d/.test(text) || headings.targets.some((sign) => text.trim().startsWith(sign)));
  const count = (cells: readonly string[]): number => cells.filter((text) => text.trim() !== '').length;
  return hasTarget(above) && !hasTarget(below) && count(below) < count(above);
}
