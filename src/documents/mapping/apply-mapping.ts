/**
 * Names the columns and labels of a document as a mapping says, by putting headings that the reader knows in the place of
 * the user's own: in memory only, and every place stays what it was.
 */
import { InputError } from '../../errors.js';
import type { Notice } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { Grid, SourceDocument } from '../model.js';
import { headingKey } from '../tables/heading.js';
import { parseCell } from '../xlsx/references.js';
import type { MappedColumn, MappedLabel, Mapping, MappingNames, SheetMapping } from './mapping-data.js';

/** @throws InputError `mapping-no-sheet`, `mapping-no-column`, `mapping-no-row` with the document and what was looked for */
export function applyMapping(document: SourceDocument, mapping: Mapping, names: MappingNames): SourceDocument {
  const grids = [...document.grids];
  for (const own of mapping.sheets) {
    const indices = sheetsFor(document, own);
    let missing: InputError | undefined;
    let count = 0;
    for (const index of indices) {
      const named = withColumns(grids[index] as Grid, own, names, document.source);
      if (named instanceof InputError) missing ??= named;
      else {
        grids[index] = named;
        count += 1;
      }
    }
    // A mapping without a sheet is for those that have its columns.
    if (count === 0 && missing) throw missing;
  }
  const wanted = wantedLabels(mapping.labels, names);
  const met = new Set<WantedLabel>();
  const named = grids.map((grid) => withLabels(grid, wanted, met));
  // Forms differ: a label that this one does without is told, a column that it lacks is an error.
  const unmet = [...new Set(wanted.values())].filter((label) => !met.has(label));
  const notices = unmet.map(
    ({ texts }): Notice => ({ code: 'mapping-no-label', message: texts.join('”“'), location: {} }),
  );
  return { ...document, grids: named, notices: [...document.notices, ...notices] };
}

function sheetsFor({ grids, source }: SourceDocument, { sheet }: SheetMapping): number[] {
  const visible = grids.flatMap((grid, index) => (grid.hidden ? [] : [index]));
  if (sheet === undefined) return visible;
  const indices = grids.flatMap((grid, index) => (grid.sheet?.trim() === sheet.trim() ? [index] : []));
  if (indices.length > 0) return indices;
  const known = grids.flatMap((grid) => grid.sheet ?? []);
  throw new InputError('mapping-no-sheet', { file: source, data: { sheet, known } });
}

function withColumns(grid: Grid, own: SheetMapping, names: MappingNames, file: string): Grid | InputError {
  const where = { file, ...(grid.sheet !== undefined && { sheet: grid.sheet }) };
  const header = own.header === undefined ? headerByText(grid, own) : rowNumbered(grid, own.header);
  if (header === undefined)
    return own.header === undefined
      ? new InputError('mapping-no-column', {
          ...where,
          data: { column: Object.values(own.columns).flat().join('、') },
        })
      : new InputError('mapping-no-row', { ...where, data: { row: own.header } });
  const base = header < 0 ? withBlankRow(grid) : grid;
  const row = Math.max(header, 0);
  const wanted = new Map<number, string>();
  const mapped = new Set<MappedColumn>();
  for (const [field, columns] of Object.entries(own.columns) as [MappedColumn, string[]][]) {
    const name = names.columns[field];
    // Not for this command: the file may serve lint and review.
    if (name === undefined) continue;
    mapped.add(field);
    for (const column of columns) {
      const at = columnAt(base, row, column);
      if (at === undefined) return new InputError('mapping-no-column', { ...where, data: { column } });
      wanted.set(at, name);
    }
  }
  return renamed(base, row, wanted, mapped, names);
}

/** −1 for a table without a heading; undefined where the sheet has no such row. */
function rowNumbered({ rows, rowNumbers }: Grid, number: number): number | undefined {
  if (number === 0) return -1;
  const row = rowNumbers ? rowNumbers.indexOf(number) : number - 1;
  return row >= 0 && row < rows.length ? row : undefined;
}

/** The row that holds most of the headings named. */
function headerByText({ rows }: Grid, { columns }: SheetMapping): number | undefined {
  const keys = new Set(Object.values(columns).flat().map(headingKey));
  let best: { row: number; count: number } | undefined;
  for (const [row, texts] of rows.entries()) {
    const count = new Set(texts.map(headingKey).filter((key) => keys.has(key))).size;
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row;
}

/** A heading's text first: a column may be headed A. */
function columnAt({ rows, merges }: Grid, row: number, column: string): number | undefined {
  const texts = rows[row] ?? [];
  const exact = texts.findIndex((text) => compact(text) === compact(column));
  if (exact >= 0) return exact;
  const loose = texts.findIndex((text) => text.trim() !== '' && headingKey(text) === headingKey(column));
  if (loose >= 0) return loose;
  // A heading that reaches down to this row from above.
  const above = merges.find(
    ({ top, bottom, left }) => top < row && bottom >= row && headingKey(rows[top]?.[left] ?? '') === headingKey(column),
  );
  if (above) return above.left;
  const lettered = /^[A-Z]{1,3}$/i.test(column) ? parseCell(`${column}1`)?.column : undefined;
  // A letter behind the last column is a slip.
  return lettered !== undefined && rows.some(({ length }) => length > lettered) ? lettered : undefined;
}

function renamed(
  grid: Grid,
  row: number,
  wanted: ReadonlyMap<number, string>,
  mapped: ReadonlySet<MappedColumn>,
  { columns, columnOf }: MappingNames,
): Grid {
  const width = Math.max(grid.rows[row]?.length ?? 0, ...[...wanted.keys()].map((column) => column + 1));
  const texts = Array.from({ length: width }, (_, column) => {
    const name = wanted.get(column);
    if (name !== undefined) return name;
    const text = grid.rows[row]?.[column] ?? '';
    const means = text.trim() === '' ? undefined : columnOf(text);
    // Another column that would be taken for a mapped one stands back.
    return means !== undefined && mapped.has(means) ? (columns.none ?? '') : text;
  });
  return {
    ...grid,
    rows: grid.rows.with(row, texts),
    merges: grid.merges.filter(({ top, bottom, left }) => row < top || row > bottom || !wanted.has(left)),
  };
}

/** A row above all others, numbered like the first of them. */
function withBlankRow(grid: Grid): Grid {
  const first = grid.rowNumbers?.[0] ?? 1;
  const numbers = grid.rowNumbers ?? grid.rows.map((_, row) => row + 1);
  return {
    ...grid,
    rows: [[], ...grid.rows],
    merges: grid.merges.map((merge) => ({ ...merge, top: merge.top + 1, bottom: merge.bottom + 1 })),
    rowNumbers: [first, ...numbers],
    ...(grid.lines && { lines: [grid.lines[0] ?? 1, ...grid.lines] }),
    ...(grid.hiddenRows && { hiddenRows: new Set([...grid.hiddenRows].map((row) => row + 1)) }),
  };
}

/** What a label is read as, and all that the mapping says it may be called. */
interface WantedLabel {
  readonly name: string;
  readonly texts: readonly string[];
}

/** By the key of the label as it stands in the file. */
function wantedLabels(labels: Mapping['labels'], { labels: names }: MappingNames): Map<string, WantedLabel> {
  const wanted = new Map<string, WantedLabel>();
  for (const [field, texts] of Object.entries(labels) as [MappedLabel, string[]][]) {
    const name = names[field];
    const label = name === undefined ? undefined : { name, texts };
    if (label) for (const text of texts) wanted.set(headingKey(text), label);
  }
  return wanted;
}

/** “工程全称” or “工程全称：…” becomes the label that the reader knows. Adds to `met` what the grid has. */
function withLabels(grid: Grid, wanted: ReadonlyMap<string, WantedLabel>, met: Set<WantedLabel>): Grid {
  if (wanted.size === 0) return grid;
  const label = (text: string): WantedLabel | undefined => {
    const found = wanted.get(headingKey(text));
    if (found) met.add(found);
    return found;
  };
  return { ...grid, rows: grid.rows.map((texts) => texts.map((text) => labelled(text, label))) };
}

function labelled(text: string, label: (text: string) => WantedLabel | undefined): string {
  if (text === '') return text;
  const whole = text.length > 60 ? undefined : label(text);
  if (whole !== undefined) return whole.name;
  const at = text.search(/[:：]/);
  const before = at <= 0 || at > 30 ? undefined : label(text.slice(0, at));
  return before === undefined ? text : before.name + text.slice(at);
}
