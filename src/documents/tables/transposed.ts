/** Forms that stand on their side: 三级指标 and 指标值 head rows, and every column is an indicator. */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import { isIndicatorHeader, settleNames } from './header.js';
import type { Headings } from './heading.js';
import type { IndicatorField } from './columns.js';
import type { CellPlace, IndicatorRow } from './indicator-row.js';
import type { SheetView } from './sheet-view.js';
import type { ColumnRole } from '../table-data.js';

export interface Transposed {
  /** The column of the headings. */
  readonly column: number;
  /** The last row of the table. */
  readonly bottom: number;
  readonly rows: readonly IndicatorRow[];
}

const MOST_ROWS = 24;
const FIELDS: ReadonlySet<string> = new Set<IndicatorField>([
  'level1',
  'level2',
  'name',
  'operator',
  'scope',
  'value',
  'lastActual',
  'contractValue',
  'unit',
  'weight',
  'explanation',
  'source',
  'actual',
  'score',
  'deviationReason',
  'improvement',
]);
const LEVELS: ReadonlySet<string> = new Set(['level1', 'level2']);
/** What such a table begins with. */
const FIRST: ReadonlySet<string> = new Set(['level1', 'level2', 'name', 'nameOrGroup', 'scope']);

/** The table whose headings stand one under the other from this row on. */
export function transposedAt(
  view: SheetView,
  { top, bottom, headings, framework }: { top: number; bottom: number; headings: Headings; framework: Framework },
): Transposed | undefined {
  for (const column of view.filled(top).slice(0, 2)) {
    const roles = new Map<number, ColumnRole>();
    let row = top;
    for (; row < Math.min(bottom, top + MOST_ROWS); row = (view.block(row, column)?.bottom ?? row) + 1) {
      const heading = headings.column(view.own(row, column));
      // Below the names of indicators 单位 is what they are counted in.
      const role = heading === 'unitOrOrganisation' && roles.size > 0 ? 'unit' : heading;
      if (role === undefined || (!FIELDS.has(role) && role !== 'nameOrGroup')) break;
      // A goal above the table (目标 | …) is none of its rows.
      if (roles.size === 0 && !FIRST.has(role)) break;
      roles.set(row, role);
    }
    const settled = settleNames(roles);
    const kinds = new Set(settled.values());
    if (settled.size < 3 || !kinds.has('value') || !isIndicatorHeader(settled)) continue;
    const fields = new Map<IndicatorField, number>();
    for (const [at, role] of settled) if (!fields.has(role as IndicatorField)) fields.set(role as IndicatorField, at);
    const rows = indicatorsOf(view, column, fields, framework);
    if (rows.length > 0) return { column, bottom: row - 1, rows };
  }
  return undefined;
}

function indicatorsOf(
  view: SheetView,
  headingColumn: number,
  fields: ReadonlyMap<IndicatorField, number>,
  framework: Framework,
): IndicatorRow[] {
  const nameRow = fields.get('name');
  const valueRow = fields.get('value');
  if (nameRow === undefined || valueRow === undefined) return [];
  const rows: IndicatorRow[] = [];
  const carried: Partial<Record<'level1' | 'level2', { text: string; place: CellPlace }>> = {};
  for (let column = view.after(nameRow, headingColumn); column < view.width; column += 1) {
    for (const level of ['level1', 'level2'] as const) {
      const at = fields.get(level);
      const text = at === undefined ? '' : compact(view.seen(at, column));
      if (at !== undefined && text !== '') carried[level] = { text, place: view.anchor(at, column) };
    }
    const name = view.own(nameRow, column);
    if (name === '' || framework.isHeading(name)) continue;
    const texts: Partial<Record<IndicatorField, string>> = {};
    const places: Partial<Record<IndicatorField, CellPlace>> = {};
    for (const [field, row] of fields) {
      if (LEVELS.has(field)) continue;
      texts[field] = view.own(row, column);
      places[field] = { row, column };
    }
    const levels: Partial<Record<'level1' | 'level2', CellPlace>> = {};
    for (const [level, { text, place }] of Object.entries(carried) as [
      'level1',
      { text: string; place: CellPlace },
    ][]) {
      texts[level] = text;
      levels[level] = place;
    }
    rows.push({ row: nameRow, texts, places, headings: levels, project: {} });
  }
  // One column is an ordinary list of labels and values.
  return rows.length > 1 ? rows : [];
}
