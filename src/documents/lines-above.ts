/** In Word, PDF and HTML files the title of a form stands above its table; in a workbook it stands in it. */
import type { Grid } from './model.js';

/** The grid with the lines above it as its first rows, each over the whole width. */
export function withLinesAbove(grid: Grid): Grid {
  const { above = [], places } = grid;
  if (above.length === 0 || !places) return grid;
  const down = above.length;
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const moved = grid.merges.map(({ top, left, bottom, right }) => ({
    top: top + down,
    left,
    bottom: bottom + down,
    right,
  }));
  const across = above.map((_, row) => ({ top: row, left: 0, bottom: row, right: width - 1 }));
  const { above: _, ...own } = grid;
  return {
    ...own,
    rows: [...above.map(({ text }) => [text]), ...grid.rows],
    merges: [...across.filter(({ right }) => right > 0), ...moved],
    places: [...above.map(({ place }) => place), ...places],
  };
}
