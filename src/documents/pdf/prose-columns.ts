/** Pages set in two columns: the lines of the left one, then those of the right one. */
import type { LinePart, PdfLine } from './text-lines.js';

/** Fewer lines beside each other than these are a form or a signature. */
const LEAST_LINES = 5;
/** In sizes of a character: narrower columns are those of a table, and a narrower gap is none between columns. */
const LEAST_WIDTH = 12;
const LEAST_GAP = 1.5;
/** Of the lines of a column so many are wide. */
const PROSE = 0.4;

/** Lines in the order in which they are read, in groups: what stands in one column or over the whole page. */
export function readingOrder(lines: readonly PdfLine[]): PdfLine[][] {
  const gutter = gutterOf(lines);
  if (gutter === undefined) return [[...lines]];
  const groups: PdfLine[][] = [];
  for (let at = 0; at < lines.length; ) {
    const isBeside = keepsApart(lines[at] as PdfLine, gutter);
    const from = at;
    while (at < lines.length && keepsApart(lines[at] as PdfLine, gutter) === isBeside) at += 1;
    const run = lines.slice(from, at);
    const columns = isBeside ? columnsOf(run, gutter) : undefined;
    const last = groups.at(-1);
    if (columns) groups.push(...columns, []);
    // What is set in no columns hangs together: a table without lines may have rows of two cells.
    else if (last) last.push(...run);
    else groups.push(run);
  }
  return groups.filter((group) => group.length > 0);
}

/** The middle of the gap that most lines of two parts have. */
function gutterOf(lines: readonly PdfLine[]): number | undefined {
  const middles = lines.flatMap(({ parts: [left, right, more], size }) =>
    left && right && !more && right.left - left.right >= LEAST_GAP * size ? [(left.right + right.left) / 2] : [],
  );
  if (middles.length < LEAST_LINES) return undefined;
  return middles.toSorted((a, b) => a - b)[Math.floor(middles.length / 2)];
}

/** At most one part on each side, and none across. */
function keepsApart({ parts }: PdfLine, gutter: number): boolean {
  return (
    parts.filter(({ right }) => right <= gutter).length <= 1 &&
    parts.filter(({ left }) => left >= gutter).length <= 1 &&
    parts.every(({ left, right }) => right <= gutter || left >= gutter)
  );
}

function columnsOf(lines: readonly PdfLine[], gutter: number): PdfLine[][] | undefined {
  const sides = [(part: LinePart) => part.right <= gutter, (part: LinePart) => part.left >= gutter].map((isOwn) =>
    lines.flatMap((line): PdfLine[] => {
      const part = line.parts.find(isOwn);
      const pieces = line.pieces.filter(isOwn);
      return part ? [{ ...line, left: part.left, right: part.right, parts: [part], pieces }] : [];
    }),
  );
  const beside = lines.filter(({ parts }) => parts.length === 2);
  // A table of two columns has a header of two short words.
  const isTable = beside[0]?.parts.every(({ left, right }) => right - left < LEAST_WIDTH * (beside[0]?.size ?? 0));
  if (beside.length < LEAST_LINES || isTable || !sides.every(isProse)) return undefined;
  return sides.map((side) => {
    const column = { left: least(side.map(({ left }) => left)), right: -least(side.map(({ right }) => -right)) };
    return side.map((line) => ({ ...line, column }));
  });
}

/** Enough lines are as wide as running text is; headings and the ends of paragraphs are short. */
function isProse(lines: readonly PdfLine[]): boolean {
  const wide = lines.filter(({ left, right, size }) => right - left >= LEAST_WIDTH * size);
  return wide.length >= PROSE * lines.length;
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
