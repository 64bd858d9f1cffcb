/** The tables of an OpenDocument spreadsheet, element by element. */
import type { Grid, Merge } from '../model.js';
import { dateText } from '../date-text.js';
import { MAX_COLUMNS, MAX_ROWS } from '../sheet-limits.js';
import type { Attributes, XmlHandler } from '../xml-events.js';

/** Rows that are repeated with text in them; more are no table that somebody filled in. */
const MAX_CELLS = 2_000_000;

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: string[][];
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  /** The number of the row that is being read, from 0. */
  row: number;
}

interface OpenRow {
  readonly cells: string[];
  readonly repeated: number;
  readonly hidden: boolean;
  column: number;
}

interface OpenCell {
  readonly repeated: number;
  readonly rows: number;
  readonly columns: number;
  readonly date: string | undefined;
  text: string;
  paragraphs: number;
}

export class SheetReader implements XmlHandler {
  readonly grids: Grid[] = [];
  /** Sheets of which something lies beyond the limits. */
  readonly cut = new Set<string>();
  /** Styles of tables that are not shown. */
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | undefined;
  #row: OpenRow | undefined;
  #cell: OpenCell | undefined;
  #inParagraph = 0;
  /** Inside comments, drawings and old versions, whose text is not the cell's. */
  #aside = 0;
  /** Tables inside a cell. */
  #nested = 0;
  #cells = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#aside > 0 || ASIDE.has(name)) {
      this.#aside += 1;
      return;
    }
    if (name === 'table' && this.#sheet) this.#nested += 1;
    if (this.#nested > 0) return;
    switch (name) {
      case 'style':
        this.#style = attributes.name ?? '';
        break;
      case 'table-properties':
        if (attributes.display === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table':
        this.#sheet = {
          name: attributes.name ?? '',
          hidden: this.#hiddenStyles.has(attributes['style-name'] ?? ''),
          rows: [],
          merges: [],
          hiddenRows: new Set(),
          row: 0,
        };
        break;
      case 'table-row': {
        const hidden = attributes.visibility === 'collapse' || attributes.visibility === 'filter';
        this.#row = { cells: [], repeated: count(attributes['number-rows-repeated']), hidden, column: 0 };
        break;
      }
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = {
          repeated: count(attributes['number-columns-repeated']),
          rows: count(attributes['number-rows-spanned']),
          columns: count(attributes['number-columns-spanned']),
          date: attributes['value-type'] === 'date' ? attributes['date-value'] : undefined,
          text: '',
          paragraphs: 0,
        };
        break;
      default:
        this.#openText(name, attributes);
    }
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside -= 1;
      return;
    }
    if (this.#nested > 0) {
      if (name === 'table') this.#nested -= 1;
      return;
    }
    if (name === 'p' && this.#cell) this.#inParagraph -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeSheet();
  }

  text(text: string): void {
    if (this.#cell && this.#inParagraph > 0 && this.#aside === 0 && this.#nested === 0)
      this.#cell.text += text.replace(/[\t\n\r ]+/gu, ' ');
  }

  #openText(name: string, attributes: Attributes): void {
    const cell = this.#cell;
    if (!cell) return;
    if (name === 'p') {
      if (cell.paragraphs > 0) cell.text += '\n';
      cell.paragraphs += 1;
      this.#inParagraph += 1;
    } else if (name === 's') cell.text += ' '.repeat(Math.min(200, count(attributes.c)));
    else if (name === 'tab') cell.text += '\t';
    else if (name === 'line-break') cell.text += '\n';
  }

  #closeCell(): void {
    const [sheet, row, cell] = [this.#sheet, this.#row, this.#cell];
    this.#cell = undefined;
    this.#inParagraph = 0;
    if (!sheet || !row || !cell) return;
    const text = shown(cell);
    if (cell.rows > 1 || cell.columns > 1) {
      const { row: top } = sheet;
      sheet.merges.push({ top, left: row.column, bottom: top + cell.rows - 1, right: row.column + cell.columns - 1 });
    }
    if (text !== '') {
      if (row.column + cell.repeated > MAX_COLUMNS) this.cut.add(sheet.name);
      const until = Math.min(row.column + cell.repeated, MAX_COLUMNS);
      while (row.cells.length < Math.min(row.column, MAX_COLUMNS)) row.cells.push('');
      while (row.cells.length < until) row.cells.push(text);
    }
    row.column += cell.repeated;
  }

  #closeRow(): void {
    const [sheet, row] = [this.#sheet, this.#row];
    this.#row = undefined;
    if (!sheet || !row) return;
    if (row.cells.length > 0) {
      const until = Math.min(sheet.row + row.repeated, MAX_ROWS);
      if (until < sheet.row + row.repeated) this.cut.add(sheet.name);
      while (until > sheet.row && sheet.rows.length < sheet.row) sheet.rows.push([]);
      for (let at = sheet.row; at < until; at += 1) {
        this.#cells += row.cells.length;
        if (this.#cells > MAX_CELLS) {
          this.cut.add(sheet.name);
          break;
        }
        if (row.hidden) sheet.hiddenRows.add(at);
        sheet.rows.push(row.cells);
      }
    }
    sheet.row += row.repeated;
  }

  #closeSheet(): void {
    const sheet = this.#sheet;
    this.#sheet = undefined;
    if (!sheet) return;
    const { name, hidden, rows, merges, hiddenRows } = sheet;
    this.grids.push({ sheet: name, hidden, rows, merges, hiddenRows });
  }
}

const ASIDE: ReadonlySet<string> = new Set(['annotation', 'shapes', 'tracked-changes', 'frame', 'custom-shape']);

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, 100_000_000) : 1;
}

/** Dates as in every other workbook, whatever the cell’s own way of writing them. */
function shown({ text, date }: OpenCell): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? [];
  if (year === undefined || /^\s*\d{1,2}:/.test(text)) return text.trim() === '' ? '' : text;
  const hasYear = /\d{4}|\d{2}\D+\d{1,2}\D+\d{1,2}/.test(text);
  const hasDay = !/^\D*\d{4}\D+\d{1,2}\D*$/.test(text);
  return dateText({
    ...(hasYear && { year: Number(year) }),
    month: Number(month),
    ...(hasDay && { day: Number(day) }),
  });
}
