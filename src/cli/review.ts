import { readFileSync } from 'node:fs';
import type { Classifier } from '../classify/types.js';
import type { SourceDocument } from '../documents/model.js';
import { InputError, UsageError } from '../errors.js';
import type { ReadingData } from '../findings/reading-data.js';
import { type FindingsRead, readFindings } from '../findings/review.js';
import { reviewResult } from '../findings/summary.js';
import { workPaperRows } from '../findings/work-paper.js';
import { readInput } from '../platform/files.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { readDocument } from '../platform/read-document.js';
import { loadReadingData } from '../platform/shipped.js';
import { noticeText } from '../report/notice-text.js';
import { failureNotice, noticeLine, unreadNotice } from '../report/unread-text.js';
import { workPaperSheet } from '../report/work-paper-sheet.js';
import { isCopyFormat, requireOwnCopies } from './annotated-copy.js';
import { inputPaths } from './input-paths.js';
import { type CommonOptions, naturalNumber, notice, readEach, sheetFormat } from './options.js';
import { writeReview } from './review-output.js';
import { writeSheets } from './sheets.js';
import { keywordFinderFor, type WordOptions } from './words.js';

interface ReviewOptions extends CommonOptions, WordOptions {
  readonly top: string;
  readonly layout: 'list' | 'work-paper';
  readonly mapping?: string;
  readonly model?: string;
}

/** `jixiao review`; returns the exit code. */
export async function reviewCommand(files: readonly string[], options: ReviewOptions): Promise<number> {
  const paths = await inputPaths(files, options);
  if (options.layout !== 'list') sheetFormat(options.layout, options);
  if (isCopyFormat(options.format) && options.output === undefined) {
    throw new UsageError('output-needed', { data: { format: options.format } });
  }
  if (options.format === 'docx' && options.layout === 'list') requireOwnCopies(paths, options);
  const top = naturalNumber(options.top, '--top');
  const data = await loadReadingData();
  const { model } = await findingSettings(options.config, process.cwd());
  const { classifier, taxonomy } = await openFindingsModel(options.model ?? model);
  const mapped = options.mapping === undefined ? undefined : await mappedBy(options.mapping, data);
  const { results, failures } = await readEach(
    paths,
    (path) => findIn(path, data, classifier, mapped, options),
    options,
  );
  if (options.layout === 'work-paper') {
    const rows = results.flatMap(({ findings }) => workPaperRows(findings, data));
    const sheet = workPaperSheet(rows, options.lang ?? 'zh', taxonomy);
    await writeSheets(options.layout, { sheets: [sheet], list: sheet }, options, paths);
    return failures.length > 0 ? 2 : 0;
  }
  const keywordFinder = top > 0 && options.format !== 'jsonl' ? await keywordFinderFor(options) : undefined;
  const language = options.lang ?? 'zh';
  const notices = results.flatMap(({ source, unread }) => unread.map((place) => unreadNotice(source, place, language)));
  const result = reviewResult(
    results.flatMap(({ findings }) => findings),
    {
      categories: Object.keys(taxonomy),
      top,
      ...(keywordFinder && { keywordFinder }),
      notices: [...failures.map((one) => failureNotice(one, language)), ...notices],
    },
  );
  for (const one of notices) notice(noticeLine(one, language), options);
  await writeReview(
    result,
    taxonomy,
    results.map(({ source, document, bytes }) => ({ path: source, document, bytes })),
    paths,
    options,
  );
  return failures.length > 0 ? 2 : 0;
}

interface Found extends FindingsRead {
  readonly source: string;
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
}

type Mapped = (document: SourceDocument) => SourceDocument;

async function mappedBy(path: string, data: ReadingData): Promise<Mapped> {
  const [{ readMapping }, { applyMapping }, { findingTableNames }] = await Promise.all([
    import('../platform/mapping-file.js'),
    import('../documents/mapping/apply-mapping.js'),
    import('../findings/table-names.js'),
  ]);
  const mapping = readMapping(path, process.cwd());
  const names = findingTableNames(data);
  return (document) => applyMapping(document, mapping, names);
}

async function findIn(
  path: string,
  data: ReadingData,
  classifier: Classifier,
  mapped: Mapped | undefined,
  options: CommonOptions,
): Promise<Found> {
  const { document, bytes } = await documentAt(path);
  const named = mapped?.(document) ?? document;
  for (const { code, message } of named.notices)
    notice(`${path}: ${noticeText(code, message, options.lang ?? 'zh')}`, options);
  const read = readFindings(named, data, { classifier });
  if (!read.hasPlaces) throw new InputError('no-findings-source', { file: path });
  return { source: path, document, bytes, ...read };
}

/** Standard input is text: a table or report copied out of another program. */
async function documentAt(path: string): Promise<{ document: SourceDocument; bytes: Uint8Array }> {
  if (path === '-') {
    const bytes = readFileSync(0);
    return { document: (await import('../documents/read-text.js')).readPlainText(bytes, path), bytes };
  }
  const bytes = readInput(path);
  if (/\.(?:jsonl?|ndjson)$/i.test(path)) throw new InputError('no-findings-in-json', { file: path });
  return { document: await readDocument(bytes, path), bytes };
}
