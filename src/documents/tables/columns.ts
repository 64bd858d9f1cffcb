/** Which column holds which field of an indicator: headings first, contents where a heading leaves it open. */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import { withoutSecondLanguage } from '../../text/second-language.js';
import type { ColumnRole } from '../table-data.js';
import type { Header } from './header.js';
import type { ProjectRows } from './project-rows.js';
import { rankOf } from './ranks.js';
import type { SheetView } from './sheet-view.js';
import { valueParts } from './value-parts.js';
import { ofOwnYear } from './year-columns.js';

export type IndicatorField =
  | 'level1'
  | 'level2'
  | 'name'
  | 'operator'
  | 'scope'
  | 'value'
  | 'lastActual'
  | 'contractValue'
  | 'unit'
  | 'weight'
  | 'explanation'
  | 'source'
  | 'actual'
  | 'score'
  | 'deviationReason'
  | 'improvement'
  | 'ignore';
export type ProjectField =
  | 'projectName'
  | 'organisation'
  | 'budget'
  | 'goal'
  | 'year'
  | 'spent'
  | 'executionRate'
  | 'total'
  | 'grade';

export interface ColumnPlan {
  readonly fields: ReadonlyMap<IndicatorField, number>;
  readonly project: ReadonlyMap<ProjectField, number>;
  /** Projects whose names and goals have rows of their own in the column of goals, by the row of the name. */
  readonly projectRows?: ProjectRows;
  /** The column of level 3 in a form with a level 4: it names the indicator where that is blank. */
  readonly upperName?: number;
  /** The column of targets that was taken for its year, beside others. */
  readonly chosen?: number;
  /** 分值 columns that belong to a level heading, not to the indicator. */
  readonly levelWeights: Readonly<Partial<Record<'level1' | 'level2', number>>>;
  /** Columns whose heading is not known. */
  readonly unknown: readonly number[];
}

const PROJECT_FIELDS: ReadonlySet<ColumnRole> = new Set([
  'projectName',
  'organisation',
  'budget',
  'goal',
  'year',
  'spent',
  'executionRate',
  'total',
  'grade',
]);
const SKIPPED: ReadonlySet<ColumnRole> = new Set(['number', 'remark', 'multiYearValue', 'nameOrGroup', 'valuePart']);
const SIGNS = /^(?:[≥≤=＝<>＞＜≧≦]{1,2}|定性|大于等于|小于等于|等于|大于|小于|正向|反向)$/;

/** 18公里 and ≥95% under 考核标准 are targets; 10分 is what they are worth. */
const AMOUNT = /^[≥≤=<>]?\d(?![、.．]\s?\p{Script=Han})[^。；;分扣]{0,11}$/u;

export function planColumns(
  view: SheetView,
  header: Header,
  { end, framework, year }: { end: number; framework: Framework; year: () => number | undefined },
): ColumnPlan {
  const fields = new Map<IndicatorField, number>();
  const project = new Map<ProjectField, number>();
  const halves = judgedHalf([...withOwnLevels(view, header, end, framework)].sort(([a], [b]) => a - b));
  const { columns: ordered, chosen } = ofOwnYear(halves, view, header, year);
  const name = ordered.find(([, role]) => role === 'name')?.[0] ?? -1;
  const taken = new Set(ordered.map(([, role]) => role));
  for (const [column, role] of ordered) {
    const settled = settle(view, header, { end, column, role, framework, taken });
    if (!settled || SKIPPED.has(settled)) continue;
    if (PROJECT_FIELDS.has(settled)) {
      // Of 年初预算数 and 全年预算数 the latter is what was to be spent.
      const isAdjusted = settled === 'budget' && /全年|调整/.test(view.own(header.bottom, column));
      if (isAdjusted || !project.has(settled as ProjectField)) project.set(settled as ProjectField, column);
      continue;
    }
    const field = settled as IndicatorField;
    // Forms repeat 分值 after each level: the one nearest behind the name is the indicator's own.
    const known = fields.get(field);
    if (known === undefined || (field === 'weight' && known < name && column > name)) fields.set(field, column);
  }
  if (!fields.has('value')) useMultiYear(header, fields);
  useValueParts(fields, view, header, end);
  const unknown = unknownColumns(view, header, end);
  useLevelColumns(fields, { view, header, end, framework });
  const upperName = useLowestName(view, header, end, ordered, fields);
  return {
    ...(upperName !== undefined && { upperName }),
    ...(chosen !== undefined && chosen === fields.get('value') && { chosen }),
    fields,
    project,
    levelWeights: levelWeights(header, fields),
    unknown: unknown.filter((column) => ![...fields.values()].includes(column)),
  };
}

/** “指标类别 | 指标类型” over 产出指标 | 数量指标: the first of them is level 1, whatever such a heading mostly stands over. */
function withOwnLevels(
  view: SheetView,
  header: Header,
  end: number,
  framework: Framework,
): ReadonlyMap<number, ColumnRole> {
  const column = columnOf(header, 'level2');
  if (column < 0 || columnOf(header, 'level1') >= 0) return header.roles;
  const held = sample(view, header, end, column).filter((text) => framework.isHeading(text));
  const isFirst = (text: string) => framework.resolve(text, '').level1Stated;
  // 满意度指标 is either.
  const isOnlyFirst = (text: string) => isFirst(text) && framework.resolve('', text).level2 === undefined;
  return held.every(isFirst) && held.some(isOnlyFirst) ? new Map(header.roles).set(column, 'level1') : header.roles;
}

/** A column before the names that holds levels is theirs, whatever it is called (类别, 维度) and where it is called nothing. */
function useLevelColumns(
  fields: Map<IndicatorField, number>,
  { view, header, end, framework }: { view: SheetView; header: Header; end: number; framework: Framework },
): void {
  const held = new Set([...fields.values(), ...header.roles.keys(), ...header.groups]);
  // Where tables stand side by side, the nearest before the names is theirs.
  for (let column = (fields.get('name') ?? 0) - 1; column >= 0; column -= 1) {
    if (held.has(column)) continue;
    // 指标类别 over two columns was taken for the first level, and leaves the second one free.
    const others = [...header.roles].filter(([at]) => at !== fields.get('level1')).map(([, role]) => role);
    const taken = new Set<ColumnRole>([...others, ...fields.keys()]);
    const level = levelIn(sample(view, header, end, column), taken, framework);
    if (level) fields.set(level, column);
  }
  if (fields.has('level1') || fields.has('level2')) return;
  // Reversed columns: the names, then 小类 and 大类.
  for (let column = (fields.get('name') ?? 0) + 1; column < view.width; column += 1) {
    if (held.has(column)) continue;
    const level = levelIn(sample(view, header, end, column), new Set<ColumnRole>(fields.keys()), framework);
    if (level) fields.set(level, column);
  }
}

/** “一级指标 | 分值 | 二级指标 | 分值”: the weight right behind a level is the level's. */
function levelWeights(header: Header, fields: ReadonlyMap<IndicatorField, number>): ColumnPlan['levelWeights'] {
  const found: Partial<Record<'level1' | 'level2', number>> = {};
  for (const level of ['level1', 'level2'] as const) {
    const next = (fields.get(level) ?? -2) + 1;
    if (header.roles.get(next) === 'weight' && fields.get('weight') !== next) found[level] = next;
  }
  return found;
}

/**
 * The national form of 2015 sets the indicators of the whole term and those of the year side by side
 * (二级指标·三级指标·指标值 twice): the year's, on the right, are the ones to be judged. What stands before both belongs
 * to both.
 */
function judgedHalf(ordered: readonly (readonly [number, ColumnRole])[]): readonly (readonly [number, ColumnRole])[] {
  const names = ordered.filter(([, role]) => role === 'name').map(([column]) => column);
  const [first, last] = [names[0], names.at(-1)];
  const targets = ordered.filter(([, role]) => role === 'value' || role === 'multiYearValue').length;
  if (first === undefined || last === undefined || names.length < 2 || targets < 2) return ordered;
  // The right half begins with the level column before its name, or with the name itself.
  const before = ordered.filter(([column]) => column > first && column < last);
  const begin = before.findLast(([, role]) => role === 'level1') ?? before.findLast(([, role]) => role === 'level2');
  const start = begin?.[0] ?? last;
  const repeated = new Set(ordered.filter(([column]) => column >= start).map(([, role]) => role));
  return ordered.filter(([column, role]) => column >= start || (column < first && !repeated.has(role)));
}

/** Columns with a heading that says nothing to us and with text under it. */
function unknownColumns(view: SheetView, header: Header, end: number): number[] {
  const unknown: number[] = [];
  for (let column = 0; column < view.width; column += 1) {
    const heading = compact(view.own(header.bottom, column) || view.own(header.top, column));
    if (heading === '' || header.roles.has(column) || header.groups.has(column)) continue;
    const texts = sample(view, header, end, column);
    if (texts.some((text) => rankOf(text) === undefined)) unknown.push(column);
  }
  return unknown;
}

function columnOf(header: Header, role: ColumnRole): number {
  for (const [column, own] of header.roles) if (own === role) return column;
  return -1;
}

/** Multi-year forms without a yearly column are judged by what they have. */
function useMultiYear(header: Header, fields: Map<IndicatorField, number>): void {
  const column = columnOf(header, 'multiYearValue');
  if (column >= 0) fields.set('value', column);
}

/** What has no heading but 指标值, reaching over sign, number and unit. */
function useValueParts(fields: Map<IndicatorField, number>, view: SheetView, header: Header, end: number): void {
  const column = fields.get('value');
  const parts = column === undefined ? undefined : valueParts(view, header, column, end);
  if (!parts) return;
  fields.set('value', parts.value);
  for (const part of ['operator', 'unit'] as const) {
    const at = parts[part];
    if (at !== undefined && !fields.has(part)) fields.set(part, at);
  }
}

interface Unsettled {
  readonly end: number;
  readonly column: number;
  readonly role: ColumnRole;
  readonly framework: Framework;
  /** Roles of all columns. */
  readonly taken: ReadonlySet<ColumnRole>;
}

function settle(
  view: SheetView,
  header: Header,
  { end, column, role, framework, taken }: Unsettled,
): ColumnRole | undefined {
  if (role === 'operatorOrScope') {
    const texts = sample(view, header, end, column);
    if (texts.some((text) => /共性|个性|通用/.test(text))) return 'scope';
    if (texts.some((text) => SIGNS.test(text))) return 'operator';
    return levelIn(texts, taken, framework);
  }
  if (
    role === 'explanation' &&
    !taken.has('value') &&
    /(?<![评计扣]|评分|计分|扣分|赋分|打分)标准$/.test(compact(view.own(header.bottom, column)))
  ) {
    const texts = sample(view, header, end, column);
    return texts.filter((text) => AMOUNT.test(text)).length * 2 > texts.length ? 'value' : role;
  }
  if (role === 'operator') {
    const texts = sample(view, header, end, column);
    return texts.length === 0 || texts.some((text) => SIGNS.test(text)) ? 'operator' : undefined;
  }
  if (role === 'unitOrOrganisation') {
    // How something is counted is said behind what is counted, or behind its target.
    const isBehindTarget = header.roles.get(column - 1) === 'value';
    if (column < columnOf(header, 'name') && !isBehindTarget) return 'organisation';
    const texts = sample(view, header, end, column);
    // 所 schools: said in two languages.
    const short = texts.filter((text) => withoutSecondLanguage(text).length <= 5).length;
    return short * 2 >= texts.length ? 'unit' : 'organisation';
  }
  return role;
}

/** 指标类型 over 产出指标, 数量指标 or 产出指标-数量指标 is a level. */
function levelIn(
  texts: readonly string[],
  taken: ReadonlySet<ColumnRole>,
  framework: Framework,
): 'level1' | 'level2' | undefined {
  const share = (isLevel: (text: string) => boolean) => texts.filter(isLevel).length * 2 > texts.length;
  if (!taken.has('level2') && share((text) => framework.resolve('', text).level2 !== undefined)) return 'level2';
  return !taken.has('level1') && share((text) => framework.resolve(text, '').level1Stated) ? 'level1' : undefined;
}

/**
 * Of 三级指标 and 四级指标 the latter names what is measured; so does the second column where the first holds nothing but
 * “指标1”. Returns the column that names it where the lower one is blank.
 */
function useLowestName(
  view: SheetView,
  header: Header,
  end: number,
  ordered: readonly (readonly [number, ColumnRole])[],
  fields: Map<IndicatorField, number>,
): number | undefined {
  const [upper, lower] = ordered.filter(([, role]) => role === 'name').map(([column]) => column);
  if (upper === undefined || lower === undefined || fields.get('name') !== upper) return undefined;
  const isLower = LOWEST.test(compact(view.own(header.bottom, lower)));
  const texts = sample(view, header, end, upper);
  const isTemplate = texts.length > 0 && texts.every((text) => TEMPLATE.test(text));
  if (!isLower && !isTemplate) return undefined;
  fields.set('name', lower);
  return isLower ? upper : undefined;
}

const LOWEST = /^(?:四|五|末)级/;
const TEMPLATE = /^(?:三级)?指标[\d一二三四五六七八九十]{1,2}[:：、.]?$/;

function sample(view: SheetView, header: Header, end: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = header.bottom + 1; row < end && texts.length < 40; row += 1) {
    const text = compact(view.own(row, column));
    // A cell over the whole width (第1页 共2页) is in no column.
    if (text !== '' && !isAcross(view, row, column)) texts.push(text);
  }
  return texts;
}

function isAcross(view: SheetView, row: number, column: number): boolean {
  const block = view.block(row, column);
  return block !== undefined && view.width > 2 && block.left === 0 && block.right >= view.width - 1;
}
