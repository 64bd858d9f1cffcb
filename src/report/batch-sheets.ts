/** The summary of a batch as a workbook: the totals, then one sheet a table. */
import type { BatchSummary, SheetCell, SheetSpec } from '../schema/index.js';
import { type BatchCell, type BatchStyle, type BatchTable, batchTables } from './batch-tables.js';
import { BATCH_WORDS, ranRows } from './batch-words.js';

/** `notes` stand below the totals. */
export function batchSheets(summary: BatchSummary, style: BatchStyle, notes: readonly string[] = []): SheetSpec[] {
  const tables = batchTables(summary, style);
  const { separator } = BATCH_WORDS[style.language];
  return [totalsSheet(summary, tables, style, notes), ...tables.map((table) => sheetOf(table, separator, style))];
}

function totalsSheet(
  summary: BatchSummary,
  tables: readonly BatchTable[],
  { language }: BatchStyle,
  notes: readonly string[],
): SheetSpec {
  const { task, totals, capped, skipped, duplicates, copied } = summary;
  const words = BATCH_WORDS[language];
  const kinds = Object.entries(skipped).map(([kind, count]) => `${kind === '' ? '-' : kind} ${count}`);
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
    ...tables.filter(({ id }) => RECURRING.has(id)).map(({ title, total }) => [title, total] as const),
    ...(copied.leftOut > 0 ? [[words.commonLeftOut, copied.leftOut] as const] : []),
    ...(totals.withoutUnit > 0 ? [[words.withoutUnitName, totals.withoutUnit] as const] : []),
    ...(duplicates.total > 0 ? [[words.sheets.duplicates, duplicates.total] as const] : []),
    ...(kinds.length > 0 ? [[words.skipped(kinds.join(words.separator)), ''] as const] : []),
    ...(capped.length > 0
      ? [[words.capped(capped.map((name) => words.sheets[name]).join(words.separator)), ''] as const]
      : []),
    ...notes.map((note) => [note, ''] as const),
    ...ranRows(summary, language),
  ];
  return {
    name: words.totals,
    columns: [
      { header: words.title[task], width: 40 },
      { header: words.headers.count, width: 30 },
    ],
    rows: rows.map((row) => [...row]),
  };
}

const RECURRING: ReadonlySet<BatchTable['id']> = new Set(['copied', 'unchanged', 'repeated', 'alike', 'twice']);

const NARROW = 12;
const WIDE = 34;

function sheetOf({ title, headers, rows }: BatchTable, separator: string, { copyOf }: BatchStyle): SheetSpec {
  const isNumber = headers.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  return {
    name: title,
    columns: headers.map((header, column) => ({ header, width: isNumber[column] ? NARROW : WIDE })),
    rows: rows.map((row) => row.map((cell) => sheetCell(cell, separator, copyOf))),
  };
}

/** The name of one document leads to its marked copy. */
function sheetCell(cell: BatchCell, separator: string, copyOf: BatchStyle['copyOf']): SheetCell {
  if (typeof cell !== 'object') return cell;
  const text = cell.sources.join(separator);
  const copy = cell.sources.length === 1 ? copyOf?.(text) : undefined;
  return copy === undefined ? text : { text, file: copy };
}
