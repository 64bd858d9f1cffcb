/** The tables of a document: their findings, and what of them was left unread. */
import { cellLocation, type Grid, type SourceDocument } from '../documents/model.js';
import { type GridRead, GridReader } from './grid-passages.js';
import type { Owner } from './owner.js';
import type { Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { ownerOfSheet } from './title.js';
import type { UnreadPlace } from './unread.js';

interface InGrids {
  readonly passages: readonly Passage[];
  /** Some table has a place of findings. */
  readonly hasPlaces: boolean;
  readonly unread: readonly UnreadPlace[];
}

/** `titled`: the project, unit and year that the title of the whole document names. */
export function gridPassages(document: SourceDocument, data: ReadingData, titled: Owner): InGrids {
  const reader = new GridReader(data);
  const unread: UnreadPlace[] = [];
  let hasPlaces = false;
  let cover: Owner | undefined;
  for (const [index, grid] of document.grids.entries()) {
    if (grid.hidden) {
      if (new GridReader(data).read(grid, index, {}).passages > 0) unread.push(...unreadSheet(grid, true));
      continue;
    }
    const own = grid.sheet === undefined ? undefined : ownerOfSheet(grid, data);
    const read = reader.read(grid, index, grid.sheet === undefined ? titled : ownerFor(own ?? cover, titled));
    const isRead = read.hasPlaces && (read.passages > 0 || read.hiddenRows.length > 0 || read.dropped === 0);
    // The title of a cover is that of the sheets behind it; the title above a table is that of its table alone.
    if (!read.hasPlaces) cover = own ?? cover;
    if (isRead) hasPlaces = true;
    else if (isTable(grid)) unread.push(...unreadSheet(grid, false));
    unread.push(...hiddenRows(grid, read));
  }
  return { passages: reader.passages, hasPlaces, unread };
}

/** Of the title of another sheet the year alone is good for this one. */
function ownerFor(own: Owner | undefined, { year }: Owner): Owner {
  return { ...(year !== undefined && { year }), ...own };
}

/** A cover, or a sheet of notes, has nothing side by side. */
function isTable({ rows }: Grid): boolean {
  return rows.some((row) => row.filter((text) => text.trim() !== '').length > 1);
}

function unreadSheet({ sheet }: Grid, hidden: boolean): UnreadPlace[] {
  return sheet === undefined ? [] : [{ what: hidden ? 'hidden-sheet' : 'sheet', sheet }];
}

function hiddenRows(grid: Grid, { hiddenRows: rows }: GridRead): UnreadPlace[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [{ what: 'hidden-rows', rows: rows.length, location: cellLocation(grid, first, 0) }];
}
