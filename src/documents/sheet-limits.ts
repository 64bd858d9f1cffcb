/** Beyond these a sheet is not a form that somebody filled in; formatting often reaches to the last row and column. */
import type { Notice } from '../schema/index.js';

export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 512;

/** What stands beyond the limits is not read, and that is said. The one table of a text file has no name (''). */
export function cutNotice(sheet: string): Notice {
  return { code: 'sheet-cut', message: sheet, location: sheet === '' ? {} : { sheet } };
}
