/** A document → the drafts in it, each with the place of every field. */
import { InputError } from '../errors.js';
import type { Framework } from '../indicators/index.js';
import { type Notice, type Location, parseDraft } from '../schema/index.js';
import { CellOwners } from './cell-owners.js';
import { cellLocation, columnLetters, type Grid, type SourceDocument } from './model.js';
import { jsonDrafts } from './json-drafts.js';
import { joinedAcrossPages } from './page-breaks.js';
import { withLinesAbove } from './lines-above.js';
import type { SourcedDraft } from './sourced-draft.js';
import type { TableData } from './table-data.js';
import { Headings } from './tables/heading.js';
import { type FoundTable, findTables, firstHeader } from './tables/find.js';
import { type DraftParts, draftParts } from './tables/parts.js';
import { isUnclear } from './unclear.js';

/**
 * Reads the drafts of a document.
 * @throws InputError `no-table` where a spreadsheet or text holds no table of indicators, `blank-form` where it holds one
 *   that nobody has filled in, `table-unclear` where its columns could not be told apart
 */
export function readDrafts(document: SourceDocument, data: TableData, framework: Framework): SourcedDraft[] {
  if (document.drafts) return jsonDrafts(document.drafts);
  const headings = new Headings(data);
  const { grids, cut } = joinedAcrossPages(document.grids, headings, framework);
  const found = grids.map((grid) => {
    const whole = withLinesAbove(grid);
    return { grid: whole, tables: findTables(whole, headings, framework), isCut: cut.has(grid) };
  });
  const shown = found.filter(({ grid }) => !grid.hidden);
  const unclear: Grid[] = [];
  const parts = shown.flatMap(({ grid, tables, isCut }) => {
    const all = draftParts(grid, tables, headings);
    if (grid.unruled && all.length > 0 && isUnclear(tables, all, framework)) {
      unclear.push(grid);
      return [];
    }
    // Only the last of a page can go on over it.
    return all.map((part, index) => (isCut && index === all.length - 1 ? { ...part, isCut } : part));
  });
  if (parts.length === 0) {
    const { page } = unclear[0] ? placeOfTable(unclear[0], 0) : {};
    if (page !== undefined) throw new InputError('table-unclear', { file: document.source, data: { page } });
    refuseBlankForm(shown, document.source, headings, framework);
    throw new InputError('no-table', { file: document.source, data: { sheets: sheetNames(document.grids) } });
  }
  const unread = [
    ...unclear.map((grid): Notice => ({ code: 'table-unclear', message: '', location: placeOfTable(grid, 0) })),
    ...unreadTables(found),
  ];
  return mergeContinued(parts).map((part, index) => {
    const draft = tableDraft(part, document);
    return index === 0 ? { ...draft, notices: [...unread.map(ofFile), ...draft.notices] } : draft;
  });
}

function ofFile(notice: Notice): Notice {
  return { ...notice, about: 'file' };
}

interface ReadGrid {
  readonly grid: Grid;
  readonly tables: readonly FoundTable[];
}

function refuseBlankForm(shown: readonly ReadGrid[], file: string, headings: Headings, framework: Framework): void {
  for (const { grid } of shown) {
    const row = firstHeader(grid, headings, framework);
    if (row === undefined) continue;
    const { sheet, line } = placeOfTable(grid, row);
    throw new InputError('blank-form', {
      file,
      ...(sheet !== undefined && { sheet }),
      ...(line !== undefined && { line }),
    });
  }
}

/** Shown sheets and tables in which nothing was understood, and hidden ones in which something would have been. */
function unreadTables(found: readonly ReadGrid[]): Notice[] {
  const notices = found.flatMap(({ grid, tables }): Notice[] => {
    if (grid.hidden !== tables.length > 0) return [];
    const row = grid.rows.findIndex((cells) => cells.some((text) => text.trim() !== ''));
    if (row < 0) return [];
    if (grid.sheet === undefined) return [{ code: 'table-not-read', message: '', location: placeOfTable(grid, row) }];
    const code = grid.hidden ? 'sheet-hidden' : 'sheet-without-table';
    return [{ code, message: grid.sheet, location: { sheet: grid.sheet } }];
  });
  // Reports have many tables of other things: the first and their number say enough.
  const tables = notices.filter(({ code }) => code === 'table-not-read');
  const [first] = tables;
  const rest = notices.filter(({ code }) => code !== 'table-not-read');
  return first ? [...rest, { ...first, message: String(tables.length) }] : rest;
}

function placeOfTable(grid: Grid, row: number): Location {
  const { column: _, ...place } = cellLocation(grid, row, 0);
  return place;
}

function sheetNames(grids: readonly Grid[]): string[] {
  return grids.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));
}

/** Tables that a page break cut: those without a project of their own go on with the one before. */
function mergeContinued(parts: readonly DraftParts[]): DraftParts[][] {
  const drafts: DraftParts[][] = [];
  for (const part of parts) {
    const last = drafts.at(-1);
    if (part.continues && last) last.push(part);
    else drafts.push([part]);
  }
  return drafts;
}

function tableDraft(parts: readonly DraftParts[], document: SourceDocument): SourcedDraft {
  const first = parts[0] as DraftParts;
  const entries = parts.flatMap(({ grid, indicators }) => indicators.map((entry) => ({ grid, ...entry })));
  const places = new Map(entries.map((entry, index) => [String(index + 1), entry]));
  const results = new Map<string, { grid: Grid; place: { row: number; column: number } }>(
    parts.flatMap(({ grid, selfEvaluation: { places: cells } }) =>
      Object.entries(cells).map(([field, place]) => [`selfEvaluation.${field}`, { grid, place }] as const),
    ),
  );
  const draft = parseDraft({
    project: {
      ...first.project,
      ...furtherGoals(parts),
      name: first.project.name ?? fallbackName(first, document),
      ...selfEvaluationOf(parts, entries),
    },
    indicators: withParts(
      entries.map((entry, index) => ({ id: String(index + 1), ...entry.fields, ...sharedIds(entry, entries) })),
    ),
  });
  const owner = new CellOwners(entries);
  return {
    draft,
    place: (id, field) => {
      const entry = places.get(id);
      const place = entry?.places[field];
      return entry && place && owner.isAlone(entry, field, place)
        ? cellLocation(entry.grid, place.row, place.column)
        : undefined;
    },
    locate: (id, field) => {
      const entry = id === null ? undefined : places.get(id);
      if (entry) {
        const place = entry.places[field] ?? entry.places.name ?? { row: entry.row, column: 0 };
        return cellLocation(entry.grid, place.row, place.column);
      }
      const result = results.get(field);
      if (result) return cellLocation(result.grid, result.place.row, result.place.column);
      const place = first.projectPlaces[field] ?? first.tablePlaces[field] ?? first.tablePlaces.name;
      return place ? cellLocation(first.grid, place.row, place.column) : {};
    },
    notices: parts.flatMap(noticesOf),
    withoutGoal: first.project.goal === undefined && first.project.annualGoal === undefined,
  };
}

type Entry = DraftParts['indicators'][number] & { readonly grid: Grid };

/** What the parts say of the result. A form that only states its budget is no self-evaluation. */
function selfEvaluationOf(parts: readonly DraftParts[], entries: readonly Entry[]): { selfEvaluation?: object } {
  const fields = Object.assign({}, ...parts.map(({ selfEvaluation }) => selfEvaluation.fields)) as object;
  const isOne = ['spent', 'executionRate', 'total', 'grade'].some((field) => field in fields);
  const hasScores = entries.some(({ fields: own }) => own.score !== undefined || own.actual !== undefined);
  return isOne && hasScores ? { selfEvaluation: fields } : {};
}

/** The id of the row whose weight or score cell reaches down to this one. */
function sharedIds({ grid, shared }: Entry, entries: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shared).flatMap(([field, row]) => {
      const owner = entries.findIndex((other) => other.grid === grid && other.row === row);
      return owner < 0 ? [] : [[`${field}With`, String(owner + 1)]];
    }),
  );
}

/** 年度绩效目标1 and 年度绩效目标2 with a table each: the goals of one form, each on a line of its own. */
function furtherGoals([first, ...others]: readonly DraftParts[]): { goal?: string; annualGoal?: string } {
  const goals: { goal?: string; annualGoal?: string } = {};
  for (const field of ['goal', 'annualGoal'] as const) {
    const texts = new Set([first, ...others].map((part) => part?.project[field] ?? '').filter((text) => text !== ''));
    if (texts.size > 1) goals[field] = [...texts].join('\n');
  }
  return goals;
}

function fallbackName({ grid }: DraftParts, { source }: SourceDocument): string {
  return grid.sheet && !/^sheet\d*$/i.test(grid.sheet)
    ? grid.sheet
    : source.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

type Fields = Readonly<Record<string, string | number | undefined>> & { readonly id: string };

/** A row “其中：…” is a part of the last row that is none. */
function withParts(rows: readonly Fields[]): Fields[] {
  let whole: string | undefined;
  return rows.map((row) => {
    const isPart = /^\s*其中/.test(String(row.name ?? ''));
    if (!isPart) whole = row.id;
    return isPart && whole !== undefined ? { ...row, partOf: whole } : row;
  });
}

function noticesOf(parts: DraftParts): Notice[] {
  const { grid, unknownColumns } = parts;
  const columns = unknownColumns.map(({ row, column }) => ({
    code: 'column-not-understood',
    message: (grid.rows[row]?.[column] ?? '').trim(),
    location: cellLocation(grid, row, column),
  }));
  const { isCut = false } = parts;
  const end = isCut ? [{ code: 'table-cut', message: '', location: placeOfTable(grid, grid.rows.length - 1) }] : [];
  return [...columns, ...valueColumnNotice(parts), ...skippedNotices(parts), ...end];
}

/** Which of several columns of targets was read: what it depends on is the year of the draft. */
function valueColumnNotice({ grid, valueColumns }: DraftParts): Notice[] {
  if (!valueColumns) return [];
  const { taken, others } = valueColumns;
  const headingOf = ({ row, column }: { row: number; column: number }): string =>
    (grid.rows[row]?.[column] || grid.rows[row - 1]?.[column] || '').replace(/\s+/g, '');
  const message = `“${headingOf(taken)}”（${others.map((other) => `“${headingOf(other)}”`).join('、')}）`;
  return [{ code: 'value-column', message, location: cellLocation(grid, taken.row, taken.column) }];
}

function skippedNotices({ grid, skipped }: DraftParts): Notice[] {
  return skipped.map((row) => ({
    code: grid.hiddenRows?.has(row) ? 'row-hidden' : 'row-not-understood',
    message: `${grid.sheet ?? ''}${columnLetters(0)}${(grid.lines?.[row] ?? row + 1).toString()}`,
    location: cellLocation(grid, row, 0),
  }));
}
