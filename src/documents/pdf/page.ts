/** One page → its lines and tables from top to bottom. */
import { alignedTables } from './aligned-tables.js';
import type { Rules, TextRun } from './geometry.js';
import { type PageTable, ruledTables } from './ruled-tables.js';
import { linesOf, type PdfLine } from './text-lines.js';

export type PagePart =
  | { readonly kind: 'line'; readonly line: PdfLine; readonly number: number }
  | { readonly kind: 'table'; readonly table: PageTable };

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
}

/** Lines outside the tables are counted from 1. */
export function readPage(
  runs: readonly TextRun[],
  rules: Rules,
  { number, height }: Pick<PdfPage, 'number' | 'height'>,
): PdfPage {
  const ruled = ruledTables(runs, rules);
  const tables: PageTable[] = [...ruled.tables];
  const lines: PdfLine[] = [];
  // A table without lines cannot reach over one with lines.
  for (const between of stretches(linesOf(ruled.rest), ruled.tables)) {
    const aligned = alignedTables(between);
    for (const table of aligned.tables) tables.push(table);
    for (const line of aligned.rest) lines.push(line);
  }
  const parts = [
    ...tables.map((table) => ({ y: table.top, part: { kind: 'table' as const, table } })),
    ...lines.map((line, index) => ({ y: line.y, part: { kind: 'line' as const, line, number: index + 1 } })),
  ].sort((a, b) => a.y - b.y);
  return { number, height, parts: parts.map(({ part }) => part) };
}

function stretches(lines: readonly PdfLine[], tables: readonly PageTable[]): PdfLine[][] {
  const edges = [...tables.map(({ top }) => top), Number.POSITIVE_INFINITY];
  return edges.map((edge, index) => {
    const from = edges[index - 1] ?? Number.NEGATIVE_INFINITY;
    return lines.filter(({ y }) => y >= from && y < edge);
  });
}
