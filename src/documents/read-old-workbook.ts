/** A workbook of Excel 95 or of the XML that Excel 2003 wrote → grids of the texts that a person sees in the cells. */
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import { InputError } from '../errors.js';
import type { Notice } from '../schema/index.js';
import { isDateFormat, serialText } from './cell-text.js';
import type { Grid, Merge, SourceDocument } from './model.js';
import { cutNotice, MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';

/**
 * Whoever calls has made sure that it is one.
 * @throws InputError `encrypted-workbook`, `damaged`, `empty-workbook`
 */
export function readOldWorkbook(bytes: Uint8Array, source: string): SourceDocument {
  const workbook = parse(bytes, source);
  const notices: Notice[] = [];
  const grids = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return [];
    if (isCut(sheet)) notices.push(cutNotice(name));
    return [readSheet(sheet, name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0)];
  });
  if (grids.every(({ rows }) => rows.every((row) => row.every((text) => text.trim() === '')))) {
    throw new InputError('empty-workbook', { file: source });
  }
  return { source, format: 'xls', grids, lines: [], notices };
}

function parse(bytes: Uint8Array, source: string) {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (cause) {
    const isLocked = /password/i.test((cause as Error | undefined)?.message ?? '');
    throw new InputError(isLocked ? 'encrypted-workbook' : 'damaged', { file: source, cause });
  }
}

function cellsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet['!data'] ?? [];
}

function readSheet(sheet: WorkSheet, name: string, hidden: boolean): Grid {
  const data = cellsOf(sheet);
  const rows = Array.from(data.slice(0, MAX_ROWS), (cells) =>
    Array.from((cells ?? []).slice(0, MAX_COLUMNS), displayText),
  );
  const hiddenRows = new Set<number>();
  for (const [index, row] of (sheet['!rows'] ?? []).entries()) if (row?.hidden) hiddenRows.add(index);
  return { sheet: name, hidden, rows, merges: readMerges(sheet), hiddenRows };
}

/** Is there text beyond what is read? */
function isCut(sheet: WorkSheet): boolean {
  const data = cellsOf(sheet);
  const hasText = (cell: CellObject | undefined): boolean => displayText(cell) !== '';
  if (data.length > MAX_ROWS && data.slice(MAX_ROWS).some((row) => row?.some(hasText))) return true;
  return data.some((row) => row && row.length > MAX_COLUMNS && row.slice(MAX_COLUMNS).some(hasText));
}

function readMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
}

function displayText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 's') return String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (cell.t === 'n' && isDateFormat(format)) {
    return serialText(Number(cell.v), format) ?? cell.w ?? String(cell.v);
  }
  return (cell.w ?? String(cell.v)).trim();
}
