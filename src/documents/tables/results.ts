/** The total and the grade of a self-evaluation: rows under the table of indicators, or labels above it. */
import { compact } from '../../text/fold.js';
import { readAmount } from './amounts.js';
import type { Headings } from './heading.js';
import type { CellPlace } from './indicator-row.js';
import type { SheetView } from './sheet-view.js';

export interface ResultCell extends CellPlace {
  readonly text: string;
}

export interface Results {
  readonly total?: ResultCell;
  /** Every cell that states the total, in the order of the sheet: two of them may differ. */
  readonly totals: readonly ResultCell[];
  readonly grade?: ResultCell;
}

/** The table that the rows close. */
interface Table {
  readonly score: number | undefined;
  readonly weight: number | undefined;
  /** Rows that are indicators: one may be called 综合得分. */
  readonly indicators: ReadonlySet<number>;
}

interface Ranked extends ResultCell {
  readonly rank: number;
}

/**
 * Reads the rows from `top` up to, not including, `bottom`: those of a table and under it, or, without one, those above,
 * where only what can be nothing but a total is taken.
 */
export function readResults(
  view: SheetView,
  { top, bottom, table }: { top: number; bottom: number; table?: Table },
  headings: Headings,
): Results {
  let total: Ranked | undefined;
  const totals: ResultCell[] = [];
  let last = 0;
  for (const row of table?.indicators ?? []) last = Math.max(last, row);
  let grade: ResultCell | undefined;
  for (let row = top; row < bottom; row += 1) {
    if (table?.indicators.has(row)) continue;
    for (const column of view.filled(row)) {
      const inline = splitInline(view.own(row, column), headings);
      const label = headings.result(inline?.label ?? view.own(row, column));
      if (!label) continue;
      if (label.role === 'grade') {
        grade ??= gradeBeside(view, row, column, inline?.value, headings);
        continue;
      }
      if (label.role === 'sum' && !table) continue;
      const rank = label.role === 'sum' ? Number.MAX_SAFE_INTEGER : label.rank;
      const cell = totalBeside(view, { row, column, inline: inline?.value }, table, label.role === 'sum');
      // The last of equals: a sum of a block stands before that of the whole.
      if (cell && rank <= (total?.rank ?? Number.POSITIVE_INFINITY)) total = { ...cell, rank };
      // A sum between the rows is that of a block, “总分：100” says what is to be had.
      const isBlock = label.role === 'sum' && row < last;
      if (cell && !isBlock && (readAmount(cell.text) !== FULL || SCORED.test(view.own(row, column)))) totals.push(cell);
    }
  }
  return {
    ...(total && { total: { row: total.row, column: total.column, text: total.text } }),
    totals,
    ...(grade && { grade }),
  };
}

const FULL = 100;
const SCORED = /得分|评分|自评/;

/** “自评得分：97.46” in one cell. */
function splitInline(text: string, headings: Headings): { label: string; value: string } | undefined {
  const at = text.search(/[:：]/);
  if (at <= 0 || at > 16 || !headings.result(text.slice(0, at))) return undefined;
  const value = text.slice(at + 1).trim();
  return value === '' ? undefined : { label: text.slice(0, at), value };
}

function totalBeside(
  view: SheetView,
  { row, column, inline }: { row: number; column: number; inline: string | undefined },
  table: Table | undefined,
  isSum: boolean,
): ResultCell | undefined {
  if (inline !== undefined) return readAmount(inline) === undefined ? undefined : { row, column, text: inline };
  const at = (where: number | undefined): ResultCell | undefined => {
    if (where === undefined) return undefined;
    const text = view.seen(row, where);
    const place = view.anchor(row, where);
    return place.row === row && place.column > column && readAmount(text) !== undefined
      ? { ...place, text }
      : undefined;
  };
  const amounts = view.filled(row).filter((other) => at(other) !== undefined);
  if (!table) return view.after(row, column) === amounts[0] ? at(amounts[0]) : undefined;
  // Before anything is scored, the sum is that of the weights.
  if (table.score === undefined) return undefined;
  const own = at(table.score);
  if (own) return own;
  // Slipped cells: the weights' total comes first, the scores' last.
  const last = amounts.at(-1);
  if (amounts.length >= 2 && last !== table.weight) return at(last);
  return isSum ? undefined : at(amounts.find((other) => other !== table.weight));
}

function gradeBeside(
  view: SheetView,
  row: number,
  column: number,
  inline: string | undefined,
  headings: Headings,
): ResultCell | undefined {
  if (inline !== undefined) return named({ row, column, text: inline });
  const rest = view.filled(row).filter((other) => other > column);
  const end = rest.findIndex((other) => headings.result(view.own(row, other)) !== undefined);
  const cells = end < 0 ? rest : rest.slice(0, end);
  const [first] = cells;
  if (first === undefined) return undefined;
  const texts = cells.map((other) => view.own(row, other));
  // Each choice may stand in a cell of its own: ☑优 | □良 | □中 | □差.
  const all = texts.some((text) => MARK.test(marks(text))) ? texts.join(' ') : (texts[0] ?? '');
  const chosen = named({ row, column: first, text: all });
  if (!chosen) return undefined;
  const place = cells.find((_, index) => CHECKED.test(marks(texts[index] ?? ''))) ?? first;
  return { ...chosen, column: place };
}

const MARK = /[□☐☑✓✔√■☒]/;
const CHECKED = /[☑✓✔√■☒]/;

/** Check boxes of any make as ☑ and □. */
function marks(text: string): string {
  return text
    .replace(/<input\b[^>]{0,200}>/gi, (tag) => (/\bchecked\b/i.test(tag) ? '☑' : '□'))
    .replace(/[（(【[]\s?[√✓✔]\s?[)）】\]]/g, '☑')
    .replace(/[（(【[]\s{0,3}[)）】\]]/g, '□')
    .replace(/[□☐]\s?[√✓✔]/g, '☑')
    .replace(/[○◯]/g, '□')
    .replace(/[●◉]/g, '☑');
}

/** The grade that a text states: the ticked one of several, or the only one. */
function named(cell: ResultCell): ResultCell | undefined {
  const text = marks(cell.text)
    .replace(/<[^>]{0,200}>/g, '')
    .trim();
  if (!MARK.test(text)) {
    const single = compact(text);
    const choices = single.replace(/[（(][^)）]{0,40}[)）]/g, '').match(/[优良中差]/g) ?? [];
    return single === '' || single.length > 20 || new Set(choices).size > 1 ? undefined : { ...cell, text };
  }
  // ☑优 □良, or 优☑ 良□.
  const isBefore = MARK.test(text[0] ?? '');
  const pieces = isBefore ? text.split(/(?=[□☐☑✓✔√■☒])/) : text.split(/(?<=[□☐☑✓✔√■☒])/);
  const ticked = pieces.filter((piece) => CHECKED.test(piece));
  const [only] = ticked;
  if (!only || ticked.length > 1) return undefined;
  const chosen = only.replace(/[□☐☑✓✔√■☒]/g, '').trim();
  // √优 良 中 差: only the choice that is ticked has a mark.
  return {
    ...cell,
    text: (/[优良中差].*[优良中差]/.test(chosen) ? chosen.slice(0, 1) : chosen).replace(/[;；,，、]+$/, ''),
  };
}

const SCALE =
  /100%?[-–—~～至](\d{2})%?[(（]?含?[)）]?[、,，;；]?(\d{2})%?[-–—~～至](\d{2})%?[(（]?含?[)）]?[、,，;；和]?(\d{2})%?[-–—~～至]0/;

/** How a note scores results in words (达成100-80%，部分达成80-50%，未达成50-0%): “100-80-50-0”. */
export function readScale(view: SheetView, top: number, bottom: number): ResultCell | undefined {
  for (let row = top; row < bottom; row += 1) {
    for (const column of view.filled(row)) {
      const text = view.own(row, column);
      if (!text.includes('部分达成')) continue;
      const [, upper, upperAgain, lower, lowerAgain] = SCALE.exec(compact(text)) ?? [];
      if (!upper || !lower || upper !== upperAgain || lower !== lowerAgain) continue;
      return { row, column, text: `100-${upper}-${lower}-0` };
    }
  }
  return undefined;
}
