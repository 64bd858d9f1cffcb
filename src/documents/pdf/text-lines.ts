/** Runs of text → lines from top to bottom, their parts told apart by the gaps between them. */
import type { TextRun } from './geometry.js';

/** A part of a line; between two parts there is room for at least a character. */
export interface LinePart {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The base line of its first run: those of a line differ a little. */
  readonly y: number;
}

export interface PdfLine {
  readonly y: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly parts: readonly LinePart[];
  /** The same, parted wherever there is more room than a blank takes: cells that are full stand close to the next. */
  readonly pieces: readonly LinePart[];
  /** The edges of the column that it stands in, on a page set in columns. */
  readonly column?: { readonly left: number; readonly right: number };
}

/** Runs whose base lines are nearer than this share of their size stand on one line. */
const SAME_LINE = 0.45;
/** In sizes of a character: what parts the columns of a table, and what is a blank between two Latin words. */
const COLUMN_GAP = 1.2;
const WORD_GAP = 0.18;
const CJK_GAP = 0.6;

export function linesOf(runs: readonly TextRun[]): PdfLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const lines: TextRun[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    const line = lines.at(-1);
    if (line && run.y - base <= SAME_LINE * Math.max(run.size, line[0]?.size ?? 0)) line.push(run);
    else {
      lines.push([run]);
      base = run.y;
    }
  }
  return lines.map(lineOf);
}

function lineOf(runs: readonly TextRun[]): PdfLine {
  const sorted = [...runs].sort((a, b) => a.left - b.left);
  const parts = partsOf(sorted, COLUMN_GAP);
  return {
    y: sorted.reduce((sum, { y }) => sum + y, 0) / sorted.length,
    size: sorted.reduce((most, run) => Math.max(most, run.size), 0),
    left: parts[0]?.left ?? 0,
    right: parts.reduce((most, { right }) => Math.max(most, right), 0),
    parts,
    pieces: partsOf(sorted, CJK_GAP),
  };
}

/** Runs from left to right, those with less room than `widest` between them as one part. */
function partsOf(sorted: readonly TextRun[], widest: number): LinePart[] {
  const parts: { text: string; left: number; right: number; y: number }[] = [];
  for (const run of sorted) {
    const last = parts.at(-1);
    const gap = last ? run.left - last.right : 0;
    // Bold text is sometimes printed twice, a hair apart.
    if (last && run.text === last.text && Math.abs(run.left - last.left) < 0.15 * run.size) continue;
    if (!last || gap > widest * run.size) parts.push({ text: run.text, left: run.left, right: run.right, y: run.y });
    else {
      last.text += blank(last.text, run.text, gap / run.size) + run.text;
      last.right = Math.max(last.right, run.right);
    }
  }
  return parts;
}

const LATIN_END = /[\p{Script=Latin}\d.,;:!?%)]$/u;
const LATIN_START = /^[\p{Script=Latin}\d(]/u;

/** Programs widen the gap between a Chinese character and a figure; that is no blank. */
function blank(before: string, after: string, gap: number): string {
  const latin = LATIN_END.test(before) && LATIN_START.test(after);
  return gap > (latin ? WORD_GAP : CJK_GAP) ? ' ' : '';
}

/** Parts with as many blanks between them as there is room for, so that columns can still be seen. */
export function spacedText({ parts, size }: PdfLine): string {
  return parts.reduce((text, part, index) => {
    const before = parts[index - 1];
    if (!before) return part.text;
    const blanks = Math.max(2, Math.min(200, Math.round((part.left - before.right) / (size / 2))));
    return text + ' '.repeat(blanks) + part.text;
  }, '');
}
