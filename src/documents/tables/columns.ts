/** Which column holds which field of an indicator: headings first, contents where a heading leaves it open. */
import { compact } from '../../text/fold.js';
import type { ColumnRole } from '../table-data.js';
import type { Header } from './header.js';
import type { SheetView } from './sheet-view.js';

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
  | 'ignore';
export type ProjectField = 'projectName' | 'organisation' | 'budget' | 'goal' | 'year';

export interface ColumnPlan {
  readonly fields: ReadonlyMap<IndicatorField, number>;
  readonly project: ReadonlyMap<ProjectField, number>;
}

const PROJECT_FIELDS: ReadonlySet<ColumnRole> = new Set(['projectName', 'organisation', 'budget', 'goal', 'year']);
const SKIPPED: ReadonlySet<ColumnRole> = new Set(['number', 'remark', 'multiYearValue', 'nameOrGroup', 'valuePart']);
const SIGNS = /^(?:[≥≤=＝<>＞＜≧≦]{1,2}|定性|大于等于|小于等于|等于|大于|小于|正向|反向)$/;

export function planColumns(view: SheetView, header: Header, end: number): ColumnPlan {
  const fields = new Map<IndicatorField, number>();
  const project = new Map<ProjectField, number>();
  const name = columnOf(header, 'name');
  const ordered = [...header.roles].sort(([a], [b]) => a - b);
  for (const [column, role] of ordered) {
    const settled = settle(view, header, end, column, role);
    if (!settled || SKIPPED.has(settled)) continue;
    if (PROJECT_FIELDS.has(settled)) {
      if (!project.has(settled as ProjectField)) project.set(settled as ProjectField, column);
      continue;
    }
    const field = settled as IndicatorField;
    // Forms repeat 分值 after each level: the one nearest behind the name is the indicator's own.
    const known = fields.get(field);
    if (known === undefined || (field === 'weight' && known < name && column > name)) fields.set(field, column);
  }
  if (!fields.has('value')) useMultiYear(header, fields);
  return { fields, project };
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

function settle(
  view: SheetView,
  header: Header,
  end: number,
  column: number,
  role: ColumnRole,
): ColumnRole | undefined {
  if (role === 'operatorOrScope') {
    const texts = sample(view, header, end, column);
    if (texts.some((text) => /共性|个性|通用/.test(text))) return 'scope';
    return texts.some((text) => SIGNS.test(text)) ? 'operator' : undefined;
  }
  if (role === 'operator') {
    const texts = sample(view, header, end, column);
    return texts.length === 0 || texts.some((text) => SIGNS.test(text)) ? 'operator' : undefined;
  }
  if (role === 'unitOrOrganisation') {
    const texts = sample(view, header, end, column);
    const short = texts.filter((text) => text.length <= 5).length;
    return short * 2 >= texts.length ? 'unit' : 'organisation';
  }
  return role;
}

function sample(view: SheetView, header: Header, end: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = header.bottom + 1; row < end && texts.length < 40; row += 1) {
    const text = compact(view.own(row, column));
    if (text !== '') texts.push(text);
  }
  return texts;
}
