/**
 * A copy of the user's own workbook with other text in some cells. Each becomes an inline string in its own format; shared
 * strings, styles, merges and formulas stay as they are, and so does every part but the sheets written to.
 */
import { InputError, UsageError } from '../../errors.js';
import type { Merge } from '../model.js';
import { type CellWork, walkCells } from './cell-walk.js';
import { openPackage, packParts } from './package.js';
import { type CellPlace, cellReference, parseCell, parseRange, rangeReference } from './references.js';
import { fold } from './sheet-names.js';
import { textElement } from './sheet-text.js';
import { WorkbookPackage } from './workbook-package.js';
import { sheetsOf } from './workbook.js';
import { readWorksheet, widenedDimension, type Worksheet } from './worksheet.js';
import { applyEdits, attributesOf, type Edit, nextTag, startTag, type Tag } from './xml.js';

/** New text for one cell. */
export interface CellText {
  readonly sheet: string;
  /** An A1 reference. */
  readonly cell: string;
  readonly text: string;
}

interface Placed extends CellPlace {
  readonly cell: CellText;
}

/** Opened once, asked which cells hold formulas, then written. */
export class CellWriter {
  readonly #workbook: WorkbookPackage;
  readonly #paths = new Map<string, string>();
  readonly #sheets = new Map<string, Worksheet>();

  /** Throws what `openPackage` throws. */
  constructor(bytes: Uint8Array, file: string) {
    this.#workbook = new WorkbookPackage(openPackage(bytes, file));
    for (const { name, path } of sheetsOf(this.#workbook)) if (path !== undefined) this.#paths.set(fold(name), path);
  }

  /** Those of the cells that a formula fills: they are not to be written over. */
  formulas(cells: readonly CellText[]): Set<CellText> {
    const found = new Set<CellText>();
    for (const [path, placed] of this.#bySheet(cells)) {
      const sheet = this.#sheet(path);
      const arrays = arrayRanges(sheet.xml);
      for (const { cell, row, column } of placed)
        if (arrays.some((range) => holds(range, row, column))) found.add(cell);
      walkCells(sheet, byPlace(placed), {
        stored: (tag, { cell }) => {
          if (hasFormula(sheet.xml, tag)) found.add(cell);
          return [];
        },
        absent: () => '',
      });
    }
    return found;
  }

  /** The bytes of the copy. A formula that is named all the same is overwritten: ask `formulas` first. */
  write(cells: readonly CellText[]): Uint8Array {
    for (const [path, placed] of this.#bySheet(cells)) {
      const sheet = this.#sheet(path);
      const { edits } = walkCells(sheet, byPlace(placed), writing(sheet));
      this.#workbook.write(path, applyEdits(sheet.xml, [...edits, ...widened(sheet, placed)]));
    }
    return packParts(this.#workbook.parts);
  }

  #sheet(path: string): Worksheet {
    const sheet = this.#sheets.get(path) ?? readWorksheet(this.#workbook.read(path));
    this.#sheets.set(path, sheet);
    return sheet;
  }

  #bySheet(cells: readonly CellText[]): Map<string, Placed[]> {
    const lists = new Map<string, Placed[]>();
    for (const cell of cells) {
      const path = this.#paths.get(fold(cell.sheet));
      if (path === undefined) throw new InputError('no-such-sheet', { sheet: cell.sheet, cell: cell.cell });
      const place = parseCell(cell.cell);
      if (!place) throw new UsageError('bad-cell-reference', { sheet: cell.sheet, cell: cell.cell });
      lists.set(path, [...(lists.get(path) ?? []), { ...place, cell }]);
    }
    return lists;
  }
}

function writing({ xml, data }: Worksheet): CellWork<Placed> {
  const inline = (text: string) => `<${data.prefix}is>${textElement(text, data.prefix)}</${data.prefix}is>`;
  return {
    stored: (tag, { cell }): Edit[] => {
      // Rich values (`vm`, `cm`) belong to what stood here before.
      const start = startTag(xml, tag, { t: 'inlineStr', vm: undefined, cm: undefined }, false);
      return [{ start: tag.start, end: endOf(xml, tag), text: `${start}${inline(cell.text)}</${tag.prefix}c>` }];
    },
    absent: ({ row, column, cell }, style) => {
      const start = `<${data.prefix}c r="${cellReference(row, column)}" s="${style}" t="inlineStr">`;
      return `${start}${inline(cell.text)}</${data.prefix}c>`;
    },
  };
}

function widened({ xml, children }: Worksheet, cells: readonly CellPlace[]): Edit[] {
  const dimension = children.find(({ name }) => name === 'dimension');
  const range = dimension && widenedDimension(attributesOf(xml, dimension).get('ref') ?? '', cells);
  if (!dimension || !range) return [];
  const text = startTag(xml, dimension, { ref: rangeReference(range) });
  return [{ start: dimension.start, end: dimension.openEnd, text }];
}

function byPlace(cells: readonly Placed[]): Map<number, Map<number, Placed>> {
  const rows = new Map<number, Map<number, Placed>>();
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row) ?? new Map<number, Placed>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
}

function endOf(xml: string, tag: Tag): number {
  if (tag.kind === 'empty') return tag.end;
  const close = xml.indexOf(`</${tag.prefix}c`, tag.end);
  const end = close < 0 ? undefined : nextTag(xml, close, xml.length)?.end;
  if (end === undefined) throw new InputError('damaged');
  return end;
}

function hasFormula(xml: string, cell: Tag): boolean {
  const end = endOf(xml, cell);
  for (let tag = nextTag(xml, cell.end, end); tag; tag = nextTag(xml, tag.end, end)) if (tag.name === 'f') return true;
  return false;
}

/** Cells that an array formula or data table fills hold no formula of their own. */
function arrayRanges(xml: string): Merge[] {
  const tags = xml.match(/<(?:\w{1,20}:)?f\s[^>]{0,400}?\bt=["'](?:array|dataTable)["'][^>]{0,400}>/g) ?? [];
  return tags.flatMap((tag) => {
    const reference = /\sref=["']([^"']{1,40})["']/.exec(tag)?.[1] ?? '';
    const single = parseCell(reference);
    if (single) return [{ top: single.row, bottom: single.row, left: single.column, right: single.column }];
    const range = parseRange(reference);
    return range ? [range] : [];
  });
}

function holds({ top, bottom, left, right }: Merge, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}
