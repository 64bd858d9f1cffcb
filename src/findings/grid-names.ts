/** Names and years that a row of a table states, in its own cells or in merged ones that reach into it. */
import type { Grid } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import type { Owner } from './passage.js';
import { yearIn } from './years.js';

export function yearOf(text: string): { year?: number } {
  const year = yearIn(`${text}年`);
  return year === undefined ? {} : { year };
}

/** A figure alone says nothing anywhere else. */
export function yearsIn(grid: Grid, row: number, columns: ReadonlyMap<number, string>): number | undefined {
  for (const column of columns.keys()) {
    const year = yearIn(`${withoutSpaces(cellText(grid, row, column)).replace(/年?度?$/u, '')}年`);
    if (year !== undefined) return year;
  }
  return undefined;
}

export function cellText(grid: Grid, row: number, column: number): string {
  const own = grid.rows[row]?.[column] ?? '';
  if (own.trim() !== '') return own;
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? (grid.rows[merge.top]?.[merge.left] ?? '') : '';
}

export function keyed<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

export function sameOwner(owner: Owner, current: Owner | undefined): boolean {
  return current !== undefined && owner.project === current.project && owner.unit === current.unit;
}
