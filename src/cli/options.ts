/** What every command shares: options, colours, input names, output. */
import { basename, join } from 'node:path';
import { InputError, UsageError } from '../errors.js';
import { isFolder, writeOutput } from '../platform/files.js';
import { type Palette, palette } from '../report/palette.js';
import type { UnreadFile } from '../schema/index.js';
import { describeError } from '../report/error-text.js';
import { printFault } from './fault.js';

export interface CommonOptions {
  readonly format: string;
  readonly output?: string;
  readonly lang?: 'zh' | 'en';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

/** Colours only on a terminal that wants them; none in files and pipes. */
export function coloursFor({ color, output }: CommonOptions): Palette {
  const wanted = color && output === undefined && process.env.NO_COLOR === undefined;
  const forced = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0';
  return palette(wanted && (forced || process.stdout.isTTY));
}

/** How wide the terminal is; lines that go to a file or pipe are not broken. */
export function columnsFor({ output }: CommonOptions): { columns?: number } {
  const columns = output === undefined && process.stdout.isTTY ? process.stdout.columns : undefined;
  return columns === undefined ? {} : { columns };
}

/** @throws UsageError `no-input` */
export function requireFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('no-input');
  return files;
}

/** @throws UsageError `bad-number` */
export function naturalNumber(value: string, option: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError('bad-number', { data: { option, value } });
  return Number(value);
}

/** Office programs and viewers open none of these as text. */
const NO_TEXT = /\.(?:pdf|docx?|xlsx?|xlsm|xlsb|et|wps|ods|odt|rtf|pptx?|ofd|zip|rar|7z|png|jpe?g)$/i;

/**
 * Text to the output file, or to standard output.
 * @throws UsageError `output-no-text` where the file's ending promises something else
 */
export function emit(text: string, { output, format }: CommonOptions, inputs: readonly string[]): void {
  const ending = output === undefined ? undefined : NO_TEXT.exec(output)?.[0];
  if (output !== undefined && ending !== undefined)
    throw new UsageError('output-no-text', { file: output, data: { format, extension: ending } });
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text, inputs);
}

/** Files with macros, and templates: Excel and Word open them by no other ending than their own. */
const OWN_ENDINGS: Readonly<Record<string, RegExp>> = {
  xlsx: /\.(?:xlsm|xltx|xltm)$/i,
  docx: /\.(?:docm|dotx|dotm)$/i,
};

/**
 * The file that a copy of an input is written to: `-o` itself for one input, a file in the folder `-o` for several.
 * @throws UsageError `output-needed`, `output-folder-needed`, `fix-extension`
 */
export function copyPath(input: string, count: number, { output, format }: CommonOptions): string {
  if (output === undefined) throw new UsageError('output-needed', { data: { format } });
  const own = OWN_ENDINGS[format]?.exec(input)?.[0];
  const ending = own ?? `.${format}`;
  if (isFolder(output)) return join(output, `${basename(input).replace(/\.[^.]*$/, '')}${ending}`);
  if (count > 1) throw new UsageError('output-folder-needed', { data: { format } });
  if (own !== undefined && !output.toLowerCase().endsWith(ending.toLowerCase()))
    throw new UsageError('fix-extension', { file: output, data: { extension: ending } });
  return output;
}

/**
 * The format of a sheet that is no report: .xlsx or .csv, the latter where nothing is said.
 * @throws UsageError `layout-format`, `output-needed`
 */
export function sheetFormat(layout: string, { format, output }: CommonOptions): 'xlsx' | 'csv' {
  if (format === 'stylish' || format === 'csv') return 'csv';
  if (format !== 'xlsx') throw new UsageError('layout-format', { data: { layout, format } });
  if (output === undefined) throw new UsageError('output-needed', { data: { format } });
  return format;
}

export function notice(text: string, { quiet }: CommonOptions): void {
  if (!quiet) process.stderr.write(`${text}\n`);
}

/**
 * Reads each file; one that cannot be read is told on standard error and costs itself alone.
 * @throws InputError where none could be read and `isReported` is not set: the last one's, so that it is told once
 */
export async function readEach<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
  { lang = 'zh', verbose = false }: CommonOptions,
  isReported = false,
): Promise<{ results: T[]; failures: UnreadFile[] }> {
  const results: T[] = [];
  const faults: InputError[] = [];
  const failures: UnreadFile[] = [];
  for (const path of paths) {
    try {
      results.push(await read(path));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error);
      failures.push({ source: path, code: error.code, message: describeError(error, lang) });
    }
  }
  const last = results.length === 0 && !isReported ? faults.pop() : undefined;
  for (const fault of faults) printFault(fault, lang, verbose);
  if (last) throw last;
  return { results, failures };
}
