/** Rows under a header → indicators, with the cell of each field. */
import { compact } from '../../text/fold.js';
import { pageNumber } from '../../text/page-number.js';
import type { Framework } from '../../indicators/index.js';
import { readAmount } from './amounts.js';
import type { ColumnPlan, IndicatorField, ProjectField } from './columns.js';
import { namedTargets } from './compound.js';
import type { Headings } from './heading.js';
import type { CellPlace, IndicatorRow } from './indicator-row.js';
import { continued, isContinued, type Leaf, leafLevel, sharedCells } from './odd-rows.js';
import { rankOf } from './ranks.js';
import type { SheetView } from './sheet-view.js';

export interface ReadRows {
  readonly rows: readonly IndicatorRow[];
  /** Rows that hold text and were taken neither for an indicator nor for a total, heading or note. */
  readonly skipped: readonly number[];
  /** The level headings in force after the last row: a table that a page break cut goes on with them. */
  readonly carried: Carried;
}

/** `mark`: its number, where that stands in a cell of its own (一, （二）). */
export type Carried = Partial<Record<'level1' | 'level2', { text: string; place: CellPlace; mark?: string }>>;

export function readRows(
  view: SheetView,
  plan: ColumnPlan,
  { top, bottom }: { top: number; bottom: number },
  { headings, framework, carried: before = {} }: { headings: Headings; framework: Framework; carried?: Carried },
): ReadRows {
  const rows: IndicatorRow[] = [];
  const skipped: number[] = [];
  const project: Partial<Record<ProjectField, string>> = {};
  let carried = before;
  const isJoint = holdsTargets(view, plan, { top, bottom }, headings);
  for (let row = top; row < bottom; row += 1) {
    if (view.isBlank(row)) continue;
    if (view.grid.hiddenRows?.has(row)) {
      // What the user has hidden is not judged, but what needs every row must know.
      if (view.own(row, plan.fields.get('name') ?? -1) !== '') skipped.push(row);
      continue;
    }
    const first = view.own(row, view.filled(row)[0] ?? 0);
    // 综合得分 is an indicator where it has a target.
    const isResult = headings.result(first) !== undefined && view.own(row, plan.fields.get('value') ?? -1) === '';
    if (
      isResult ||
      headings.isFooter(first) ||
      isSigned(view, plan, row, headings) ||
      view.filled(row).some((column) => isTotal(view.own(row, column)))
    )
      continue;
    if (isColumnNumbers(view, row) || isPageNumber(view, row)) continue;
    const heading = headingRow(view, plan, row, framework, carried);
    if (heading) {
      carried = heading.level === 'level1' ? { level1: heading } : { ...carried, level2: heading };
      continue;
    }
    carryProject(view, plan, row, project);
    const leaf = leafLevel(view, plan, row);
    carried = carryLevels(view, plan, row, carried);
    // Such a row stands under no level 2 but itself.
    if (leaf) carried = withoutLevel2(carried);
    const isHeadedAbove = ((carried.level2 ?? carried.level1)?.place.row ?? top) < top;
    const levels = (isHeadedAbove && levelBeside(view, plan, row, framework)) || carried;
    const read = readRow(view, plan, row, levels, { ...project }, leaf);
    if (read) rows.push(...apart(read, { hasValues: plan.fields.has('value'), isJoint }, headings));
    else if (isContinued(view, plan, row, rows)) rows.push(continued(view, plan, row, rows.pop() as IndicatorRow));
    else if (hasStrayWeight(view, plan, row, rows)) skipped.push(row);
    else if (!isLevelsOnly(view, plan, row) && !isTemplateRow(view.own(row, plan.fields.get('name') ?? 0)))
      skipped.push(row);
  }
  return { rows, skipped, carried };
}

/** Whether names and targets share a column: its heading says so, or half of its cells have signs of a target. */
function holdsTargets(
  view: SheetView,
  plan: ColumnPlan,
  { top, bottom }: { top: number; bottom: number },
  headings: Headings,
): boolean {
  const column = plan.fields.get('name');
  if (column === undefined || plan.fields.has('value')) return false;
  if (/值/.test(view.seen(top - 1, column))) return true;
  const texts: string[] = [];
  for (let row = top; row < bottom && texts.length < MOST_SAMPLES; row += 1) {
    const text = view.own(row, column);
    if (text !== '') texts.push(text);
  }
  return texts.filter((text) => headings.targets.some((sign) => text.includes(sign, 2))).length * 2 > texts.length;
}

const MOST_SAMPLES = 40;

/** The indicators of a row whose cells hold several, or the one that it is. */
function apart(
  row: IndicatorRow,
  { hasValues, isJoint }: { hasValues: boolean; isJoint: boolean },
  headings: Headings,
): IndicatorRow[] {
  const { texts, places } = row;
  if (hasResult(texts) || (!hasValues && !isJoint)) return [row];
  const value = hasValues ? (texts.value ?? '') : undefined;
  const found = namedTargets(texts.name ?? '', value, headings.targets);
  if (!found) return [row];
  const cell = { ...places, ...(value === undefined && places.name && { value: places.name }) };
  return found.map((one, index) => {
    const own = { ...texts, name: one.name, value: one.value ?? '' };
    // A weight is that of all, and stands with the first.
    if (index > 0) delete own.weight;
    return { ...row, texts: own, places: cell };
  });
}

/** A table of results may well have no column for targets, and its names no target in them. */
function hasResult({ actual, score }: IndicatorRow['texts']): boolean {
  return (actual ?? '') !== '' || (score ?? '') !== '';
}

function isTotal(text: string): boolean {
  // Most cells hold neither.
  return (
    /[计分]/.test(text) && /^(?:合计|总计|总分|小计|权重合计|分值合计|总得分)(?:[(（].*)?[:：]?$/.test(compact(text))
  );
}

/** 主管部门意见 | 同意申报, and what is left for a signature: “（签章） 年 月 日”. In the column of names beside a target it is an indicator. */
function isSigned(view: SheetView, plan: ColumnPlan, row: number, headings: Headings): boolean {
  const columns = view.filled(row);
  const [first] = columns;
  if (first === undefined) return false;
  const isName = first === plan.fields.get('name') && view.own(row, plan.fields.get('value') ?? -1) !== '';
  const text = view.own(row, first);
  if (!isName && (headings.isOpinion(text) || headings.isSigner(text))) return true;
  if (!isName && SEALED.test(text) && SIGNER.test(compact(text))) return true;
  return columns.some((column) => isSignature(view.own(row, column)));
}

/** Most cells say nothing of a seal or a hand. */
function isSignature(text: string): boolean {
  return SEALED.test(text) && SIGNATURE.test(compact(text));
}

const SEALED = /[章签]/;

/** 承接组织签章：, 单位负责人（签字）：, 科主任（签字） */
const SIGNER = /^[\p{Script=Han}、/]{1,14}(?:\((?:签章|盖章|公章|签字|签名)\):?|(?:签章|盖章|公章|签字|签名):)$/u;

const SIGNATURE =
  /^(?:\((?:公章|签章|盖章|签字|签名|单位公章|单位盖章)\)|(?:公章|签章|盖章|签字|签名)[:：]?\d{0,4}年)[:：]?(?:\d{0,4}年?\d{0,2}月\d{0,2}日)?$/;

/** A row that numbers the columns: 1 2 3 4 or (1) (2) (3). */
function isColumnNumbers(view: SheetView, row: number): boolean {
  const columns = view.filled(row);
  const numberAt = (column: number) => Number(compact(view.own(row, column)).replace(/[()（）]/g, ''));
  const first = columns.length < 3 ? Number.NaN : numberAt(columns[0] as number);
  return (
    first < 40 &&
    numberAt(columns[1] as number) === first + 1 &&
    columns.every((column, index) => numberAt(column) === first + index)
  );
}

/** — 3 —, 第3页 共5页: left over from the printed page, alone in its row. */
function isPageNumber(view: SheetView, row: number): boolean {
  const columns = view.filled(row);
  return columns.length === 1 && pageNumber(view.own(row, columns[0] as number)) === 'marked';
}

/** A level's name on a row of its own above its indicators. */
function headingRow(view: SheetView, plan: ColumnPlan, row: number, framework: Framework, carried: Carried) {
  let column: number | undefined;
  let mark = '';
  let rank: number | undefined;
  for (const filled of view.filled(row)) {
    const own = compact(view.own(row, filled));
    if (column === undefined && filled !== plan.fields.get('name') && rankOf(own) !== undefined) {
      rank = rankOf(own);
      continue;
    }
    if (column === undefined && CHINESE_NUMBER.test(own)) {
      mark = own;
      continue;
    }
    if (/^\d+(?:\.\d+)*$|^\/$/.test(own) || (isMark(plan, filled) && SUBTOTAL.test(own))) continue;
    if (column !== undefined) return undefined;
    column = filled;
  }
  if (column === undefined || (rank ?? 0) > 2) return undefined;
  const text = view.own(row, column);
  const inLevelColumn = column === plan.fields.get('level1') || column === plan.fields.get('level2');
  // In a level column it is an ordinary label unless its block holds nothing but itself.
  if (inLevelColumn && (view.block(row, column)?.bottom ?? row) > row) return undefined;
  if (!framework.isHeading(text)) return undefined;
  const { level1, level2, level1Stated } = framework.resolve(text, '');
  const second = framework.resolve('', text);
  const isSecond =
    rank === 2 ||
    (column === plan.fields.get('level2') &&
      second.level2 !== undefined &&
      !isNextFirst(plan, text, carried, framework)) ||
    (rank === undefined && second.level2 !== undefined && isNumberedSecond(markedText({ text, mark }), carried));
  if (level1Stated && level1 && !isSecond) {
    return { level: 'level1' as const, text: tidy(text), mark, place: { row, column } };
  }
  return second.level2 || level2
    ? { level: 'level2' as const, text: tidy(text), mark, place: { row, column } }
    : undefined;
}

/** 一, （二）, 三、 in a cell of its own. */
const CHINESE_NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.．]?|[(（][一二三四五六七八九十]{1,3}[)）])$/;

/** As it would stand in one cell: 一、产出指标, （一）数量指标. */
function markedText({ text, mark = '' }: { readonly text: string; readonly mark?: string }): string {
  return mark === '' || /[)）、.．]$/.test(mark) ? `${mark}${text}` : `${mark}、${text}`;
}

/** 47.5 in the column of weights or scores; where levels have weights of their own, the row may be an indicator. */
function isMark({ fields, levelWeights }: ColumnPlan, column: number): boolean {
  const hasOwn = levelWeights.level1 !== undefined || levelWeights.level2 !== undefined;
  return !hasOwn && (column === fields.get('weight') || column === fields.get('score'));
}

const SUBTOTAL = /^\d{1,4}(?:\.\d{1,4})?[分%]?$/;

/** （四）成本指标 behind （三）时效指标 under 一、产出指标: what may be either level is numbered as the second. */
function isNumberedSecond(text: string, { level1, level2 }: Carried): boolean {
  const own = NUMBERING.findIndex((style) => style.test(text));
  if (own < 0 || !level1) return false;
  const first = NUMBERING.findIndex((style) => style.test(markedText(level1)));
  // （一）服务对象满意度指标 right under 三、满意度指标 is numbered lower.
  return level2 === undefined
    ? first >= 0 && own > first
    : NUMBERING[own]?.test(markedText(level2)) === true && own !== first;
}

/**
 * Where both levels share a column, 满意度指标 in a row of its own opens a level 1: if the level 2 stands beside the names, or if
 * it cannot stand under the last level 1.
 */
function isNextFirst({ fields }: ColumnPlan, text: string, carried: Carried, framework: Framework): boolean {
  const { level2 } = framework.resolve('', text);
  const above = framework.resolve(carried.level1?.text).level1;
  if (fields.has('level1') || !level2 || !above || !framework.resolve(text).level1Stated) return false;
  const isBeside = carried.level2?.mark === undefined;
  return isBeside || !framework.level1Of(level2).includes(above);
}

const NUMBERING = [
  /^[一二三四五六七八九十]{1,2}[、.．]/,
  /^[(（][一二三四五六七八九十]{1,2}[)）]/,
  /^\d{1,2}[、.．](?!\d)/,
  /^\d{1,2}\.\d/,
  /^[(（]\d{1,2}[)）]/,
];

function carryProject(view: SheetView, plan: ColumnPlan, row: number, project: Partial<Record<ProjectField, string>>) {
  if (plan.projectRows) {
    Object.assign(project, plan.projectRows.get(row));
    return;
  }
  const name = view.seen(row, plan.project.get('projectName') ?? -1);
  // What one project leaves blank is not that of the one above.
  if (name !== '' && name !== project.projectName) for (const field of plan.project.keys()) delete project[field];
  for (const [field, column] of plan.project) {
    const text = view.seen(row, column);
    if (text !== '') project[field] = text;
  }
}

/** Merged or blank level cells take the last heading above; a new level 1 ends the level 2 before it. */
function carryLevels(view: SheetView, plan: ColumnPlan, row: number, carried: Carried): Carried {
  const next: Carried = { ...carried };
  for (const level of ['level1', 'level2'] as const) {
    const column = plan.fields.get(level);
    if (column === undefined) continue;
    const text = tidy(view.seen(row, column));
    if (text === '') continue;
    const place = view.anchor(row, column);
    const isNew = text !== next[level]?.text || view.own(row, column) !== '';
    if (level === 'level1' && isNew && text !== carried.level1?.text) delete next.level2;
    next[level] = { text, place };
  }
  return next;
}

/** 满意度指标 among the tasks that head the rows of a matrix: the level of its own row. */
function levelBeside(view: SheetView, { fields }: ColumnPlan, row: number, framework: Framework): Carried | undefined {
  const first = view.filled(row)[0] ?? 0;
  const before = Math.min(...fields.values());
  const text = first < before ? view.own(row, first) : '';
  if (text === '' || !framework.isHeading(text) || !framework.resolve(text, '').level1Stated) return undefined;
  return { level1: { text: tidy(text), place: { row, column: first } } };
}

function withoutLevel2({ level1 }: Carried): Carried {
  return level1 ? { level1 } : {};
}

function readRow(
  view: SheetView,
  plan: ColumnPlan,
  row: number,
  carried: Carried,
  project: Partial<Record<ProjectField, string>>,
  leaf: Leaf | undefined,
): IndicatorRow | undefined {
  const texts: Partial<Record<IndicatorField, string>> = {};
  const places: Partial<Record<IndicatorField, CellPlace>> = {};
  for (const [field, column] of plan.fields) {
    if (field === 'level1' || field === 'level2') continue;
    const isWide = REACHING.has(field) && plan.fields.get('name') !== column;
    texts[field] = isWide ? view.seen(row, column) : view.own(row, column);
    places[field] = isWide ? view.anchor(row, column) : { row, column };
  }
  nameFromAbove(view, plan, row, texts, places);
  const levels: Partial<Record<'level1' | 'level2', CellPlace>> = {};
  for (const level of ['level1', 'level2'] as const) {
    const found = carried[level];
    if (!found) continue;
    texts[level] = found.text;
    levels[level] = found.place;
    // A heading over several rows is not the place of one row's fault.
    const block = view.block(found.place.row, found.place.column);
    if (found.place.row === row && (block === undefined || block.top === block.bottom)) places[level] = found.place;
  }
  if (leaf) {
    [texts.name, places.name] = [leaf.name, { row, column: leaf.column }];
    if (leaf.explanation !== '') texts.explanation = leaf.explanation;
    if (readAmount(texts.weight) === undefined) [texts.weight, places.weight] = [leaf.weight, leaf.weightPlace];
  }
  const shared = sharedCells(view, plan, row);
  return isIndicator(texts) ? { row, texts, places, headings: levels, project, ...(shared && { shared }) } : undefined;
}

/** A blank name cell beside a target: the name merged down from above, or that of the level above it. */
function nameFromAbove(
  view: SheetView,
  plan: ColumnPlan,
  row: number,
  texts: Partial<Record<IndicatorField, string>>,
  places: Partial<Record<IndicatorField, CellPlace>>,
): void {
  if (texts.name !== '' || !texts.value) return;
  for (const column of [plan.fields.get('name'), plan.upperName]) {
    const name = column === undefined ? '' : view.seen(row, column);
    if (column === undefined || name === '') continue;
    [texts.name, places.name] = [name, view.anchor(row, column)];
    return;
  }
}

/** A result or reason that was merged over several rows is said of each of them. */
const REACHING: ReadonlySet<IndicatorField> = new Set(['actual', 'deviationReason', 'improvement']);

/**
 * “……”, “指标2：” and a weight or unit in an otherwise blank row are what is left of the template. A row without a name
 * is an indicator only if it states a target: elsewhere its cells have slipped or belong to a note.
 */
function isIndicator(texts: IndicatorRow['texts']): boolean {
  const filled = (field: IndicatorField) => !/^[.…·]*$/.test(texts[field] ?? '');
  if (filled('value')) return true;
  return filled('name') && (!isTemplateRow(texts.name ?? '') || filled('actual') || filled('explanation'));
}

/** A weight without an indicator; the sum of those above is an unlabelled total. */
function hasStrayWeight(view: SheetView, plan: ColumnPlan, row: number, above: readonly IndicatorRow[]): boolean {
  const column = plan.fields.get('weight');
  const weight = column === undefined ? undefined : readAmount(view.own(row, column));
  if (weight === undefined || weight <= 0) return false;
  const sum = above.reduce((total, { texts }) => total + (readAmount(texts.weight) ?? 0), 0);
  return Math.abs(sum - weight) > 0.01;
}

function isTemplateRow(name: string): boolean {
  return /^(?:(?:三级)?指标[\d一二三四五六七八九十]{0,2}[:：、.]?|[.…·]+)$/.test(compact(name));
}

/** A row that only opens a level or a project, or keeps a weight or unit of the template. */
function isLevelsOnly(view: SheetView, plan: ColumnPlan, row: number): boolean {
  const telling = new Set([...plan.fields].filter(([field]) => TELLING.has(field)).map(([, column]) => column));
  return view.filled(row).every((column) => !telling.has(column));
}

const TELLING: ReadonlySet<IndicatorField> = new Set([
  'name',
  'value',
  'actual',
  'explanation',
  'source',
  'deviationReason',
  'improvement',
]);

function tidy(text: string): string {
  return text.replace(/\s+/g, '');
}
