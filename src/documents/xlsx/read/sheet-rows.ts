/** The cells of a worksheet as texts, in bounds whatever the sheet claims. */
import { InputError } from '../../../errors.js';
import { isDateFormat, numberText } from '../../cell-text.js';
import type { Merge } from '../../model.js';
import { putCell } from '../../sheet-cells.js';
import { MAX_COLUMNS, MAX_ROWS } from '../../sheet-limits.js';
import { parseCell, parseRange } from '../references.js';
import { attributesOf, nextTag, type Tag } from '../xml.js';
import { contentOf, richText } from './strings.js';

/** Cells with text of a whole workbook; nobody fills in more. */
const MAX_CELLS = 5_000_000;
const MAX_MERGES = 200_000;
/** No cell holds more than 32,767 characters. */
const LONGEST_ELEMENT = 16 * 1024 * 1024;
const DATA_END = /<\/(?:\w{1,20}:)?sheetData/;
const CELL_OR_ROW = /<(?:\w{1,20}:)?(?:c|row)[\s>/]/y;

export interface WorkbookTexts {
  readonly strings: readonly string[];
  /** Number formats by style index. */
  readonly formats: readonly string[];
  /** Days that dates are short of, where the workbook counts them from 1904. */
  readonly dateShift: number;
}

export interface SheetCells {
  readonly rows: string[][];
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  /** Cells whose formula was saved without its result, which no program but a spreadsheet works out. */
  readonly unknown: { count: number; row: number; column: number };
  /** Something lies beyond the limits. */
  readonly cut: boolean;
}

/** How far the reading has come. */
interface Place {
  row: number;
  column: number;
  /** Elsewhere, as in what WPS adds, elements of the same names are no cells. */
  isData: boolean;
}

type OpenSheet = { -readonly [K in keyof SheetCells]: SheetCells[K] };

/** Reads worksheets that come piece by piece; cells of all of them count against one limit. */
export class SheetRows {
  readonly #texts: WorkbookTexts;
  #left = MAX_CELLS;

  constructor(texts: WorkbookTexts) {
    this.#texts = texts;
  }

  read(pieces: Iterable<string>): SheetCells {
    const sheet: OpenSheet = {
      rows: [],
      merges: [],
      hiddenRows: new Set<number>(),
      unknown: { count: 0, row: 0, column: 0 },
      cut: false,
    };
    const state: Place = { row: -1, column: -1, isData: false };
    let rest = '';
    let behindData = false;
    for (const piece of pieces) {
      const xml = rest + piece;
      behindData ||= DATA_END.test(xml);
      // What the piece cuts in two waits for the next one.
      const whole = wholeUpTo(xml, behindData);
      this.#walk(xml, whole, sheet, state);
      rest = xml.slice(whole);
      if (rest.length > LONGEST_ELEMENT) throw new InputError('damaged');
    }
    this.#walk(rest, rest.length, sheet, state);
    return sheet;
  }

  #walk(xml: string, to: number, sheet: OpenSheet, state: Place): void {
    for (let tag = nextTag(xml, 0, to); tag; tag = nextTag(xml, tag.end, to)) {
      if (tag.name === 'sheetData') state.isData = tag.kind === 'open';
      if (tag.kind === 'close') continue;
      if (tag.name === 'row' && state.isData) {
        const attributes = attributesOf(xml, tag);
        state.row = positive(attributes.get('r'), state.row + 1);
        state.column = -1;
        if (isHidden(attributes) && state.row < MAX_ROWS) sheet.hiddenRows.add(state.row);
      } else if (tag.name === 'c' && state.isData) {
        const end = this.#cell(xml, tag, to, sheet, state);
        tag = { ...tag, end };
      } else if (tag.name === 'mergeCell' && sheet.merges.length < MAX_MERGES) {
        const merge = parseRange(attributesOf(xml, tag).get('ref') ?? '');
        if (merge) sheet.merges.push(merge);
      }
    }
  }

  /** Where the cell ends. */
  #cell(xml: string, tag: Tag, to: number, sheet: OpenSheet, state: Place): number {
    const attributes = attributesOf(xml, tag);
    const place = parseCell(attributes.get('r') ?? '');
    if (state.row < 0) state.row = 0;
    state.column = place?.column ?? state.column + 1;
    if (tag.kind === 'empty') return tag.end;
    const type = attributes.get('t') ?? 'n';
    const { text, end, isUnknown } = this.#content(xml, tag.end, to, type, attributes.get('s'));
    const row = place?.row ?? state.row;
    if (isUnknown) {
      if (sheet.unknown.count === 0) sheet.unknown = { count: 0, row, column: state.column };
      sheet.unknown.count += 1;
    }
    if (text === '') return end;
    if (row >= MAX_ROWS || state.column >= MAX_COLUMNS || this.#left <= 0) {
      sheet.cut = true;
      return end;
    }
    this.#left -= 1;
    putCell(sheet.rows, row, state.column, text);
    return end;
  }

  #content(
    xml: string,
    from: number,
    to: number,
    type: string,
    style: string | undefined,
  ): { text: string; end: number; isUnknown: boolean } {
    let text = '';
    let isUnknown = false;
    for (let tag = nextTag(xml, from, to); tag; tag = nextTag(xml, tag.end, to)) {
      if (tag.name === 'c' && tag.kind === 'close') return { text, end: tag.end, isUnknown };
      // A cell that was never closed ends where the next one begins.
      if (tag.name === 'c' || tag.name === 'row') return { text, end: tag.start, isUnknown };
      // A formula may well result in no text; then it says that it is one.
      if (tag.name === 'f' && tag.kind !== 'close') isUnknown = type !== 'str';
      if (tag.kind !== 'open') continue;
      if (tag.name === 'v') {
        text = this.#value(contentOf(xml, tag.end), type, style);
        isUnknown &&= text === '';
      }
      if (tag.name === 'is') {
        const rich = richText(xml, tag.end, 'is', to);
        text = rich.text;
        tag = { ...tag, end: rich.end };
      }
    }
    return { text, end: to, isUnknown };
  }

  #value(value: string, type: string, style: string | undefined): string {
    switch (type) {
      case 's':
        return this.#texts.strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
      case 'e':
        return value;
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoDate(value);
      default:
        return this.#number(value, style);
    }
  }

  #number(value: string, style: string | undefined): string {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
    const { formats, dateShift } = this.#texts;
    const format = (style === undefined ? undefined : formats[Number(style)]) ?? 'General';
    return numberText(dateShift > 0 && isDateFormat(format) ? number + dateShift : number, format);
  }
}

/** By the user, or as good as that: of no height. */
function isHidden(row: ReadonlyMap<string, string>): boolean {
  const hidden = row.get('hidden');
  return hidden === '1' || hidden === 'true' || (Number(row.get('ht') ?? 1) === 0 && row.get('customHeight') === '1');
}

/** 2024-06-30T00:00:00, as strict workbooks may write it. */
function isoDate(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return match ? `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日` : value;
}

/** From 0; the next one where none is stated. */
function positive(stated: string | undefined, next: number): number {
  const number = Number(stated);
  return Number.isInteger(number) && number > 0 ? number - 1 : next;
}

/** Where the last cell, row or (behind the cells) element of any name begins: all before it is whole. */
function wholeUpTo(xml: string, behindData: boolean): number {
  for (let at = xml.lastIndexOf('<'); at > 0; at = xml.lastIndexOf('<', at - 1)) {
    CELL_OR_ROW.lastIndex = at;
    if (behindData || CELL_OR_ROW.test(xml)) return at;
  }
  return 0;
}
