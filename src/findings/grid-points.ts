/** Points whose number stands in a cell of its own. */
import { withoutSpaces } from '../text/characters.js';
import type { Cell, Columns } from './grid-header.js';

/** “1 | 采购文件未公示”: the number of a point in a cell of its own. */
const NUMBER = /^[（(第]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]?$/u;

function isNumber({ text }: Cell): boolean {
  return NUMBER.test(withoutSpaces(text)) || /^[①-⑳]$/u.test(text.trim());
}

/** The cell at this place, or the one behind it where it holds a number alone. */
export function behindNumber(cells: readonly Cell[], at: number): Cell | undefined {
  const cell = cells[at];
  return cell && isNumber(cell) && cell.role === undefined ? (cells[at + 1] ?? cell) : cell;
}

/** Below a title of findings stand its points; what has anything but its number beside it is a label of the form. */
export function pointBelow(cells: readonly Cell[], { findings }: Columns): Cell[] {
  const [first, second] = cells;
  if (!first || cells.length > 2 || (second && !isNumber(first))) return [];
  if (second) return [second];
  return findings.has(first.column) ? [first] : [];
}
