/** The body of a Word document, element by element → lines and tables. */
import type { Block } from '../blocks/model.js';
import { WordCells } from '../blocks/merged-cells.js';
import type { Location } from '../../schema/index.js';
import type { Attributes, XmlHandler } from '../xml-events.js';
import type { Numbering } from '../lists/numbering.js';
import type { Styles } from './styles.js';
import { isOn } from './switches.js';
import { symbolText } from './symbols.js';

interface Paragraph {
  /** Its number, in the order in which paragraphs are opened. */
  readonly number: number;
  text: string;
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  /** Where its text begins. */
  page: number | undefined;
  /** Inside its properties, which describe the paragraph mark and no text. */
  inProperties: boolean;
}

interface Table {
  readonly cells: WordCells;
  readonly places: Location[];
  column: number;
  rowDeleted: boolean;
}

interface Cell {
  readonly blocks: Block[];
  /** The number of the first paragraph that is its own. */
  origin: number | undefined;
  columns: number;
  goesOn: boolean;
}

/**
 * Elements whose content is not on the page, or no part of the text: deleted, moved away, a second version of the same for old
 * programs, how a word is spoken.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
]);

/** No document has more tables inside each other. */
const MAX_DEPTH = 20;

/** Follows the reader through the part, so that a text can be found again where it was read. */
export interface Follower {
  opened(paragraph: number): void;
  /** This text was put at the end of the paragraph's own. */
  wrote(paragraph: number, text: string): void;
  closed(paragraph: number): void;
}

export interface Context {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly knowsPages: boolean;
  readonly follower?: Follower;
}

export class BodyReader implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly #context: Context;
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  readonly #cells: Cell[] = [];
  #page = 1;
  #count = 0;
  #opened = 0;
  #leftOut = 0;
  /** Open tables that are inside too many others to be tables of their own. */
  #tooDeep = 0;
  /** Open content controls: does each show only what to fill in (单击此处输入文字)? */
  readonly #controls: boolean[] = [];
  #inText = false;
  #hiddenRun = false;
  #inRow = false;
  #box: boolean | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    // A deleted row is marked in its properties by an empty element of the same name.
    if (name === 'del' && this.#inRow) {
      const table = this.#tables.at(-1);
      if (table) table.rowDeleted = true;
    }
    if (this.#leftOut > 0 || LEFT_OUT.has(name)) {
      this.#leftOut += 1;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph?.inProperties) this.#openProperty(paragraph, name, attributes);
    else if (!this.#openTable(name, attributes)) this.#openText(name, attributes);
  }

  close(name: string): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'pPr' && paragraph) paragraph.inProperties = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 't') this.#inText = false;
    else if (name === 'r') this.#hiddenRun = false;
    else if (name === 'checkBox') this.#closeBox();
    else if (name === 'sdt') this.#controls.pop();
    else if (name === 'trPr') this.#inRow = false;
    else if (name === 'tc') this.#closeCell();
    else if (name === 'tbl') this.#closeTable();
  }

  text(text: string): void {
    if (this.#inText && this.#leftOut === 0) this.#write(text);
  }

  #openProperty(paragraph: Paragraph, name: string, { val }: Attributes): void {
    if (name === 'pStyle') paragraph.style = val;
    else if (name === 'numId') paragraph.list = val;
    else if (name === 'ilvl') paragraph.level = Number(val);
  }

  #openTable(name: string, attributes: Attributes): boolean {
    const table = this.#tables.at(-1);
    const cell = this.#cells.at(-1);
    if (name === 'tbl') {
      if (this.#tables.length >= MAX_DEPTH) this.#tooDeep += 1;
      else this.#tables.push({ cells: new WordCells(), places: [], column: 0, rowDeleted: false });
    } else if (name === 'tr' && table) {
      table.cells.beginRow();
      table.places.push(this.#place({}));
      table.column = 0;
      table.rowDeleted = false;
    } else if (name === 'trPr') this.#inRow = true;
    else if (name === 'gridBefore' && table) table.column = countOf(attributes.val, 0);
    else if (name === 'tc' && table) this.#cells.push({ blocks: [], origin: undefined, columns: 1, goesOn: false });
    else if (name === 'gridSpan' && cell) cell.columns = Math.max(1, countOf(attributes.val, 1));
    else if (name === 'vMerge' && cell) cell.goesOn = attributes.val !== 'restart';
    else return false;
    return true;
  }

  #openText(name: string, attributes: Attributes): void {
    const { val } = attributes;
    if (name === 'p') this.#openParagraph();
    else if (name === 'pPr') {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph) paragraph.inProperties = true;
    } else if (name === 't') this.#inText = true;
    else if (name === 'tab' && this.#paragraphs.length > 0) this.#write('\t');
    else if (name === 'br' || name === 'cr') this.#write('\n');
    else if (name === 'noBreakHyphen') this.#write('-');
    else if (name === 'sym') this.#write(symbolText(attributes.font, attributes.char));
    else if (name === 'vanish' && isOn(val)) this.#hiddenRun = true;
    else if (name === 'sdt') this.#controls.push(false);
    else if (name === 'showingPlcHdr' && isOn(val)) this.#controls[this.#controls.length - 1] = true;
    else if (name === 'lastRenderedPageBreak') this.#page += 1;
    else if (name === 'checkBox') this.#box = false;
    else if ((name === 'checked' || name === 'default') && this.#box !== undefined) this.#box = isOn(val);
  }

  #openParagraph(): void {
    if (this.#cells.length === 0 && this.#paragraphs.length === 0) this.#count += 1;
    const number = this.#opened;
    this.#opened += 1;
    const cell = this.#cells.at(-1);
    if (cell) cell.origin ??= number;
    this.#context.follower?.opened(number);
    this.#paragraphs.push({
      number,
      text: '',
      style: undefined,
      list: undefined,
      level: undefined,
      page: undefined,
      inProperties: false,
    });
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const { styles, numbering } = this.#context;
    const style = styles.resolve(paragraph.style);
    const list = paragraph.list ?? style.numbering;
    const styled = list === undefined ? undefined : numbering.levelOf(list, paragraph.style);
    const level = paragraph.level ?? styled ?? style.level ?? 0;
    const label = list === undefined || list === '0' || paragraph.text.trim() === '' ? '' : numbering.next(list, level);
    const into = this.#cells.at(-1)?.blocks ?? this.blocks;
    const place = this.#place(this.#cells.length > 0 ? {} : { paragraph: this.#count }, paragraph.page);
    // 1.5 would be a number.
    const gap = /[0-9.]$/u.test(label) && /^[0-9]/u.test(paragraph.text) ? ' ' : '';
    let start = -label.length - gap.length;
    for (const text of `${label}${gap}${paragraph.text}`.split('\n')) {
      into.push({ kind: 'line', text, place, origin: { paragraph: paragraph.number, start } });
      start += text.length + 1;
    }
    this.#context.follower?.closed(paragraph.number);
  }

  #closeBox(): void {
    this.#write(this.#box ? '☑' : '□');
    this.#box = undefined;
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    const cell = this.#cells.pop();
    if (!table || !cell) return;
    const { columns, goesOn, origin } = cell;
    const blocks = table.rowDeleted ? [] : trimmed(cell.blocks);
    table.cells.add({ column: table.column, columns, goesOn, blocks, origin });
    table.column += columns;
  }

  #closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const table = this.#tables.pop();
    if (!table) return;
    const into = this.#cells.at(-1)?.blocks ?? this.blocks;
    into.push({ kind: 'table', cells: table.cells.cells, places: table.places });
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#hiddenRun || this.#controls.includes(true)) return;
    paragraph.text += text;
    this.#context.follower?.wrote(paragraph.number, text);
    paragraph.page ??= this.#page;
  }

  #place(place: Location, page = this.#page): Location {
    return this.#context.knowsPages ? { page, ...place } : place;
  }
}

/** Without the empty paragraphs around what a cell holds; Word wants one behind every table. */
function trimmed(blocks: readonly Block[]): readonly Block[] {
  const isBlank = (block: Block | undefined): boolean => block?.kind === 'line' && block.text.trim() === '';
  let [start, end] = [0, blocks.length];
  while (start < end && isBlank(blocks[start])) start += 1;
  while (end > start && isBlank(blocks[end - 1])) end -= 1;
  return blocks.slice(start, end);
}

function countOf(value: string | undefined, least: number): number {
  const count = Number(value);
  return Number.isSafeInteger(count) && count >= least ? Math.min(count, 512) : least;
}
