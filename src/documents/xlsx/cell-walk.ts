/** One walk through the cells of a worksheet part: visits wanted cells, puts in those that are not stored, notes heights. */
import { InputError } from '../../errors.js';
import { type CellPlace, parseCell } from './references.js';
import { isTrue, positive, type Worksheet } from './worksheet.js';
import { attributesOf, type Edit, nextTag, startTag, type Tag } from './xml.js';

export interface WalkedCells {
  readonly edits: readonly Edit[];
  /** In points, for rows that state one; 0 where a row is hidden. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

/** By row and column, both ascending. */
export type WantedCells<Want> = ReadonlyMap<number, ReadonlyMap<number, Want>>;

/** What is done with the wanted cells. */
export interface CellWork<Want extends CellPlace> {
  /** The edits of a cell that is stored. */
  readonly stored: (tag: Tag, want: Want) => readonly Edit[];
  /** The cell to be put where none is stored; `style` is that of its row or column. */
  readonly absent: (want: Want, style: number) => string;
}

/** A row that is being walked through and has wanted cells. */
interface OpenRow<Want> {
  readonly tag: Tag;
  readonly row: number;
  readonly style: number | undefined;
  readonly wanted: Want[];
  added: boolean;
}

export function walkCells<Want extends CellPlace>(
  sheet: Worksheet,
  wanted: WantedCells<Want>,
  work: CellWork<Want>,
): WalkedCells {
  const walker = new Walker(sheet, wanted, work);
  walker.walk();
  return walker;
}

class Walker<Want extends CellPlace> implements WalkedCells {
  readonly edits: Edit[] = [];
  readonly rowHeights = new Map<number, number>();
  readonly #sheet: Worksheet;
  readonly #wanted: WantedCells<Want>;
  readonly #work: CellWork<Want>;
  readonly #rows: number[];
  readonly #columnStyles = new Map<number, number>();
  #lastRow = -1;
  #lastColumn = -1;
  #open: OpenRow<Want> | undefined;

  constructor(sheet: Worksheet, wanted: WantedCells<Want>, work: CellWork<Want>) {
    this.#sheet = sheet;
    this.#wanted = wanted;
    this.#work = work;
    this.#rows = [...wanted.keys()].toReversed();
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
    const style = isTrue(attributes.get('customFormat')) ? Number(attributes.get('s') ?? 0) : undefined;
    const open = { tag, row, style, wanted: this.#wantedIn(row), added: false };
    if (tag.kind === 'empty') this.#fillEmptyRow(open);
    else this.#open = open;
  }

  /** Last first, so that the next one is taken off the end. */
  #wantedIn(row: number): Want[] {
    return [...(this.#wanted.get(row)?.values() ?? [])].toReversed();
  }

  #cell(tag: Tag, open: OpenRow<Want>): void {
    const attributes = attributesOf(this.#sheet.xml, tag);
    const column = parseCell(attributes.get('r') ?? '')?.column ?? this.#lastColumn + 1;
    this.#lastColumn = column;
    this.#insert(tag.start, this.#missingCells(open, column));
    const next = open.wanted.at(-1);
    if (next?.column !== column) return;
    open.wanted.pop();
    this.edits.push(...this.#work.stored(tag, next));
  }

  #closeRow(open: OpenRow<Want>, place: number): void {
    this.#insert(place, this.#missingCells(open, Infinity));
    if (!open.added) return;
    // `spans` is a hint for readers, and wrong once a cell lies outside it.
    const text = startTag(this.#sheet.xml, open.tag, { spans: undefined });
    this.edits.push({ start: open.tag.start, end: open.tag.end, text });
  }

  #fillEmptyRow(open: OpenRow<Want>): void {
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
      const cells = this.#cellsBefore({ style: undefined, wanted: this.#wantedIn(row) }, Infinity);
      if (cells !== '') text += `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
    }
    return text;
  }

  #missingCells(open: OpenRow<Want>, before: number): string {
    const cells = this.#cellsBefore(open, before);
    open.added ||= cells !== '';
    return cells;
  }

  #cellsBefore({ style, wanted }: Pick<OpenRow<Want>, 'style' | 'wanted'>, before: number): string {
    let text = '';
    for (let next = wanted.at(-1); next && next.column < before; next = wanted.at(-1)) {
      wanted.pop();
      text += this.#work.absent(next, style ?? this.#columnStyle(next.column));
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
