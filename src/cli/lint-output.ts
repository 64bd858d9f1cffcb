/** Results of `jixiao lint` → terminal, file or annotated copies. */
import type { RuleBook } from '../lint/rule-book.js';
import { writeOutput } from '../platform/files.js';
import { exactly } from '../report/columns.js';
import { lintNotices, lintStylish, lintTotals } from '../report/lint-stylish.js';
import type { LintResult } from '../schema/index.js';
import type { Checked } from './lint-run.js';
import { type Located, viewsOf } from './views.js';
import { type CommonOptions, coloursFor, columnsFor, emit, notice, workbookPath } from './options.js';

interface OutputOptions extends CommonOptions {
  readonly lang: 'zh' | 'en';
  readonly fix?: boolean;
}

export async function writeLintResult(
  checked: readonly Checked[],
  result: LintResult,
  book: RuleBook,
  given: OutputOptions,
): Promise<void> {
  const inputs = checked.map(({ path }) => path);
  // With --fix the file that -o names is the corrected copy.
  const { output, ...rest } = given;
  const options: OutputOptions = given.fix || output === undefined ? rest : given;
  if (options.format === 'json') return emit(`${JSON.stringify(result, null, 2)}\n`, options, inputs);
  const style = { language: given.lang, colours: coloursFor(options), ...columnsFor(options) };
  if (options.format === 'stylish') return emit(await stylish(result, style), options, inputs);
  if (options.format === 'xlsx') for (const one of checked) await writeWorkbook(one, checked.length, inputs, options);
  else emit(await reportText(options.format, checked, result, book, options), options, inputs);
  // A report has no room for what was read; it is shown beside it.
  if (result.results.some(({ reading }) => reading)) notice((await readingText(result, style)).trimEnd(), options);
  if (options.format !== 'xlsx' && options.output === undefined) return;
  // What is written away from the terminal is summed up on it.
  for (const line of lintNotices(result, style)) notice(line, options);
  notice(lintTotals(result, style), options);
}

/** The reports that are one text, whatever the number of inputs. */
async function reportText(
  format: string,
  checked: readonly Checked[],
  result: LintResult,
  book: RuleBook,
  { lang: language }: OutputOptions,
): Promise<string> {
  if (format === 'md') return (await import('../report/lint-markdown.js')).lintMarkdown(result, language);
  if (format === 'junit') return (await import('../report/lint-junit.js')).lintJunit(result, language);
  if (format === 'html') {
    const { lintHtml } = await import('../report/lint-html.js');
    const views = await viewsOf(
      checked.map(({ document }) => document),
      placesOf(result),
    );
    return exactly(() => lintHtml(result, { language, views, ruleTitle: (id) => ruleText(book, id, language)?.title }));
  }
  if (format === 'sarif') {
    const { lintSarif } = await import('../report/lint-sarif.js');
    return lintSarif(result, { language, ruleText: (id) => ruleText(book, id, language) });
  }
  const [{ sheetCsv }, { lintSheet }] = await Promise.all([
    import('../report/csv-line.js'),
    import('../report/lint-sheet.js'),
  ]);
  return sheetCsv(lintSheet(result.results, language, { sources: true }));
}

function placesOf({ results }: LintResult): Located[] {
  return results.flatMap(({ source, diagnostics }) => diagnostics.map(({ location }) => ({ source, location })));
}

function ruleText(book: RuleBook, id: string, language: 'zh' | 'en') {
  const info = book.rules.get(id)?.info;
  return info && { title: info.title[language], why: info.why[language] };
}

type Style = Parameters<typeof lintStylish>[1];

async function stylish(result: LintResult, style: Style): Promise<string> {
  const explained = result.results.some(({ diagnostics }) => diagnostics.some(({ understood }) => understood));
  const more = explained ? await import('../report/understood-stylish.js') : undefined;
  const text = await exactly(() => lintStylish(result, { ...style, ...(more && { explain: more.understoodLines }) }));
  if (!result.results.some(({ reading }) => reading)) return text;
  return `${await readingText(result, style)}\n${text}`;
}

async function readingText(result: LintResult, style: Style): Promise<string> {
  const { readingStylish } = await import('../report/reading-stylish.js');
  return exactly(() => readingStylish(result, style));
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
    return writeOutput(target, buildWorkbook([lintSheet(entries, language, {})]), inputs);
  }
  const { annotateWorkbook } = await import('../documents/xlsx/annotate.js');
  const marks = entries.flatMap(({ diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { sheet, cell } = diagnostic.location;
      if (sheet === undefined || cell === undefined) return [];
      return [{ sheet, cell, tone: diagnostic.severity, comment: lintComment(diagnostic, language) }];
    }),
  );
  writeOutput(target, annotateWorkbook(bytes, marks, [lintSheet(entries, language, { linked: true })], path), inputs);
}
