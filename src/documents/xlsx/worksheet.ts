/** What a worksheet part says about its own shape: child elements, columns, merges and sizes. */
import { InputError } from '../../errors.js';
import type { Merge } from '../model.js';
import { parseCell, parseRange } from './references.js';
import { attributesOf, childrenOf, rootOf, type XmlElement } from './xml.js';

interface ColumnRange {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly hidden: boolean;
  readonly style: number;
}

export interface Worksheet {
  readonly xml: string;
  readonly root: XmlElement;
  readonly children: readonly XmlElement[];
  readonly data: XmlElement;
  readonly columns: readonly ColumnRange[];
  readonly merges: readonly Merge[];
  readonly defaultColumnWidth: number;
  /** In points. */
  readonly defaultRowHeight: number;
}

const BEFORE_LEGACY_DRAWING = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
    'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
    'customProperties cellWatches ignoredErrors smartTags drawing'
  ).split(' '),
);

export function readWorksheet(xml: string): Worksheet {
  const root = rootOf(xml);
  const children = [...childrenOf(xml, root, 'sheetData')];
  const data = children.find(({ name }) => name === 'sheetData');
  if (!data) throw new InputError('damaged');
  const format = children.find(({ name }) => name === 'sheetFormatPr');
  const sizes = format ? attributesOf(xml, format) : new Map<string, string>();
  return {
    xml,
    root,
    children,
    data,
    columns: within(xml, children, 'cols').map((column) => readColumn(attributesOf(xml, column))),
    merges: within(xml, children, 'mergeCells').flatMap((merge) => {
      const range = parseRange(attributesOf(xml, merge).get('ref') ?? '');
      return range ? [range] : [];
    }),
    defaultColumnWidth: positive(sizes.get('defaultColWidth')) ?? 8.43,
    defaultRowHeight: positive(sizes.get('defaultRowHeight')) ?? 15,
  };
}

/** Where `<legacyDrawing>` belongs: behind the last child that the schema puts before it. */
export function legacyDrawingPlace({ children, data }: Worksheet): number {
  return children.findLast(({ name }) => BEFORE_LEGACY_DRAWING.has(name))?.end ?? data.end;
}

/** The text of `<dimension>` widened to hold the cells, or nothing where there is no need. */
export function widenedDimension(ref: string, cells: Iterable<{ row: number; column: number }>): Merge | undefined {
  const single = parseCell(ref);
  const range = single
    ? { top: single.row, left: single.column, bottom: single.row, right: single.column }
    : parseRange(ref);
  if (!range) return undefined;
  let { top, left, bottom, right } = range;
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const same = top === range.top && left === range.left && bottom === range.bottom && right === range.right;
  return same ? undefined : { top, left, bottom, right };
}

function within(xml: string, children: readonly XmlElement[], name: string): XmlElement[] {
  const parent = children.find((child) => child.name === name);
  return parent ? [...childrenOf(xml, parent)] : [];
}

function readColumn(attributes: ReadonlyMap<string, string>): ColumnRange {
  const first = Number(attributes.get('min')) - 1;
  return {
    first,
    last: Number(attributes.get('max') ?? first + 1) - 1,
    width: positive(attributes.get('width')),
    hidden: isTrue(attributes.get('hidden')),
    style: Number(attributes.get('style') ?? 0) || 0,
  };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

export function positive(value: string | undefined): number | undefined {
  const number = Number(value);
  return number > 0 ? number : undefined;
}
