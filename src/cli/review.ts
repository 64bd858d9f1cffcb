import { readFileSync } from 'node:fs';
import type { Classifier } from '../classify/types.js';
import type { SourceDocument } from '../documents/model.js';
import { readDocument } from '../platform/read-document.js';
import { InputError, UsageError } from '../errors.js';
import type { ReadingData } from '../findings/reading-data.js';
import { type FindingsRead, readFindings } from '../findings/review.js';
import { reviewResult } from '../findings/summary.js';
import { readInput, writeOutput } from '../platform/files.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { loadReadingData } from '../platform/shipped.js';
import { findingSheets } from '../report/finding-sheets.js';
import { exactly } from '../report/columns.js';
import { noticeText } from '../report/notice-text.js';
import { findingsStylish } from '../report/findings-stylish.js';
import { noticeLine, unreadNotice } from '../report/unread-text.js';
import type { ReviewResult, TaxonomyNames } from '../schema/index.js';
import { inputPaths } from './input-paths.js';
import { type CommonOptions, coloursFor, emit, naturalNumber, notice, readEach } from './options.js';
import { keywordFinderFor, type WordOptions } from './words.js';

interface ReviewOptions extends CommonOptions, WordOptions {
  readonly top: string;
  readonly model?: string;
}

/** `jixiao review`; returns the exit code. */
export async function reviewCommand(files: readonly string[], options: ReviewOptions): Promise<number> {
  const paths = await inputPaths(files, options);
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new UsageError('output-needed', { data: { format: 'xlsx' } });
  }
  const top = naturalNumber(options.top, '--top');
  const data = await loadReadingData();
  const { model } = await findingSettings(options.config, process.cwd());
  const { classifier, taxonomy } = await openFindingsModel(options.model ?? model);
  const { results, failed } = await readEach(paths, (path) => findIn(path, data, classifier, options), options);
  const keywordFinder = top > 0 && options.format !== 'jsonl' ? await keywordFinderFor(options) : undefined;
  const language = options.lang ?? 'zh';
  const notices = results.flatMap(({ source, unread }) =>
    unread.map((chapter) => unreadNotice(source, chapter, language)),
  );
  const findings = results.flatMap((one) => one.findings);
  const result = reviewResult(findings, {
    categories: Object.keys(taxonomy),
    top,
    ...(keywordFinder && { keywordFinder }),
    notices,
  });
  for (const one of notices) notice(noticeLine(one, language), options);
  await tell(result, taxonomy, paths, options);
  return failed ? 2 : 0;
}

async function findIn(
  path: string,
  data: ReadingData,
  classifier: Classifier,
  options: CommonOptions,
): Promise<FindingsRead & { readonly source: string }> {
  const document = await documentAt(path);
  for (const { code, message } of document.notices)
    notice(`${path}: ${noticeText(code, message, options.lang ?? 'zh')}`, options);
  const read = readFindings(document, data, { classifier });
  if (!read.hasPlaces) throw new InputError('no-findings-source', { file: path });
  return { source: path, ...read };
}

/** Standard input is text: a table or report copied out of another program. */
async function documentAt(path: string): Promise<SourceDocument> {
  if (path === '-') return (await import('../documents/read-text.js')).readPlainText(readFileSync(0), path);
  const bytes = readInput(path);
  if (/\.(?:jsonl?|ndjson)$/i.test(path)) throw new InputError('no-findings-in-json', { file: path });
  return readDocument(bytes, path);
}

async function tell(
  result: ReviewResult,
  taxonomy: TaxonomyNames,
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  const { findings } = result;
  const language = options.lang ?? 'zh';
  if (options.format === 'json') return emit(`${JSON.stringify(result, null, 2)}\n`, options, paths);
  if (options.format === 'jsonl')
    return emit(findings.map((one) => `${JSON.stringify(one)}\n`).join(''), options, paths);
  const style = { language, colours: coloursFor(options), taxonomy } as const;
  const stylish = await exactly(() => findingsStylish(result, style));
  if (options.format === 'stylish') return emit(stylish, options, paths);
  const { buildWorkbook } = await import('../documents/xlsx/build.js');
  writeOutput(options.output as string, buildWorkbook(findingSheets(result, language, taxonomy)), paths);
  notice(`${options.output}: ${findings.length}`, options);
}
