import { columnLetters, type Merge } from '../model.js';

/** 0-based, like everything inside the program. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function parseCell(reference: string): CellPlace | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(reference);
  if (!match) return undefined;
  const column = columnNumber(match[1] as string);
  const row = Number(match[2]) - 1;
  return row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : undefined;
}

export function parseRange(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(parseCell);
  if (!from || !to) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function rangeReference({ top, left, bottom, right }: Merge): string {
  const first = cellReference(top, left);
  return top === bottom && left === right ? first : `${first}:${cellReference(bottom, right)}`;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
