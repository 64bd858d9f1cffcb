/** Delimited and plain text files → grids with the source line of each row, and the lines that belong to no grid. */
import { parse } from 'csv-parse/sync';
import { InputError } from '../errors.js';
import { markupAsSeen, markupLines } from '../text/normalize/markup.js';
import { decodeText } from './decode.js';
import { cutNotice, MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';
import type { Grid, SourceDocument, TextLine } from './model.js';

/** @throws InputError `empty-file`, `unknown-encoding`, `bad-csv` */
export function readCsv(bytes: Uint8Array, source: string): SourceDocument {
  const { text } = decodeText(bytes, source);
  if (text.trim() === '') throw new InputError('empty-file', { file: source });
  const records = parseRecords(text, source);
  const shown = records.slice(0, MAX_ROWS);
  const isCut = records.length > shown.length || shown.some(({ record }) => record.length > MAX_COLUMNS);
  const grid: Grid = {
    hidden: false,
    rows: shown.map(({ record }) => (record.length > MAX_COLUMNS ? record.slice(0, MAX_COLUMNS) : record)),
    merges: [],
    lines: shown.map(({ line }) => line),
  };
  return { source, format: 'csv', grids: [grid], text, lines: [], notices: isCut ? [cutNotice('')] : [] };
}

interface CsvRecord {
  readonly record: string[];
  readonly line: number;
}

function parseRecords(text: string, source: string): CsvRecord[] {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      skip_empty_lines: false,
      // One more than is shown tells that there were more.
      to: MAX_ROWS + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // `lines` is the line on which a record ends; a quoted cell may hold line breaks.
    return parsed.map(({ record, info }) => ({ record, line: info.lines - breaks(record) }));
  } catch (cause) {
    const { lines, message } = cause as { lines?: number; message?: string };
    throw new InputError('bad-csv', {
      file: source,
      ...(lines && { line: lines }),
      data: { reason: message ?? '' },
      cause,
    });
  }
}

function breaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** The one that most of the first lines hold: a list inside a cell stands on few of them. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 8192)
    .split(/\r\n|\r|\n/)
    .slice(0, 40);
  const counted = [',', '\t', ';'].map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
  }));
  return counted.reduce((best, one) => (one.lines > best.lines ? one : best)).delimiter;
}

/**
 * Runs of lines with tabs are tables; all others are running text. Runs parted by blank lines alone are one table that
 * a page break cut.
 */
export function readPlainText(bytes: Uint8Array, source: string): SourceDocument {
  const { text } = decodeText(bytes, source);
  if (text.trim() === '') throw new InputError('empty-file', { file: source });
  const lines: TextLine[] = [];
  const runs: TextLine[][] = [];
  let isOpen = false;
  for (const line of markupLinesOf(text) ?? splitLines(text)) {
    if (line.text.includes('\t') && (isOpen || !isListed(line.text))) {
      if (isOpen) runs.at(-1)?.push(line);
      else runs.push([line]);
      isOpen = true;
    } else {
      if (line.text.trim() !== '') isOpen = false;
      lines.push(line);
    }
  }
  // A single line with a tab is no table.
  const single = runs.filter((run) => run.length === 1).flat();
  const grids = runs.filter((run) => run.length > 1).map(gridOf);
  return { source, format: 'txt', grids, text, lines: byLine([...lines, ...single]), notices: [] };
}

/** “•⇥…”, “1.⇥…”: how a list is copied out of Word; the first row of a table has names in its cells. */
const LISTED =
  /^\s*(?:[^\p{L}\p{N}\s]|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、)）]|[（(][^（()）]{1,3}[)）]|[①-⑳])\t[^\t]+$/u;

function isListed(line: string): boolean {
  return LISTED.test(line);
}

function gridOf(run: readonly TextLine[]): Grid {
  return {
    hidden: false,
    rows: run.map(({ text }) => text.split('\t')),
    merges: [],
    lines: run.map(({ line }) => line),
    rowNumbers: run.map(({ line }) => line),
  };
}

function byLine(lines: readonly TextLine[]): TextLine[] {
  return [...lines].sort((a, b) => a.line - b.line);
}

/** A page of HTML that was saved as text: what stands between its block tags. */
function markupLinesOf(text: string): TextLine[] | undefined {
  const ranges = markupLines(text);
  if (!ranges) return undefined;
  let line = 1;
  let from = 0;
  return ranges.flatMap(({ start, end }) => {
    line += breaks([text.slice(from, start)]);
    from = start;
    // </body></html>
    if (
      text
        .slice(start, end)
        .replace(/<[^<>]*>/gu, '')
        .trim() === ''
    )
      return [];
    return { text: markupAsSeen(text.slice(start, end)).replace(/\s/gu, ' '), line, start };
  });
}

function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const pattern = /\r\n|\r|\n|$/g;
  let start = 0;
  for (let line = 1; ; line += 1) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const end = match?.index ?? text.length;
    lines.push({ text: text.slice(start, end), line, start });
    if (!match || match[0] === '') return lines;
    start = end + match[0].length;
  }
}
