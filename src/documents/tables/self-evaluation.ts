/** What a form says of its own result: funds, total and grade, with the cell of each. */
import { decimal } from '../../text/decimal.js';
import { compact } from '../../text/fold.js';
import { readAmount } from './amounts.js';
import type { ProjectField } from './columns.js';
import type { FoundTable } from './find.js';
import { type FundCell, readFunds } from './funds.js';
import type { Headings } from './heading.js';
import type { CellPlace } from './indicator-row.js';
import { readMoney, sheetMoneyUnit } from './money.js';
import { readResults, readScale } from './results.js';

export interface StatedResults {
  /** Fields of `project.selfEvaluation`; a figure whose text is not its shortest one has the text beside it. */
  readonly fields: Readonly<Record<string, string | number>>;
  readonly places: Readonly<Record<string, CellPlace>>;
}

/** Gathers figures with their cells; a figure whose shortest text is not how it is written has its text beside it. */
class Stated implements StatedResults {
  readonly fields: Record<string, string | number> = {};
  readonly places: Record<string, CellPlace> = {};

  put(field: string, value: string | number | undefined, { row, column }: CellPlace, text = ''): void {
    if (value === undefined) return;
    this.fields[field] = value;
    this.places[field] = { row, column };
    const digits = /\d{1,20}(?:\.\d{1,20})?/.exec(text)?.[0];
    if (digits !== undefined && digits !== String(value)) this.fields[`${field}Text`] = digits;
  }

  putRate(text: string, place: CellPlace): void {
    // The decimals of 0.9746 are not those of 97.46 %.
    const isPercent = compact(text).includes('%') || (readAmount(text) ?? 0) > 1;
    this.put('executionRate', readPercent(text), place, isPercent ? text : '');
  }
}

/** Reads what stands above and under a table of indicators. */
export function readSelfEvaluation(
  { view, plan, header, rows, regionTop, end }: FoundTable,
  headings: Headings,
): StatedResults {
  const stated = new Stated();
  const money = sheetMoneyUnit(view, regionTop, header.top);
  const funds = readFunds(view, regionTop, header.top, headings);
  for (const role of ['budget', 'spent'] as const) {
    const cell = funds[role];
    if (cell) stated.put(role, amountOf(cell, money), cell);
  }
  const { executionRate: rate, executionWeight: weight, executionScore: score } = funds;
  if (rate) stated.putRate(rate.text, rate);
  if (weight) stated.put('executionWeight', readAmount(weight.text), weight);
  if (score) stated.put('executionScore', readAmount(score.text), score, score.text);
  const above = readResults(view, { top: regionTop, bottom: header.top }, headings);
  const table = {
    score: plan.fields.get('score'),
    weight: plan.fields.get('weight'),
    indicators: new Set(rows.map(({ row }) => row)),
  };
  const below = readResults(view, { top: header.bottom + 1, bottom: end, table }, headings);
  const total = below.total ?? above.total;
  const grade = below.grade ?? above.grade;
  if (total) stated.put('total', readAmount(total.text), total, total.text);
  const other = [...above.totals, ...below.totals].find(({ text }) => readAmount(text) !== stated.fields.total);
  if (other) stated.put('otherTotal', readAmount(other.text), other, other.text);
  if (grade) stated.put('grade', grade.text, grade);
  const scale = readScale(view, regionTop, end);
  if (scale) stated.put('qualitativeScale', scale.text, scale);
  return stated;
}

/** A flat list has columns for them, filled in the project's first row or in all. */
export function flatSelfEvaluation(
  { view, plan, header }: FoundTable,
  rows: readonly { readonly row: number }[],
  money: number,
): StatedResults {
  const stated = new Stated();
  const cellOf = (field: ProjectField): FundCell | undefined => {
    const column = plan.project.get(field) ?? -1;
    const row = rows.find((one) => view.seen(one.row, column) !== '')?.row;
    if (column < 0 || row === undefined) return undefined;
    return { ...view.anchor(row, column), text: view.seen(row, column), label: view.own(header.bottom, column) };
  };
  const [spent, rate, total, grade] = [cellOf('spent'), cellOf('executionRate'), cellOf('total'), cellOf('grade')];
  const budget = spent || rate ? cellOf('budget') : undefined;
  if (budget) stated.put('budget', amountOf(budget, money), budget);
  if (spent) stated.put('spent', amountOf(spent, money), spent);
  if (rate) stated.putRate(rate.text, rate);
  if (total) stated.put('total', readAmount(total.text), total, total.text);
  if (grade) stated.put('grade', grade.text, grade);
  return stated;
}

/** Both; where both state a figure, the first counts. */
export function mergeResults(first: StatedResults, second: StatedResults | undefined): StatedResults {
  if (!second) return first;
  const merged = new Stated();
  Object.assign(merged.fields, second.fields, first.fields);
  Object.assign(merged.places, second.places, first.places);
  const [total, place] = [second.fields.total, second.places.total];
  if (place && first.fields.total !== undefined && first.fields.total !== total) merged.put('otherTotal', total, place);
  return merged;
}

function amountOf(cell: FundCell, money: number): number | undefined {
  return readMoney(cell, money);
}

/** 97.46%, 97.46 and 0.9746 are one rate. */
function readPercent(text: string): number | undefined {
  const value = readAmount(text);
  if (value === undefined || value > 1 || value < 0 || compact(text).includes('%')) return value;
  return decimal(value).times(100).toNumber();
}
