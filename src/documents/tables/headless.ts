/** Forms without a row of headings: 产出指标 | 数量 | 保护株数 | 312株. The levels themselves show where the columns are. */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import type { ColumnRole } from '../table-data.js';
import { readAmount } from './amounts.js';
import type { Header } from './header.js';
import type { Headings } from './heading.js';
import type { SheetView } from './sheet-view.js';

const FEWEST_ROWS = 3;
/** Forms are filled in by hand; a long list without headings is something else. */
const MOST_ROWS = 500;
const SIGN = /^(?:[≥≤=＝<>＞＜≧≦]{1,2}|定性|大于等于|小于等于|等于|大于|小于)$/;
const LONGEST_NAME = 60;

/** A header that ends right above its first row and is written nowhere; undefined where the levels stand in no column. */
export function headlessAt(view: SheetView, framework: Framework, headings: Headings): Header | undefined {
  const level2 = columnOfLevels(view, (text) => framework.resolve('', text).level2 !== undefined);
  if (!level2) return undefined;
  const { column, rows } = level2;
  if (rows.length > MOST_ROWS) return undefined;
  const [top] = rows as [number];
  const level1 = column > 0 && rows.some((row) => framework.resolve(view.seen(row, column - 1), '').level1Stated);
  const rest: number[] = [];
  for (let next = column + 1; next < view.width; next += 1) {
    const filled = rows.filter((row) => view.own(row, next) !== '');
    if (filled.length * 2 > rows.length) rest.push(next);
  }
  const [name, ...values] = rest;
  if (name === undefined) return undefined;
  const share = (at: number, isSuch: (text: string) => boolean) =>
    rows.filter((row) => isSuch(view.own(row, at))).length * 2 > rows.length;
  // 数量指标 | 产出指标, the higher level behind the lower: no name of an indicator.
  const isName = (text: string) =>
    text.length <= LONGEST_NAME && /\p{Script=Han}{2}/u.test(text) && !framework.isHeading(text);
  const isNames = share(name, isName);
  const [operator, value] = share(values[0] ?? -1, (text) => SIGN.test(compact(text)))
    ? [values[0], values[1]]
    : [undefined, values[0]];
  if (!isNames || value === undefined || !share(value, (text) => /\d|^[≥≤]/.test(text))) return undefined;
  if (hasUnknownHeadings(view, top - 1, [name, value], headings)) return undefined;
  const roles = new Map<number, ColumnRole>([
    [column, 'level2'],
    [name, 'name'],
    [value, 'value'],
  ]);
  if (level1) roles.set(column - 1, 'level1');
  if (operator !== undefined) roles.set(operator, 'operator');
  const unit = values[values.indexOf(value) + 1];
  const isUnit = (text: string) => text !== '' && text.length <= 6 && readAmount(text) === undefined;
  if (unit !== undefined && share(value, (text) => readAmount(text) !== undefined) && share(unit, isUnit))
    roles.set(unit, 'unit');
  return { top, bottom: top - 1, roles, groups: new Set() };
}

/** Headings that nobody foresaw are for a mapping to name: what they say would be guessed here. Labels of the form are none. */
function hasUnknownHeadings(view: SheetView, row: number, columns: readonly number[], headings: Headings): boolean {
  return (
    columns.every((column) => view.seen(row, column) !== '') &&
    view.filled(row).every((column) => headings.labels(view.own(row, column)).length === 0)
  );
}

/** The column that holds most headings of such a level, and its rows with a text to the right. */
function columnOfLevels(
  view: SheetView,
  isLevel: (text: string) => boolean,
): { column: number; rows: readonly number[] } | undefined {
  let best: { column: number; rows: number[] } | undefined;
  for (let column = 0; column < Math.min(view.width - 2, MOST_COLUMNS); column += 1) {
    const rows: number[] = [];
    for (let row = 0; row < view.height; row += 1)
      if (view.own(row, column + 1) !== '' && isLevel(view.seen(row, column))) rows.push(row);
    if (rows.length >= FEWEST_ROWS && rows.length > (best?.rows.length ?? 0)) best = { column, rows };
  }
  return best;
}

/** Levels stand at the left. */
const MOST_COLUMNS = 8;
