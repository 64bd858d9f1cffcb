import { classifyRecord, type TextRecord } from '../classify/record.js';
import { recordOfLine } from '../classify/record-line.js';
import { InputError } from '../errors.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { openOutput } from '../platform/output-stream.js';
import { numberedLines } from '../platform/text-stream.js';
import { classifiedText, type ClassifiedFormat, frameOf } from '../report/classified.js';
import { type CommonOptions, coloursFor, requireFiles } from './options.js';
import { progressLine } from './progress.js';

interface ClassifyOptions extends CommonOptions {
  readonly explain?: boolean;
  readonly model?: string;
  readonly config?: string;
}

/** `jixiao classify`: one text at a time from the input to the output, so that size does not matter. */
export async function classifyCommand(files: readonly string[], options: ClassifyOptions): Promise<void> {
  const paths = requireFiles(files);
  const table = paths.find((path) => /\.(?:xlsx|xlsm|xls|et|csv|tsv|ods|docx?|pdf|html?|zip)$/i.test(path));
  if (table !== undefined) throw new InputError('classify-table', { file: table });
  const { model } = await findingSettings(options.config, process.cwd());
  const { classifier, taxonomy } = await openFindingsModel(options.model ?? model);
  const format = options.format as ClassifiedFormat;
  const style = { language: options.lang ?? 'zh', colours: coloursFor(options), taxonomy } as const;
  const frame = frameOf(format, style.language);
  const output = openOutput(options.output, paths);
  const progress = progressLine(options);
  try {
    let count = 0;
    await output.write(frame.head);
    for await (const record of recordsOf(paths)) {
      const told = classifiedText(
        classifyRecord(record, classifier, { explain: options.explain ?? false }),
        format,
        style,
      );
      await output.write(count === 0 ? told : frame.between + told);
      count += 1;
      progress.at(count);
    }
    await output.write(frame.tail);
    output.finish();
  } catch (error) {
    output.abandon();
    throw error;
  } finally {
    progress.end();
  }
}

async function* recordsOf(paths: readonly string[]): AsyncGenerator<TextRecord> {
  for (const path of paths) {
    let isJson = /\.(?:jsonl|ndjson)$/i.test(path);
    let isFirst = true;
    for await (const line of numberedLines(path)) {
      // Standard input has no name that tells.
      if (isFirst && path === '-') isJson = line.text.trimStart().startsWith('{');
      isFirst = false;
      yield isJson ? recordOfLine(line.text, { file: path, line: line.line }) : { text: line.text.trim() };
    }
  }
}
