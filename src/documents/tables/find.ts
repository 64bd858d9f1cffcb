/** The indicator tables of a grid, from top to bottom. */
import type { Framework } from '../../indicators/index.js';
import type { Grid } from '../model.js';
import type { ColumnRole } from '../table-data.js';
import { type Cards, cardsOf } from './cards.js';
import { type ColumnPlan, planColumns } from './columns.js';
import { type Header, headerAt } from './header.js';
import type { Headings } from './heading.js';
import { type HeadedCells, headedCells } from './inline-heads.js';
import { headlessAt } from './headless.js';
import { readLabels, statedYear } from './labels.js';
import { projectRows } from './project-rows.js';
import { type ReadRows, readRows } from './rows.js';
import { levelsAbove } from './levels-above.js';
import { projectBelow } from './project-below.js';
import { segmentsOf } from './segments.js';
import { transposedAt } from './transposed.js';
import { SheetView } from './sheet-view.js';

export interface FoundTable extends ReadRows {
  readonly view: SheetView;
  readonly header: Header;
  readonly plan: ColumnPlan;
  /** The first row of the region above that may describe the project. */
  readonly regionTop: number;
  /** The row after the last that belongs to the table. */
  readonly end: number;
  /** The row after the last of those below it that describe the project. */
  readonly belowEnd: number;
}

export function findTables(grid: Grid, headings: Headings, framework: Framework): FoundTable[] {
  const view = new SheetView(grid);
  const headers: Header[] = [];
  for (let row = 0; row < view.height; row += 1) {
    const header = headerAt(view, row, headings, framework);
    if (!header) continue;
    headers.push(header);
    row = header.bottom;
  }
  const underHeaders = tablesUnder(view, headers, headings, framework);
  if (underHeaders.length > 0) return underHeaders;
  const lying = lyingTables(view, headings, framework);
  if (lying.length > 0) return lying;
  const cards = cardsOf(view, headings, framework);
  if (cards) return [tableOfCards(view, cards)];
  const unwritten = headlessAt(view, framework, headings);
  if (unwritten) return tablesUnder(view, [unwritten], headings, framework);
  const headed = headedCells(grid, headings);
  return headed ? tablesOfHeadedCells(headed, headings, framework) : [];
}

/** A cell that holds its heading, too, is not the place of its field alone. */
function tablesOfHeadedCells({ view, header, roles }: HeadedCells, headings: Headings, framework: Framework) {
  return tablesUnder(view, [header], headings, framework).map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      places: Object.fromEntries(Object.entries(row.places).filter(([field]) => !roles.has(field as ColumnRole))),
    })),
  }));
}

/** The first row of a header of indicators, whether anything stands under it or not. */
export function firstHeader(grid: Grid, headings: Headings, framework: Framework): number | undefined {
  const view = new SheetView(grid);
  for (let row = 0; row < view.height; row += 1) {
    const header = headerAt(view, row, headings, framework);
    if (header) return header.top;
  }
  return undefined;
}

function tablesUnder(
  view: SheetView,
  headers: readonly Header[],
  headings: Headings,
  framework: Framework,
): FoundTable[] {
  const tables: FoundTable[] = [];
  const isBelow = areNamedBelow(view, headers, { headings, framework });
  let regionTop = 0;
  for (const [index, header] of headers.entries()) {
    const limit = headers[index + 1]?.top ?? view.height;
    const stop = tableEnd(view, header.bottom + 1, limit, headings);
    const end = projectBelow(view, header, stop, { headings, framework }) ?? stop;
    const top = regionTop;
    const year = () => statedYear(view, top, header.top, headings);
    const segments = segmentsOf(view, header, { top: regionTop, end }, framework);
    const plans = segments.map((segment) => planColumns(view, segment.header, { end, framework, year }));
    const [first] = plans as [ColumnPlan];
    // What one half does not know may be a level of the other.
    const known = new Set(plans.flatMap(({ fields }) => [...fields.values()]));
    const unknown = first.unknown.filter((column) => !known.has(column));
    const plan = withProjectRows(view, { ...first, unknown }, { top: header.bottom + 1, bottom: end });
    // Nothing but blank rows above: the same table after a page break.
    const continued = tables.length > 0 && isBlankBetween(view, regionTop, header.top);
    const carried = continued ? tables.at(-1)?.carried : levelsAbove(view, regionTop, header.top, framework);
    const range = { top: header.bottom + 1, bottom: end };
    const read = joined(
      plans.map((own, part) => {
        const levels = { ...carried, ...segments[part]?.levels };
        return readRows(view, part === 0 ? plan : own, range, { headings, framework, carried: levels });
      }),
    );
    // Above the next table they describe that one, where forms do not begin with their indicators.
    const isLast = index === headers.length - 1;
    const belowEnd = isBelow ? limit : isLast ? stop : end;
    if (read.rows.length > 0) tables.push({ view, header, plan, regionTop, end, belowEnd, ...read });
    regionTop = belowEnd;
  }
  return tables;
}

function withProjectRows(view: SheetView, plan: ColumnPlan, range: { top: number; bottom: number }): ColumnPlan {
  const goal = plan.project.get('goal');
  if (goal === undefined || plan.project.has('projectName')) return plan;
  const rows = projectRows(view, goal, range);
  return rows ? { ...plan, projectRows: rows, project: new Map(plan.project).set('projectName', goal) } : plan;
}

/** Nothing above the first table says whose it is, and something below the last one does. */
function areNamedBelow(
  view: SheetView,
  headers: readonly Header[],
  knowledge: { headings: Headings; framework: Framework },
): boolean {
  const [first, last] = [headers[0], headers.at(-1)];
  if (!first || !last) return false;
  const below = projectBelow(view, last, view.height, knowledge);
  if (below === undefined || readLabels(view, 0, first.top, knowledge.headings).name) return false;
  const { name, unit, goal, annualGoal } = readLabels(view, below, view.height, knowledge.headings);
  return (name ?? unit ?? goal ?? annualGoal) !== undefined;
}

/** Tables on their side, on a sheet that has no others. */
function lyingTables(view: SheetView, headings: Headings, framework: Framework): FoundTable[] {
  const tables: FoundTable[] = [];
  let regionTop = 0;
  for (let row = 0; row < view.height; row += 1) {
    const found = transposedAt(view, { top: row, bottom: view.height, headings, framework });
    if (!found) continue;
    const header: Header = { top: row, bottom: found.bottom, roles: new Map(), groups: new Set() };
    const fields = new Map([['name' as const, found.column]]);
    const plan: ColumnPlan = { fields, project: new Map(), levelWeights: {}, unknown: [] };
    const end = found.bottom + 1;
    tables.push({ view, header, plan, regionTop, end, belowEnd: end, rows: found.rows, skipped: [], carried: {} });
    regionTop = end;
    row = found.bottom;
  }
  return tables;
}

function tableOfCards(view: SheetView, { top, end, column, rows }: Cards): FoundTable {
  const header: Header = { top, bottom: top, roles: new Map(), groups: new Set() };
  const plan: ColumnPlan = { fields: new Map([['name', column]]), project: new Map(), levelWeights: {}, unknown: [] };
  return { view, header, plan, regionTop: 0, end, belowEnd: view.height, rows, skipped: [], carried: {} };
}

/** The parts of a table one after the other; a row that some part has read was not skipped. */
function joined(parts: readonly ReadRows[]): ReadRows {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const rows = parts.flatMap((part) => part.rows);
  const read = new Set(rows.map(({ row }) => row));
  const skipped = new Set(parts.flatMap((part) => part.skipped).filter((row) => !read.has(row)));
  return { rows, skipped: [...skipped], carried: parts.at(-1)?.carried ?? {} };
}

function isBlankBetween(view: SheetView, top: number, bottom: number): boolean {
  for (let row = top; row < bottom; row += 1) if (!view.isBlank(row)) return false;
  return true;
}

/** A table ends where the labels of the next form begin (项目名称 …), or at the next header. */
function tableEnd(view: SheetView, from: number, limit: number, headings: Headings): number {
  for (let row = from; row < limit; row += 1) {
    const [column] = view.filled(row);
    if (column === undefined) continue;
    const text = view.own(row, column);
    const named = headings.labels(text).some(({ role }) => role === 'name') || /^项目名称[:：]/.test(text);
    if (named && view.filled(row).length > 1 && headings.column(text) !== undefined) return row;
    if (named && /项目名称/.test(text)) return row;
    // The title of the next form: a block over most of the width.
    const block = view.block(row, column);
    if (
      block &&
      block.right - block.left + 1 >= Math.max(4, view.width * 0.6) &&
      /(?:申报表|目标表|自评表|绩效表)/.test(text)
    )
      return row;
  }
  return limit;
}
