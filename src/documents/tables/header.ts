/** Finds header rows of indicator tables by what their cells mean. */
import type { ColumnRole } from '../table-data.js';
import type { Framework } from '../../indicators/index.js';
import { readAmount } from './amounts.js';
import type { Headings } from './heading.js';
import { LEVELS, NAMES, withNames } from './name-headings.js';
import { GOALS } from './labels.js';
import { rankOf } from './ranks.js';
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

/** The header that begins at this row, or undefined. */
export function headerAt(view: SheetView, row: number, headings: Headings, framework: Framework): Header | undefined {
  const upper = withNames(view, row, rolesOf(view, row, headings), framework);
  if (upper.size === 0 || isGoalAbove(view, row, upper, headings)) return undefined;
  const lower =
    isHeaderRow(view, row, headings) &&
    ((isHeaderRow(view, row + 1, headings) && !isRanked(view, row + 1, framework)) ||
      isDivided(view, row, upper) ||
      isOfYears(view, row, upper))
      ? rolesOf(view, row + 1, headings)
      : undefined;
  if (lower) {
    const roles = combine(view, row, upper, lower);
    if (isIndicatorHeader(roles))
      return headerOf(view, { headings, framework }, { lowest: row, bottom: row + 1 }, roles);
  }
  if (isIndicatorHeader(upper)) return headerOf(view, { headings, framework }, { lowest: row, bottom: row }, upper);
  return undefined;
}

/** 年度总体目标 | 预期目标 | 发放补贴… right above a whole row of headings labels the goal and heads nothing. */
function isGoalAbove(
  view: SheetView,
  row: number,
  upper: ReadonlyMap<number, ColumnRole>,
  headings: Headings,
): boolean {
  if ([...upper.values()].some((role) => NAMES.has(role))) return false;
  const asks = (column: number) => headings.labels(view.own(row, column)).some(({ role }) => GOALS.has(role));
  const isLabel = [...upper.keys()].some((column) => asks(column) && view.own(row + 1, column) !== '');
  return isLabel && isHeaderRow(view, row + 1, headings) && isIndicatorHeader(rolesOf(view, row + 1, headings));
}

/** Headings of levels stand this far above the names at most: 产出指标 over 数量指标 over 指标名称. */
const MOST_ABOVE = 3;

interface Knowledge {
  readonly headings: Headings;
  readonly framework: Framework;
}

/** The rows in which headings of fields were found. */
interface HeadingRows {
  readonly lowest: number;
  readonly bottom: number;
}

function headerOf(
  view: SheetView,
  knowledge: Knowledge,
  rows: HeadingRows,
  found: ReadonlyMap<number, ColumnRole>,
): Header {
  const { bottom } = rows;
  const { top, roles: whole } = withHeadingsFromAbove(view, knowledge, rows, found);
  const roles = settleNames(whole);
  return { top, bottom, roles, groups: new Set([...found.keys()].filter((column) => !roles.has(column))) };
}

/** Columns whose heading stands further up (项目名称 beside three rows of headings), merged downwards or above blanks. */
function withHeadingsFromAbove(
  view: SheetView,
  { headings, framework }: Knowledge,
  { lowest, bottom }: HeadingRows,
  found: ReadonlyMap<number, ColumnRole>,
): { top: number; roles: ReadonlyMap<number, ColumnRole> } {
  const roles = new Map(found);
  let top = lowest;
  for (let column = 0; column < view.width; column += 1) {
    if (roles.has(column) || view.own(bottom, column) !== '') continue;
    const row = rowOfHeading(view, framework, bottom, column);
    const role = row === undefined || row >= lowest ? undefined : headings.column(view.own(row, column));
    if (row === undefined || !role) continue;
    roles.set(column, role);
    top = Math.min(top, row);
  }
  return { top, roles };
}

function rowOfHeading(view: SheetView, framework: Framework, bottom: number, column: number): number | undefined {
  const block = view.block(bottom, column);
  if (block) {
    const isDown = block.bottom === bottom && block.left === column && block.top >= bottom - MOST_ABOVE;
    return isDown ? block.top : undefined;
  }
  // Without merges a row of levels beside it shows that the heading belongs to the table.
  for (let row = bottom - 1; row >= Math.max(0, bottom - MOST_ABOVE + 1); row -= 1) {
    if (view.own(row, column) === '') continue;
    return view.filled(row).some((other) => framework.isHeading(view.own(row, other))) ? row : undefined;
  }
  return undefined;
}

/** Under a row whose headings reach down beside it, a row that divides one of them: 一季度, 二季度 … under 指标值. */
function isDivided(view: SheetView, row: number, upper: ReadonlyMap<number, ColumnRole>): boolean {
  const reachesDown = [...upper.keys()].some((column) => (view.block(row, column)?.bottom ?? row) === row + 1);
  if (!reachesDown) return false;
  // The only row of a form stands under the same headings, but divides none of them.
  const headings = view.filled(row + 1).map((column) => view.anchor(row, column).column);
  if (new Set(headings).size === headings.length) return false;
  return view.filled(row + 1).every((column) => {
    const place = view.anchor(row, column);
    const isUnder = place.row === row && (view.block(row, column)?.bottom ?? row) === row;
    // What 进度安排 or 指标归类 means is told by the headings that it is merged over.
    const isOver = upper.has(place.column) || view.after(row, place.column) > place.column + 1;
    return isUnder && isOver && isHeading(view.own(row + 1, column));
  });
}

/** 2024年 | 2025年 under 指标值, merged or not. */
function isOfYears(view: SheetView, row: number, upper: ReadonlyMap<number, ColumnRole>): boolean {
  const years = view.filled(row + 1);
  const role = upper.get(view.anchor(row, years[0] ?? -1).column);
  return (
    years.length > 1 &&
    (role === 'value' || role === 'actual') &&
    years.every((column) => /^20\d{2}年?度?$/.test(view.own(row + 1, column)))
  );
}

function rolesOf(view: SheetView, row: number, headings: Headings): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  for (const column of view.filled(row)) {
    const role = headings.column(view.own(row, column));
    if (role) roles.set(column, role);
  }
  return withoutDoubt(withYears(view, row, roles));
}

/** 三级指标 | 2024年 | 2025年: bare years beside names are those of targets where no other column has any. */
function withYears(view: SheetView, row: number, roles: Map<number, ColumnRole>): Map<number, ColumnRole> {
  const all = [...roles];
  const years = all.filter(([column, role]) => role === 'valuePart' && /^\s*20\d{2}/.test(view.own(row, column)));
  if (years.length < 2 || !all.some(([, role]) => role === 'name') || all.some(([, role]) => role === 'value'))
    return roles;
  return new Map([...all, ...years.map(([column]): [number, ColumnRole] => [column, 'value'])]);
}

/** 计划完成情况 is how a target was met where targets and no results stand beside it, and the target where not. */
function withoutDoubt(roles: Map<number, ColumnRole>): Map<number, ColumnRole> {
  const all = new Set(roles.values());
  if (!all.has('valueOrActual')) return roles;
  const meant = (all.has('value') || all.has('valuePart')) && !all.has('actual') ? 'actual' : 'value';
  return new Map([...roles].map(([column, role]) => [column, role === 'valueOrActual' ? meant : role]));
}

/**
 * A row of headings: half of its cells or more are known ones, some of indicators, and none is a passage or a figure:
 * “自评得分 | 96 | 评价等级 | 差” right above the table states results.
 */
function isHeaderRow(view: SheetView, row: number, headings: Headings): boolean {
  const filled = view.filled(row);
  const roles = filled.map((column) => headings.column(view.own(row, column)));
  const known = roles.filter((role) => role !== undefined);
  // “项目名称 | … | 年度 | 2025” right above the table labels the project.
  if (known.every((role) => PROJECT.has(role) || role === 'valuePart')) return false;
  return known.length * 2 >= filled.length && filled.every((column) => isHeading(view.own(row, column)));
}

/** “一级指标 | 产出指标” under a header is a row of the table, which says of which level it is. */
function isRanked(view: SheetView, row: number, framework: Framework): boolean {
  const texts = view.filled(row).map((column) => view.own(row, column));
  return texts.some((text) => rankOf(text) !== undefined) && texts.some((text) => framework.isHeading(text));
}

/** 2024 may head a column, 96 does not, nor does a sentence. */
function isHeading(text: string): boolean {
  return (
    text.length <= 40 && !/[。；;](?=.)|[。]$/.test(text) && (readAmount(text) === undefined || /^20\d{2}$/.test(text))
  );
}

/** A lower heading names its column; where there is none, the upper one (merged downwards) does. */
function combine(
  view: SheetView,
  row: number,
  upper: ReadonlyMap<number, ColumnRole>,
  lower: ReadonlyMap<number, ColumnRole>,
): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  const [named, unnamed]: [number[], number[]] = [[], []];
  let group: ColumnRole | undefined;
  for (let column = 0; column < view.width; column += 1) {
    // A group heading reaches over the blank cells to its right: merged in a workbook, just blank in a text file.
    if (view.own(row, column) !== '') group = upper.get(column);
    const above = view.own(row + 1, column) !== '' ? group : upper.get(column);
    const below = lower.get(column);
    const role = below === undefined ? alone(view, row, column, above) : under(above, below);
    if (role) roles.set(column, role);
    if (role === 'value') (below === undefined ? unnamed : named).push(column);
  }
  // Beside 全年 a part of unknown name (一季度) is not the value of the year.
  if (named.length > 0) for (const column of unnamed) if (view.own(row + 1, column) !== '') roles.delete(column);
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
  // 2025年目标 beside 单位, 基线, 数据来源.
  const isTargetOfYear = all.includes('valuePart') && all.filter((role) => BESIDE.has(role)).length > 1;
  return has(TARGETS) || (all.includes('name') && has(LEVELS)) || isTargetOfYear;
}

/** What stands beside names and targets of indicators. */
const BESIDE: ReadonlySet<ColumnRole> = new Set([
  'level1',
  'level2',
  'unit',
  'unitOrOrganisation',
  'operator',
  'lastActual',
  'source',
]);

/** 绩效指标 is a group heading where 三级指标 or 指标名称 stands beside it, and a name column where not. */
export function settleNames(roles: ReadonlyMap<number, ColumnRole>): ReadonlyMap<number, ColumnRole> {
  const all = [...roles.values()];
  const named = all.includes('name');
  // 2026年预期值 alone is the value; beside another it is that of one year.
  const isOnlyPart = !all.includes('value') && all.filter((role) => role === 'valuePart').length === 1;
  const settled = new Map<number, ColumnRole>();
  for (const [column, role] of roles) {
    if (role === 'valuePart') {
      if (isOnlyPart) settled.set(column, 'value');
      continue;
    }
    if (role !== 'nameOrGroup') settled.set(column, role);
    else if (!named) settled.set(column, 'name');
  }
  return settled;
}
