/**
 * A manifest names files and what is known of them: a text file with a path a line, a table (`path,unit,year,region`, or
 * 路径,单位,年度,地区), or JSONL with these fields. Paths count from the manifest's own folder.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decodeText } from '../../documents/decode.js';
import { InputError } from '../../errors.js';
import type { Tags } from '../types.js';
import { kindOf } from './kinds.js';

export interface Listed {
  readonly source: string;
  readonly tags?: Tags;
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
 * What the file lists; undefined where it is a document and no manifest.
 * @throws InputError `batch-manifest` with file and line; as `decodeText`
 */
export function readManifest(file: string, folder: string): Listed[] | undefined {
  const full = resolve(folder, file);
  const kind = kindOf(file);
  if (!['txt', 'csv', 'tsv', 'jsonl', 'ndjson'].includes(kind)) return undefined;
  const from = (path: string) => placed(path, file);
  const first = firstLine(full);
  if (kind === 'txt') {
    if (first === undefined || !existsSync(resolve(folder, from(first)))) return undefined;
    return lines(full, file).flatMap(({ text }) => (text.startsWith('#') ? [] : [{ source: from(text) }]));
  }
  if (kind === 'csv' || kind === 'tsv') {
    const isTable = first !== undefined && columnsOf(first, kind).includes('path');
    return isTable ? tableRows(full, file, kind, from) : undefined;
  }
  if (first === undefined || !isListed(first)) return undefined;
  return lines(full, file).map(({ text, line }) => fromFields(recordOf(text, file, line), { file, line }, from));
}

/** A path of the manifest as it is seen from the working folder. */
function placed(path: string, manifest: string): string {
  const slashes = path.replaceAll('\\', '/');
  if (isAbsolute(path)) return slashes;
  return posix.normalize(join(dirname(manifest), slashes).replaceAll('\\', '/'));
}

function firstLine(file: string): string | undefined {
  const bytes = Buffer.alloc(SNIFFED);
  const handle = openSync(file, 'r');
  try {
    const read = bytes.subarray(0, readSync(handle, bytes));
    const cut = read.lastIndexOf(10);
    const whole = cut < 0 ? read : read.subarray(0, cut);
    return split(decodeText(whole, file).text).find(({ text }) => !text.startsWith('#'))?.text;
  } catch {
    // No text: whoever reads it as a document says so.
    return undefined;
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
  return header
    .split(kind === 'csv' ? ',' : '\t')
    .map((cell) => COLUMNS[cell.trim().replace(/^"|"$/g, '').toLowerCase()]);
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

function tableRows(full: string, file: string, kind: string, from: (path: string) => string): Listed[] {
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
  return rest.map(({ record, info }) => {
    const fields = Object.fromEntries(names.flatMap((name, column) => (name ? [[name, record[column] ?? '']] : [])));
    return fromFields(fields, { file, line: info.lines }, from);
  });
}

function fromFields(
  { path, unit, year, region }: Record<string, unknown>,
  place: { file: string; line: number },
  from: (path: string) => string,
): Listed {
  if (typeof path !== 'string' || path === '')
    throw new InputError('batch-manifest', { ...place, data: { reason: 'path' } });
  const written = typeof year === 'string' || typeof year === 'number' ? String(year).replace(/年度?$/, '') : '';
  const number = written === '' ? undefined : Number(written);
  if (number !== undefined && !Number.isInteger(number))
    throw new InputError('batch-manifest', { ...place, data: { reason: `year: ${written}` } });
  const tags: Tags = {
    ...(isText(unit) && { unit }),
    ...(number !== undefined && { year: number }),
    ...(isText(region) && { region }),
  };
  return { source: from(path), ...(Object.keys(tags).length > 0 && { tags }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
