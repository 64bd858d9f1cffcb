/** Label–value pairs above an indicator table: 项目名称, 资金总额, 年度目标 … */
import { foldWidth } from '../../text/fold.js';
import type { LabelRole } from '../table-data.js';
import { goalRows } from './goal-rows.js';
import { headingKey, type Headings } from './heading.js';
import { hasMoneyUnit, isMoney, isMoneyUnit } from './money.js';
import type { SheetView } from './sheet-view.js';

export interface Labelled {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** The label itself: it may name the unit of money. */
  readonly label: string;
  readonly rank: number;
}

export type Labels = Partial<Record<LabelRole, Labelled>>;

/** Reads the rows from `top` up to, not including, `bottom`. The surest label of a role wins, then the first. */
export function readLabels(view: SheetView, top: number, bottom: number, headings: Headings): Labels {
  const labels: Labels = {};
  for (let row = top; row < bottom; row += 1) {
    for (const column of view.filled(row)) {
      const label = view.own(row, column);
      const inline = splitInline(label, headings);
      const known = headings.labels(inline ? inline.label : label);
      const isOpen = headings.isOpenName(label) && !namesProject(view, row, column, headings);
      const all = isOpen ? known.filter(({ role }) => role !== 'name') : known;
      // 项目资金：用于购置… is a sentence.
      const matches = inline && !isMoney(inline.value) ? all.filter(({ role }) => role !== 'budget') : all;
      if (matches.length === 0) continue;
      const value = inline
        ? { text: inline.value, row, column }
        : matches.some(({ role }) => role === 'budget')
          ? budgetOf(view, row, column, bottom, headings)
          : valueOf(view, row, column, bottom, headings);
      if (!value) {
        // A goal that the form asks for and nobody wrote; a title over the whole width asks for nothing.
        if (!inline && (isBlankBeside(view, row, column) || isBesideText(view, row, column, headings)))
          for (const { role } of matches)
            if (GOALS.has(role)) labels[role] ??= { text: '', row, column, label, rank: Number.POSITIVE_INFINITY };
        continue;
      }
      for (const { role, rank } of matches) {
        // “单位：万元” is that of the money.
        if (role === 'unit' && isMoneyUnit(value.text)) continue;
        if (rank < (labels[role]?.rank ?? Number.POSITIVE_INFINITY))
          labels[role] = { label: inline?.label ?? label, ...value, rank };
      }
    }
  }
  return withGoalText(labels);
}

export const GOALS: ReadonlySet<LabelRole> = new Set(['goal', 'goalText', 'annualGoal']);

/** 目标内容 says nothing of which goal it is: that of the blank one beside it, if there is one, else the goal. */
function withGoalText({ goalText, ...labels }: Labels): Labels {
  if (!goalText) return labels;
  const asked = (['annualGoal', 'goal'] as const).filter((role) => labels[role]);
  const blank = asked.find((role) => labels[role]?.text === '');
  if (blank) return { ...labels, [blank]: goalText };
  return asked.length > 0 ? labels : { ...labels, goal: goalText };
}

function isBesideText(view: SheetView, row: number, column: number, headings: Headings): boolean {
  return headings.labels(view.own(row, view.after(row, column))).some(({ role }) => role === 'goalText');
}

function isBlankBeside(view: SheetView, row: number, column: number): boolean {
  const beside = view.after(row, column);
  if (beside >= view.width) return false;
  for (let at = beside; at < view.width; at = view.after(row, at)) if (view.own(row, at) !== '') return false;
  return true;
}

/** “项目名称：公园养护” in one cell. */
function splitInline(text: string, headings: Headings): { label: string; value: string } | undefined {
  const at = text.search(/[:：]/);
  if (at <= 0 || at > 16) return undefined;
  const label = text.slice(0, at);
  // 填报单位：县水利局 金额单位：万元, wide blanks between: the next label ends it.
  const [value = ''] = text
    .slice(at + 1)
    .trim()
    .split(NEXT_LABEL);
  return value !== '' && headings.labels(label).length > 0 ? { label, value } : undefined;
}

/**
 * 名称 and 任务名称 head lists of other things as well: they name the project where they stand beside 项目概况, or where a label and
 * no text of the same list stands below.
 */
function namesProject(view: SheetView, row: number, column: number, headings: Headings): boolean {
  if (column > 0 && OF_PROJECT.test(view.seen(row, column - 1))) return true;
  const below = view.own((view.block(row, column)?.bottom ?? row) + 1, column);
  return headings.labels(below).length > 0 || headings.column(below) !== undefined;
}

const OF_PROJECT = /^(?:项目|专项|政策)/;

const NEXT_LABEL = /\s{2,20}(?=[^\s:：]{2,12}[:：])/u;

/** The next cell to the right; where that is another label or blank, the cell below (目标 side by side). */
function valueOf(view: SheetView, row: number, column: number, bottom: number, headings: Headings) {
  const right = view.after(row, column);
  const text = view.own(row, right);
  const isGoal = (content: string) => headings.labels(content).some(({ role }) => GOALS.has(role));
  const asksForGoal = isGoal(view.own(row, column));
  const isParts = asksForGoal && arePartsOfGoal(view, row, right, isGoal);
  // A project may be called like a heading (专项经费), a goal is a sentence.
  const isLabel = (content: string) =>
    headings.isSurely(content) ||
    (isParts && isGoal(content)) ||
    (asksForGoal && headings.column(content) !== undefined);
  if (asksForGoal) {
    const rows = goalRows(view, row, column, bottom, isLabel);
    if (rows) return rows;
  }
  const isColumn = headsColumn(view, row, column, right, bottom);
  if (text !== '' && !isLabel(text) && !isColumn) return { text, row, column: right };
  if (isGoal(text)) {
    // 总体目标 as a block label beside the headings of its parts.
    const below = view.own(row + 1, right);
    const own = (view.block(row, column)?.bottom ?? row) > row ? '' : view.own(row + 1, column);
    const isBlock = own === '' || isLabel(own);
    if (isBlock && below !== '' && !isLabel(below) && row + 1 < bottom)
      return { text: below, row: row + 1, column: right };
    // 年度总体目标 | 预期目标 | 发放补贴…
    const beyond = view.after(row, right);
    const told = view.own(row, beyond);
    if (told !== '' && !isLabel(told) && !isGoal(told)) return { text: told, row, column: beyond };
  }
  const alone = text === '' ? loneBeyond(view, row, right) : undefined;
  if (alone !== undefined && headings.labels(view.own(row, alone)).length === 0 && !isLabel(view.own(row, alone)))
    return { text: view.own(row, alone), row, column: alone };
  const next = (view.block(row, column)?.bottom ?? row) + 1;
  const below = view.own(next, column);
  // 项目 alone heads tables of other things as well, with their names under it.
  const usable = below !== '' && next < bottom && !isLabel(below) && headingKey(view.own(row, column)) !== '项目';
  // Goals stand under their heading; other labels only where the cell beside them is taken.
  if (usable && (text !== '' || asksForGoal)) return { text: below, row: next, column };
  return undefined;
}

/** 项目名称 | | | 首末站充电桩: a merged form that was saved as text leaves blanks between the label and the one cell that is filled. */
function loneBeyond(view: SheetView, row: number, from: number): number | undefined {
  const beyond = view.filled(row).filter((at) => at > from);
  return beyond.length === 1 ? beyond[0] : undefined;
}

/** 实施周期总体目标 | 本年度目标 to the right of 绩效目标: composed as they are, two of them side by side are headings. */
function arePartsOfGoal(view: SheetView, row: number, first: number, isGoal: (text: string) => boolean): boolean {
  const second = view.own(row, view.after(row, first));
  return second !== '' && isGoal(view.own(row, first)) && isGoal(second);
}

/**
 * 部门名称, merged down beside 年度预算申请 over 资金总额 and its parts: the head of a column, as its neighbour ends sooner; what it
 * heads stands under it.
 */
function headsColumn(view: SheetView, row: number, column: number, right: number, bottom: number): boolean {
  const own = view.block(row, column)?.bottom ?? row;
  const beside = view.block(row, right)?.bottom ?? row;
  if (own === row || beside >= own || own + 1 >= bottom || view.own(own + 1, column) === '') return false;
  const { left, right: last } = view.block(row, right) ?? { left: right, right };
  // Headings of its parts, and nothing to be read before they end.
  return last > left && view.own(beside + 1, left) !== '' && !/\d/.test(view.own(beside + 1, left));
}

/**
 * The amount that belongs to a budget label: the nearest number to the right (in a self-evaluation the one under
 * 全年预算数), else the one below.
 */
function budgetOf(view: SheetView, row: number, column: number, bottom: number, headings: Headings) {
  const amounts: number[] = [];
  for (let at = view.after(row, column); at < view.width; at = view.after(row, at)) {
    const text = view.own(row, at);
    if (isMoney(text)) amounts.push(at);
    // 年度资金 | 总额 | 3200
    else if (text !== '' && (amounts.length > 0 || !isWhole(text, headings))) break;
  }
  const fullYear = amounts.find((at) => /全年预算/.test(view.own(row - 1, at)));
  const right = fullYear ?? amounts[0];
  if (right !== undefined) {
    // 预算金额（元） beside 年度资金总额 names the unit for all of its block.
    const block = view.seen(row, 0);
    const label = hasMoneyUnit(block) ? { label: `${view.own(row, column)} ${block}` } : {};
    return { text: view.own(row, right), row, column: right, ...label };
  }
  const inBlock = amountInBlock(view, row, column, headings);
  if (inBlock) return inBlock;
  const below = amountsUnder(view, row, column, bottom);
  // Several amounts are parts with their sum (财政拨款, 其他资金, 合计): which is the whole only its own label tells.
  const ofWhole = (at: number) =>
    view.filled(at).some((other) => other < column && isWhole(view.own(at, other), headings));
  const at = below.length > 1 ? below.find(ofWhole) : below[0];
  if (at === undefined) return undefined;
  // 资金情况（元） over or beside the heading names the unit for all of its block.
  return { text: view.own(at, column), row: at, column, label: `${view.own(row, column)} ${view.seen(row, 0)}` };
}

/**
 * 资金预算 merged down over headings (合计, 财政拨款; 2024年, 2025年) and the amounts under them: that of the form's year, else
 * the whole.
 */
function amountInBlock(view: SheetView, row: number, column: number, headings: Headings) {
  if ((view.block(row, column)?.bottom ?? row) === row) return undefined;
  const year = findYear(view, 0, row);
  let whole: number | undefined;
  for (let at = view.after(row, column); at < view.width; at = view.after(row, at)) {
    const heading = view.own(row, at);
    if (heading === '' || !isMoney(view.own(row + 1, at))) continue;
    if (year !== undefined && readYear(heading) === year) {
      whole = at;
      break;
    }
    if (isWhole(heading, headings)) whole ??= at;
  }
  if (whole === undefined) return undefined;
  const label = `${view.own(row, whole)} ${view.own(row, column)}`;
  return { text: view.own(row + 1, whole), row: row + 1, column: whole, label };
}

function isWhole(text: string, headings: Headings): boolean {
  return headings.funds(text).some(({ role }) => role === 'whole');
}

/** The year that labels or a title above a table state. */
export function statedYear(view: SheetView, top: number, bottom: number, headings: Headings): number | undefined {
  const { year } = readLabels(view, top, bottom, headings);
  return (year && readYear(`${year.text}年`)) ?? findYear(view, top, bottom);
}

/** The rows right under a cell that hold an amount in its column. */
function amountsUnder(view: SheetView, row: number, column: number, bottom: number): number[] {
  const rows: number[] = [];
  let at = (view.block(row, column)?.bottom ?? row) + 1;
  for (; at < bottom && isMoney(view.own(at, column)); at = (view.block(at, column)?.bottom ?? at) + 1) rows.push(at);
  return rows;
}

/** 2024 in “（2024年度）”, “2024年”. */
export function findYear(view: SheetView, top: number, bottom: number): number | undefined {
  for (let row = top; row < bottom; row += 1) {
    for (const column of view.filled(row)) {
      const year = readYear(view.own(row, column));
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

export function readYear(text: string): number | undefined {
  const match = /(?<!\d)(20\d{2})\s*(?:年度?|$)/.exec(foldWidth(text).trim());
  if (match) return Number(match[1]);
  // 二〇二六年度, 二○二六年
  const [written, ...digits] = WRITTEN_YEAR.exec(text) ?? [];
  return written === undefined ? undefined : 2000 + digits.reduce((all, digit) => all * 10 + digitOf(digit), 0);
}

const WRITTEN_YEAR = /二[〇○零Ｏ]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])\s?年/;

function digitOf(digit: string): number {
  return Math.max('〇一二三四五六七八九'.indexOf(digit), 0);
}
