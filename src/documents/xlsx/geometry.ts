/** Sizes of rows and columns on the screen, for comment boxes, which are placed by cells and not by length. */
import type { Worksheet } from './worksheet.js';

export interface Geometry {
  readonly columnPixels: (column: number) => number;
  readonly rowPixels: (row: number) => number;
}

/** A place between cells: so many pixels into that row or column. */
export type Offset = readonly [index: number, pixels: number];

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 96 / 72;
// A file may hide all its rows or columns; past so many the size of a box is no longer worth the walk.
const MAX_STEPS = 500;

export function geometryOf(sheet: Worksheet, rowHeights: ReadonlyMap<number, number>): Geometry {
  const columns = new Map<number, number>();
  return {
    columnPixels: (column) => {
      const known = columns.get(column);
      if (known !== undefined) return known;
      const range = sheet.columns.find(({ first, last }) => first <= column && column <= last);
      const width = range?.hidden ? 0 : (range?.width ?? sheet.defaultColumnWidth);
      const pixels = Math.round(width * PIXELS_PER_CHARACTER);
      columns.set(column, pixels);
      return pixels;
    },
    rowPixels: (row) => Math.round((rowHeights.get(row) ?? sheet.defaultRowHeight) * PIXELS_PER_POINT),
  };
}

/** Where one arrives that many pixels after the start. */
export function advance(
  [index, pixels]: Offset,
  distance: number,
  { sizeOf, limit }: { sizeOf: (index: number) => number; limit: number },
): Offset {
  let at = index;
  let rest = pixels + distance;
  for (let step = 0; step < MAX_STEPS && at < limit - 1; step++) {
    const size = sizeOf(at);
    if (rest <= size) break;
    rest -= size;
    at++;
  }
  return [at, Math.min(rest, sizeOf(at))];
}
