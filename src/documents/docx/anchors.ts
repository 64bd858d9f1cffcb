/** Places of results → ranges of the paragraphs in which they were read. */
import type { Location } from '../../schema/index.js';
import { documentOf, piecesOf } from '../blocks/document.js';
import { type FlatCell, type LaidTable, textOf } from '../blocks/laid-table.js';
import type { Block, BlockLine } from '../blocks/model.js';
import { cellLocation, type SourceDocument } from '../model.js';
import type { PlacedBody } from './positions.js';

/** Where a remark belongs. */
export interface Target {
  readonly location: Location;
  /** What it is about: UTF-16 offsets in the cell of a table, or in the whole running text, half-open. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Where there is no span: the words it is about, if they stand at the place just once. */
  readonly words?: string;
}

export interface ParagraphPoint {
  readonly paragraph: number;
  /** UTF-16 offset in the paragraph's own text. */
  readonly offset: number;
}

/** Both ends in the order of the document. */
export interface AnchorRange {
  readonly start: ParagraphPoint;
  readonly end: ParagraphPoint;
}

/** A cell or the running text: its lines in order, with the offset at which each begins. */
interface Stretch {
  readonly text: string;
  readonly lines: readonly { readonly start: number; readonly line: BlockLine }[];
}

/** Merged blocks of more cells are looked for one by one. */
const LARGE = 4096;

export class Anchors {
  readonly #body: PlacedBody;
  readonly #text: Stretch;
  /** The lines of each paragraph of the running text. */
  readonly #paragraphs = new Map<number, Stretch['lines'][number][]>();
  /** By page, table and row as results tell them: several rows where a table stands inside a cell. */
  readonly #rows = new Map<string, { readonly table: TableCells; readonly row: number }[]>();

  constructor(body: PlacedBody, source: string) {
    this.#body = body;
    const document: SourceDocument = documentOf(body.blocks, { source, format: 'docx' });
    const { lines, tables } = piecesOf(body.blocks);
    this.#text = {
      text: document.text ?? '',
      lines: lines.map((line, index) => ({ line, start: document.lines[index]?.start ?? 0 })),
    };
    for (const one of this.#text.lines) append(this.#paragraphs, one.line.place.paragraph ?? 0, one);
    for (const [index, grid] of document.grids.entries()) {
      const table = new TableCells(tables[index] as LaidTable);
      for (const row of grid.rows.keys()) {
        const key = rowKey(cellLocation(grid, row, 0));
        append(this.#rows, key, { table, row });
      }
    }
  }

  /** Nothing where the document has no such place. */
  rangeOf({ location, span, words = '' }: Target): AnchorRange | undefined {
    if (location.table !== undefined) {
      const cell = this.#cellAt(location, words);
      return cell && this.#inCell(cell, span, words);
    }
    if (span) return this.#between(this.#text, span) ?? this.#paragraphAt(location, '');
    return this.#paragraphAt(location, words);
  }

  #cellAt(location: Location, words: string): FlatCell | undefined {
    const rows = this.#rows.get(rowKey(location)) ?? [];
    const cells = rows.flatMap(({ table, row }) => table.at(row, (location.column ?? 1) - 1) ?? []);
    return (
      cells.find(({ blocks }) => words !== '' && textOf(blocks).includes(words)) ??
      cells.find(({ blocks }) => textOf(blocks).trim() !== '') ??
      cells[0]
    );
  }

  #inCell(cell: FlatCell, span: Target['span'], words: string): AnchorRange | undefined {
    const stretch = stretchOf(cell.blocks);
    const part = (span && this.#between(stretch, span)) ?? this.#wordsIn(stretch, words);
    if (part) return part;
    const all = stretch.lines.filter(({ line }) => line.text.trim() !== '');
    const [first, last] = [all[0]?.line.origin?.paragraph, all.at(-1)?.line.origin?.paragraph];
    if (first !== undefined && last !== undefined) return this.#whole(first, last);
    return cell.origin === undefined ? undefined : this.#whole(cell.origin, cell.origin);
  }

  #paragraphAt({ paragraph }: Location, words: string): AnchorRange | undefined {
    if (paragraph === undefined) return undefined;
    const lines = this.#paragraphs.get(paragraph) ?? [];
    const number = lines[0]?.line.origin?.paragraph;
    if (number === undefined) return undefined;
    const from = lines[0]?.start ?? 0;
    const stretch = {
      text: lines.map(({ line }) => line.text).join('\n'),
      lines: lines.map(({ line, start }) => ({ line, start: start - from })),
    };
    return this.#wordsIn(stretch, words) ?? this.#whole(number, number);
  }

  #wordsIn(stretch: Stretch, words: string): AnchorRange | undefined {
    const start = words === '' ? -1 : stretch.text.indexOf(words);
    if (start === -1 || stretch.text.includes(words, start + 1)) return undefined;
    return this.#between(stretch, { start, end: start + words.length });
  }

  #between(stretch: Stretch, { start, end }: { start: number; end: number }): AnchorRange | undefined {
    if (start >= end) return undefined;
    const from = pointIn(stretch, start);
    const to = pointIn(stretch, end - 1);
    return from && to && { start: from, end: { ...to, offset: to.offset + 1 } };
  }

  #whole(first: number, last: number): AnchorRange {
    const length = this.#body.paragraphs[last]?.length ?? 0;
    return { start: { paragraph: first, offset: 0 }, end: { paragraph: last, offset: length } };
  }
}

function rowKey({ page, table, row }: Location): string {
  return `${page ?? ''} ${table ?? ''} ${row ?? ''}`;
}

function stretchOf(blocks: readonly Block[]): Stretch {
  const lines: { start: number; line: BlockLine }[] = [];
  let start = 0;
  for (const block of blocks) {
    if (block.kind === 'line') lines.push({ start, line: block });
    start += textOf([block]).length + 1;
  }
  return { text: textOf(blocks), lines };
}

/** The character at an offset; a line end counts to the line before it, a list number to the text behind it. */
function pointIn({ lines }: Stretch, offset: number): ParagraphPoint | undefined {
  const found = lines[lastFrom(lines, offset)];
  const origin = found?.line.origin;
  if (!found || !origin) return undefined;
  const inLine = Math.min(offset - found.start, found.line.text.length);
  return { paragraph: origin.paragraph, offset: Math.max(0, origin.start + inLine) };
}

/** The index of the last line that begins at the offset or before. */
function lastFrom(lines: Stretch['lines'], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

class TableCells {
  readonly #covered = new Map<string, FlatCell>();
  readonly #large: FlatCell[] = [];

  constructor({ cells }: LaidTable) {
    for (const cell of cells) {
      if (cell.rows * cell.columns > LARGE) this.#large.push(cell);
      else
        for (let row = cell.row; row < cell.row + cell.rows; row += 1)
          for (let column = cell.column; column < cell.column + cell.columns; column += 1)
            this.#covered.set(`${row} ${column}`, cell);
    }
  }

  at(row: number, column: number): FlatCell | undefined {
    return (
      this.#covered.get(`${row} ${column}`) ??
      this.#large.find(
        (cell) =>
          cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns,
      )
    );
  }
}
