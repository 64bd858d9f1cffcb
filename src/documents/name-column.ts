/** A list of indicator names in a document: the column under 共性指标, 指标名称, 三级指标 or the like. */
import { InputError } from '../errors.js';
import { readName } from '../indicators/index.js';
import { compact } from '../text/fold.js';
import { cellLocation, type Grid, type SourceDocument } from './model.js';
import type { TableData } from './table-data.js';
import { Headings, headingKey } from './tables/heading.js';
import { SheetView } from './tables/sheet-view.js';
import type { Location } from '../schema/index.js';

export interface NameColumn {
  /** The heading as it is written, and where. */
  readonly heading: string;
  readonly location: Location;
  /** Freed of numbering and brackets, each once, in order. */
  readonly names: readonly string[];
}

interface FoundHeading {
  readonly row: number;
  readonly column: number;
  /** The column that says 共性 or 个性, where there is one. */
  readonly scope: number | undefined;
  /** The lower, the surer. */
  readonly rank: number;
}

const COMMON = /^共性(?:化|类)?(?:三级)?(?:绩效)?指标(?:名称|内容)?$/;
/** Longer texts are notes. */
const LONGEST_NAME = 40;
const LONE = 10;

/**
 * The names of every visible sheet that is a list of common indicators.
 * @throws InputError `no-name-column`; `no-names`; `no-common-list` where there are only forms with a project's own indicators
 */
export function readNameColumns(document: SourceDocument, data: TableData): NameColumn[] {
  const headings = new Headings(data);
  const visible = document.grids.filter(({ hidden }) => !hidden);
  const file = document.source;
  const forms: InputError[] = [];
  const found = visible.flatMap((grid) => {
    const view = new SheetView(grid);
    const heading = findHeading(view, headings);
    if (!heading) return [];
    const form = isCommonList(view, heading, file) ? undefined : formColumns(view, heading, headings);
    if (!form) return [namesUnder(view, heading, headings)];
    const { sheet, cell } = cellLocation(grid, heading.row, heading.column);
    const place = { ...(sheet !== undefined && { sheet }), ...(cell !== undefined && { cell }) };
    const about = { heading: view.own(heading.row, heading.column), columns: form };
    forms.push(new InputError('no-common-list', { file, ...place, data: about }));
    return [];
  });
  if (found.length === 0 && forms[0]) throw forms[0];
  if (found.length === 0) throw new InputError('no-name-column', { file, data: { sheets: sheetNames(visible) } });
  const filled = found.filter(({ names }) => names.length > 0);
  const [first] = found;
  if (filled.length === 0) {
    const { sheet, cell } = first?.location ?? {};
    throw new InputError('no-names', {
      file,
      ...(sheet && { sheet }),
      ...(cell && { cell }),
      data: { heading: first?.heading ?? '' },
    });
  }
  return filled;
}

function sheetNames(grids: readonly Grid[]): string[] {
  return grids.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));
}

const SAYS_COMMON = /共性|通用|公共|常用|指标库|指标集|参考指标/;

/** Whether heading, scope column, title, sheet or file say that the names are common ones. */
function isCommonList(view: SheetView, { row, column, scope }: FoundHeading, file: string): boolean {
  if (COMMON.test(headingKey(view.own(row, column)))) return true;
  if (scope !== undefined && rowsUnder(view, row).some((at) => view.seen(at, scope).includes('共性'))) return true;
  const titles = Array.from({ length: row }, (_, at) => view.filled(at).map((one) => view.own(at, one))).flat();
  const name = file.replace(/^.*[\\/]/, '');
  return [...titles, view.grid.sheet ?? '', name].some((text) => text.length <= LONGEST_NAME && SAYS_COMMON.test(text));
}

/** Headings of what only a project states: targets, weights, results. Undefined where the table has none of them. */
function formColumns(view: SheetView, { row }: FoundHeading, headings: Headings): readonly string[] | undefined {
  const own = view.filled(row).filter((column) => FORM.has(headings.column(view.own(row, column)) ?? ''));
  return own.length === 0 ? undefined : own.slice(0, 3).map((column) => compact(view.own(row, column)));
}

const FORM: ReadonlySet<string> = new Set(['value', 'weight', 'actual', 'score', 'deviationReason', 'operator']);

/** A heading in a row of headings is surer than one that stands alone, which may be a title. */
function findHeading(view: SheetView, headings: Headings): FoundHeading | undefined {
  let best: FoundHeading | undefined;
  for (let row = 0; row < view.height; row += 1) {
    const cells = view.filled(row).map((column) => ({ column, text: view.own(row, column) }));
    const known = cells.filter(({ text }) => rankOf(text, headings) !== undefined || headings.column(text));
    const scope = cells.find(({ text }) => ['scope', 'operatorOrScope'].includes(headings.column(text) ?? ''))?.column;
    for (const { column, text } of cells) {
      const own = rankOf(text, headings);
      if (own === undefined) continue;
      const rank = own + (known.length > 1 ? 0 : LONE);
      if (rank < (best?.rank ?? Number.POSITIVE_INFINITY)) best = { row, column, scope, rank };
    }
  }
  return best;
}

function rankOf(text: string, headings: Headings): number | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  if (COMMON.test(headingKey(text))) return 0;
  const role = headings.column(text);
  return role === 'name' ? 1 : role === 'nameOrGroup' ? 2 : undefined;
}

function rowsUnder(view: SheetView, top: number): number[] {
  return Array.from({ length: view.height - top - 1 }, (_, index) => top + 1 + index);
}

function namesUnder(view: SheetView, { row: top, column, scope }: FoundHeading, headings: Headings): NameColumn {
  const rows = rowsUnder(view, top);
  const scopeOf = (row: number) => (scope === undefined ? '' : compact(view.seen(row, scope)));
  const isMarked = rows.some((row) => scopeOf(row).includes('共性'));
  const names = new Map<string, string>();
  for (const row of rows) {
    const text = view.own(row, column);
    if (isMarked && !scopeOf(row).includes('共性')) continue;
    if (headings.isFooter(view.own(row, view.filled(row)[0] ?? 0)) || rankOf(text, headings) !== undefined) continue;
    const { core } = readName(text);
    const isName = /\p{L}{2}/u.test(core) && core.length <= LONGEST_NAME && !/[。；;]/.test(core);
    if (isName && !names.has(compact(core))) names.set(compact(core), core);
  }
  return { heading: view.own(top, column), location: cellLocation(view.grid, top, column), names: [...names.values()] };
}
