/** Forms that state their project and its goal under the indicators: where the table ends and the labels begin. */
import type { Framework } from '../../indicators/index.js';
import type { ColumnRole, LabelRole } from '../table-data.js';
import type { Header } from './header.js';
import type { Headings } from './heading.js';
import type { SheetView } from './sheet-view.js';

interface Knowledge {
  readonly headings: Headings;
  readonly framework: Framework;
}

/** What a form says of a project, and no indicator is called. */
const OF_PROJECT: ReadonlySet<LabelRole> = new Set(['name', 'unit', 'goal', 'annualGoal', 'duties']);

/** A goal is longer than a target. */
const SHORTEST_TEXT = 12;

/** The first row of labels below the indicators; undefined where there are none, or where more indicators follow. */
export function projectBelow(view: SheetView, header: Header, limit: number, knowledge: Knowledge): number | undefined {
  let last = header.bottom + 1;
  for (let row = last; row < limit; row += 1) if (hasLevel(view, row, knowledge.framework)) last = row;
  const columnOf = (wanted: ColumnRole) => [...header.roles].find(([, role]) => role === wanted)?.[0];
  const columns = { name: columnOf('name') ?? 0, value: columnOf('value') ?? -1 };
  for (let row = last + 1; row < limit; row += 1) {
    if (!isLabelRow(view, row, columns, knowledge)) continue;
    return isTitle(view, row - 1) && row - 1 > last ? row - 1 : row;
  }
  return undefined;
}

function hasLevel(view: SheetView, row: number, framework: Framework): boolean {
  return view.filled(row).some((column) => framework.isHeading(view.own(row, column)));
}

/**
 * 绩效目标 | text, 项目信息 | 项目名称 | text, 资金 | 780万元 | 项目单位 | text: the row begins to the left of the names, or holds nothing but
 * a label and what it labels.
 */
function isLabelRow(
  view: SheetView,
  row: number,
  { name, value }: { readonly name: number; readonly value: number },
  { headings }: Knowledge,
): boolean {
  const filled = view.filled(row);
  const [first, second] = filled;
  if (first === undefined || second === undefined) return false;
  const isOf = (column: number) =>
    headings.isSurely(view.own(row, column)) &&
    headings.labels(view.own(row, column)).some(({ role }) => OF_PROJECT.has(role));
  const isBeside = (column: number) => view.own(row, view.after(row, column)) !== '';
  // 项目单位 | 3家 where names stand: who is counted.
  const target = view.own(row, value);
  const isTarget = target !== '' && target.length < SHORTEST_TEXT && !/项目名称/.test(view.own(row, first));
  if (first >= name && !(first === name && isOf(first) && !isTarget)) return false;
  return filled.some((column) => isOf(column) && isBeside(column));
}

/** 附：项目基本情况, over the whole width. */
function isTitle(view: SheetView, row: number): boolean {
  const [first, ...others] = view.filled(row);
  return first === 0 && others.length === 0 && view.after(row, first) > 1;
}
