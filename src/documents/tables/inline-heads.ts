/** Forms that repeat the heading in every cell: 1 | 口述史采集 | 目标：≥35人 | 上年：12人. */
import { compact } from '../../text/fold.js';
import type { Grid } from '../model.js';
import type { ColumnRole } from '../table-data.js';
import type { Header } from './header.js';
import type { Headings } from './heading.js';
import { SheetView } from './sheet-view.js';

const FEWEST_ROWS = 3;
const MOST_COLUMNS = 40;
const HEADED = /^\s*([^:：\s]{1,8})[:：]\s*(\S[\s\S]*)$/;

export interface HeadedCells {
  /** The sheet without the headings in its cells. */
  readonly view: SheetView;
  readonly header: Header;
  /** Roles whose cells hold more than the field. */
  readonly roles: ReadonlySet<ColumnRole>;
}

/** The columns whose cells say what they are; undefined where none of them holds targets. */
export function headedCells(grid: Grid, headings: Headings): HeadedCells | undefined {
  const view = new SheetView(grid);
  const roles = new Map<number, ColumnRole>();
  const rows = new Set<number>();
  const stripped = grid.rows.map((cells) => [...cells]);
  for (let column = 1; column < Math.min(view.width, MOST_COLUMNS); column += 1) {
    const all = cellsWithHeads(view, column);
    const [first] = all;
    const role = first && headings.column(first.head);
    // Labels of who signs below are none of them.
    const cells = all.filter(({ head }) => head === first?.head);
    if (!role || cells.length < FEWEST_ROWS) continue;
    if ([...roles.values()].includes(role)) continue;
    roles.set(column, role);
    for (const { row, text } of cells) {
      (stripped[row] as string[])[column] = text;
      if (role === 'value') rows.add(row);
    }
  }
  const value = [...roles].find(([, role]) => role === 'value')?.[0];
  if (value === undefined) return undefined;
  const name = nameBefore(view, value, rows);
  if (name === undefined) return undefined;
  // Above the first of them stand the levels of their bands.
  let top = Math.min(...rows);
  while (top > 1 && view.filled(top - 1).length === 1 && top > Math.min(...rows) - 2) top -= 1;
  const header = {
    top,
    bottom: top - 1,
    roles: new Map(roles).set(name, 'name'),
    groups: new Set(view.filled(top - 1)),
  };
  return { view: new SheetView({ ...grid, rows: stripped }), header, roles: new Set(roles.values()) };
}

function cellsWithHeads(view: SheetView, column: number) {
  const cells: { readonly row: number; readonly head: string; readonly text: string }[] = [];
  for (let row = 0; row < view.height; row += 1) {
    const [, head, text] = HEADED.exec(view.own(row, column)) ?? [];
    if (head !== undefined && text !== undefined) cells.push({ row, head: compact(head), text });
  }
  return cells;
}

/** The nearest column to the left in which every row has a text. */
function nameBefore(view: SheetView, value: number, rows: ReadonlySet<number>): number | undefined {
  for (let column = value - 1; column >= 0; column -= 1)
    if ([...rows].every((row) => /\p{Script=Han}{2}/u.test(view.own(row, column)))) return column;
  return undefined;
}
