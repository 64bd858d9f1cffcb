/** A workbook with one long sheet, which is written while its rows come; the other sheets are few and small. */
import type { SheetSpec } from '../schema/index.js';
import { emptyPackage } from '../documents/xlsx/build.js';
import { appendSheets } from '../documents/xlsx/extra-sheets.js';
import { longFormats, MOST_ROWS, NUMBER, ROW } from '../documents/xlsx/long-sheet.js';
import { columnLetters } from '../documents/model.js';
import { StreamedZip } from './streamed-zip.js';
import { openStylesheet, saveStylesheet, sheetsOf } from '../documents/xlsx/workbook.js';

export type LongSpec = Omit<SheetSpec, 'rows'>;

/** The long sheet stands behind the first one. */
const PLACE = 1;

export class LongWorkbook {
  readonly #spec: LongSpec;
  readonly #zip: StreamedZip;
  readonly #most: number;
  #isBegun = false;
  rows = 0;
  /** Rows for which there was no room in the sheet. */
  leftOut = 0;

  /** `write` is given the bytes of the file in their order. */
  constructor(spec: LongSpec, write: (bytes: Uint8Array) => void, most = MOST_ROWS) {
    this.#spec = spec;
    this.#zip = new StreamedZip(write);
    this.#most = most;
  }

  /** Lines of `LongRows`, each ended. */
  async add(lines: Uint8Array): Promise<void> {
    if (lines.length === 0) return;
    await this.#begin();
    const { bytes, rows, leftOut } = numberedRows(lines, this.rows + 1, this.#most - this.rows);
    this.rows += rows;
    this.leftOut += leftOut;
    if (bytes.length > 0) await this.#zip.write(bytes);
  }

  /** The first of `sheets` stands before the long one, the others behind it; the same rows and sheets give the same bytes. */
  async finish(sheets: readonly SheetSpec[]): Promise<void> {
    await this.#begin();
    const { parts, path, tail } = this.#frame(sheets);
    const last = `${columnLetters(Math.max(1, this.#spec.columns.length) - 1)}${this.rows + 1}`;
    const filtered = tail.replace(/<autoFilter ref="[^"]*"\/>/, `<autoFilter ref="A1:${last}"/>`);
    await this.#zip.write(new TextEncoder().encode(filtered));
    await this.#zip.endPart();
    for (const [name, bytes] of parts) if (name !== path) await this.#zip.add(name, bytes);
    this.#zip.finish();
  }

  /** The sheet is the first part of the file: it is written before anything is known of the others. */
  async #begin(): Promise<void> {
    if (this.#isBegun) return;
    this.#isBegun = true;
    const { path, head } = this.#frame([{ name: '-', columns: [], rows: [] }]);
    this.#zip.beginPart(path);
    await this.#zip.write(new TextEncoder().encode(head));
  }

  #frame(sheets: readonly SheetSpec[]): {
    parts: ReadonlyMap<string, Uint8Array>;
    path: string;
    head: string;
    tail: string;
  } {
    const workbook = emptyPackage();
    const styles = openStylesheet(workbook);
    longFormats(styles);
    appendSheets(workbook, styles, sheets.toSpliced(PLACE, 0, { ...this.#spec, rows: [] }));
    saveStylesheet(workbook, styles);
    const path = sheetsOf(workbook)[PLACE]?.path ?? '';
    // How far the sheet reaches is not known yet; it need not be said.
    const xml = workbook.read(path).replace(/<dimension [^>]*>/, '');
    const end = xml.indexOf('</sheetData>');
    return { parts: workbook.parts, path, head: xml.slice(0, end), tail: xml.slice(end) };
  }
}

/** Lines of `LongRows` with their numbers; `first` is the list's number of the first one, `most` how many are wanted. */
export function numberedRows(
  lines: Uint8Array,
  first: number,
  most: number,
): { readonly bytes: Uint8Array; readonly rows: number; readonly leftOut: number } {
  // Bytes as letters, of which nothing but the marks is looked at: texts of one byte a letter are taken apart fastest.
  const all = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength).toString('latin1').split('\n');
  all.pop();
  const rows = Math.min(all.length, Math.max(0, most));
  const numbered: string[] = [];
  for (let index = 0; index < rows; index += 1) {
    const number = first + index;
    numbered.push((all[index] as string).replace(NUMBER, String(number)).replaceAll(ROW, String(number + 1)));
  }
  return { bytes: Buffer.from(numbered.join(''), 'latin1'), rows, leftOut: all.length - rows };
}
