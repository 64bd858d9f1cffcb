/** One heading 指标值 over several columns: ≥ | 15 | 件. */
import { compact } from '../../text/fold.js';
import { readAmount } from './amounts.js';
import type { Header } from './header.js';
import type { SheetView } from './sheet-view.js';

export interface ValueParts {
  readonly operator?: number;
  readonly value: number;
  readonly unit?: number;
}

const SIGN = /^(?:[≥≤=＝<>＞＜≧≦]{1,2}|定性|大于等于|小于等于|等于|大于|小于|不低于|不高于)$/;
const LONGEST_UNIT = 8;
const MOST_SAMPLES = 40;

/** The columns under the heading of targets told apart by what they hold; undefined where it stands over one column. */
export function valueParts(view: SheetView, header: Header, column: number, end: number): ValueParts | undefined {
  const columns = columnsUnder(view, header, column);
  if (columns.length < 2) return undefined;
  const filled = columns
    .map((at) => ({ at, texts: sample(view, header, at, end) }))
    .filter(({ texts }) => texts.length);
  const isMostly = (texts: readonly string[], isSuch: (text: string) => boolean) =>
    texts.filter(isSuch).length * 2 > texts.length;
  const [first, ...others] = filled;
  const sign = first && isMostly(first.texts, (text) => SIGN.test(text)) ? first : undefined;
  const [value, unit] = sign ? others : filled;
  if (!value || (!sign && !unit)) return undefined;
  // A unit stands behind bare numbers and holds none.
  const isUnit =
    unit !== undefined &&
    isMostly(value.texts, (text) => readAmount(text) !== undefined) &&
    unit.texts.every((text) => text.length <= LONGEST_UNIT && readAmount(text) === undefined);
  return { ...(sign && { operator: sign.at }), value: value.at, ...(isUnit && { unit: unit.at }) };
}

/** Those that the heading is merged over, or the blanks to its right; headings of their own are no part of it. */
function columnsUnder(view: SheetView, header: Header, column: number): number[] {
  const columns = [column];
  const { row, column: left } = view.anchor(header.bottom, column);
  // Below a group of headings only what has none of its own.
  if (row < header.top || left !== column) return columns;
  for (let next = column + 1; next < view.width; next += 1) {
    const isOwn = view.own(header.bottom, next) !== '' || header.roles.has(next) || header.groups.has(next);
    const anchor = view.anchor(header.bottom, next);
    const isMergedOver = anchor.row === row && anchor.column === column;
    if (isOwn || !(isMergedOver || view.seen(header.bottom, next) === '')) break;
    columns.push(next);
  }
  return columns;
}

function sample(view: SheetView, header: Header, column: number, end: number): string[] {
  const texts: string[] = [];
  for (let row = header.bottom + 1; row < end && texts.length < MOST_SAMPLES; row += 1) {
    const text = compact(view.own(row, column));
    if (text !== '') texts.push(text);
  }
  return texts;
}
