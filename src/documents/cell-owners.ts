/** Which cells hold something of one indicator alone, so that a change of the cell changes nothing else. */
import type { Grid } from './model.js';
import type { CellPlace, IndicatorRow } from './tables/indicator-row.js';

interface Entry extends Pick<IndicatorRow, 'row' | 'headings'> {
  readonly grid: Grid;
}

export class CellOwners {
  readonly #entries: readonly Entry[];
  #headings: ReadonlyMap<Grid, ReadonlyMap<string, number>> | undefined;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  isAlone({ grid, headings }: Entry, field: string, { row, column }: CellPlace): boolean {
    if (field === 'level1' || field === 'level2') {
      this.#headings ??= countHeadings(this.#entries);
      if ((this.#headings.get(grid)?.get(keyOf(field, headings[field])) ?? 0) > 1) return false;
    }
    const block = grid.merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    if (!block) return true;
    if (block.top !== row || block.left !== column) return false;
    return !this.#entries.some((other) => other.grid === grid && other.row > row && other.row <= block.bottom);
  }
}

/** Blank level cells take the heading above, which then belongs to all of them. */
function countHeadings(entries: readonly Entry[]): Map<Grid, Map<string, number>> {
  const grids = new Map<Grid, Map<string, number>>();
  for (const { grid, headings } of entries) {
    const counts = grids.get(grid) ?? new Map<string, number>();
    grids.set(grid, counts);
    for (const field of ['level1', 'level2'] as const) {
      if (!headings[field]) continue;
      const key = keyOf(field, headings[field]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return grids;
}

function keyOf(field: string, place: CellPlace | undefined): string {
  return `${field} ${place?.row} ${place?.column}`;
}
