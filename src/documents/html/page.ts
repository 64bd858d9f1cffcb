/** The tags of a page → lines and tables, as a browser would show them. */
import { CellLayout } from '../blocks/merged-cells.js';
import type { Block } from '../blocks/model.js';
import type { Location } from '../../schema/index.js';
import type { TagHandler } from './tags.js';

interface OpenTable {
  readonly layout: CellLayout;
  readonly places: Location[];
  /** Lists that were open around it. */
  readonly lists: number;
  cell: { readonly blocks: Block[]; readonly rows: number; readonly columns: number } | undefined;
}

const LINE_TAGS: ReadonlySet<string> = new Set(
  'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul'.split(
    ' ',
  ),
);
const NOT_SHOWN: ReadonlySet<string> = new Set('script style title template noscript xml iframe object'.split(' '));
/** They have no end tag that their hidden content could reach to. */
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source wbr'.split(' '));
const HIDDEN_STYLE =
  /(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all)/i;
/** No page has more tables inside each other. */
const MAX_DEPTH = 20;
/** A point that its author has numbered by hand. */
const NUMBERED = /^[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）]/u;

export class PageReader implements TagHandler {
  readonly #blocks: Block[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #lists: { readonly ordered: boolean; count: number }[] = [];
  #text = '';
  #line = 1;
  #label = '';
  /** Open tables that are inside too many others to be tables of their own. */
  #tooDeep = 0;
  /** The element whose content is not shown, and how many of its name are open. */
  #hidden: { readonly name: string; depth: number } | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (this.#hidden) {
      if (this.#hidden.name === name) this.#hidden.depth += 1;
      return;
    }
    const isHidden = attributes.has('hidden') || HIDDEN_STYLE.test(attributes.get('style') ?? '');
    if (NOT_SHOWN.has(name) || (isHidden && !VOID.has(name))) {
      this.#hidden = { name, depth: 1 };
      return;
    }
    if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow(line);
    else if (name === 'td' || name === 'th') this.#openCell(attributes, line);
    else if (name === 'ol' || name === 'ul') this.#openList(name, attributes);
    else if (name === 'li') this.#openItem(line);
    else if (name === 'input') this.#input(attributes, line);
    else if (LINE_TAGS.has(name)) this.#endLine();
  }

  close(name: string): void {
    if (this.#hidden) {
      if (this.#hidden.name === name) this.#hidden.depth -= 1;
      if (this.#hidden.depth === 0) this.#hidden = undefined;
      return;
    }
    if (name === 'table') this.#closeTable();
    else if (name === 'tr' || name === 'td' || name === 'th') this.#closeCell();
    else {
      if (name === 'ol' || name === 'ul') this.#lists.pop();
      if (LINE_TAGS.has(name)) this.#endLine();
    }
  }

  text(text: string, line: number): void {
    if (this.#hidden) return;
    if (this.#text.trim() === '' && text.trim() !== '')
      this.#line = line + (text.slice(0, text.length - text.trimStart().length).match(/\n/g)?.length ?? 0);
    this.#text += text;
  }

  finish(): Block[] {
    this.#tooDeep = 0;
    while (this.#tables.length > 0) this.#closeTable();
    this.#endLine();
    return this.#blocks;
  }

  get #target(): Block[] {
    return this.#tables.at(-1)?.cell?.blocks ?? this.#blocks;
  }

  #endLine(): void {
    const text = this.#text.replace(/[\t\n\f\r \u00a0]+/gu, ' ').trim();
    this.#text = '';
    if (text === '') return;
    const label = NUMBERED.test(text) ? '' : this.#label;
    this.#label = '';
    this.#target.push({ kind: 'line', text: label + text, place: { line: this.#line } });
  }

  #openTable(): void {
    this.#endLine();
    if (this.#tables.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    this.#tables.push({ layout: new CellLayout(), places: [], lists: this.#lists.length, cell: undefined });
  }

  #openRow(line: number): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeCell();
    table.layout.beginRow();
    table.places.push({ line });
  }

  #openCell(attributes: ReadonlyMap<string, string>, line: number): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeCell();
    if (table.places.length === 0) this.#openRow(line);
    const span = (name: string): number => Math.trunc(Number(attributes.get(name) ?? 1)) || 1;
    table.cell = { blocks: [], rows: span('rowspan'), columns: span('colspan') };
  }

  /** Ends the cell that is open, written or not. */
  #closeCell(): void {
    this.#endLine();
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    const { blocks, rows, columns } = table.cell;
    table.layout.add(blocks, rows, columns);
    table.cell = undefined;
    this.#lists.length = Math.min(this.#lists.length, table.lists);
  }

  #closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    if (this.#tables.length === 0) return;
    this.#closeCell();
    const table = this.#tables.pop();
    if (table && table.places.length > 0)
      this.#target.push({ kind: 'table', cells: table.layout.cells, places: table.places });
  }

  #openList(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#endLine();
    const start = Math.trunc(Number(attributes.get('start') ?? 1));
    this.#lists.push({ ordered: name === 'ol', count: Number.isFinite(start) ? start - 1 : 0 });
  }

  #openItem(line: number): void {
    this.#endLine();
    this.#line = line;
    const list = this.#lists.at(-1);
    if (!list) return;
    list.count += 1;
    this.#label = list.ordered ? `${list.count}. ` : '● ';
  }

  #input(attributes: ReadonlyMap<string, string>, line: number): void {
    const type = (attributes.get('type') ?? 'text').toLowerCase();
    if (type === 'checkbox' || type === 'radio') this.text(attributes.has('checked') ? '☑' : '□', line);
    else if (type === 'text' || type === 'number' || type === 'date') this.text(attributes.get('value') ?? '', line);
  }
}
