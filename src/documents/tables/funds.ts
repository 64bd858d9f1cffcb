/**
 * The block of funds in a self-evaluation: 全年预算数, 全年执行数, 执行率, with the weight and score of the execution rate.
 * Either columns with the whole in a row of its own (年度资金总额), or labels with their figures beside them.
 */
import { compact } from '../../text/fold.js';
import type { FundRole } from '../table-data.js';
import type { Headings } from './heading.js';
import type { CellPlace } from './indicator-row.js';
import { isMoney } from './money.js';
import type { SheetView } from './sheet-view.js';

export interface FundCell extends CellPlace {
  readonly text: string;
  /** The headings that the amount stands under and beside: they may name the unit of money. */
  readonly label: string;
}

type Figure = Exclude<FundRole, 'whole'>;
export type Funds = Partial<Record<Figure, FundCell>>;
type Found = Partial<Record<Figure, { cell: FundCell; rank: number }>>;

const RATE_OR_SCORE = /^-?\d[\d,，.]{0,23}(?:%|分)$/;
const MOST_ROWS = 8;
/** 分值 and 得分 mean those of the execution rate only beside it. */
const TELLING: ReadonlySet<FundRole> = new Set(['spent', 'executionRate']);

/** Reads the rows from `top` up to, not including, `bottom`; empty where nothing tells of spending. */
export function readFunds(view: SheetView, top: number, bottom: number, headings: Headings): Funds {
  const found: Found = {};
  for (let row = top; row < bottom; row += 1) {
    const heads = headsOf(view, row, headings);
    if (heads.some(({ role }) => TELLING.has(role))) takeColumns(view, row, bottom, headings, heads, found);
    takePairs(view, row, headings, heads, found);
  }
  if (!found.spent && !found.executionRate) return {};
  return Object.fromEntries(Object.entries(found).map(([role, { cell }]) => [role, cell]));
}

interface Head {
  readonly role: FundRole;
  readonly rank: number;
  readonly column: number;
  readonly text: string;
}

function headsOf(view: SheetView, row: number, headings: Headings): Head[] {
  return view.filled(row).flatMap((column) => {
    const text = view.own(row, column);
    return headings.funds(text).map(({ role, rank }) => ({ role, rank, column, text }));
  });
}

function keep(found: Found, role: Figure, rank: number, cell: FundCell): void {
  if (rank < (found[role]?.rank ?? Number.POSITIVE_INFINITY)) found[role] = { cell, rank };
}

/** “全年执行数 | 97.46”: a label and its figure. */
function takePairs(view: SheetView, row: number, headings: Headings, heads: readonly Head[], found: Found): void {
  for (const { role, rank, column, text } of heads) {
    if (role === 'whole' || role === 'part') continue;
    const right = view.after(row, column);
    const figure = view.own(row, right);
    if (!isAmount(figure) || headings.funds(figure).length > 0) continue;
    // 分值 and 得分 head other figures as well.
    if (!TELLING.has(role) && role !== 'budget' && !heads.some((head) => TELLING.has(head.role))) continue;
    keep(found, role, rank, { row, column: right, text: figure, label: text });
  }
}

function takeColumns(
  view: SheetView,
  top: number,
  bottom: number,
  headings: Headings,
  heads: readonly Head[],
  found: Found,
): void {
  const columns = heads.filter(({ role }) => role !== 'whole' && role !== 'part');
  const first = Math.min(...columns.map(({ column }) => column));
  const row = wholeRow(view, { top, bottom, first, columns }, headings);
  if (row === undefined) return;
  const beside = view.filled(row).filter((column) => column < first);
  const left = [view.seen(top, 0), ...beside.map((column) => view.own(row, column))].join(' ');
  for (const { role, rank, column, text } of columns) {
    const figure = view.seen(row, column);
    if (role === 'whole' || role === 'part' || !isAmount(figure)) continue;
    keep(found, role, rank, { ...view.anchor(row, column), text: figure, label: `${text} ${left}` });
  }
}

/** The row of the whole sum under the headings; where none says so, the first that has figures. */
function wholeRow(
  view: SheetView,
  { top, bottom, first, columns }: { top: number; bottom: number; first: number; columns: readonly Head[] },
  headings: Headings,
): number | undefined {
  let fallback: number | undefined;
  let parts = 0;
  for (let row = top + 1; row < Math.min(bottom, top + 1 + MOST_ROWS); row += 1) {
    const hasFigures = columns.some(({ column }) => isAmount(view.own(row, column)));
    if (!hasFigures) continue;
    const labels = view.filled(row).filter((column) => column < first);
    const isWhole = labels.some((column) => headings.funds(view.own(row, column)).some(({ role }) => role === 'whole'));
    if (isWhole) return row;
    if (labels.some((column) => headings.funds(view.own(row, column)).some(({ role }) => role === 'part'))) parts += 1;
    fallback ??= row;
  }
  // 基本支出 above 项目支出: neither is the whole.
  return parts > 1 ? undefined : fallback;
}

function isAmount(text: string): boolean {
  return isMoney(text) || RATE_OR_SCORE.test(compact(text));
}
