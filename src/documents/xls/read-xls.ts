/** A workbook of Excel 97 to 2003 or WPS (.xls, .et) → grids of the texts that a person sees in the cells. */
import { InputError } from '../../errors.js';
import type { Notice } from '../../schema/index.js';
import type { Grid, SourceDocument } from '../model.js';
import { cutNotice } from '../sheet-limits.js';
import { readGlobals } from './globals.js';
import { BOF } from './records.js';
import { readSheet } from './sheet.js';

const BIFF8 = 0x0600;

/** Whether the stream is of this kind; Excel 95 and before wrote others. */
export function isBiff8(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  return view.byteLength > 8 && view.getUint16(0, true) === BOF && view.getUint16(4, true) === BIFF8;
}

/** @throws InputError `encrypted-workbook`, `damaged`, `empty-workbook` */
export function readXls(stream: Uint8Array, source: string): SourceDocument {
  try {
    return readStream(new DataView(stream.buffer, stream.byteOffset, stream.byteLength), source);
  } catch (cause) {
    if (cause instanceof InputError && cause.place.file !== undefined) throw cause;
    const code = cause instanceof InputError ? cause.code : 'damaged';
    throw new InputError(code, { file: source, cause });
  }
}

function readStream(view: DataView, source: string): SourceDocument {
  const globals = readGlobals(view);
  const notices: Notice[] = [];
  // Two names for one place would double its cells.
  const read = new Set<number>();
  const grids = globals.sheets.flatMap(({ name, hidden, offset }): Grid[] => {
    if (read.has(offset)) return [];
    read.add(offset);
    const { cut, ...cells } = readSheet(view, offset, globals);
    if (cut) notices.push(cutNotice(name));
    return [{ sheet: name, hidden, ...cells }];
  });
  if (grids.every(({ rows }) => rows.every((row) => row.every((text) => text.trim() === '')))) {
    throw new InputError('empty-workbook', { file: source });
  }
  return { source, format: 'xls', grids, lines: [], notices };
}
