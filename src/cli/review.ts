import type { Classifier } from '../classify/types.js';
import type { SourceDocument } from '../documents/model.js';
import { readDocument } from '../documents/read-document.js';
import { InputError, UsageError } from '../errors.js';
import type { ReadingData } from '../findings/reading-data.js';
import { findFindings } from '../findings/review.js';
import { reviewResult } from '../findings/summary.js';
import { workPaperRows } from '../findings/work-paper.js';
import { readInput } from '../platform/files.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { loadReadingData } from '../platform/shipped.js';
import { workPaperSheet } from '../report/work-paper-sheet.js';
import type { Finding } from '../schema/index.js';
import { type CommonOptions, naturalNumber, readEach, requireFiles, sheetFormat } from './options.js';
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
  const paths = requireFiles(files);
  if (options.layout !== 'list') sheetFormat(options.layout, options);
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new UsageError('output-needed', { data: { format: 'xlsx' } });
  }
  if (paths.includes('-')) throw new UsageError('stdin-json');
  const top = naturalNumber(options.top, '--top');
  const data = await loadReadingData();
  const { model } = await findingSettings(options.config, process.cwd());
  const { classifier, taxonomy } = await openFindingsModel(options.model ?? model);
  const mapped = options.mapping === undefined ? undefined : await mappedBy(options.mapping, data);
  const { results, failed } = await readEach(paths, (path) => findIn(path, data, classifier, mapped), options);
  if (options.layout === 'work-paper') {
    const rows = results.flatMap(({ findings }) => workPaperRows(findings, data));
    const sheet = workPaperSheet(rows, options.lang ?? 'zh', taxonomy);
    await writeSheets(options.layout, { sheets: [sheet], list: sheet }, options, paths);
    return failed ? 2 : 0;
  }
  const keywordFinder = top > 0 && options.format !== 'jsonl' ? await keywordFinderFor(options) : undefined;
  const result = reviewResult(
    results.flatMap(({ findings }) => findings),
    {
      categories: Object.keys(taxonomy),
      top,
      ...(keywordFinder && { keywordFinder }),
    },
  );
  await writeReview(
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
): Promise<Found> {
  const document = await readDocument(readInput(path), path);
  const findings = findFindings(mapped?.(document) ?? document, data, { classifier });
  if (findings.length === 0) throw new InputError('no-findings-source', { file: path });
  return { document, findings };
}
