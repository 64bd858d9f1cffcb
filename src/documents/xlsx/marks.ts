import { UsageError } from '../../errors.js';
import type { Severity } from '../../schema/index.js';
import type { Merge } from '../model.js';
import { type CellPlace, parseCell } from './references.js';

/** One remark about one cell of the user's workbook. */
export interface CellMark {
  readonly sheet: string;
  /** An A1 reference. */
  readonly cell: string;
  readonly tone: Severity;
  readonly comment: string;
}

/** All that is said about one cell. */
export interface CellNote extends CellPlace {
  readonly tone: Severity;
  readonly comment: string;
}

/** Notes by row and column, both ascending. */
export type SheetNotes = ReadonlyMap<number, ReadonlyMap<number, CellNote>>;

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** Several marks on a cell become one note; what is said of a covered cell goes to the anchor of its merge. */
export function gatherNotes(marks: readonly CellMark[], merges: readonly Merge[]): SheetNotes {
  const byRow = new Map<number, { place: CellPlace; mark: CellMark }[]>();
  for (const mark of marks) {
    const place = parseCell(mark.cell);
    if (!place) throw new UsageError('bad-cell-reference', { sheet: mark.sheet, cell: mark.cell });
    append(byRow, place.row, { place, mark });
  }
  moveToAnchors(byRow, merges);
  const placed = [...byRow.values()].flat();
  const rows = new Map<number, Map<number, CellNote>>();
  for (const { place, mark } of placed.toSorted((a, b) => order(a.place, b.place))) {
    const row = rows.get(place.row) ?? new Map<number, CellNote>();
    rows.set(place.row, row);
    const before = row.get(place.column);
    row.set(place.column, {
      ...place,
      tone: worse(before?.tone, mark.tone),
      comment: joined(before?.comment, mark.comment),
    });
  }
  return rows;
}

export function allNotes(notes: SheetNotes): CellNote[] {
  return [...notes.values()].flatMap((row) => [...row.values()]);
}

function moveToAnchors(byRow: ReadonlyMap<number, { place: CellPlace }[]>, merges: readonly Merge[]): void {
  const rows = [...byRow.keys()].toSorted((a, b) => a - b);
  for (const { top, left, bottom, right } of merges) {
    for (let at = firstFrom(rows, top); at < rows.length && (rows[at] as number) <= bottom; at++) {
      for (const entry of byRow.get(rows[at] as number) ?? []) {
        const { column } = entry.place;
        if (column >= left && column <= right) entry.place = { row: top, column: left };
      }
    }
  }
}

/** The index of the first number that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function order(a: CellPlace, b: CellPlace): number {
  return a.row - b.row || a.column - b.column;
}

function worse(a: Severity | undefined, b: Severity): Severity {
  return WORST_FIRST.find((tone) => tone === a || tone === b) ?? b;
}

function joined(before: string | undefined, text: string): string {
  return before ? `${before}\n${text}` : text;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
