/** Results of `jixiao lint` → terminal, file or annotated copies. */
import { writeOutput } from '../platform/files.js';
import { exactly } from '../report/columns.js';
import { lintNotices, lintStylish, lintTotals } from '../report/lint-stylish.js';
import type { LintResult } from '../schema/index.js';
import type { Checked } from './lint-run.js';
import { type CommonOptions, coloursFor, columnsFor, emit, notice, workbookPath } from './options.js';

interface OutputOptions extends CommonOptions {
  readonly lang: 'zh' | 'en';
  readonly fix?: boolean;
}

export async function writeLintResult(
  checked: readonly Checked[],
  result: LintResult,
  given: OutputOptions,
): Promise<void> {
  const inputs = checked.map(({ path }) => path);
  // With --fix the file that -o names is the corrected copy.
  const { output, ...rest } = given;
  const options: OutputOptions = given.fix || output === undefined ? rest : given;
  if (options.format === 'json') return emit(`${JSON.stringify(result, null, 2)}\n`, options, inputs);
  const style = { language: given.lang, colours: coloursFor(options), ...columnsFor(options) };
  if (options.format !== 'xlsx') return emit(await stylish(result, style), options, inputs);
  for (const one of checked) await writeWorkbook(one, checked.length, inputs, options);
  for (const line of lintNotices(result, style)) notice(line, options);
  notice(lintTotals(result, style), options);
}

type Style = Parameters<typeof lintStylish>[1];

async function stylish(result: LintResult, style: Style): Promise<string> {
  const explained = result.results.some(({ diagnostics }) => diagnostics.some(({ understood }) => understood));
  const more = explained ? await import('../report/understood-stylish.js') : undefined;
  const text = await exactly(() => lintStylish(result, { ...style, ...(more && { explain: more.understoodLines }) }));
  if (!result.results.some(({ reading }) => reading)) return text;
  const { readingStylish } = await import('../report/reading-stylish.js');
  return `${await exactly(() => readingStylish(result, style))}\n${text}`;
}

/** The user's own workbook with marks and comments; for other formats a workbook with the list alone. */
async function writeWorkbook(
  { path, document, bytes, drafts }: Checked,
  count: number,
  inputs: readonly string[],
  options: OutputOptions,
): Promise<void> {
  const language = options.lang;
  const target = workbookPath(path, count, options);
  const { lintComment, lintSheet } = await import('../report/lint-sheet.js');
  const entries = drafts.map(({ entry }) => entry);
  if (document.format !== 'xlsx') {
    const { buildWorkbook } = await import('../documents/xlsx/build.js');
    return writeOutput(target, buildWorkbook([lintSheet(entries, language, false)]), inputs);
  }
  const { annotateWorkbook } = await import('../documents/xlsx/annotate.js');
  const marks = entries.flatMap(({ diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { sheet, cell } = diagnostic.location;
      if (sheet === undefined || cell === undefined) return [];
      return [{ sheet, cell, tone: diagnostic.severity, comment: lintComment(diagnostic, language) }];
    }),
  );
  writeOutput(target, annotateWorkbook(bytes, marks, [lintSheet(entries, language, true)], path), inputs);
}
