/** Markdown → its pipe tables and its text without marks. Line ends stay, as in a plain text. */
import { documentOf } from '../blocks/document.js';
import type { Block, BlockCell, BlockTable } from '../blocks/model.js';
import { decodeText } from '../decode.js';
import { MAX_COLUMNS } from '../sheet-limits.js';
import type { SourceDocument } from '../model.js';
import { plainText } from './inline.js';

/** @throws InputError `unknown-encoding`, `empty-document` */
export function readMarkdown(bytes: Uint8Array, source: string): SourceDocument {
  const { text } = decodeText(bytes, source);
  const lines = text.split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tableRows(lines, at);
    if (rows > 0) {
      blocks.push(tableOf(lines, at, rows));
      at += rows;
    } else {
      const line = withoutBlockMarks(lines[at] ?? '');
      if (line !== undefined) blocks.push({ kind: 'line', text: plainText(line), place: { line: at + 1 } });
      at += 1;
    }
  }
  return documentOf(blocks, { source, format: 'md' });
}

/** How many lines the table that begins here takes; 0 where none does. */
function tableRows(lines: readonly string[], from: number): number {
  const head = lines[from] ?? '';
  if (!head.includes('|') || !isDelimiter(lines[from + 1] ?? '')) return 0;
  let end = from + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  return end - from;
}

function isDelimiter(line: string): boolean {
  const cells = cellsOf(line);
  return line.includes('-') && line.includes('|') && cells.every((cell) => /^:?-{1,500}:?$/.test(cell));
}

/** The line between head and body is no row. */
function tableOf(lines: readonly string[], from: number, count: number): BlockTable {
  const numbers = Array.from({ length: count }, (_, index) => from + index).filter((line) => line !== from + 1);
  const cells = numbers.flatMap((line, row) =>
    cellsOf(lines[line] ?? '').map((text, column): BlockCell => {
      const own = plainText(text.replace(/<br ?\/?>/gi, '\n'));
      const blocks = own === '' ? [] : [{ kind: 'line' as const, text: own, place: { line: line + 1 } }];
      return { row, column, rows: 1, columns: 1, blocks };
    }),
  );
  return { kind: 'table', cells, places: numbers.map((line) => ({ line: line + 1 })) };
}

/** Bars part cells; one behind a backslash is a bar. */
function cellsOf(line: string): string[] {
  const cells = line
    .trim()
    .split(/(?<!\\)\|/u, MAX_COLUMNS + 1)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

/** Without what makes it a heading, quotation or point; undefined for lines that show nothing. */
function withoutBlockMarks(line: string): string | undefined {
  const text = line.trim();
  if (/^(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}.{0,40}|~{3,}.{0,40})$/u.test(text)) return undefined;
  return text
    .replace(/^(?:> ?){1,5}/u, '')
    .replace(/^#{1,6} {1,9}/u, '')
    .replace(/ {1,9}#{1,6}$/u, '')
    .replace(/^[-*+] {1,9}(?=\S)/u, '● ');
}
