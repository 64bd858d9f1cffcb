/** Labels of several rows in a table without ruling lines: 产出指标 beside the five indicators that it holds for. */
import { middle, type Piece } from './aligned-spacing.js';

export interface Span {
  readonly row: number;
  readonly rows: number;
  readonly pieces: Piece[];
}

/** Labels each in the row whose line they have in their middle; undefined where one stands beside none. */
export function rowsBeside(labels: readonly Piece[][], ys: readonly number[], near: number): Span[] | undefined {
  const spans = labels.flatMap((pieces): Span[] => {
    const row = ys.findIndex((y) => Math.abs(y - middle(pieces)) <= near);
    return row < 0 ? [] : [{ row, rows: 1, pieces }];
  });
  return spans.length === labels.length ? spans : undefined;
}

/**
 * Labels in the middle of the rows that they hold for: each block begins where the one above it ends. `edges` are where
 * rows begin and the last one ends; undefined where the labels fit no such blocks.
 */
export function tiledRows(
  labels: readonly Piece[][],
  edges: readonly number[],
  { headed, near }: { headed: boolean; near: number },
): Span[] | undefined {
  const isHeading = headed && Math.abs(((edges[0] ?? 0) + (edges[1] ?? 0)) / 2 - middle(labels[0] ?? [])) <= near;
  // 绩效指标 may stand beside header and rows, or beside the rows alone.
  const starts = headed && !isHeading ? [0, 1] : [0];
  for (const start of starts) {
    const spans = tiledFrom(start, labels, edges, { isHeading, near });
    if (spans) return spans;
  }
  return undefined;
}

function tiledFrom(
  start: number,
  labels: readonly Piece[][],
  edges: readonly number[],
  { isHeading, near }: { isHeading: boolean; near: number },
): Span[] | undefined {
  const height = edges.length - 1;
  const spans: Span[] = [];
  let row = start;
  for (const [index, pieces] of labels.entries()) {
    if (row >= height) return undefined;
    const centre = middle(pieces);
    const ends =
      isHeading && index === 0 ? [row + 1] : Array.from({ length: height - row }, (_, more) => row + more + 1);
    const offBy = (end: number): number => Math.abs(((edges[row] ?? 0) + (edges[end] ?? 0)) / 2 - centre);
    const end = ends.reduce((best, one) => (offBy(one) < offBy(best) ? one : best));
    if (offBy(end) > near) return undefined;
    spans.push({ row, rows: end - row, pieces });
    row = end;
  }
  return row === height ? spans : undefined;
}
