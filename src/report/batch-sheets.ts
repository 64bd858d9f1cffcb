/** The summary of a batch as a workbook: the totals, then one sheet a table. */
import type { BatchSummary, SheetSpec } from '../schema/index.js';
import { type BatchStyle, type BatchTable, batchTables } from './batch-tables.js';
import { BATCH_WORDS } from './batch-words.js';

/** `notes` stand below the totals. */
export function batchSheets(summary: BatchSummary, style: BatchStyle, notes: readonly string[] = []): SheetSpec[] {
  const tables = batchTables(summary, style);
  const { separator } = BATCH_WORDS[style.language];
  return [totalsSheet(summary, tables, style, notes), ...tables.map((table) => sheetOf(table, separator))];
}

function totalsSheet(
  { task, totals, capped }: BatchSummary,
  tables: readonly BatchTable[],
  { language }: BatchStyle,
  notes: readonly string[],
): SheetSpec {
  const words = BATCH_WORDS[language];
  const rows: (readonly [string, string | number])[] = [
    [words.files, totals.files],
    ...(words.drafts[task] === '' ? [] : [[words.drafts[task], totals.drafts] as const]),
    [words.rows[task], totals.rows],
    ...Object.entries(totals.counts).map(([name, count]) => [words.counts[name] ?? name, count] as const),
    ...(totals.waived > 0 ? [[words.waived, totals.waived] as const] : []),
    [words.unread.files, totals.unread.files],
    ...(totals.unread.faultyLines > 0
      ? ([
          [words.unread.faultyLines, totals.unread.faultyLines],
          [words.unread.filesOfLines, totals.unread.filesOfLines],
        ] as const)
      : []),
    ...(task === 'classify' ? [] : [[words.unread.empty[task], totals.unread.empty] as const]),
    ...tables
      .filter(({ id }) => id === 'copied' || id === 'unchanged' || id === 'repeated')
      .map(({ title, total }) => [title, total] as const),
    ...(capped.length > 0
      ? [[words.capped(capped.map((name) => words.sheets[name]).join(words.separator)), ''] as const]
      : []),
    ...notes.map((note) => [note, ''] as const),
  ];
  return {
    name: words.totals,
    columns: [
      { header: words.title[task], width: 40 },
      { header: words.headers.count, width: 14 },
    ],
    rows: rows.map((row) => [...row]),
  };
}

const NARROW = 12;
const WIDE = 34;

function sheetOf({ title, headers, rows }: BatchTable, separator: string): SheetSpec {
  const isNumber = headers.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  return {
    name: title,
    columns: headers.map((header, column) => ({ header, width: isNumber[column] ? NARROW : WIDE })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.sources.join(separator) : cell))),
  };
}
