/** Forms in bands: A 产出类, A1 数量 over the whole width, then the headings of the columns and the indicators. */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import type { Carried } from './rows.js';
import type { SheetView } from './sheet-view.js';

/** The levels that stand alone in the rows right above a header. */
export function levelsAbove(view: SheetView, top: number, bottom: number, framework: Framework): Carried {
  const found: Carried = {};
  for (let row = bottom - 1; row >= top && !found.level1; row -= 1) {
    const [column, ...others] = view.filled(row);
    if (column === undefined || others.length > 0) break;
    const text = compact(view.own(row, column));
    if (!framework.isHeading(text)) break;
    const isSecond = framework.resolve('', text).level2 !== undefined && !found.level2;
    // 满意度指标 alone is the first level.
    const isFirst =
      framework.resolve(text, '').level1Stated && !(isSecond && isUnderFirst(view, row - 1, top, framework));
    if (!isFirst && !isSecond) break;
    found[isFirst ? 'level1' : 'level2'] = { text, place: { row, column } };
  }
  return found;
}

function isUnderFirst(view: SheetView, row: number, top: number, framework: Framework): boolean {
  const [column, ...others] = row < top ? [] : view.filled(row);
  return column !== undefined && others.length === 0 && framework.resolve(view.own(row, column), '').level1Stated;
}
