/** Results of `jixiao lint` → terminal, file or annotated copies. */
import type { RuleBook } from '../lint/rule-book.js';
import { exactly } from '../report/columns.js';
import { lintNotices, lintStylish, lintTotals } from '../report/lint-stylish.js';
import type { LintEntry, LintResult } from '../schema/index.js';
import { isCopyFormat, requireWord, writeLintWord, writeLintWorkbook } from './annotated-copy.js';
import type { Checked } from './lint-run.js';
import { type Located, viewsOf } from './views.js';
import { type CommonOptions, coloursFor, columnsFor, emit, notice } from './options.js';

interface OutputOptions extends CommonOptions {
  readonly lang: 'zh' | 'en';
  readonly fix?: boolean;
}

/** Beside these reports, on standard error, what was read is shown. */
const NO_ROOM_FOR_READING: ReadonlySet<string> = new Set(['docx', 'sarif', 'junit']);

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
  if (isCopyFormat(options.format)) await writeCopies(checked, inputs, options);
  else emit(await reportText(options.format, checked, result, book, options), options, inputs);
  if (NO_ROOM_FOR_READING.has(options.format) && result.results.some(({ reading }) => reading))
    notice((await readingText(result, style)).trimEnd(), options);
  if (!isCopyFormat(options.format) && options.output === undefined) return;
  // What is written away from the terminal is summed up on it.
  for (const line of lintNotices(result, style)) notice(line, options);
  notice(lintTotals(result, style), options);
}

async function writeCopies(
  checked: readonly Checked[],
  inputs: readonly string[],
  options: OutputOptions,
): Promise<void> {
  const write = options.format === 'docx' ? writeLintWord : writeLintWorkbook;
  if (options.format === 'docx') requireWord(checked.map(({ document }) => document));
  for (const { drafts, ...original } of checked) {
    const entries = drafts.map(({ entry }) => entry);
    await write(original, entries, inputs, options);
  }
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
    const [{ lintHtml }, { entriesOnPage }] = await Promise.all([
      import('../report/lint-html.js'),
      import('../report/page-limit.js'),
    ]);
    const views = await viewsOf(
      checked.map(({ document }) => document),
      placesOf(entriesOnPage(result.results).shown),
    );
    return exactly(() => lintHtml(result, { language, views, ruleTitle: (id) => ruleText(book, id, language)?.title }));
  }
  if (format === 'sarif') {
    const { lintSarif } = await import('../report/lint-sarif.js');
    return lintSarif(result, { language, ruleText: (id) => ruleText(book, id, language) });
  }
  const [{ sheetsCsv }, { withFileNotices }, { lintSheet }, { readingSheet }] = await Promise.all([
    import('../report/csv-line.js'),
    import('../report/by-file.js'),
    import('../report/lint-sheet.js'),
    import('../report/reading-table.js'),
  ]);
  const reading = readingSheet(result.results, language);
  return sheetsCsv([
    lintSheet(withFileNotices(result), language, { sources: true, failures: result.failures }),
    ...(reading ? [reading] : []),
  ]);
}

function placesOf(entries: readonly LintEntry[]): Located[] {
  return entries.flatMap(({ source, diagnostics }) => diagnostics.map(({ location }) => ({ source, location })));
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
