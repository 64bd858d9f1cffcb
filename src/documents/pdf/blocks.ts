/** Pages in order → paragraphs and tables, put together again over line ends and page ends. */
import type { Block, BlockCell, BlockTable } from '../blocks/model.js';
import type { Location } from '../../schema/index.js';
import type { PdfPage } from './page.js';
import type { PageTable } from './ruled-tables.js';
import { spacedText, type PdfLine } from './text-lines.js';
import { goesOn, joint } from './wrapped.js';

interface OpenParagraph {
  text: string;
  readonly parts: { start: number; place: Location }[];
  last: PdfLine;
}

interface OpenTable {
  cells: BlockCell[];
  places: Location[];
  readonly xs: readonly number[];
  readonly page: number;
  readonly unruled: boolean;
  /** A page break runs through its last row. */
  readonly isOpen: boolean;
}

export function blocksOf(pages: readonly PdfPage[]): Block[] {
  const builder = new BlockBuilder();
  for (const page of pages) builder.take(page);
  return builder.finish();
}

class BlockBuilder {
  readonly #blocks: Block[] = [];
  #paragraph: OpenParagraph | undefined;
  #table: OpenTable | undefined;

  take({ number, parts }: PdfPage): void {
    const body = bodyOf(parts.flatMap((part) => (part.kind === 'line' ? [part.line] : [])));
    let tables = 0;
    for (const part of parts) {
      if (part.kind === 'table') {
        this.#closeParagraph();
        tables += 1;
        this.#addTable(part.table, number, tables);
      } else {
        this.#closeTable();
        this.#addLine(part.line, { page: number, line: part.number }, body);
      }
    }
  }

  finish(): Block[] {
    this.#closeParagraph();
    this.#closeTable();
    return this.#blocks;
  }

  #addLine(line: PdfLine, place: Location, body: Body): void {
    const text = spacedText(line);
    const open = this.#paragraph;
    if (open && continues(open, line, text, body)) {
      open.text += joint(open.text, text);
      open.parts.push({ start: open.text.length, place });
      open.text += text;
      open.last = line;
      return;
    }
    this.#closeParagraph();
    this.#paragraph = { text, parts: [{ start: 0, place }], last: line };
  }

  #addTable(table: PageTable, page: number, number: number): void {
    const open = this.#table;
    const places = Array.from({ length: table.rows }, (_, row) => ({ page, table: number, row: row + 1 }));
    if (open && number === 1 && open.page === page - 1 && sameColumns(open.xs, table.xs)) {
      this.#table = {
        xs: open.xs,
        page,
        unruled: open.unruled,
        isOpen: table.isOpen?.bottom === true,
        ...continued(open, table, places, open.isOpen && table.isOpen?.top === true),
      };
      return;
    }
    this.#closeTable();
    this.#table = {
      cells: [...table.cells],
      places,
      xs: table.xs,
      page,
      unruled: table.aligned !== undefined,
      isOpen: table.isOpen?.bottom === true,
    };
  }

  #closeParagraph(): void {
    const open = this.#paragraph;
    const place = open?.parts[0]?.place;
    if (open && place) this.#blocks.push({ kind: 'line', text: open.text, place, parts: open.parts });
    this.#paragraph = undefined;
  }

  #closeTable(): void {
    const open = this.#table;
    if (open) {
      const { cells, places, unruled } = open;
      this.#blocks.push({ kind: 'table', cells, places, unruled } satisfies BlockTable);
    }
    this.#table = undefined;
  }
}

/** The rows of both; the first one of the new page goes on with the last one where the break runs through it. */
function continued(
  { cells, places }: Pick<OpenTable, 'cells' | 'places'>,
  table: PageTable,
  more: readonly Location[],
  isOneRow: boolean,
): Pick<OpenTable, 'cells' | 'places'> {
  const down = places.length - (isOneRow ? 1 : 0);
  const all = [...cells];
  for (const cell of table.cells) {
    const at = isOneRow && cell.row === 0 ? all.findIndex((one) => isAbove(one, cell, down)) : -1;
    const above = all[at];
    if (above) all[at] = { ...above, rows: down + cell.rows - above.row, blocks: joinedBlocks(above, cell) };
    else all.push({ ...cell, row: cell.row + down });
  }
  return { cells: all, places: [...places, ...more.slice(isOneRow ? 1 : 0)] };
}

function isAbove(one: BlockCell, cell: BlockCell, row: number): boolean {
  return one.column === cell.column && one.columns === cell.columns && one.row + one.rows === row + 1;
}

function joinedBlocks(above: BlockCell, cell: BlockCell): BlockCell['blocks'] {
  const [first, second] = [above.blocks.at(-1), cell.blocks[0]];
  if (first?.kind !== 'line' || second?.kind !== 'line') return [...above.blocks, ...cell.blocks];
  const text = first.text + joint(first.text, second.text) + second.text;
  return [...above.blocks.slice(0, -1), { ...first, text }, ...cell.blocks.slice(1)];
}

/** Where the running text of a page begins and ends. */
interface Body {
  readonly left: number;
  readonly right: number;
}

/** The edges that most lines keep to; a heading may reach over them. */
function bodyOf(lines: readonly PdfLine[]): Body {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a);
  return { left: lefts[Math.floor(lefts.length / 20)] ?? 0, right: rights[Math.floor(rights.length / 20)] ?? 0 };
}

/** In sizes of a character. */
const INDENT = 0.8;
/** A title is larger than what stands under it. */
const SAME_SIZE = 0.12;
const FARTHEST = 3;

function continues({ text, last }: OpenParagraph, line: PdfLine, next: string, body: Body): boolean {
  if (line.parts.length > 1 || last.parts.length > 1) return false;
  if (Math.abs(line.size - last.size) > SAME_SIZE * last.size) return false;
  if (line.left - (line.column ?? body).left > INDENT * line.size) return false;
  // … or the next column.
  const isNextPage = line.y < last.y;
  if (!isNextPage && line.y - last.y > FARTHEST * line.size) return false;
  // Justified lines end at the edge; what does not reach it was ended by its author.
  return goesOn({ text, right: last.right, size: last.size }, next, (last.column ?? body).right + 0.2 * line.size);
}

function sameColumns(xs: readonly number[], others: readonly number[]): boolean {
  return xs.length === others.length && xs.every((x, index) => Math.abs(x - (others[index] ?? 0)) < 4);
}
