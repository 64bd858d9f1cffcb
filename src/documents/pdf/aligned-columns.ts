/** Which columns lines keep to whose table has no ruling lines: where most of them leave the same free space. */
import type { LinePart, PdfLine } from './text-lines.js';

export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Of fewer lines each counts; of more, what only one in so many covers parts no column. */
const FEW_LINES = 4;
const SHARE = 0.15;

/** From left to right. Pieces that reach over several columns (a heading over two) do not melt these together. */
export function columnsOf(lines: readonly PdfLine[]): Column[] {
  const least = lines.length < FEW_LINES ? 1 : Math.max(2, Math.ceil(SHARE * lines.length));
  const cores = covered(
    lines.flatMap(({ pieces }) => pieces),
    least,
  );
  const columns = together(cores, lines);
  // What stands where no other line has anything is a column of its own: a heading over blanks.
  const alone = lines.flatMap(({ pieces }) => pieces.filter((piece) => columnsUnder(piece, columns).length === 0));
  return [...columns, ...covered(alone, 1)].sort((a, b) => a.left - b.left);
}

/** The columns that a piece stands over, by their numbers. */
export function columnsUnder({ left, right }: Column, columns: readonly Column[]): number[] {
  return columns.flatMap((column, index) => (left < column.right - 0.5 && right > column.left + 0.5 ? [index] : []));
}

/** Stretches that at least so many pieces cover. */
function covered(pieces: readonly LinePart[], least: number): Column[] {
  const edges = pieces
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const stretches: Column[] = [];
  let depth = 0;
  let from = 0;
  for (const { at, step } of edges) {
    if (step > 0 && depth === least - 1) from = at;
    if (step < 0 && depth === least) stretches.push({ left: from, right: at });
    depth += step;
  }
  return stretches.filter(({ left, right }) => right - left > 0.5);
}

/** Neighbours that no line fills both are one column: a heading in the middle over what stands at its left edge. */
function together(cores: readonly Column[], lines: readonly PdfLine[]): Column[] {
  const columns: Column[] = [];
  for (const core of cores) {
    const last = columns.at(-1);
    if (last && !lines.some(({ pieces }) => isParted(pieces, last, core)))
      columns[columns.length - 1] = { left: last.left, right: core.right };
    else columns.push(core);
  }
  return columns;
}

function isParted(pieces: readonly LinePart[], column: Column, next: Column): boolean {
  return pieces.some(
    (piece, index) =>
      piece.right > column.left + 0.5 &&
      piece.left < column.right - 0.5 &&
      piece.right < next.right &&
      columnsUnder(piece, [next]).length === 0 &&
      pieces.slice(index + 1).some((other) => columnsUnder(other, [next]).length === 1 && !isSpread(piece, other)),
  );
}

/** “分 值” is spread over its cell. */
function isSpread(piece: LinePart, other: LinePart): boolean {
  const size = piece.right - piece.left;
  return SINGLE.test(piece.text) && SINGLE.test(other.text) && other.left - piece.right < 2.2 * size;
}

const SINGLE = /^\p{Script=Han}$/u;
