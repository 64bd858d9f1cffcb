/** Findings of `jixiao review` → terminal or file. */
import type { SourceDocument } from '../documents/model.js';
import { writeOutput } from '../platform/files.js';
import { exactly } from '../report/columns.js';
import { findingList, findingSheets } from '../report/finding-sheets.js';
import { findingsStylish } from '../report/findings-stylish.js';
import type { ReviewResult, TaxonomyNames } from '../schema/index.js';
import { type Original, requireWord, writeReviewWord } from './annotated-copy.js';
import { type CommonOptions, coloursFor, emit, notice } from './options.js';
import { viewsOf } from './views.js';

export async function writeReview(
  result: ReviewResult,
  taxonomy: TaxonomyNames,
  originals: readonly Original[],
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  const documents = originals.map(({ document }) => document);
  const { findings } = result;
  const language = options.lang ?? 'zh';
  if (options.format === 'xlsx') {
    const { buildWorkbook } = await import('../documents/xlsx/build.js');
    writeOutput(options.output as string, buildWorkbook(findingSheets(result, language, taxonomy)), paths);
  } else if (options.format === 'docx') {
    requireWord(documents);
    for (const one of originals) await writeReviewWord(one, result, paths, { ...options, lang: language, taxonomy });
  } else emit(await reportText(result, taxonomy, documents, options), options, paths);
  const isTold = options.output !== undefined && !['stylish', 'json', 'jsonl'].includes(options.format);
  if (isTold) notice(`${options.output}: ${findings.length}`, options);
}

async function reportText(
  result: ReviewResult,
  taxonomy: TaxonomyNames,
  documents: readonly SourceDocument[],
  options: CommonOptions,
): Promise<string> {
  const { format, lang: language = 'zh' } = options;
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'jsonl') return result.findings.map((one) => `${JSON.stringify(one)}\n`).join('');
  if (format === 'html') {
    const { findingsHtml } = await import('../report/findings-html.js');
    const { findingsOnPage } = await import('../report/page-limit.js');
    const views = await viewsOf(documents, findingsOnPage(result.findings).shown);
    return exactly(() => findingsHtml(result, { language, views, taxonomy }));
  }
  if (format === 'md')
    return (await import('../report/findings-markdown.js')).findingsMarkdown(result, { language, taxonomy });
  if (format === 'csv')
    return (await import('../report/csv-line.js')).sheetCsv(findingList(result, language, taxonomy));
  return exactly(() => findingsStylish(result, { language, colours: coloursFor(options), taxonomy }));
}
