/**
 * A manifest names files and what is known of them: a text file with a path a line, a table (`path,unit,year,region`, or
 * 路径,单位,年度,地区) as text or as a workbook, or JSONL with these fields. Paths count from the manifest's own folder.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import { decodeText } from '../../documents/decode.js';
import { readXlsx } from '../../documents/xlsx/read/read-xlsx.js';
import { InputError } from '../../errors.js';
import type { Tags } from '../types.js';
import { kindOf } from './kinds.js';

export interface Listed {
  readonly source: string;
  /** Of the manifest, from 1. */
  readonly line: number;
  readonly tags?: Tags;
}

export interface Manifest {
  readonly listed: readonly Listed[];
  /** Columns whose names mean nothing here. */
  readonly unknownColumns: readonly string[];
}

/** Names of the columns: a fixed format, as docs/batch.md says. */
const COLUMNS: Readonly<Record<string, 'path' | keyof Tags>> = {
  path: 'path',
  路径: 'path',
  文件: 'path',
  unit: 'unit',
  单位: 'unit',
  year: 'year',
  年度: 'year',
  region: 'region',
  地区: 'region',
};

/** Enough to see what a file is; documents of gigabytes are looked at too. */
const SNIFFED = 1 << 16;

/**
 * What the file lists; undefined where it is a document and no manifest. With `workbooks` a small workbook is looked into.
 * @throws InputError with file and line: `batch-manifest`, `manifest-no-path-column`, `manifest-no-path`, `manifest-year`,
 * `manifest-conflict`; as `decodeText`
 */
export function readManifest(file: string, folder: string, workbooks = false): Manifest | undefined {
  const manifest =
    kindOf(file) === 'xlsx' ? (workbooks ? ofWorkbook(file, folder) : undefined) : manifestOf(file, folder);
  if (manifest) requireAgreement(manifest.listed, file);
  return manifest;
}

function manifestOf(file: string, folder: string): Manifest | undefined {
  const full = resolve(folder, file);
  const kind = kindOf(file);
  if (!['txt', 'csv', 'tsv', 'jsonl', 'ndjson'].includes(kind)) return undefined;
  const from = (path: string) => placed(path, file);
  const first = firstLine(full);
  if (kind === 'txt') {
    if (first === undefined || !existsSync(resolve(folder, from(first)))) return undefined;
    const paths = lines(full, file).filter(({ text }) => !text.startsWith('#'));
    return { listed: paths.map(({ text, line }) => ({ source: from(text), line })), unknownColumns: [] };
  }
  if (kind === 'csv' || kind === 'tsv') {
    if (first === undefined) return undefined;
    if (columnsOf(first, kind).includes('path')) return tableRows(full, file, kind, from);
    requireDocument(full, file, kind, (path) => existsSync(resolve(folder, from(path))));
    return undefined;
  }
  if (first === undefined || !isListed(first)) return undefined;
  const listed = lines(full, file).map(({ text, line }) =>
    fromFields(recordOf(text, file, line), { file, line }, from),
  );
  return { listed, unknownColumns: [] };
}

/** Larger ones are documents. */
const MOST_WORKBOOK = 8 * 1024 * 1024;
/** A title may stand above the header. */
const HEADER_ROWS = 3;

/** A workbook whose first sheet has a column of paths, with a file that is there; columns as in a table of text. */
function ofWorkbook(file: string, folder: string): Manifest | undefined {
  const full = resolve(folder, file);
  const from = (path: string) => placed(path, file);
  if (statSync(full).size > MOST_WORKBOOK) return undefined;
  const rows = sheetRows(full, file);
  const at = rows.slice(0, HEADER_ROWS).findIndex((row) => row.some((cell) => columnOf(cell) === 'path'));
  const header = rows[at];
  if (!header) return undefined;
  const names = header.map(columnOf);
  const filled = rows.slice(at + 1).map((record, index) => ({ record, line: at + 2 + index }));
  const those = filled.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const path = names.indexOf('path');
  const isThere = ({ record }: { record: readonly string[] }): boolean => {
    const cell = record[path]?.trim() ?? '';
    return cell !== '' && existsSync(resolve(folder, from(cell)));
  };
  if (!those.some(isThere)) return undefined;
  const listed = those.map(({ record, line }) => {
    const fields = names.flatMap((name, column) => (name ? [[name, record[column]?.trim() ?? '']] : []));
    return fromFields(Object.fromEntries(fields) as Record<string, unknown>, { file, line }, from);
  });
  return { listed, unknownColumns: header.filter((cell, column) => cell !== '' && names[column] === undefined) };
}

function sheetRows(full: string, file: string): readonly (readonly string[])[] {
  try {
    return readXlsx(readFileSync(full), file).grids.find(({ hidden }) => !hidden)?.rows ?? [];
  } catch {
    // Whoever reads it as a document says what is wrong with it.
    return [];
  }
}

function columnOf(cell: string): 'path' | keyof Tags | undefined {
  return COLUMNS[cell.trim().toLowerCase()];
}

/** A path of the manifest as it is seen from the working folder. */
function placed(path: string, manifest: string): string {
  const slashes = path.replaceAll('\\', '/');
  if (isAbsolute(path)) return slashes;
  return posix.normalize(join(dirname(manifest), slashes).replaceAll('\\', '/'));
}

function firstLine(file: string): string | undefined {
  return beginning(file, file).find(({ text }) => !text.startsWith('#'))?.text;
}

function beginning(full: string, file: string): { text: string; line: number }[] {
  const bytes = Buffer.alloc(SNIFFED);
  const handle = openSync(full, 'r');
  try {
    const read = bytes.subarray(0, readSync(handle, bytes));
    const cut = read.lastIndexOf(10);
    const whole = cut < 0 ? read : read.subarray(0, cut);
    return split(decodeText(whole, file).text);
  } catch {
    // No text: whoever reads it as a document says so.
    return [];
  } finally {
    closeSync(handle);
  }
}

function lines(full: string, file: string): { text: string; line: number }[] {
  return split(decodeText(readFileSync(full), file).text);
}

function split(text: string): { text: string; line: number }[] {
  return text
    .split('\n')
    .map((one, index) => ({ text: one.trim(), line: index + 1 }))
    .filter((one) => one.text !== '');
}

function columnsOf(header: string, kind: string): (string | undefined)[] {
  return cellsOf(header, kind).map((cell) => COLUMNS[cell.toLowerCase()]);
}

function cellsOf(line: string, kind: string): string[] {
  return line.split(kind === 'csv' ? ',' : '\t').map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

function isListed(line: string): boolean {
  try {
    const record = JSON.parse(line) as Record<string, unknown> | null;
    return typeof record?.path === 'string' && !('project' in record) && !('text' in record);
  } catch {
    return false;
  }
}

function recordOf(text: string, file: string, line: number): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new InputError('batch-manifest', { file, line, data: { reason: (cause as Error).message }, cause });
  }
}

function tableRows(full: string, file: string, kind: string, from: (path: string) => string): Manifest {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(decodeText(readFileSync(full), file).text, {
      delimiter: kind === 'csv' ? ',' : '\t',
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (cause) {
    throw new InputError('batch-manifest', { file, data: { reason: (cause as Error).message }, cause });
  }
  const [header, ...rest] = rows;
  const names = (header?.record ?? []).map((cell) => COLUMNS[cell.toLowerCase()]);
  const listed = rest.map(({ record, info }) => {
    const fields = Object.fromEntries(names.flatMap((name, column) => (name ? [[name, record[column] ?? '']] : [])));
    return fromFields(fields, { file, line: info.lines }, from);
  });
  const unknownColumns = (header?.record ?? []).filter((cell, column) => cell !== '' && names[column] === undefined);
  return { listed, unknownColumns };
}

/**
 * A table without a column of paths is a document, unless what stands below its header are files that are there: then its
 * column has a name that we do not know. Throws InputError `manifest-no-path-column`.
 */
function requireDocument(full: string, file: string, kind: string, isThere: (path: string) => boolean): void {
  const [header, row] = beginning(full, file)
    .filter(({ text }) => !text.startsWith('#'))
    .slice(0, 2)
    .map(({ text, line }) => ({ line, cells: cellsOf(text, kind) }));
  const column = row?.cells.findIndex((cell) => /\.[a-z0-9]{1,8}$/i.test(cell) && isThere(cell)) ?? -1;
  if (column < 0) return;
  throw new InputError('manifest-no-path-column', {
    file,
    line: header?.line ?? 1,
    data: { column: header?.cells[column] ?? '', columns: header?.cells ?? [] },
  });
}

/** A file that is listed twice is worked on once; it cannot belong to two units. Throws InputError `manifest-conflict`. */
function requireAgreement(listed: readonly Listed[], file: string): void {
  const known = new Map<string, Listed>();
  for (const one of listed) {
    const before = known.get(one.source);
    if (before && !isDeepStrictEqual(before.tags, one.tags))
      throw new InputError('manifest-conflict', {
        file,
        line: one.line,
        data: { path: one.source, first: before.line },
      });
    known.set(one.source, one);
  }
}

function fromFields(
  { path, unit, year, region }: Record<string, unknown>,
  place: { file: string; line: number },
  from: (path: string) => string,
): Listed {
  if (typeof path !== 'string' || path === '') throw new InputError('manifest-no-path', place);
  const written = typeof year === 'string' || typeof year === 'number' ? String(year).replace(/年度?$/, '') : '';
  if (written !== '' && !/^(?:19|20|21)\d\d$/.test(written))
    throw new InputError('manifest-year', { ...place, data: { year: String(year) } });
  const number = written === '' ? undefined : Number(written);
  const tags: Tags = {
    ...(isText(unit) && { unit }),
    ...(number !== undefined && { year: number }),
    ...(isText(region) && { region }),
  };
  return { source: from(path), line: place.line, ...(Object.keys(tags).length > 0 && { tags }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
