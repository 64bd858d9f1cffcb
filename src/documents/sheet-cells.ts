/** Rows of cells that are filled one by one, in any order. */
const NO_CELLS: string[] = [];

/** Puts a text in its place; rows without text share one empty list, so that a cell far down takes no room. */
export function putCell(rows: string[][], row: number, column: number, text: string): void {
  while (rows.length <= row) rows.push(NO_CELLS);
  let cells = rows[row] as string[];
  if (cells === NO_CELLS) rows[row] = cells = [];
  while (cells.length < column) cells.push('');
  cells[column] = text;
}
