/** Rows whose cells are merged, slipped or split: how they still make one indicator each. */
import { decimal, show } from '../../text/decimal.js';
import { readAmount } from './amounts.js';
import type { ColumnPlan, IndicatorField } from './columns.js';
import type { CellPlace, IndicatorRow } from './indicator-row.js';
import type { SheetView } from './sheet-view.js';

/** A weight or score that was merged over several rows stands with the first and is shared by the others. */
export function sharedCells(view: SheetView, plan: ColumnPlan, row: number): IndicatorRow['shared'] {
  const shared: NonNullable<IndicatorRow['shared']> = {};
  for (const field of ['weight', 'score'] as const) {
    const column = plan.fields.get(field);
    const block = column === undefined ? undefined : view.block(row, column);
    if (column === undefined || !block || block.top === row) continue;
    if (readAmount(view.own(block.top, block.left)) !== undefined) shared[field] = block.top;
  }
  return Object.keys(shared).length > 0 ? shared : undefined;
}

export interface Leaf {
  readonly name: string;
  readonly column: number;
  readonly weight: string;
  readonly weightPlace: CellPlace;
  /** What stood in the name's cell: its definition, one cell too far to the left. */
  readonly explanation: string;
}

const DEFINITION = /^反映|用以反映/;

/**
 * A row that ends at level 2 (its cells slipped to the left, or the form has no level 3 there): the heading with its own
 * weight and a score names the indicator.
 */
export function leafLevel(view: SheetView, plan: ColumnPlan, row: number): Leaf | undefined {
  const own = (field: IndicatorField) => {
    const column = plan.fields.get(field);
    return column === undefined ? '' : view.own(row, column);
  };
  const isSlipped = own('name') === '' || (DEFINITION.test(own('name')) && own('explanation') === '');
  if (!isSlipped || own('value') !== '' || readAmount(own('score')) === undefined) return undefined;
  const column = plan.fields.get('level2');
  const weightColumn = plan.levelWeights.level2;
  if (column === undefined || weightColumn === undefined || view.own(row, column) === '') return undefined;
  const weight = view.own(row, weightColumn);
  return readAmount(weight) === undefined
    ? undefined
    : {
        name: view.own(row, column),
        column,
        weight,
        weightPlace: { row, column: weightColumn },
        explanation: own('name'),
      };
}

/** A row of nothing but a weight and a score goes on with the indicator above, whose marks are given in two parts. */
export function isContinued(view: SheetView, plan: ColumnPlan, row: number, above: readonly IndicatorRow[]): boolean {
  const last = above.at(-1);
  if (!last || last.row !== row - 1 || readAmount(last.texts.weight) === undefined) return false;
  const [weight, score] = [plan.fields.get('weight') ?? -1, plan.fields.get('score') ?? -1];
  if (readAmount(view.own(row, weight)) === undefined || readAmount(view.own(row, score)) === undefined) return false;
  return view
    .filled(row)
    .every((column) => column === weight || column === score || /^[/／—-]$/.test(view.own(row, column)));
}

export function continued(view: SheetView, plan: ColumnPlan, row: number, above: IndicatorRow): IndicatorRow {
  const plus = (field: 'weight' | 'score') => {
    const own = readAmount(view.own(row, plan.fields.get(field) ?? -1)) ?? 0;
    return show(decimal(readAmount(above.texts[field]) ?? 0).plus(own), 8);
  };
  return { ...above, texts: { ...above.texts, weight: plus('weight'), score: plus('score') } };
}
