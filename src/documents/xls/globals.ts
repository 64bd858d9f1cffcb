/** What a BIFF8 workbook says before its sheets: their names and places, shared strings, number formats. */
import { InputError } from '../../errors.js';
import { builtInFormat, DAYS_TO_1904 } from '../cell-text.js';
import { CONTINUE, recordsFrom } from './records.js';
import { RESULT_NAME } from '../xlsx/sheet-names.js';
import { nameText, shortText, sharedStrings, textAt } from './strings.js';

const FILEPASS = 0x2f;
const DATE_1904 = 0x22;
const BOUNDSHEET = 0x85;
const FORMAT = 0x41e;
const XF = 0xe0;
const SST = 0xfc;
const NAME = 0x18;
const WORKSHEET = 0;

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly offset: number;
}

export interface Globals {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** Number formats by style index. */
  readonly formats: readonly string[];
  /** Days between the dates of old Macintosh workbooks and ours. */
  readonly dateShift: number;
}

/** @throws InputError `encrypted-workbook`, `damaged` */
export function readGlobals(stream: DataView): Globals {
  const listed: (SheetEntry & { readonly isCells: boolean })[] = [];
  // What an earlier run has written into a copy is no text of the user's.
  const results = new Set<number>();
  const own = new Map<number, string>();
  const styles: number[] = [];
  const strings: DataView[] = [];
  let dateShift = 0;
  let isStrings = false;
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === CONTINUE) {
      if (isStrings) strings.push(data);
      continue;
    }
    isStrings = type === SST;
    if (type === FILEPASS) throw new InputError('encrypted-workbook');
    if (type === SST) strings.push(data);
    else if (type === DATE_1904) dateShift = data.getUint16(0, true) === 1 ? DAYS_TO_1904 : 0;
    else if (type === FORMAT) own.set(data.getUint16(0, true), textAt([data], 2));
    else if (type === XF) styles.push(data.getUint16(2, true));
    else if (type === NAME && nameText(data) === RESULT_NAME) results.add(data.getUint16(8, true) - 1);
    else if (type === BOUNDSHEET)
      listed.push({
        name: shortText(data, 6),
        hidden: (data.getUint8(4) & 3) > 0,
        offset: data.getUint32(0, true),
        isCells: data.getUint8(5) === WORKSHEET,
      });
  }
  return {
    sheets: listed.filter(({ isCells }, index) => isCells && !results.has(index)),
    strings: strings.length > 0 ? sharedStrings(strings) : [],
    formats: styles.map((id) => own.get(id) ?? builtInFormat(id)),
    dateShift,
  };
}
