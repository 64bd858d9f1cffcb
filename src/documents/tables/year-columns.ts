/** Columns of several years side by side (2024年指标值 | 2025年指标值 | 指标值): which of them the draft is judged by. */
import { compact } from '../../text/fold.js';
import type { ColumnRole } from '../table-data.js';
import type { Header } from './header.js';
import type { SheetView } from './sheet-view.js';

type Column = readonly [column: number, role: ColumnRole];

export interface YearChoice {
  readonly columns: readonly Column[];
  /** The column of targets that was taken, where others of other years or of none stand beside it. */
  readonly chosen?: number;
}

const YEAR = /20\d{2}(?=年)/;

/** `year` is asked for only where it decides. */
export function ofOwnYear(
  columns: readonly Column[],
  view: SheetView,
  header: Header,
  year: () => number | undefined,
): YearChoice {
  const dated = new Map(columns.flatMap(([column]) => yearsOf(view, header, column)));
  const targets = columns.filter(([, role]) => role === 'value').map(([column]) => column);
  if (!columns.some(([column, role]) => dated.has(column) && (role === 'value' || role === 'actual')))
    return { columns };
  const own = year() ?? latest(targets, dated);
  const chosen =
    targets.find((column) => dated.get(column) === own) ??
    targets.find((column) => !dated.has(column)) ??
    targets.toSorted((a, b) => (dated.get(b) ?? 0) - (dated.get(a) ?? 0))[0];
  const kept = columns.flatMap(([column, role]): Column[] => {
    if (role === 'value') return column === chosen ? [[column, role]] : [];
    const told = dated.get(column);
    // What was done in an earlier year is what the target builds on.
    const isEarlier = role === 'actual' && told !== undefined && own !== undefined && told < own;
    return [[column, isEarlier ? 'lastActual' : role]];
  });
  return { columns: kept, ...(targets.length > 1 && chosen !== undefined && { chosen }) };
}

function latest(targets: readonly number[], dated: ReadonlyMap<number, number>): number | undefined {
  const years = targets.flatMap((column) => dated.get(column) ?? []);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** The year that a heading names, in its lowest cell or the one above it. */
function yearsOf(view: SheetView, header: Header, column: number): [number, number][] {
  const text = compact(view.own(header.bottom, column)) || compact(view.own(header.top, column));
  const year = YEAR.exec(text);
  return year ? [[column, Number(year[0])]] : [];
}
