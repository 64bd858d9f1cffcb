/** One page → its lines and tables from top to bottom. */
import { alignedTables } from './aligned-tables.js';
import type { Rules, TextRun } from './geometry.js';
import { readingOrder } from './prose-columns.js';
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
  { number, height, before }: Pick<PdfPage, 'number' | 'height'> & { readonly before?: PdfPage | undefined },
): PdfPage {
  const ruled = ruledTables(runs, rules);
  const parts: PagePart[] = [];
  let count = 0;
  let columns = before && columnsAtEnd(before);
  // A table without lines cannot reach over one with lines.
  for (const [index, between] of stretches(linesOf(ruled.rest), ruled.tables).entries()) {
    for (const group of readingOrder(between)) {
      for (const { part } of inOrder(alignedTables(group, columns))) {
        if (part.kind === 'line') count += 1;
        parts.push(part.kind === 'line' ? { ...part, number: count } : part);
      }
      columns = undefined;
    }
    const table = ruled.tables[index];
    if (table) parts.push({ kind: 'table', table });
  }
  return { number, height, parts };
}

/** Lines under the last table of a page that may be its foot. */
const FOOT = 2;

/** The columns of the table without ruling lines that a page ends with, but for its number. */
function columnsAtEnd({ parts }: PdfPage): PageTable['aligned'] {
  const table = parts.slice(-FOOT - 1).findLast(({ kind }) => kind === 'table');
  return table?.kind === 'table' ? table.table.aligned : undefined;
}

function inOrder({ tables, rest }: ReturnType<typeof alignedTables>): { y: number; part: PagePart }[] {
  return [
    ...tables.map((table) => ({ y: table.top, part: { kind: 'table' as const, table } })),
    ...rest.map((line) => ({ y: line.y, part: { kind: 'line' as const, line, number: 0 } })),
  ].sort((a, b) => a.y - b.y);
}

function stretches(lines: readonly PdfLine[], tables: readonly PageTable[]): PdfLine[][] {
  const edges = [...tables.map(({ top }) => top), Number.POSITIVE_INFINITY];
  return edges.map((edge, index) => {
    const from = edges[index - 1] ?? Number.NEGATIVE_INFINITY;
    return lines.filter(({ y }) => y >= from && y < edge);
  });
}
