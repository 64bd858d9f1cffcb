import type { Classifier } from '../classify/types.js';
import type { SourceDocument } from '../documents/model.js';
import { readDocument } from '../documents/read-document.js';
import { InputError, UsageError } from '../errors.js';
import type { ReadingData } from '../findings/reading-data.js';
import { findFindings } from '../findings/review.js';
import { reviewResult } from '../findings/summary.js';
import { readInput, writeOutput } from '../platform/files.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { loadReadingData } from '../platform/shipped.js';
import { findingList, findingSheets } from '../report/finding-sheets.js';
import { exactly } from '../report/columns.js';
import { findingsStylish } from '../report/findings-stylish.js';
import type { Finding, ReviewResult, TaxonomyNames } from '../schema/index.js';
import { type CommonOptions, coloursFor, emit, naturalNumber, notice, readEach, requireFiles } from './options.js';
import { viewsOf } from './views.js';
import { keywordFinderFor, type WordOptions } from './words.js';

interface ReviewOptions extends CommonOptions, WordOptions {
  readonly top: string;
  readonly model?: string;
}

/** `jixiao review`; returns the exit code. */
export async function reviewCommand(files: readonly string[], options: ReviewOptions): Promise<number> {
  const paths = requireFiles(files);
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new UsageError('output-needed', { data: { format: 'xlsx' } });
  }
  if (paths.includes('-')) throw new UsageError('stdin-json');
  const top = naturalNumber(options.top, '--top');
  const data = await loadReadingData();
  const { model } = await findingSettings(options.config, process.cwd());
  const { classifier, taxonomy } = await openFindingsModel(options.model ?? model);
  const { results, failed } = await readEach(paths, (path) => findIn(path, data, classifier), options);
  const keywordFinder = top > 0 && options.format !== 'jsonl' ? await keywordFinderFor(options) : undefined;
  const result = reviewResult(
    results.flatMap(({ findings }) => findings),
    {
      categories: Object.keys(taxonomy),
      top,
      ...(keywordFinder && { keywordFinder }),
    },
  );
  await tell(
    result,
    taxonomy,
    results.map(({ document }) => document),
    paths,
    options,
  );
  return failed ? 2 : 0;
}

interface Found {
  readonly document: SourceDocument;
  readonly findings: readonly Finding[];
}

async function findIn(path: string, data: ReadingData, classifier: Classifier): Promise<Found> {
  const document = await readDocument(readInput(path), path);
  const findings = findFindings(document, data, { classifier });
  if (findings.length === 0) throw new InputError('no-findings-source', { file: path });
  return { document, findings };
}

async function tell(
  result: ReviewResult,
  taxonomy: TaxonomyNames,
  documents: readonly SourceDocument[],
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  const { findings } = result;
  const language = options.lang ?? 'zh';
  if (options.format === 'xlsx') {
    const { buildWorkbook } = await import('../documents/xlsx/build.js');
    writeOutput(options.output as string, buildWorkbook(findingSheets(result, language, taxonomy)), paths);
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
    const views = await viewsOf(documents, result.findings);
    return exactly(() => findingsHtml(result, { language, views, taxonomy }));
  }
  if (format === 'md')
    return (await import('../report/findings-markdown.js')).findingsMarkdown(result, { language, taxonomy });
  if (format === 'csv')
    return (await import('../report/csv-line.js')).sheetCsv(findingList(result, language, taxonomy));
  return exactly(() => findingsStylish(result, { language, colours: coloursFor(options), taxonomy }));
}
