/** A document → what a report shows of it: small ones whole, of large ones the rows that something is said of. */
import type { DocumentView, Location, ViewCell, ViewGap, ViewLine, ViewRow, ViewTable } from '../schema/index.js';
import { cellLocation, columnLetters, type Grid, type SourceDocument, type TextLine } from './model.js';
import { SheetView } from './tables/sheet-view.js';

/** More cells than these and a browser takes long to lay the page out. */
const MOST_CELLS = 12_000;
const MOST_COLUMNS = 60;
const MOST_LINES = 2_000;
/** Of a large table: its head, and what stands around a row that something is said of. */
const HEAD_ROWS = 8;
const AROUND = 1;

/** `places` are those that the report speaks of; tables of more than `mostCells` are not shown whole. */
export function documentView(
  document: SourceDocument,
  places: readonly Location[],
  { mostCells = MOST_CELLS }: { readonly mostCells?: number } = {},
): DocumentView {
  const wanted = new Set(places.map(rowKey));
  return {
    source: document.source,
    tables: [
      ...document.grids
        .filter(({ hidden }) => !hidden)
        .map((grid) => gridTable(grid, wanted, Math.min(mostCells, MOST_CELLS))),
      ...(document.drafts ?? []).flatMap(draftTables),
    ],
    lines: chosenLines(document.lines, new Set(places.map(({ line }) => line))),
  };
}

/** What tells rows apart: the sheet, the number in the cell reference, the line. */
function rowKey({ sheet, cell, page, table, row, line }: Location): string {
  return JSON.stringify([sheet, /\d+$/.exec(cell ?? '')?.[0], page, table, row, line]);
}

function gridTable(grid: Grid, wanted: ReadonlySet<string>, mostCells: number): ViewTable {
  const view = new SheetView(grid);
  const width = Math.min(MOST_COLUMNS, filledWidth(grid));
  const height = filledHeight(grid);
  const isWhole = height * width <= mostCells;
  const isShown = shownRows(height, (row) => isWhole || wanted.has(rowKey(cellLocation(grid, row, 0))), isWhole);
  const rows: (ViewRow | ViewGap)[] = [];
  for (const run of runsOf(height, isShown)) {
    if (run.isShown) for (let row = run.from; row < run.to; row += 1) rows.push(viewRow(view, row, { width, run }));
    else rows.push({ skipped: run.to - run.from });
  }
  const columns = Array.from({ length: width }, (_, column) => columnLetters(column));
  return { ...(grid.sheet !== undefined && { name: grid.sheet }), columns, rows };
}

function filledWidth({ rows }: Grid): number {
  return rows.reduce((width, row) => Math.max(width, row.findLastIndex((text) => text.trim() !== '') + 1), 0);
}

function filledHeight({ rows }: Grid): number {
  return rows.findLastIndex((row) => row.some((text) => text.trim() !== '')) + 1;
}

interface Run {
  readonly from: number;
  /** Half-open. */
  readonly to: number;
  readonly isShown: boolean;
}

function shownRows(height: number, isWanted: (row: number) => boolean, isWhole: boolean): Uint8Array {
  const shown = new Uint8Array(height).fill(isWhole ? 1 : 0);
  if (isWhole) return shown;
  shown.fill(1, 0, HEAD_ROWS);
  for (let row = 0; row < height; row += 1)
    if (isWanted(row)) shown.fill(1, Math.max(0, row - AROUND), row + AROUND + 1);
  return shown;
}

function runsOf(height: number, shown: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < height; ) {
    let to = from + 1;
    while (to < height && shown[to] === shown[from]) to += 1;
    runs.push({ from, to, isShown: shown[from] === 1 });
    from = to;
  }
  return runs;
}

function viewRow(view: SheetView, row: number, { width, run }: { width: number; run: Run }): ViewRow {
  const { grid } = view;
  const cells: ViewCell[] = [];
  for (let column = 0; column < width; column += 1) {
    const block = view.block(row, column);
    if (!block) {
      const text = grid.rows[row]?.[column] ?? '';
      cells.push({ text, location: cellLocation(grid, row, column), rowSpan: 1, columnSpan: 1 });
      continue;
    }
    // A block that begins above the rows shown begins anew with them.
    if (column !== block.left || row !== Math.max(block.top, run.from)) continue;
    cells.push({
      text: grid.rows[block.top]?.[block.left] ?? '',
      location: cellLocation(grid, block.top, block.left),
      rowSpan: Math.min(block.bottom + 1, run.to) - row,
      columnSpan: Math.min(block.right + 1, width) - column,
    });
  }
  const number = /\d+$/.exec(cellLocation(grid, row, 0).cell ?? '')?.[0] ?? '';
  return { number, hidden: grid.hiddenRows?.has(row) ?? false, cells };
}

function chosenLines(lines: readonly TextLine[], wanted: ReadonlySet<number | undefined>): (ViewLine | ViewGap)[] {
  const isWhole = lines.length <= MOST_LINES;
  const shown = shownRows(lines.length, (index) => wanted.has(lines[index]?.line), isWhole);
  return runsOf(lines.length, shown).flatMap((run): (ViewLine | ViewGap)[] =>
    run.isShown
      ? lines.slice(run.from, run.to).map(({ text, line }) => ({ text, line }))
      : [{ skipped: run.to - run.from }],
  );
}

type JsonDraft = NonNullable<SourceDocument['drafts']>[number];

/** What JSON states, field by field: the project as pairs, the indicators as rows. */
function draftTables({ draft, pointer, line }: JsonDraft): ViewTable[] {
  const at = line === undefined ? {} : { line };
  const cell = (text: string, path: string): ViewCell => ({
    text,
    location: { ...at, pointer: `${pointer}/${path}` },
    rowSpan: 1,
    columnSpan: 1,
  });
  const project = Object.entries(draft.project).filter(([, value]) => isScalar(value));
  const fields = [...new Set(draft.indicators.flatMap((indicator) => Object.keys(indicator)))].filter((field) =>
    draft.indicators.some((indicator) => isScalar(indicator[field])),
  );
  return [
    {
      name: draft.project.name,
      columns: ['', ''],
      rows: project.map(([field, value]) => ({
        number: '',
        hidden: false,
        cells: [cell(field, `project/${field}#`), cell(scalarText(value), `project/${field}`)],
      })),
    },
    {
      columns: fields,
      rows: draft.indicators.slice(0, Math.ceil(MOST_CELLS / Math.max(1, fields.length))).map((indicator, index) => ({
        number: String(index + 1),
        hidden: false,
        cells: fields.map((field) => cell(scalarText(indicator[field]), `indicators/${index}/${field}`)),
      })),
    },
  ];
}

function isScalar(value: unknown): boolean {
  return value !== '' && ['string', 'number', 'boolean'].includes(typeof value);
}

function scalarText(value: unknown): string {
  return isScalar(value) ? String(value) : '';
}
