/** The user's own workbook with marks and comments; for other formats a workbook with the list alone. */
import type { SourceDocument } from '../../documents/model.js';
import { annotateWorkbook } from '../../documents/xlsx/annotate.js';
import { buildWorkbook } from '../../documents/xlsx/build.js';
import { lintComment, lintSheet } from '../../report/lint-sheet.js';
import type { LintEntry } from '../../schema/index.js';
import type { AnnotatedCopy, Job } from '../types.js';

interface Checked {
  readonly job: Job;
  readonly bytes: Uint8Array;
  readonly document: SourceDocument;
  readonly entries: readonly LintEntry[];
  readonly language: 'zh' | 'en';
}

export function annotatedCopy({ job, bytes, document, entries, language }: Checked): AnnotatedCopy {
  if (document.format !== 'xlsx')
    return { name: `${copyName(job.source)}.xlsx`, bytes: buildWorkbook([lintSheet(entries, language, {})]) };
  const marks = entries.flatMap(({ diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { sheet, cell } = diagnostic.location;
      if (sheet === undefined || cell === undefined) return [];
      return [{ sheet, cell, tone: diagnostic.severity, comment: lintComment(diagnostic, language) }];
    }),
  );
  const sheets = [lintSheet(entries, language, { linked: true })];
  return { name: copyName(job.source), bytes: annotateWorkbook(bytes, marks, sheets, job.source) };
}

/** The same way below the folder of copies, whatever the names in an archive are: no step leads up or out. */
function copyName(source: string): string {
  return source
    .replaceAll('!/', '/')
    .split('/')
    .map((step) => step.replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/^\.{1,2}$/, '_'))
    .filter((step) => step !== '')
    .join('/');
}
