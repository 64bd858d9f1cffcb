/**
 * Tables whose rows hold several indicators side by side: 产出指标 and 效益指标 as two halves, or one project a row with
 * pairs of columns (指标名称, 指标值) for every level. Each part is read as a table of its own, with the columns before
 * the first part (project, unit) belonging to all.
 */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import type { ColumnRole } from '../table-data.js';
import type { Header } from './header.js';
import type { CellPlace } from './indicator-row.js';
import type { Carried } from './rows.js';
import type { SheetView } from './sheet-view.js';

export interface Segment {
  readonly header: Header;
  /** The levels that headings over the part state. */
  readonly levels: Carried;
}

/** 效益及满意度指标 over a part: its rows state which of them they are. */
function isJointHeading(text: string, framework: Framework): boolean {
  const parts = compact(text).split(/[及和与、]/);
  return parts.length > 1 && parts.every((part) => framework.isHeading(part));
}

/** Headings of levels stand this far above the header at most. */
const MOST_ABOVE = 3;
const LEADING: ReadonlySet<ColumnRole> = new Set(['level1', 'level2', 'number']);

/** The parts from left to right, or the whole as the only one. */
export function segmentsOf(
  view: SheetView,
  header: Header,
  rows: { readonly top: number; readonly end: number },
  framework: Framework,
): Segment[] {
  const whole = [{ header, levels: {} }];
  const names = [...header.roles].filter(([, role]) => role === 'name').map(([column]) => column);
  names.sort((a, b) => a - b);
  const [first] = names;
  if (first === undefined || names.length < 2) return whole;
  const starts = names.map((column) => startOf(view, header, column, rows.end, framework));
  const parts = starts.map((start, index) => {
    const end = starts[index + 1] ?? view.width;
    const own = withLevels(view, partOf(header, starts[0] as number, start, end), start, rows.end, framework);
    const levels = levelsOver(view, header, rows.top, { start, end }, framework);
    const isHeaded =
      (levels.level1 ?? levels.level2) !== undefined ||
      ([...own.roles.values()].includes('level2') && isJointHeading(view.seen(header.top - 1, start), framework));
    return { header: own, levels, isHeaded };
  });
  const isTargeted = parts.every((part) => [...part.header.roles.values()].some((role) => role === 'value'));
  if (!isTargeted) return whole;
  // The whole term and the year are two, and one of them is judged; more parts are all of the year.
  if (parts.length > 2) return parts;
  return parts.every(({ isHeaded }) => isHeaded) || areStrangers(view, header, names, starts, rows.end) ? parts : whole;
}

/** A part begins with the levels or the number right before its name; levels may stand under any heading (类别). */
function startOf(view: SheetView, header: Header, name: number, end: number, framework: Framework): number {
  let start = name;
  for (; start > 0; start -= 1) {
    const role = header.roles.get(start - 1);
    const isLeading = role === undefined ? holdsLevels(view, header, start - 1, end, framework) : LEADING.has(role);
    if (!isLeading) break;
  }
  return start;
}

function holdsLevels(view: SheetView, header: Header, column: number, end: number, framework: Framework): boolean {
  let [levels, all] = [0, 0];
  for (let row = header.bottom + 1; row < end && all < MOST_SAMPLES; row += 1) {
    const text = view.own(row, column);
    if (text === '') continue;
    all += 1;
    if (framework.isHeading(text)) levels += 1;
  }
  return levels * 2 > all;
}

const MOST_SAMPLES = 40;

function partOf(header: Header, first: number, start: number, end: number): Header {
  const isIn = (column: number) => column < first || (column >= start && column < end);
  const own = [...header.roles].filter(([column]) => isIn(column));
  const others = [...header.roles.keys()].filter((column) => !isIn(column));
  return { ...header, roles: new Map(own), groups: new Set([...header.groups, ...others]) };
}

/** The column that a part begins with holds its levels, whatever its heading is. */
function withLevels(view: SheetView, header: Header, start: number, end: number, framework: Framework): Header {
  if (header.roles.has(start) || !holdsLevels(view, header, start, end, framework)) return header;
  return { ...header, roles: new Map(header.roles).set(start, 'level2') };
}

/** 产出指标 over 数量指标 over the names of a part; without merges a heading reaches over the blanks to its right. */
function levelsOver(
  view: SheetView,
  header: Header,
  top: number,
  { start, end }: { start: number; end: number },
  framework: Framework,
): Carried {
  const found: Carried = {};
  for (let row = header.bottom - 1; row >= Math.max(top, header.bottom - MOST_ABOVE); row -= 1) {
    const place = headingOver(view, row, start, end, framework);
    if (!place) continue;
    const text = compact(view.own(place.row, place.column));
    const levels = framework.resolve('', text);
    // 满意度指标 is either; nearest to the names stands the lower level.
    if (levels.level2 && !found.level2 && !found.level1) found.level2 = { text, place };
    else if (framework.resolve(text, '').level1Stated) found.level1 ??= { text, place };
  }
  return found;
}

/** 数量指标, or both levels in one: 产出·数量指标. */
function isLevels(text: string, framework: Framework): boolean {
  if (framework.isHeading(text)) return true;
  const { level1Stated, level2 } = framework.resolve('', text);
  return level1Stated && level2 !== undefined;
}

function headingOver(
  view: SheetView,
  row: number,
  start: number,
  end: number,
  framework: Framework,
): CellPlace | undefined {
  for (let column = end - 1; column >= 0; column -= 1) {
    const place = view.anchor(row, column);
    const text = view.own(place.row, place.column);
    if (text === '') continue;
    if (isLevels(text, framework)) return place.row === row ? place : undefined;
    // What is left of the part and no heading ends the search.
    if (column <= start) return undefined;
  }
  return undefined;
}

/** Halves that a blank column parts and that name nothing in common: not the whole term beside the year. */
function areStrangers(
  view: SheetView,
  header: Header,
  names: readonly number[],
  starts: readonly number[],
  end: number,
): boolean {
  const isParted = starts.slice(1).every((start) => isBlankColumn(view, header, start - 1, end));
  if (!isParted) return false;
  const seen = new Set<string>();
  for (const column of names) {
    const own = new Set<string>();
    for (let row = header.bottom + 1; row < end; row += 1) own.add(compact(view.own(row, column)));
    own.delete('');
    if ([...own].some((name) => seen.has(name))) return false;
    for (const name of own) seen.add(name);
  }
  return true;
}

function isBlankColumn(view: SheetView, header: Header, column: number, end: number): boolean {
  for (let row = header.top; row < end; row += 1) if (view.seen(row, column) !== '') return false;
  return true;
}
