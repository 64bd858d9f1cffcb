/** Which column of a header names the indicators, where no heading says so outright. */
import type { Framework } from '../../indicators/index.js';
import type { ColumnRole } from '../table-data.js';
import type { SheetView } from './sheet-view.js';

type Roles = ReadonlyMap<number, ColumnRole>;

export const NAMES: ReadonlySet<ColumnRole> = new Set(['name', 'nameOrGroup']);
export const LEVELS: ReadonlySet<ColumnRole> = new Set(['level1', 'level2']);

/** The roles of a row of headings, with that of the names where it can be told. */
export function withNames(view: SheetView, row: number, found: Roles, framework: Framework): Roles {
  const roles = withLevelsBefore(view, row, withTargetBehindSign(view, row, found), framework);
  const named = withNamesUnderLevels(view, row, withContentsAsNames(view, row, roles, framework), framework);
  return withNamesUnderGroup(view, row, named, framework);
}

/** 指标类 | 指标项 | 具体指标及目标值: levels in the columns before names that have no other column beside them to tell what they are. */
function withLevelsBefore(view: SheetView, row: number, roles: Roles, framework: Framework): Roles {
  const all = [...roles];
  const name = all.find(([, role]) => role === 'name')?.[0];
  if (name === undefined || all.some(([, role]) => LEVELS.has(role) || TARGETS.has(role))) return roles;
  const open = view.filled(row).filter((column) => column < name && !roles.has(column));
  const held = open.filter((column) => holdsLevels(view, row, column, framework));
  const [last, first] = held.toReversed();
  if (last === undefined) return roles;
  const named = new Map(roles).set(last, 'level2');
  return first === undefined ? named : named.set(first, 'level1');
}

/** What stands between a sign and a unit is the target, whatever it is called: 比较关系 | 数量 | 计量单位. */
function withTargetBehindSign(view: SheetView, row: number, roles: Roles): Roles {
  const all = [...roles];
  if (all.some(([, role]) => role === 'value' || role === 'valuePart')) return roles;
  const sign = all.find(([, role]) => role === 'operator' || role === 'operatorOrScope')?.[0];
  if (sign === undefined) return roles;
  const target = view.after(row, sign);
  const behind = roles.get(view.after(row, target));
  const isTarget = !roles.has(target) && (behind === 'unit' || behind === 'unitOrOrganisation');
  return isTarget ? new Map(roles).set(target, 'value') : roles;
}

/**
 * 考核内容 explains an indicator beside its name; where no column has names and a target stands behind it, it is the name.
 * So is a column of any other heading that alone stands between the levels and the target (绩效内容, 具体事项).
 */
function withContentsAsNames(view: SheetView, row: number, roles: Roles, framework: Framework): Roles {
  const all = [...roles];
  const levels = all.filter(([, role]) => LEVELS.has(role)).map(([column]) => column);
  // 绩效指标 to the left of the levels is the label of the whole table.
  const isName = ([column, role]: [number, ColumnRole]) =>
    role === 'name' ||
    (role === 'nameOrGroup' &&
      (levels.length === 0 ? !isFollowedByNames(view, row, roles, column, framework) : column > Math.min(...levels)));
  if (all.some(isName)) return roles;
  const contents = all.find(([column, role]) => role === 'explanation' && CONTENTS.test(view.own(row, column)));
  const isBeforeItsTarget = contents && targetAt(roles, contents[0] + 1) === 'value';
  // Reversed columns: the target, then what is measured, then the levels.
  const isOnlyName = levels.length === 0 && all.some(([, role]) => role === 'value');
  if (contents && (isBeforeItsTarget || isOnlyName)) return new Map(roles).set(contents[0], 'name');
  const level = levels.at(-1) ?? lastOfLevels(view, row, roles, framework);
  if (level === undefined) return withOnlyUnknownAsNames(view, row, roles);
  let between = view.after(row, level);
  while (roles.get(between) === 'number') between = view.after(row, between);
  const known = roles.get(between);
  // 指标说明 in this place explains nothing but itself, and 目标任务 beside 指标值 is no target.
  const isAlone =
    (known === undefined || known === 'valuePart' || (known === 'explanation' && ABOUT.test(view.own(row, between)))) &&
    view.own(row, between) !== '' &&
    isBeforeTarget(view, row, roles, between);
  if (!isAlone) return roles;
  const named = new Map(roles).set(between, 'name');
  // Whose heading might have named the indicators, and does not.
  if (named.get(level) === 'nameOrGroup') named.delete(level);
  return named;
}

/** 指标 | 内容 | 目标值 over 产出指标 | 新建管网 | 18公里: such a column holds levels, and the next one names. */
function isFollowedByNames(view: SheetView, row: number, roles: Roles, column: number, framework: Framework): boolean {
  const next = view.after(row, column);
  const isOpen = view.own(row, next) !== '' && !roles.has(next) && isBeforeTarget(view, row, roles, next);
  return isOpen && holdsLevels(view, row, column, framework);
}

/** A target stands right behind, or behind what says how it is to be read: 方向 | 期望值, 单位 | 目标值. */
function isBeforeTarget(view: SheetView, row: number, roles: Roles, column: number): boolean {
  let next = view.after(row, column);
  while (QUALIFIERS.has(roles.get(next) ?? 'remark')) next = view.after(row, next);
  return TARGETS.has(targetAt(roles, next) ?? 'remark');
}

const QUALIFIERS: ReadonlySet<ColumnRole> = new Set([
  'operator',
  'operatorOrScope',
  'scope',
  'unit',
  'unitOrOrganisation',
]);

/** The last column before the target that holds levels, under whatever heading (类别, 层级). */
function lastOfLevels(view: SheetView, row: number, roles: Roles, framework: Framework): number | undefined {
  const target = [...roles.keys()].find((column) => targetAt(roles, column) === 'value');
  if (target === undefined) return undefined;
  const isFree = (column: number) => column < target && (!roles.has(column) || roles.get(column) === 'nameOrGroup');
  return view.filled(row).findLast((column) => isFree(column) && holdsLevels(view, row, column, framework));
}

function holdsLevels(view: SheetView, row: number, column: number, framework: Framework): boolean {
  const texts: string[] = [];
  for (let at = row + 1; at < view.height && texts.length < FEW_ROWS; at += 1) {
    const text = view.own(at, column);
    if (text !== '') texts.push(text);
  }
  const isLevel = (text: string) => {
    const { level1Stated, level2 } = framework.resolve(text, text);
    return level1Stated || level2 !== undefined;
  };
  return texts.filter(isLevel).length * 2 > texts.length;
}

/** Enough of a table to see what a column holds. */
const FEW_ROWS = 6;

/**
 * Where levels have rows of their own: 序号 | 绩效内容 | 年初目标值 | 分值 | 得分. Two columns that belong to a target show that it is
 * no list of tasks (任务名称 | 目标 | 完成情况).
 */
function withOnlyUnknownAsNames(view: SheetView, row: number, roles: Roles): Roles {
  const target = [...roles.keys()].find((column) => targetAt(roles, column) === 'value');
  if (target === undefined) return roles;
  const before = view.filled(row).filter((column) => column < target && roles.get(column) !== 'number');
  const [name] = before;
  const isOnly = before.length === 1 && name !== undefined && !roles.has(name) && view.after(row, name) === target;
  const beside = new Set([...roles.values()].filter((role) => OF_TARGETS.has(role)));
  return isOnly && beside.size > 1 ? new Map(roles).set(name, 'name') : roles;
}

/** The role of a column; 年度任务 holds the targets where no other heading says that it does. */
function targetAt(roles: Roles, column: number): ColumnRole | undefined {
  const role = roles.get(column);
  return role === 'valuePart' && ![...roles.values()].includes('value') ? 'value' : role;
}

const OF_TARGETS: ReadonlySet<ColumnRole> = new Set(['weight', 'score', 'actual', 'unit']);

/** What stands right behind a name: the target of the year, or that of more or less than a year. */
const TARGETS: ReadonlySet<ColumnRole> = new Set(['value', 'multiYearValue']);
const ABOUT = /^指标(?:说明|解释|描述)$/;
const CONTENTS = /(?:考核|考评|评价|绩效)内容$/;

/** Under headings of levels a column right before 目标值 holds names, whatever it is called (内容, 名称). */
function withNamesUnderLevels(view: SheetView, row: number, roles: Roles, framework: Framework): Roles {
  const all = [...roles];
  if (row === 0 || all.some(([, role]) => NAMES.has(role)) || !all.some(([, role]) => role === 'value')) return roles;
  const named = new Map(roles);
  for (const [column, role] of all) {
    const before = column - 1;
    if (role !== 'value' || before < 0 || roles.has(before) || view.own(row, before) === '') continue;
    if (framework.isHeading(view.seen(row - 1, before))) named.set(before, 'name');
  }
  return named;
}

/** 绩效指标 over several columns, the first of which hold levels: the last of them names the indicators. */
function withNamesUnderGroup(view: SheetView, row: number, roles: Roles, framework: Framework): Roles {
  const all = [...roles];
  const group = all.find(([, role]) => role === 'nameOrGroup')?.[0];
  if (group === undefined || all.some(([, role]) => role === 'name' || LEVELS.has(role))) return roles;
  // Without merges a heading reaches over the blanks to its right.
  const last = view.block(row, group)?.right ?? (view.filled(row).find((column) => column > group) ?? group + 1) - 1;
  if (last === group || roles.has(last)) return roles;
  // Under a header of two rows the next one has headings of its own.
  if (!framework.isHeading(view.seen(row + 1, group)) || view.own(row + 1, last) === '') return roles;
  const named = new Map(roles).set(last, 'name');
  named.delete(group);
  return named;
}
