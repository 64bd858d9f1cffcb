/** Copies of the user's own documents with the results in them. */
import { basename } from 'node:path';
import type { SourceDocument } from '../documents/model.js';
import { UsageError } from '../errors.js';
import { writeOutput } from '../platform/files.js';
import type { LintEntry, ReviewResult, SheetSpec, TaxonomyNames } from '../schema/index.js';
import { copyPath, type CommonOptions, notice } from './options.js';

export interface Original {
  readonly path: string;
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
}

type Options = CommonOptions & { readonly lang: 'zh' | 'en' };

/** Is the result written into copies of the documents, and not into a report of its own? */
export function isCopyFormat(format: string): boolean {
  return format === 'xlsx' || format === 'docx';
}

/** @throws UsageError `not-word` where a document is none of Word, before anything is written */
export function requireWord(documents: readonly SourceDocument[]): void {
  const other = documents.find(({ format }) => format !== 'docx');
  if (other) throw new UsageError('not-word', { file: other.source });
}

/** Two inputs must not be written to one file. @throws UsageError `same-output` and what `copyPath` throws */
export function requireOwnCopies(paths: readonly string[], options: CommonOptions): void {
  const targets = paths.map((path) => copyPath(path, paths.length, options));
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined) throw new UsageError('same-output', { file: twice });
}

/** The user's own workbook with marks and comments; for other formats a workbook with the list alone. */
export async function writeLintWorkbook(
  { path, document, bytes }: Original,
  entries: readonly LintEntry[],
  inputs: readonly string[],
  options: Options,
): Promise<void> {
  const language = options.lang;
  const target = copyPath(path, inputs.length, options);
  const { isLintComment, lintMarks, lintSheet } = await import('../report/lint-sheet.js');
  if (document.format === 'xls' || document.format === 'ods')
    return writeConverted({ path, document, bytes }, entries, target, { inputs, options });
  if (document.format !== 'xlsx') {
    const { buildWorkbook } = await import('../documents/xlsx/build.js');
    return writeOutput(
      target,
      buildWorkbook(await withReading(lintSheet(entries, language, {}), entries, language)),
      inputs,
    );
  }
  const { annotateWorkbook } = await import('../documents/xlsx/annotate.js');
  const marks = lintMarks(entries, language);
  const sheets = await withReading(lintSheet(entries, language, { linked: true }), entries, language);
  writeOutput(target, annotateWorkbook(bytes, marks, sheets, path, { isOwn: isLintComment }), inputs);
}

/** The list, and what was read where that is asked for. */
async function withReading(
  list: SheetSpec,
  entries: readonly LintEntry[],
  language: 'zh' | 'en',
): Promise<SheetSpec[]> {
  if (entries.every(({ reading }) => reading === undefined)) return [list];
  const reading = (await import('../report/reading-table.js')).readingSheet(entries, language);
  return reading ? [list, reading] : [list];
}

/** Nothing can be written into .xls, .et and .ods: their tables go into a workbook that says what it is. */
async function writeConverted(
  { path, document }: Original,
  entries: readonly LintEntry[],
  target: string,
  { inputs, options }: { readonly inputs: readonly string[]; readonly options: Options },
): Promise<void> {
  const [{ convertToWorkbook }, { annotateWorkbook }, { convertedText, lintMarks, lintSheet, onSheets }] =
    await Promise.all([
      import('../documents/xlsx/convert.js'),
      import('../documents/xlsx/annotate.js'),
      import('../report/lint-sheet.js'),
    ]);
  const language = options.lang;
  const { bytes, sheetNames } = convertToWorkbook(document.grids);
  const renamed = onSheets(entries, sheetNames);
  const name = basename(path);
  const list = lintSheet(renamed, language, { linked: true, converted: name });
  const sheets = await withReading(list, renamed, language);
  writeOutput(target, annotateWorkbook(bytes, lintMarks(renamed, language), sheets, path), inputs);
  notice(`${target}${language === 'zh' ? '：' : ': '}${convertedText(name, language)}`, options);
}

export async function writeLintWord(
  { path, bytes }: Original,
  entries: readonly LintEntry[],
  inputs: readonly string[],
  options: Options,
): Promise<void> {
  const [{ annotateDocx }, { lintWordComments }] = await Promise.all([
    import('../documents/docx/annotate.js'),
    import('../report/word-comments.js'),
  ]);
  const copy = annotateDocx(bytes, lintWordComments(entries, options.lang), path);
  writeOutput(copyPath(path, inputs.length, options), copy, inputs);
}

export async function writeReviewWord(
  { path, bytes, document }: Original,
  { findings, notices }: ReviewResult,
  inputs: readonly string[],
  { taxonomy, ...options }: Options & { readonly taxonomy: TaxonomyNames },
): Promise<void> {
  const [{ annotateDocx }, { findingWordComments }] = await Promise.all([
    import('../documents/docx/annotate.js'),
    import('../report/word-comments.js'),
  ]);
  const own = <One extends { readonly source: string }>(list: readonly One[]): One[] =>
    list.filter(({ source }) => source === document.source);
  const comments = findingWordComments(own(findings), own(notices), { language: options.lang, taxonomy });
  writeOutput(copyPath(path, inputs.length, options), annotateDocx(bytes, comments, path), inputs);
}
