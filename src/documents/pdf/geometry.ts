/** Places on a page in points, from its top left corner. */

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Numbers from outside, as far as they are six numbers. */
export function toMatrix(values: unknown): Matrix {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return IDENTITY;
  const six = Array.from(values as ArrayLike<unknown>, Number);
  return six.length === 6 && six.every(Number.isFinite) ? (six as unknown as Matrix) : IDENTITY;
}

/** Runs of text that stand on one base line. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The base line. */
  readonly y: number;
  /** The size of the characters. */
  readonly size: number;
}

/** A ruling line: horizontal ones have one `at` (y) and run from x to x, vertical ones the other way round. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}
