/** Paints cells of a worksheet part and notes the row heights it passes, all in one walk. */
import { InputError } from '../../errors.js';
import type { Severity } from '../../schema/index.js';
import type { SheetNotes } from './marks.js';
import { cellReference, parseCell } from './references.js';
import { isTrue, positive, type Worksheet } from './worksheet.js';
import { attributesOf, type Edit, nextTag, startTag, type Tag } from './xml.js';

interface PaintedCells {
  readonly edits: readonly Edit[];
  /** In points, for rows that state one; 0 where a row is hidden. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

/** A row that is being walked through and has cells to paint. */
interface OpenRow {
  readonly tag: Tag;
  readonly row: number;
  readonly style: number | undefined;
  readonly wanted: { column: number; tone: Severity }[];
  added: boolean;
}

type Tint = (style: number, tone: Severity) => number;

export function paintCells(sheet: Worksheet, notes: SheetNotes, tint: Tint): PaintedCells {
  const painter = new Painter(sheet, notes, tint);
  painter.walk();
  return painter;
}

class Painter implements PaintedCells {
  readonly edits: Edit[] = [];
  readonly rowHeights = new Map<number, number>();
  readonly #sheet: Worksheet;
  readonly #notes: SheetNotes;
  readonly #tint: Tint;
  readonly #rows: number[];
  readonly #columnStyles = new Map<number, number>();
  #lastRow = -1;
  #lastColumn = -1;
  #open: OpenRow | undefined;

  constructor(sheet: Worksheet, notes: SheetNotes, tint: Tint) {
    this.#sheet = sheet;
    this.#notes = notes;
    this.#tint = tint;
    this.#rows = [...notes.keys()].toReversed();
  }

  walk(): void {
    const { xml, data } = this.#sheet;
    if (data.empty) {
      const close = `</${data.prefix}sheetData>`;
      const text = startTag(xml, data, {}, false) + this.#missingRows(Infinity) + close;
      this.edits.push({ start: data.start, end: data.end, text });
      return;
    }
    const to = data.closeStart;
    for (let tag = nextTag(xml, data.openEnd, to); tag; ) {
      if (tag.name === 'row') this.#row(tag);
      else if (tag.name === 'c' && tag.kind !== 'close' && this.#open) this.#cell(tag, this.#open);
      // Most rows bear no mark, and their cells need no look.
      const skip = tag.name === 'row' && tag.kind === 'open' && !this.#open;
      const from = skip ? xml.indexOf(`</${tag.prefix}row`, tag.end) : tag.end;
      if (from === -1) throw new InputError('damaged');
      tag = nextTag(xml, from, to);
    }
    this.#insert(data.closeStart, this.#missingRows(Infinity));
  }

  #row(tag: Tag): void {
    if (tag.kind === 'close') {
      if (this.#open) this.#closeRow(this.#open, tag.start);
      this.#open = undefined;
      return;
    }
    const attributes = attributesOf(this.#sheet.xml, tag);
    const row = (positive(attributes.get('r')) ?? this.#lastRow + 2) - 1;
    this.#lastRow = row;
    this.#lastColumn = -1;
    const height = isTrue(attributes.get('hidden')) ? 0 : positive(attributes.get('ht'));
    if (height !== undefined) this.rowHeights.set(row, height);
    this.#insert(tag.start, this.#missingRows(row));
    if (this.#rows.at(-1) !== row) return;
    this.#rows.pop();
    const wanted = [...(this.#notes.get(row)?.values() ?? [])].toReversed();
    const style = isTrue(attributes.get('customFormat')) ? Number(attributes.get('s') ?? 0) : undefined;
    const open = { tag, row, style, wanted, added: false };
    if (tag.kind === 'empty') this.#fillEmptyRow(open);
    else this.#open = open;
  }

  #cell(tag: Tag, open: OpenRow): void {
    const attributes = attributesOf(this.#sheet.xml, tag);
    const column = parseCell(attributes.get('r') ?? '')?.column ?? this.#lastColumn + 1;
    this.#lastColumn = column;
    this.#insert(tag.start, this.#missingCells(open, column));
    const next = open.wanted.at(-1);
    if (next?.column !== column) return;
    open.wanted.pop();
    const s = this.#tint(Number(attributes.get('s') ?? 0), next.tone);
    this.edits.push({ start: tag.start, end: tag.end, text: startTag(this.#sheet.xml, tag, { s }) });
  }

  #closeRow(open: OpenRow, place: number): void {
    this.#insert(place, this.#missingCells(open, Infinity));
    if (!open.added) return;
    // `spans` is a hint for readers, and wrong once a cell lies outside it.
    const text = startTag(this.#sheet.xml, open.tag, { spans: undefined });
    this.edits.push({ start: open.tag.start, end: open.tag.end, text });
  }

  #fillEmptyRow(open: OpenRow): void {
    const { tag } = open;
    const begin = startTag(this.#sheet.xml, tag, { spans: undefined }, false);
    const text = `${begin}${this.#missingCells(open, Infinity)}</${tag.prefix}row>`;
    this.edits.push({ start: tag.start, end: tag.end, text });
  }

  #missingRows(before: number): string {
    const { prefix } = this.#sheet.data;
    let text = '';
    for (let row = this.#rows.at(-1); row !== undefined && row < before; row = this.#rows.at(-1)) {
      this.#rows.pop();
      const wanted = [...(this.#notes.get(row)?.values() ?? [])].toReversed();
      const cells = this.#cellsBefore({ row, style: undefined, wanted }, Infinity);
      text += `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
    }
    return text;
  }

  #missingCells(open: OpenRow, before: number): string {
    const cells = this.#cellsBefore(open, before);
    open.added ||= cells !== '';
    return cells;
  }

  #cellsBefore({ row, style, wanted }: Pick<OpenRow, 'row' | 'style' | 'wanted'>, before: number): string {
    let text = '';
    for (let next = wanted.at(-1); next && next.column < before; next = wanted.at(-1)) {
      wanted.pop();
      const s = this.#tint(style ?? this.#columnStyle(next.column), next.tone);
      text += `<${this.#sheet.data.prefix}c r="${cellReference(row, next.column)}" s="${s}"/>`;
    }
    return text;
  }

  /** A cell that is not stored looks as its column says. */
  #columnStyle(column: number): number {
    const known = this.#columnStyles.get(column);
    if (known !== undefined) return known;
    const style = this.#sheet.columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
    this.#columnStyles.set(column, style);
    return style;
  }

  #insert(place: number, text: string): void {
    if (text !== '') this.edits.push({ start: place, end: place, text });
  }
}
