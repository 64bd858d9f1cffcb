/** Finds header rows of indicator tables by what their cells mean. */
import type { ColumnRole } from '../table-data.js';
import { readAmount } from './amounts.js';
import type { Headings } from './heading.js';
import type { SheetView } from './sheet-view.js';

export interface Header {
  readonly top: number;
  /** The last row of the header. */
  readonly bottom: number;
  /** The role of each column; columns without one are absent. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** Columns whose heading is known but holds no field: group headings, vertical labels. */
  readonly groups: ReadonlySet<number>;
}

const NAMES: ReadonlySet<ColumnRole> = new Set(['name', 'nameOrGroup']);
const TARGETS: ReadonlySet<ColumnRole> = new Set(['value', 'actual', 'score', 'weight', 'explanation']);
/** These head label–value pairs as well as columns. */
const PROJECT: ReadonlySet<ColumnRole> = new Set([
  'projectName',
  'organisation',
  'budget',
  'goal',
  'year',
  'spent',
  'executionRate',
  'total',
  'grade',
  'unitOrOrganisation',
  'remark',
]);
const LEVELS: ReadonlySet<ColumnRole> = new Set(['level1', 'level2']);

/** The header that begins at this row, or undefined. */
export function headerAt(view: SheetView, row: number, headings: Headings): Header | undefined {
  const upper = rolesOf(view, row, headings);
  if (upper.size === 0) return undefined;
  const lower =
    isHeaderRow(view, row, headings) && isHeaderRow(view, row + 1, headings)
      ? rolesOf(view, row + 1, headings)
      : undefined;
  if (lower) {
    const roles = combine(view, row, upper, lower);
    if (isIndicatorHeader(roles)) return headerOf(view, headings, row, row + 1, roles);
  }
  if (isIndicatorHeader(upper)) return headerOf(view, headings, row, row, upper);
  return undefined;
}

/** Headings of levels stand this far above the names at most: 产出指标 over 数量指标 over 指标名称. */
const MOST_ABOVE = 3;

function headerOf(
  view: SheetView,
  headings: Headings,
  lowest: number,
  bottom: number,
  found: ReadonlyMap<number, ColumnRole>,
): Header {
  const { top, roles: whole } = withHeadingsFromAbove(view, headings, lowest, bottom, found);
  const roles = settleNames(whole);
  return { top, bottom, roles, groups: new Set([...found.keys()].filter((column) => !roles.has(column))) };
}

/** Columns whose heading was merged downwards from a row further up (项目名称 beside three rows of headings). */
function withHeadingsFromAbove(
  view: SheetView,
  headings: Headings,
  lowest: number,
  bottom: number,
  found: ReadonlyMap<number, ColumnRole>,
): { top: number; roles: ReadonlyMap<number, ColumnRole> } {
  const roles = new Map(found);
  let top = lowest;
  for (let column = 0; column < view.width; column += 1) {
    if (roles.has(column) || view.own(bottom, column) !== '') continue;
    const block = view.block(bottom, column);
    if (!block || block.top >= lowest || block.bottom !== bottom || block.top < bottom - MOST_ABOVE) continue;
    const role = block.left === column ? headings.column(view.own(block.top, column)) : undefined;
    if (!role) continue;
    roles.set(column, role);
    top = Math.min(top, block.top);
  }
  return { top, roles };
}

function rolesOf(view: SheetView, row: number, headings: Headings): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  for (const column of view.filled(row)) {
    const role = headings.column(view.own(row, column));
    if (role) roles.set(column, role);
  }
  return roles;
}

/**
 * A row of headings: half of its cells or more are known ones, some of indicators, and none is a passage or a figure:
 * “自评得分 | 96 | 评价等级 | 差” right above the table states results.
 */
function isHeaderRow(view: SheetView, row: number, headings: Headings): boolean {
  const filled = view.filled(row);
  const roles = filled.map((column) => headings.column(view.own(row, column)));
  const known = roles.filter((role) => role !== undefined);
  if (known.every((role) => PROJECT.has(role))) return false;
  return known.length * 2 >= filled.length && filled.every((column) => isHeading(view.own(row, column)));
}

/** 2024 may head a column, 96 does not. */
function isHeading(text: string): boolean {
  return text.length <= 40 && (readAmount(text) === undefined || /^20\d{2}$/.test(text));
}

/** A lower heading names its column; where there is none, the upper one (merged downwards) does. */
function combine(
  view: SheetView,
  row: number,
  upper: ReadonlyMap<number, ColumnRole>,
  lower: ReadonlyMap<number, ColumnRole>,
): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  let group: ColumnRole | undefined;
  for (let column = 0; column < view.width; column += 1) {
    // A group heading reaches over the blank cells to its right: merged in a workbook, just blank in a text file.
    if (view.own(row, column) !== '') group = upper.get(column);
    const above = view.own(row + 1, column) !== '' ? group : upper.get(column);
    const below = lower.get(column);
    const role = below === undefined ? alone(view, row, column, above) : under(above, below);
    if (role) roles.set(column, role);
  }
  return roles;
}

/** 指标值 over 年度 is a value; 年度 alone is the year of the project. */
function under(above: ColumnRole | undefined, below: ColumnRole): ColumnRole {
  if (above === 'value' && (below === 'valuePart' || below === 'year')) return 'value';
  if (above === 'actual' && below === 'value') return 'actual';
  return below;
}

/** A column without a known lower heading: the upper one reaches down, or groups an unknown part of the values. */
function alone(view: SheetView, row: number, column: number, above: ColumnRole | undefined): ColumnRole | undefined {
  if (spansBoth(view, row, column)) return above;
  return above === 'value' && view.own(row + 1, column) !== '' ? 'value' : undefined;
}

function spansBoth(view: SheetView, row: number, column: number): boolean {
  const block = view.block(row, column);
  return view.own(row + 1, column) === '' && (block === undefined || block.left === column);
}

/** Whether the headings are those of indicators. */
export function isIndicatorHeader(roles: ReadonlyMap<number, ColumnRole>): boolean {
  const all = [...roles.values()];
  const has = (set: ReadonlySet<ColumnRole>) => all.some((role) => set.has(role));
  if (!has(NAMES)) return false;
  return has(TARGETS) || (all.includes('name') && has(LEVELS));
}

/** 绩效指标 is a group heading where 三级指标 or 指标名称 stands beside it, and a name column where not. */
export function settleNames(roles: ReadonlyMap<number, ColumnRole>): ReadonlyMap<number, ColumnRole> {
  const named = [...roles.values()].includes('name');
  const settled = new Map<number, ColumnRole>();
  for (const [column, role] of roles) {
    if (role === 'valuePart') continue;
    if (role !== 'nameOrGroup') settled.set(column, role);
    else if (!named) settled.set(column, 'name');
  }
  return settled;
}
