/**
 * Tables that a page break cuts: what stands at the top of a page without a header of its own goes on with the table at the
 * foot of the page before.
 */
import type { Framework } from '../indicators/index.js';
import type { Grid } from './model.js';
import { firstHeader } from './tables/find.js';
import { withSplitRowsJoined } from './split-rows.js';
import type { Headings } from './tables/heading.js';

/** The same grids, those that go on joined to the one before; `cut` tells of grids whose end could not be joined. */
export interface JoinedGrids {
  readonly grids: readonly Grid[];
  /** Grids whose table goes on over the page in a way that was not, or not wholly, read. */
  readonly cut: ReadonlySet<Grid>;
}

export function joinedAcrossPages(grids: readonly Grid[], headings: Headings, framework: Framework): JoinedGrids {
  const joined: Grid[] = [];
  const cut = new Set<Grid>();
  const isHeaded = (grid: Grid): boolean => firstHeader(grid, headings, framework) !== undefined;
  for (const grid of grids) {
    const before = joined.at(-1);
    const goesOn =
      before !== undefined && isNextPage(before, grid) && looksContinued(grid, headings, framework) && isHeaded(before);
    if (!goesOn || isHeaded(grid)) {
      joined.push(grid);
      continue;
    }
    if (widthOf(before) === widthOf(grid)) {
      const whole = appended(before, grid);
      joined[joined.length - 1] = whole;
      // A row that the break runs through has lost its lines, and its text stands above the rest.
      if (cut.delete(before) || (grid.above ?? []).length > 0) cut.add(whole);
    } else {
      cut.add(before);
      joined.push(grid);
    }
  }
  const whole = joined.map((grid) => {
    const mended = withSplitRowsJoined(grid, headings, framework);
    if (mended.isUnsure || cut.delete(grid)) cut.add(mended.grid);
    return mended.grid;
  });
  return { grids: whole, cut };
}

/** The first table of a page, right behind the last one of the page before. */
function isNextPage(before: Grid, grid: Grid): boolean {
  const [last, first] = [before.places?.at(-1), grid.places?.[0]];
  if (last?.page === undefined || first?.page !== last.page + 1) return false;
  return first.table === 1 && first.row === 1;
}

/**
 * Its first row begins with a number, a total, or a blank where a level is merged down from the page before, or holds a level
 * or a target (≥85%): a table of something else has none of these.
 */
function looksContinued({ rows }: Grid, headings: Headings, framework: Framework): boolean {
  const [row = []] = rows;
  const first = (row[0] ?? '').trim();
  if (first === '' || /^\d{1,6}$/.test(first) || headings.result(first) !== undefined) return true;
  const isTarget = (text: string): boolean => headings.targets.some((sign) => text.trim().startsWith(sign));
  return row.some((text) => framework.isHeading(text) || isTarget(text));
}

function widthOf({ rows }: Grid): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}

function appended(before: Grid, grid: Grid): Grid {
  const down = before.rows.length;
  return {
    ...before,
    rows: [...before.rows, ...grid.rows],
    merges: [
      ...before.merges,
      ...grid.merges.map((merge) => ({ ...merge, top: merge.top + down, bottom: merge.bottom + down })),
    ],
    ...(before.places && grid.places && { places: [...before.places, ...grid.places] }),
  };
}
