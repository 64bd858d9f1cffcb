/**
 * What `lint` writes for a document: a workbook with marks and comments, Word with comments, tables of `.xls`, `.et` and
 * `.ods` as a marked workbook; for other formats a workbook with the list alone.
 */
import { annotateDocx } from '../../documents/docx/annotate.js';
import type { SourceDocument } from '../../documents/model.js';
import { annotateWorkbook } from '../../documents/xlsx/annotate.js';
import { buildWorkbook } from '../../documents/xlsx/build.js';
import { convertToWorkbook } from '../../documents/xlsx/convert.js';
import { isLintComment, lintMarks, lintSheet, onSheets } from '../../report/lint-sheet.js';
import { lintWordComments } from '../../report/word-comments.js';
import type { LintEntry } from '../../schema/index.js';
import type { AnnotatedCopy, Job } from '../types.js';

interface Checked {
  readonly job: Job;
  readonly bytes: Uint8Array;
  readonly document: SourceDocument;
  readonly entries: readonly LintEntry[];
  readonly language: 'zh' | 'en';
}

export function annotatedCopy(checked: Checked): AnnotatedCopy {
  const { job, document, entries, language } = checked;
  const name = job.copyName ?? job.source;
  switch (document.format) {
    case 'xlsx':
      return { name: ended(name, ['xlsx', 'xlsm', 'xltx', 'xltm']), bytes: markedWorkbook(checked) };
    case 'docx':
      return { name: ended(name, ['docx', 'docm', 'dotx', 'dotm']), bytes: commentedWord(checked) };
    case 'xls':
    case 'ods':
      return { name: `${name}.xlsx`, bytes: converted(checked) };
    default:
      return { name: `${name}.xlsx`, bytes: buildWorkbook([lintSheet(entries, language, {})]) };
  }
}

function markedWorkbook({ job, bytes, entries, language }: Checked): Uint8Array {
  const sheets = [lintSheet(entries, language, { linked: true })];
  return annotateWorkbook(bytes, lintMarks(entries, language), sheets, job.source, { isOwn: isLintComment });
}

function commentedWord({ job, bytes, entries, language }: Checked): Uint8Array {
  return annotateDocx(bytes, lintWordComments(entries, language), job.source);
}

/** Nothing can be written into these formats. */
function converted({ job, document, entries, language }: Checked): Uint8Array {
  const { bytes, sheetNames } = convertToWorkbook(document.grids);
  const renamed = onSheets(entries, sheetNames);
  const name = job.source.split(/\/|!\//).at(-1) ?? job.source;
  const list = lintSheet(renamed, language, { linked: true, converted: name });
  return annotateWorkbook(bytes, lintMarks(renamed, language), [list], job.source);
}

/** Formats are told by content: what is called otherwise gets the ending that programs open it by. */
function ended(name: string, endings: readonly string[]): string {
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) ? name : `${name}.${endings[0]}`;
}
