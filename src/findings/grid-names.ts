/** Names and years that a row of a table states, in its own cells or in merged ones that reach into it. */
import type { Grid } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import type { Columns } from './grid-header.js';
import { ownerInCell } from './owner-column.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { isVoid } from './roles.js';
import { yearIn } from './years.js';

/** Project and unit of a row; a covered cell has the name of its merged block. */
export function ownerOfRow(grid: Grid, row: number, columns: Columns, data: ReadingData): Owner {
  return {
    ...ownerInOne(grid, row, columns, data),
    ...keyed('project', nameIn(grid, row, [columns.project, data.headers.project], data)),
    ...keyed('unit', nameIn(grid, row, [columns.unit, data.headers.unit], data)),
  };
}

/** What a column of both names says. */
function ownerInOne(grid: Grid, row: number, { owner }: Columns, data: ReadingData): Owner {
  for (const [column, order] of owner) {
    const text = cellText(grid, row, column);
    if (text.trim() !== '' && !isVoid(text, data)) return ownerInCell(text, order, data);
  }
  return {};
}

type Named = readonly [columns: ReadonlyMap<number, string>, preferred: readonly string[]];

/** The name in the column whose header the data prefer. */
function nameIn(grid: Grid, row: number, [columns, preferred]: Named, data: ReadingData): string | undefined {
  const rank = (header: string): number => {
    const at = preferred.indexOf(header);
    return at < 0 ? preferred.length : at;
  };
  const ordered = [...columns].toSorted(([, a], [, b]) => rank(a) - rank(b));
  for (const [column] of ordered) {
    const name = cellText(grid, row, column)
      .replace(/<[^<>]{1,40}>/gu, '')
      .replace(/\s*\n\s*/gu, '')
      .trim();
    if (name !== '' && !isVoid(name, data)) return name;
  }
  return undefined;
}

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

function cellText(grid: Grid, row: number, column: number): string {
  const own = grid.rows[row]?.[column] ?? '';
  if (own.trim() !== '') return own;
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? (grid.rows[merge.top]?.[merge.left] ?? '') : '';
}

function keyed<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

export function sameOwner(owner: Owner, current: Owner | undefined): boolean {
  return current !== undefined && owner.project === current.project && owner.unit === current.unit;
}
