/** One worksheet part: order, references, indices. */
import XLSX from '@e965/xlsx';
import type { Package } from './package.js';
import { child, type Node, named, orderFaults, repeated } from './tree.js';

export interface Surroundings {
  readonly file: Package;
  readonly formats: number;
  readonly differences: number;
  readonly strings: number;
  /** Names of sheets and defined names, in lower case. */
  readonly places: ReadonlySet<string>;
}

const ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
  'webPublishItems tableParts extLst'
).split(' ');
const MAX_TEXT = 32_767;

type Range = XLSX.Range;

export function sheetFaults(path: string, surroundings: Surroundings): string[] {
  const { file, differences, places } = surroundings;
  const sheet = file.tree(path) as Node;
  const faults = [...orderFaults(sheet, ORDER, path), ...cellFaults(sheet, path, surroundings)];
  const merges = named(sheet, 'mergeCell').map(({ attributes }) => rangeOf(attributes.ref));
  faults.push(...overlaps(merges).map((at) => `${path}: merges overlap at ${at}`));
  for (const { attributes, children, name } of [...named(sheet, 'mergeCells'), ...named(sheet, 'dataValidations')])
    if (attributes.count !== undefined && Number(attributes.count) !== children.length)
      faults.push(`${path}: ${name} counts ${attributes.count}`);
  for (const { attributes } of named(sheet, 'cfRule'))
    if (Number(attributes.dxfId ?? 0) >= Math.max(differences, 1))
      faults.push(`${path}: no difference format ${attributes.dxfId}`);
  for (const { attributes } of named(sheet, 'hyperlink')) {
    const target = /^(?:'((?:[^']|'')+)'|([^!']+))(?:!|$)/.exec(attributes.location ?? '');
    const place = (target?.[1] ?? target?.[2])?.replaceAll("''", "'").toLowerCase();
    if (attributes.location !== undefined && !places.has(place ?? ''))
      faults.push(`${path}: link to ${attributes.location}`);
  }
  const columns = (child(sheet, 'cols')?.children ?? []).map(
    ({ attributes }) => [Number(attributes.min), Number(attributes.max)] as const,
  );
  if (columns.some(([min, max], index) => max < min || min <= (columns[index - 1]?.[1] ?? 0)))
    faults.push(`${path}: columns overlap`);
  for (const { name, attributes } of [child(sheet, 'dimension'), child(sheet, 'autoFilter')].filter(
    (one) => one !== undefined,
  ))
    if (!/^[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?$/.test(attributes.ref ?? ''))
      faults.push(`${path}: ${name} of ${attributes.ref}`);
  return faults;
}

function cellFaults(sheet: Node, path: string, { formats, strings }: Surroundings): string[] {
  const faults: string[] = [];
  let lastRow = 0;
  for (const row of child(sheet, 'sheetData')?.children ?? []) {
    const number = Number(row.attributes.r ?? lastRow + 1);
    if (number <= lastRow || number > 1_048_576) faults.push(`${path}: row ${number} behind ${lastRow}`);
    lastRow = number;
    let lastColumn = -1;
    for (const cell of row.children) {
      const { r, s, t } = cell.attributes;
      const { c, r: own } = r === undefined ? { c: lastColumn + 1, r: number - 1 } : XLSX.utils.decode_cell(r);
      if (own !== number - 1) faults.push(`${path}: ${r} in row ${number}`);
      if (c <= lastColumn || c >= 16_384) faults.push(`${path}: ${r} out of order`);
      lastColumn = c;
      if (s !== undefined && Number(s) >= formats) faults.push(`${path}: ${r} has format ${s} of ${formats}`);
      if (t === 's' && Number(child(cell, 'v')?.text) >= strings)
        faults.push(`${path}: ${r} has string ${child(cell, 'v')?.text}`);
      if (t === 'inlineStr' && !child(cell, 'is')) faults.push(`${path}: ${r} without its text`);
      const text = named(cell, 't')
        .map((one) => one.text)
        .join('');
      if (text.length > MAX_TEXT) faults.push(`${path}: ${r} has ${text.length} characters`);
    }
    const spans = row.attributes.spans?.split(':').map(Number);
    if (spans && lastColumn + 1 > (spans[1] ?? 0)) faults.push(`${path}: spans of row ${number}`);
  }
  return faults;
}

function rangeOf(reference = ''): Range {
  return XLSX.utils.decode_range(reference);
}

function overlaps(ranges: readonly Range[]): string[] {
  return repeated(
    ranges.flatMap(({ s, e }) => {
      const cells: string[] = [];
      for (let r = s.r; r <= e.r; r += 1)
        for (let c = s.c; c <= e.c; c += 1) cells.push(XLSX.utils.encode_cell({ r, c }));
      return cells;
    }),
  );
}
