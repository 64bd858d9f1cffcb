/** The cells of one sheet of a BIFF8 workbook as texts. */
import { isDateFormat, numberText } from '../cell-text.js';
import type { Merge } from '../model.js';
import { putCell } from '../sheet-cells.js';
import { MAX_COLUMNS, MAX_ROWS } from '../sheet-limits.js';
import type { Globals } from './globals.js';
import { CONTINUE, recordsFrom } from './records.js';
import { textAt } from './strings.js';

const FORMULA = 0x06;
const MULRK = 0xbd;
const RSTRING = 0xd6;
const MERGECELLS = 0xe5;
const LABELSST = 0xfd;
const NUMBER = 0x203;
const LABEL = 0x204;
const BOOLERR = 0x205;
const STRING = 0x207;
const ROW = 0x208;
const RK = 0x27e;

const HIDDEN_ROW = 0x20;
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

export interface SheetCells {
  readonly rows: string[][];
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  /** Something lies beyond the limits. */
  cut: boolean;
}

/** @throws InputError `damaged`; RangeError where a record is shorter than its kind */
export function readSheet(stream: DataView, offset: number, globals: Globals): SheetCells {
  const reader = new SheetReader(globals);
  for (const { type, data } of recordsFrom(stream, offset)) reader.take(type, data);
  reader.endText();
  return reader.cells;
}

class SheetReader {
  readonly cells: SheetCells = { rows: [], merges: [], hiddenRows: new Set(), cut: false };
  readonly #globals: Globals;
  /** The cell of a formula whose text follows in a record of its own. */
  #awaiting: { row: number; column: number } | undefined;
  /** The records of a text that may go on. */
  #text: DataView[] = [];

  constructor(globals: Globals) {
    this.#globals = globals;
  }

  take(type: number, data: DataView): void {
    if (type === CONTINUE) {
      if (this.#text.length > 0) this.#text.push(data);
      return;
    }
    this.endText();
    const u16 = (at: number) => data.getUint16(at, true);
    switch (type) {
      case ROW:
        if ((data.getUint16(12, true) & HIDDEN_ROW) > 0) this.cells.hiddenRows.add(u16(0));
        break;
      case LABELSST:
        this.#put(u16(0), u16(2), this.#globals.strings[data.getUint32(6, true)] ?? '');
        break;
      case LABEL:
      case RSTRING:
        this.#put(u16(0), u16(2), textAt([data], 6));
        break;
      case NUMBER:
        this.#number(u16(0), u16(2), u16(4), data.getFloat64(6, true));
        break;
      case RK:
        this.#number(u16(0), u16(2), u16(4), compressed(data, 6));
        break;
      case MULRK:
        for (let at = 4, column = u16(2); at + 6 <= data.byteLength - 2; at += 6, column += 1)
          this.#number(u16(0), column, u16(at), compressed(data, at + 2));
        break;
      case BOOLERR:
        this.#put(u16(0), u16(2), truthOrError(data.getUint8(6), data.getUint8(7) === 1));
        break;
      case FORMULA:
        this.#formula(data);
        break;
      case STRING:
        this.#text = [data];
        break;
      case MERGECELLS:
        this.#merges(data);
        break;
      default:
    }
  }

  /** Puts the text of a formula into its cell, once all of it is there. */
  endText(): void {
    if (this.#text.length === 0) return;
    const text = textAt(this.#text, 0);
    if (this.#awaiting) this.#put(this.#awaiting.row, this.#awaiting.column, text);
    this.#text = [];
    this.#awaiting = undefined;
  }

  #formula(data: DataView): void {
    const [row, column, style] = [0, 2, 4].map((at) => data.getUint16(at, true)) as [number, number, number];
    if (data.getUint16(12, true) !== 0xffff) return this.#number(row, column, style, data.getFloat64(6, true));
    const kind = data.getUint8(6);
    if (kind === 0) this.#awaiting = { row, column };
    else if (kind === 1 || kind === 2) this.#put(row, column, truthOrError(data.getUint8(8), kind === 2));
  }

  #number(row: number, column: number, style: number, value: number): void {
    const format = this.#globals.formats[style] ?? 'General';
    const serial = this.#globals.dateShift > 0 && isDateFormat(format) ? value + this.#globals.dateShift : value;
    this.#put(row, column, numberText(serial, format));
  }

  #put(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row < MAX_ROWS && column < MAX_COLUMNS) putCell(this.cells.rows, row, column, text);
    else this.cells.cut = true;
  }

  #merges(data: DataView): void {
    const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8));
    for (let index = 0; index < count; index += 1) {
      const [top, bottom, left, right] = [0, 2, 4, 6].map((at) => data.getUint16(2 + index * 8 + at, true)) as [
        number,
        number,
        number,
        number,
      ];
      if (top <= bottom && left <= right) this.cells.merges.push({ top, left, bottom, right });
    }
  }
}

/** Four bytes for a number: an integer or the upper half of a double, perhaps in hundredths. */
function compressed(data: DataView, at: number): number {
  const bits = data.getUint32(at, true);
  const isInteger = (bits & 2) > 0;
  const value = isInteger ? data.getInt32(at, true) >> 2 : upperHalf(bits & 0xfffffffc);
  return (bits & 1) > 0 ? value / 100 : value;
}

function upperHalf(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, bits >>> 0, true);
  return view.getFloat64(0, true);
}

function truthOrError(value: number, isError: boolean): string {
  return isError ? (ERRORS[value] ?? '#N/A') : value === 1 ? 'TRUE' : 'FALSE';
}
