/** The header of a table: which columns hold findings, and under which sub-heads. */
import type { Grid } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import { asSeen } from '../text/normalize/normalize.js';
import { type OwnerOrder, ownerOrder } from './owner-column.js';
import type { ReadingData } from './reading-data.js';
import { isCauseHeader, isEvidenceHeader, isProjectHeader, tellsState } from './header-forms.js';
import { type FindingRole, type HeaderRole, headerRole, isVoid } from './roles.js';

export interface Cell {
  readonly column: number;
  readonly text: string;
  readonly role: HeaderRole | undefined;
  /** 具体表现 beside 问题: what it holds shows the problem. */
  readonly evidence?: boolean;
}

export interface Columns {
  readonly findings: Map<number, FindingRole>;
  readonly evidence: Set<number>;
  readonly project: Map<number, string>;
  readonly unit: Map<number, string>;
  /** Columns of both, with the one that the header names first. */
  readonly owner: Map<number, OwnerOrder>;
  readonly year: Map<number, string>;
  /** Sub-heads of the columns under one head (存在问题 over 决策 and 产出). */
  readonly parts: Map<number, string>;
  /** Columns right of a head of findings that belong to it by a merge (true), or have no head of their own (false). */
  readonly spread: Map<number, boolean>;
  /** The header is one cell: a title with its points in the rows below. */
  readonly isTitle: boolean;
}

/** The filled cells of a row with what they would be as headers; some say it only beside a column of problems. */
export function headerCells(texts: readonly string[], data: ReadingData): Cell[] {
  const cells = texts.flatMap((text, column): Cell[] =>
    text.trim() === '' ? [] : [{ column, text, role: headerRole(asSeen(text, data.slips), data) }],
  );
  const problem = cells.findIndex(({ role }) => role === 'problem');
  if (problem < 0) return cells;
  const { suggestion } = data.headers.beside;
  const named = cells.some(({ role, text }) => role === 'problem' && !isCauseHeader(text, data));
  return cells.map((cell, index): Cell => {
    const words = withoutSpaces(cell.text).replace(/[:：]$/u, '');
    if (index > problem && isEvidenceHeader(words, data)) return { ...cell, role: 'problem', evidence: true };
    if (cell.role === 'problem') return named && isCauseHeader(words, data) ? { ...cell, role: 'other' } : cell;
    return suggestion.includes(words) ? { ...cell, role: 'suggestion' } : cell;
  });
}

/** With the heads of the rows above that a merge carries down into this header row (项目 beside 复核情况 over 问题 and 意见). */
export function withMergedHeads(
  cells: readonly Cell[],
  { rows, merges }: Grid,
  row: number,
  data: ReadingData,
): Cell[] {
  const carried = merges.flatMap(({ top, left, bottom }): Cell[] => {
    const text = rows[top]?.[left] ?? '';
    if (top >= row || bottom < row || text.trim() === '') return [];
    return [{ column: left, text, role: headerRole(asSeen(text, data.slips), data) }];
  });
  return [...cells, ...carried].toSorted((one, other) => one.column - other.column);
}

export function isFinding({ role }: Cell): boolean {
  return role === 'problem' || role === 'suggestion' || role === 'both';
}

/** A row of a form holds two labels and their values at most. */
export const FORM_CELLS = 4;

/** 短板弱项 | 提升举措, whatever stands before and behind. */
function hasBothBeside(cells: readonly Cell[]): boolean {
  return cells.some(({ role }, index) => role === 'problem' && cells[index + 1]?.role === 'suggestion');
}

export function isHeader(cells: readonly Cell[], data: ReadingData): boolean {
  const known = cells.filter(({ role }) => role !== undefined).length;
  const findings = cells.filter(isFinding).length;
  if (cells.some(({ text }) => withoutSpaces(text).length > data.headers.maxLength || isVoid(text, data))) return false;
  // Labels and values alternate (存在问题 | 指标不全 | 改进措施 | 完善指标); headers stand side by side.
  if (findings > 0) return known > cells.length / 2 || (cells.length > FORM_CELLS && hasBothBeside(cells));
  return known >= 3 && known >= 0.6 * cells.length;
}

/** In what is a header already, a column of projects may have any name; a row of the table has names of projects, too. */
function withProject(cells: readonly Cell[], data: ReadingData): readonly Cell[] {
  if (!cells.some(isFinding) || cells.some(({ role }) => role === 'project' || role === 'owner')) return cells;
  const at = cells.findIndex(({ role, text }) => role === undefined && isProjectHeader(withoutSpaces(text), data));
  return cells.map((cell, index) => (index === at ? { ...cell, role: 'project' as const } : cell));
}

interface HeaderPlace {
  readonly grid: Grid;
  readonly row: number;
  /** Of the header row right above, which this one says more about. */
  readonly before: Columns | undefined;
  readonly data: ReadingData;
}

export function learnColumns(found: readonly Cell[], { grid, row, before, data }: HeaderPlace): Columns {
  const cells = withProject(found, data);
  const continued = before?.isTitle ? undefined : before;
  const columns: Columns = continued ?? {
    findings: new Map(),
    evidence: new Set(),
    project: new Map(),
    unit: new Map(),
    owner: new Map(),
    year: new Map(),
    parts: new Map(),
    spread: new Map(),
    isTitle: cells.length === 1,
  };
  for (const [index, { column, role, text, evidence }] of cells.entries()) {
    if (role === 'project' || role === 'unit' || role === 'year') columns[role].set(column, withoutSpaces(text));
    const order = role === 'owner' ? ownerOrder(text, data) : undefined;
    if (order !== undefined) columns.owner.set(column, order);
    if (role !== 'problem' && role !== 'suggestion' && role !== 'both') {
      columns.findings.delete(column);
      continue;
    }
    columns.findings.set(column, role);
    if (evidence) columns.evidence.add(column);
    const merged = grid.merges.find(({ top, left }) => top === row && left === column)?.right ?? column;
    const next = cells[index + 1]?.column ?? grid.rows[row]?.length ?? 0;
    for (let beside = column + 1; beside < Math.max(next, merged + 1); beside += 1) {
      if (beside > merged && columns.isTitle) break;
      columns.spread.set(beside, beside <= merged);
      if (beside <= merged) columns.findings.set(beside, role);
    }
  }
  return columns;
}

/** Sub-heads are as short as that. */
const SUB_HEAD = 10;

/** A row of short words under heads that stand over several columns, and nowhere else. */
export function isSubHeader(cells: readonly Cell[], { findings, spread }: Columns): boolean {
  const short = ({ text }: Cell): boolean => withoutSpaces(text).length <= SUB_HEAD && !/[\d，。；：]/u.test(text);
  return (
    cells.length > 1 &&
    cells.some(({ column }) => spread.has(column)) &&
    cells.every((cell) => (findings.has(cell.column) || spread.has(cell.column)) && short(cell))
  );
}

export function learnParts(cells: readonly Cell[], columns: Columns, data: ReadingData): Columns {
  let head: FindingRole | undefined;
  for (const { column, text, role } of cells) {
    head = columns.findings.get(column) ?? head;
    const inherits = role === undefined || role === 'unit' || role === 'project' || role === 'owner';
    const own = inherits && !tellsState(withoutSpaces(text), data) ? head : role;
    if (own === 'problem' || own === 'suggestion' || own === 'both') {
      columns.findings.set(column, own);
      columns.parts.set(column, withoutSpaces(text));
    } else columns.findings.delete(column);
  }
  return columns;
}

/** The sub-head that problems and suggestions of a row share; '' for none. */
export function partOf(column: number, { findings, parts }: Columns): string {
  const part = parts.get(column);
  const role = findings.get(column);
  const isShared = [...parts].some(([other, name]) => name === part && findings.get(other) !== role);
  return part !== undefined && isShared ? part : '';
}
