/** The sheets that `classify` and `review` write, read back after a reviewer has edited them. */
import { kindFor } from '../classify/label-names.js';
import type { LabelledFrom, LabelledText } from '../classify/labelled.js';
import { cellLocation, type Grid, type SourceDocument } from '../documents/model.js';
import { type ErrorPlace, InputError } from '../errors.js';
import { changeSince, LABEL_COLUMNS, type LabelColumn } from '../schema/index.js';
import { compact } from '../text/fold.js';

type Columns = Readonly<Record<LabelColumn, number>>;

/** A title may stand above the header. */
const HEADER_ROWS = 10;

/**
 * The labelled rows of every sheet that has columns of texts, kinds and categories.
 * @throws InputError `no-label-columns` where no sheet has; `unknown-category`, `unknown-tag`, `unknown-kind`,
 * `kind-without-label` with the place of the row
 */
export function readLabelledSheets(document: SourceDocument, from: LabelledFrom): LabelledText[] {
  const tables = document.grids.flatMap((grid) => {
    const header = headerOf(grid);
    return header ? [{ grid, ...header }] : [];
  });
  if (tables.length === 0) {
    const [text, kind, category] = [LABEL_COLUMNS.text, LABEL_COLUMNS.kind, LABEL_COLUMNS.category];
    throw new InputError('no-label-columns', {
      file: from.file,
      data: { text: [...new Set(text)], kind: [...new Set(kind)], category: [...new Set(category)] },
    });
  }
  return tables.flatMap(({ grid, row, columns }) =>
    grid.rows.flatMap((cells, index) =>
      index <= row || (cells[columns.text] ?? '').trim() === '' ? [] : [labelledRow(grid, index, columns, from)],
    ),
  );
}

function headerOf(grid: Grid): { row: number; columns: Columns } | undefined {
  for (const [row, cells] of grid.rows.slice(0, HEADER_ROWS).entries()) {
    const keys = cells.map(compact);
    const at = (column: LabelColumn) => {
      const names = LABEL_COLUMNS[column].map(compact);
      return keys.findIndex((key) => names.includes(key));
    };
    const columns: Columns = {
      text: at('text'),
      kind: at('kind'),
      category: at('category'),
      tags: at('tags'),
      others: at('others'),
      review: at('review'),
      answer: at('answer'),
    };
    if (columns.text >= 0 && columns.kind >= 0 && columns.category >= 0) return { row, columns };
  }
  return undefined;
}

function labelledRow(grid: Grid, row: number, columns: Columns, { names, file, part }: LabelledFrom): LabelledText {
  const cell = (column: LabelColumn) => (grid.rows[row]?.[columns[column]] ?? '').trim();
  const place = placeOf(grid, row, columns.category, file);
  const { labels, dropped } = names.row([cell('category'), cell('others')], cell('tags'), place);
  const said = cell('kind');
  const kind = kindFor(said === '' && labels.length === 0 ? 'neither' : names.kind(said, place), labels, place);
  const answer = cell('answer');
  const state = answer === '' ? 'given' : changeSince(answer, { kind, labels, needsReview: cell('review') !== '' });
  return { text: unquoted(cell('text')), kind, labels, part, place, state, ...(dropped.length > 0 && { dropped }) };
}

/** The apostrophe that keeps a spreadsheet from working a text out. */
function unquoted(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function placeOf(grid: Grid, row: number, column: number, file: string): ErrorPlace {
  const { sheet, cell, line } = cellLocation(grid, row, column);
  if (line !== undefined) return { file, line };
  return { file, ...(sheet !== undefined && { sheet }), ...(cell !== undefined && { cell }) };
}
