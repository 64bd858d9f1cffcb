/**
 * Fixes in .csv, .tsv and .txt: the cell's own characters change, all others stay. A .csv gets a byte order mark where it
 * had none: without it Excel reads UTF-8 as GBK.
 */
import { applyEdits, type Edit } from '../../text/edits.js';
import { decodeText } from '../decode.js';
import type { SourceDocument } from '../model.js';
import { delimiterOf } from '../read-text.js';
import { parseCell } from '../xlsx/references.js';
import { type CellSpan, cellSpans, cellText } from './delimited-cells.js';
import type { FieldChange, Fix, FixOutcome, RefusalReason } from './model.js';
import { encodeText } from './text-bytes.js';

/** A cell that its record is too short for. */
interface Added {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const LIKE_FORMULA = /^[=+\-@\t\r]/;

export function patchDelimited(document: SourceDocument, bytes: Uint8Array, fixes: readonly Fix[]): FixOutcome {
  const { text, encoding } = decodeText(bytes, document.source);
  const isCsv = document.format === 'csv';
  const patcher = new Patcher(document, text, isCsv ? delimiterOf(text) : '\t', isCsv);
  const refused = new Map<Fix, RefusalReason>();
  const edits: Edit[] = [];
  const added: Added[] = [];
  for (const fix of fixes) {
    const made = fix.changes.map((change) => patcher.edit(change));
    const reason = made.find((one) => typeof one === 'string');
    if (reason !== undefined) refused.set(fix, reason);
    else {
      added.push(...made.filter((one): one is Added => typeof one === 'object' && 'row' in one));
      edits.push(...made.filter((one): one is Edit => typeof one === 'object' && 'start' in one));
    }
  }
  for (const edit of patcher.lengthened(added)) edits.push(edit);
  if (edits.length === 0) return { bytes, refused };
  return {
    bytes: encodeText(applyEdits(text, edits), isCsv || encoding !== 'utf-8' ? 'mark' : bytes),
    refused,
    ...(encoding !== 'utf-8' && { recoded: encoding.toUpperCase() }),
  };
}

class Patcher {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #quotes: boolean;
  readonly #records: readonly CellSpan[][];
  readonly #read: (row: number, column: number) => string;

  constructor({ grids }: SourceDocument, text: string, delimiter: string, quotes: boolean) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#quotes = quotes;
    this.#records = cellSpans(text, delimiter, quotes);
    const rows = new Map<number, readonly string[]>();
    for (const { rows: own, rowNumbers } of grids)
      for (const [index, row] of own.entries()) rows.set(rowNumbers?.[index] ?? index + 1, row);
    this.#read = (row, column) => rows.get(row + 1)?.[column] ?? '';
  }

  edit({ location, value }: FieldChange): Edit | Added | RefusalReason {
    const place = parseCell(location.cell ?? '');
    const record = place && this.#records[place.row];
    if (!place || !record) return 'unclear';
    const span = record[place.column];
    const before = span ? cellText(this.#text, span) : '';
    // The parser is the judge of what stands where.
    if (before !== this.#read(place.row, place.column)) return 'unclear';
    if (LIKE_FORMULA.test(value) && !LIKE_FORMULA.test(before.trim())) return 'formula-like';
    if (span) return { start: span.start, end: span.end, text: this.#written(value, span.quoted) };
    return { ...place, text: this.#written(value, false) };
  }

  /** Records filled up to the cells that are added to them. */
  lengthened(added: readonly Added[]): Edit[] {
    const rows = new Map<number, Added[]>();
    for (const one of added) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
    return [...rows].map(([row, cells]) => {
      const record = this.#records[row] ?? [];
      const end = record.at(-1)?.end ?? 0;
      let text = '';
      let last = record.length - 1;
      for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
        text += this.#delimiter.repeat(cell.column - last) + cell.text;
        last = cell.column;
      }
      return { start: end, end, text };
    });
  }

  #written(value: string, quoted: boolean): string {
    if (!this.#quotes) return value.replace(/[\t\r\n]+/g, ' ');
    const needed = value.includes(this.#delimiter) || /["\r\n]/.test(value);
    return quoted || needed ? `"${value.replaceAll('"', '""')}"` : value;
  }
}
