/** An .xlsx workbook → grids of the texts that a person sees in the cells. */
import { read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx';
import { InputError } from '../errors.js';
import type { Grid, Merge, SourceDocument } from './model.js';
import { openPackage } from './xlsx/package.js';

/** Beyond these a sheet is not a form that somebody filled in; formatting often reaches to the last column. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 512;

/** @throws InputError `encrypted-workbook`, `not-a-workbook`, `damaged`, `archive-too-large`, `empty-workbook` */
export function readWorkbook(bytes: Uint8Array, source: string): SourceDocument {
  openPackage(bytes, source);
  const workbook = parse(bytes, source);
  const grids = workbook.SheetNames.map((name, index) =>
    readSheet(workbook.Sheets[name] as WorkSheet, name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0),
  );
  if (grids.every(({ rows }) => rows.every((row) => row.every((text) => text.trim() === '')))) {
    throw new InputError('empty-workbook', { file: source });
  }
  return { source, format: 'xlsx', grids, lines: [], notices: [] };
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
    throw new InputError('damaged', { file: source, cause });
  }
}

function readSheet(sheet: WorkSheet, name: string, hidden: boolean): Grid {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows = data.slice(0, MAX_ROWS).map((cells) => Array.from((cells ?? []).slice(0, MAX_COLUMNS), displayText));
  const hiddenRows = new Set<number>();
  for (const [index, row] of (sheet['!rows'] ?? []).entries()) if (row?.hidden) hiddenRows.add(index);
  return { sheet: name, hidden, rows: Array.from(rows, (row) => row ?? []), merges: readMerges(sheet), hiddenRows };
}

function readMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
}

/** Built-in date formats of Chinese Excel that the reader takes for US ones. */
const CHINESE_DATE_FORMATS: ReadonlySet<string> = new Set(['m/d/yy', 'm/d/yyyy']);

function displayText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 's') return String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (cell.t === 'n' && (SSF.is_date(format) || CHINESE_DATE_FORMATS.has(format)) && !format.includes('General')) {
    return dateText(Number(cell.v), format) ?? cell.w ?? String(cell.v);
  }
  return (cell.w ?? String(cell.v)).trim();
}

/** A serial date as a Chinese reader writes it; the time of day matters to no form. */
function dateText(serial: number, format: string): string | undefined {
  const date = SSF.parse_date_code(serial);
  if (!date || date.y < 1901) return undefined;
  if (!/d/i.test(format) && /y/i.test(format)) return `${date.y}年${date.m}月`;
  if (!/y/i.test(format) && /d/i.test(format)) return `${date.m}月${date.d}日`;
  return `${date.y}年${date.m}月${date.d}日`;
}
