/** How far apart the lines of a table without ruling lines stand: those of one cell, and those of two rows. */
import type { LinePart, PdfLine } from './text-lines.js';
import { goesOn } from './wrapped.js';

export interface Piece extends LinePart {
  /** The base line of the line that it stands in. */
  readonly line: number;
}

/** What stands in one column, from top to bottom. */
export type Stack = readonly Piece[];

/** Base lines that differ by less than this share of a character's size are one. */
const SAME = 0.45;
/** Distances that differ by less are the same. */
const SLACK = 1.12;
/** Of all distances so many show that rows stand farther apart than lines. */
const UNEVEN = 0.12;
/** In lines: rows farther apart tell nothing. */
const FARTHEST = 6;

export class Spacing {
  readonly near: number;
  /** The column with one line a row: on its lines most others have something too. */
  readonly anchor: number;
  readonly #lines: readonly PdfLine[];
  readonly #stacks: readonly Stack[];
  readonly #size: number;
  /** From row to row, at the least. */
  readonly #row: number;
  /** From line to line of a cell, where that is less; undefined where rows stand as close or no cell has two lines. */
  readonly #line: number | undefined;

  constructor(lines: readonly PdfLine[], stacks: readonly Stack[]) {
    this.#lines = lines;
    this.#stacks = stacks;
    this.#size = lines.reduce((most, { size }) => Math.max(most, size), 0);
    this.near = SAME * this.#size;
    this.anchor = anchorOf(lines, stacks);
    const steps = stacks.flatMap(stepsOf);
    const least = steps.reduce((low, step) => Math.min(low, step), Number.POSITIVE_INFINITY);
    const full = stepsOf(lines.filter(({ pieces }) => pieces.length * 2 > stacks.length));
    const isPadded = steps.filter((step) => isUneven(step / least)).length > UNEVEN * steps.length;
    const isLine = isPadded || full.every((step) => step > least * SLACK);
    this.#line = isLine ? least : undefined;
    this.#row = isLine
      ? steps.reduce((low, step) => (step > least * SLACK ? Math.min(low, step) : low), FARTHEST * least)
      : least;
  }

  /** The lines that rows stand on: those of the anchor, and those of headings that stand alone. */
  rows(): number[] {
    const filled = new Map(this.#lines.map(({ y, pieces }) => [y, pieces.length]));
    const own = this.cellsOf(this.#stacks[this.anchor] ?? [], this.anchor).map((pieces) =>
      pieces.map(({ line }) => line).reduce((best, y) => ((filled.get(y) ?? 0) > (filled.get(best) ?? 0) ? y : best)),
    );
    const alone = this.#lines.flatMap(({ y }) => {
      const isFar = own.every((other) => Math.abs(other - y) * SLACK >= this.#row);
      const goes = this.#stacks.some((stack, column) => this.#isOfLongerCell(stack, column, y));
      return isFar && !goes ? [y] : [];
    });
    return [...own, ...alone].sort((a, b) => a - b);
  }

  #isOfLongerCell(stack: Stack, column: number, y: number): boolean {
    const at = stack.findIndex(({ line }) => line === y);
    if (at < 0) return false;
    return this.#isOneCell(column, stack[at - 1], stack[at]) || this.#isOneCell(column, stack[at], stack[at + 1]);
  }

  /** The lines of a column, those of one cell together. */
  cellsOf(stack: Stack, column: number): Piece[][] {
    const cells: Piece[][] = [];
    for (const piece of stack) {
      const last = cells.at(-1);
      if (last && this.#isOneCell(column, last.at(-1), piece)) last.push(piece);
      else cells.push([piece]);
    }
    return cells;
  }

  #isOneCell(column: number, above: Piece | undefined, piece: Piece | undefined): boolean {
    if (!above || !piece) return false;
    const apart = piece.y - above.y;
    if (this.#line !== undefined) return apart <= this.#line * SLACK;
    // Rows as close as lines: a line that is full goes on where no row begins.
    if (this.#stacks[this.anchor]?.some(({ line }) => line === piece.line)) return false;
    const edge = (this.#stacks[column] ?? []).reduce((most, { right }) => Math.max(most, right), 0);
    const { text, right } = above;
    return apart <= this.#row * SLACK && goesOn({ text, right, size: this.#size }, piece.text, edge);
  }

  nearest(ys: readonly number[], y: number): number {
    let best = 0;
    for (const [row, own] of ys.entries()) if (Math.abs(own - y) < Math.abs((ys[best] ?? 0) - y)) best = row;
    return best;
  }

  /** Where each row begins and the last one ends: half-way between its lines and those of its neighbours. */
  edges(ys: readonly number[]): number[] {
    const tops = [...ys];
    const bottoms = [...ys];
    // The columns of levels tell nothing of single rows.
    for (const stack of this.#stacks.slice(-Math.ceil(this.#stacks.length / 2))) {
      for (const { y } of stack) {
        const row = this.nearest(ys, y);
        tops[row] = Math.min(tops[row] ?? y, y);
        bottoms[row] = Math.max(bottoms[row] ?? y, y);
      }
    }
    const between = tops.slice(1).map((top, row) => (top + (bottoms[row] ?? top)) / 2);
    const [first = 0, last = 0] = [ys[0], ys.at(-1)];
    return [2 * first - (between[0] ?? first), ...between, 2 * last - (between.at(-1) ?? last)];
  }
}

function anchorOf(lines: readonly PdfLine[], stacks: readonly Stack[]): number {
  const filled = new Map(lines.map(({ y, pieces }) => [y, pieces.length]));
  const scores = stacks.map((stack) => stack.reduce((sum, { line }) => sum + (filled.get(line) ?? 0) - 2, 0));
  return scores.lastIndexOf(Math.max(...scores));
}

/** From each line to the next. */
function stepsOf(lines: readonly { readonly y: number }[]): number[] {
  return lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0));
}

/** Neither so many lines nor so many and a half: there is room between rows that is none between lines. */
function isUneven(share: number): boolean {
  return share < FARTHEST && Math.abs(2 * share - Math.round(2 * share)) > 0.25;
}

export function middle(pieces: Stack): number {
  return ((pieces[0]?.y ?? 0) + (pieces.at(-1)?.y ?? 0)) / 2;
}

/** Whether a cell begins at a line or has it in its middle. */
export function isAt(y: number, pieces: Stack, near: number): boolean {
  return Math.abs(y - middle(pieces)) <= near || Math.abs(y - (pieces[0]?.y ?? 0)) <= near;
}
