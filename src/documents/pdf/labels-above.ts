/** What stands above a table without ruling lines in two parts or more: 项目名称 | 村级文化广场 | 主管部门 | 文旅局. */
import type { PdfLine } from './text-lines.js';
import { joint } from './wrapped.js';

/** A goal of more lines is a page of text. */
const MOST_LINES = 14;

interface OpenRow {
  readonly cells: { left: number; right: number; text: string }[];
  readonly first: number;
  last: number;
}

/** How many of the last `lines` label the table that `header` heads, and the rows that they make. */
export function labelRows(
  lines: readonly PdfLine[],
  header: PdfLine,
  farthest: number,
): { lines: number; rows: string[][] } {
  const top = topOf(lines, header, farthest);
  const own = lines.slice(top);
  const labels = own.filter(({ pieces }) => pieces.length > 1).map(({ pieces: [label] }) => label?.right ?? 0);
  const edge = Math.max(...labels);
  const isLabelled = ({ pieces }: PdfLine): boolean => (pieces[0]?.left ?? 0) < edge;
  const pitch = pitchOf(own);
  const rows: OpenRow[] = [];
  const waiting: PdfLine[] = [];
  for (const line of own) {
    const open = rows.at(-1);
    if (isLabelled(line) && !(open && line.y - open.last <= pitch)) {
      rows.push({ cells: [], first: (waiting[0] ?? line).y, last: line.y });
      for (const one of [...waiting, line]) add(rows.at(-1) as OpenRow, one);
      waiting.length = 0;
    } else if (open && waiting.length === 0 && (isLabelled(line) || isNearer(line, open.last, own))) {
      add(open, line);
      open.last = line.y;
    } else waiting.push(line);
  }
  const last = rows.at(-1);
  if (last) for (const line of waiting) add(last, line);
  return { lines: own.length, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

/** The first line of the region: the topmost of two parts or more that lines of the form lead up to. */
function topOf(lines: readonly PdfLine[], header: PdfLine, farthest: number): number {
  let top = lines.length;
  let below = header;
  for (let at = lines.length - 1; at >= 0 && top - at <= MOST_LINES; at -= 1) {
    const line = lines[at] as PdfLine;
    if (below.y - line.y > farthest * line.size || below.y < line.y || line.size > 1.15 * header.size) break;
    if (line.pieces.length > 1) top = at;
    below = line;
  }
  return top;
}

/** At most how far apart two lines of one cell are, where rows are farther apart; 0 where all lines are as far. */
function pitchOf(lines: readonly PdfLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const below = lines.slice(index + 1).find((other) => standsUnder(other, line));
    return below ? [below.y - line.y] : [];
  });
  const least = Math.min(...steps);
  return Math.max(...steps) > 1.15 * least ? 1.08 * least : 0;
}

function standsUnder({ pieces }: PdfLine, above: PdfLine): boolean {
  return pieces.some(({ left, right }) => above.pieces.some((one) => left < one.right && right > one.left));
}

/** Nearer to the line above, which belongs to the row, than to the one below. */
function isNearer(line: PdfLine, above: number, lines: readonly PdfLine[]): boolean {
  const below = lines[lines.indexOf(line) + 1];
  return below === undefined || line.y - above <= below.y - line.y + 0.1 * line.size;
}

/** Each part of a line goes on with the cell that it stands below, or is a cell of its own. */
function add({ cells }: OpenRow, { pieces }: PdfLine): void {
  for (const { left, right, text } of pieces) {
    const under = cells.find((cell) => left < cell.right && right > cell.left);
    if (under) {
      under.text += joint(under.text, text) + text;
      under.left = Math.min(under.left, left);
      under.right = Math.max(under.right, right);
    } else cells.push({ left, right, text });
  }
  cells.sort((a, b) => a.left - b.left);
}
