/** A goal that stands in several rows beside its label: 绩效目标 | 1 | text, 年度目标 | 目标1：text. */
import { compact } from '../../text/fold.js';
import type { SheetView } from './sheet-view.js';

export interface GoalRows {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** 1, （2）, ③, 目标1, 目标一： in a cell of its own. */
const NUMBER = /^(?:(?:绩效|年度)?目标)?[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[)）]?[、.．:：]?$/;
/** 较大事故为零: shorter texts are figures, units and headings. */
const SHORTEST = 6;

/**
 * The texts beside a label that reaches over several rows, joined by line breaks; undefined where they are not one a row.
 * `isLabel` tells what is no goal.
 */
export function goalRows(
  view: SheetView,
  row: number,
  column: number,
  bottom: number,
  isLabel: (text: string) => boolean,
): GoalRows | undefined {
  const right = view.after(row, column);
  const last = Math.min(lastRowOf(view, row, column, right), bottom - 1);
  const isNumbered = NUMBER.test(compact(view.own(row, right)));
  if (last === row && !isNumbered) return undefined;
  const texts: string[] = [];
  for (let at = row; at <= last; at += 1) {
    const first = view.own(at, right);
    if (first === '') continue;
    if (isNumbered && !NUMBER.test(compact(first))) return undefined;
    const text = isNumbered ? view.own(at, view.after(at, right)) : first;
    const isAlone = isNumbered || view.filled(at).every((other) => other <= right);
    if (!isAlone || isLabel(text)) return undefined;
    if (text.length >= SHORTEST) texts.push(text);
  }
  const place = { row, column: isNumbered ? view.after(row, right) : right };
  return texts.length > (isNumbered ? 0 : 1) ? { text: texts.join('\n'), ...place } : undefined;
}

/** The last row that the label reaches over: merged, or above blanks in a file that knows no merges. */
function lastRowOf(view: SheetView, row: number, column: number, right: number): number {
  const block = view.block(row, column);
  if (block && block.bottom > row) return block.bottom;
  let last = row;
  while (
    last + 1 < view.height &&
    view.seen(last + 1, column) === '' &&
    NUMBER.test(compact(view.own(last + 1, right)))
  )
    last += 1;
  return last;
}
