/** `jixiao batch --dry-run`: what would be worked on. */
import { previewFiles } from '../batch/plan/preview.js';
import { planBatch } from '../batch/run.js';
import type { BatchRequest } from '../batch/run-folder.js';
import { planLines } from '../report/batch-text.js';
import { noticeLines, planFileLines, planMoreText } from '../report/plan-text.js';
import { plannedEvent } from './batch-watch.js';

/** Files and, below each, pieces that are listed on a terminal. */
const MOST_FILES = 40;
const MOST_PARTS = 5;

interface PlanOptions {
  readonly output?: string;
  readonly log: 'text' | 'json';
}

/** On standard output. Throws as `planBatch`. */
export async function printPlan(request: BatchRequest, { output, log }: PlanOptions): Promise<void> {
  const inputs = planBatch(request, output);
  const { task, folder, language } = request.spec;
  const isJson = log === 'json';
  const isShort = !isJson && process.stdout.isTTY;
  const listed = isShort ? inputs.files.slice(0, MOST_FILES) : inputs.files;
  if (isJson) await printed([JSON.stringify({ event: 'planned', ...plannedEvent(inputs, task) })]);
  else {
    const { files, skipped, notices } = inputs;
    await printed([...planLines({ task, files, skipped }, language), ...noticeLines(notices, language), '']);
  }
  for await (const file of previewFiles(listed, { task, folder }))
    await printed(
      isJson
        ? [JSON.stringify({ event: 'file', ...file })]
        : planFileLines(file, language, isShort ? MOST_PARTS : undefined),
    );
  const left = inputs.files.length - listed.length;
  if (left > 0) await printed([`  ${planMoreText(left, language)}`]);
}

/** A reader that is slow is waited for: there may be a hundred thousand lines. */
async function printed(lines: readonly string[]): Promise<void> {
  if (process.stdout.write(`${lines.join('\n')}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
