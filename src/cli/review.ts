import { readDocument } from '../documents/read-document.js';
import { InputError } from '../errors.js';
import { labelFindings, reviewResult } from '../findings/label.js';
import { findFindings } from '../findings/review.js';
import { readInput, writeOutput } from '../platform/files.js';
import { loadFindingsModel } from '../platform/models.js';
import { loadReadingData } from '../platform/shipped.js';
import { findingSheets } from '../report/finding-sheets.js';
import { findingsStylish } from '../report/findings-stylish.js';
import { type Finding, TAXONOMY } from '../schema/index.js';
import { type CommonOptions, coloursFor, emit, notice, requireFiles } from './options.js';
import { UsageError } from '../errors.js';

/** `jixiao review`. */
export async function reviewCommand(files: readonly string[], options: CommonOptions): Promise<void> {
  const paths = requireFiles(files);
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new UsageError('output-needed', { data: { format: 'xlsx' } });
  }
  if (paths.includes('-')) throw new UsageError('stdin-json');
  const data = await loadReadingData();
  const found: Finding[] = [];
  for (const path of paths) {
    const findings = findFindings(await readDocument(readInput(path), path), data);
    if (findings.length === 0) throw new InputError('no-findings-source', { file: path });
    found.push(...findings);
  }
  const findings = labelFindings(found, await loadFindingsModel());
  const result = reviewResult(findings, Object.keys(TAXONOMY));
  const language = options.lang ?? 'zh';
  if (options.format === 'json') return emit(`${JSON.stringify(result, null, 2)}\n`, options, paths);
  if (options.format === 'jsonl')
    return emit(findings.map((one) => `${JSON.stringify(one)}\n`).join(''), options, paths);
  const stylish = findingsStylish(result, { language, colours: coloursFor(options) });
  if (options.format === 'stylish') return emit(stylish, options, paths);
  const { buildWorkbook } = await import('../documents/xlsx/build.js');
  writeOutput(options.output as string, buildWorkbook(findingSheets(result, language)), paths);
  notice(`${options.output}: ${findings.length}`, options);
}
