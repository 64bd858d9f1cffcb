/** `jixiao batch`: many files into one folder of results. */
import { UsageError } from '../errors.js';
import { type BatchEnd, runBatch, type Stop } from '../batch/run.js';
import type { BatchRequest } from '../batch/run-folder.js';
import { type BatchCommandOptions, limitOf, requestedBatch } from './batch-request.js';
import { placeOf } from './batch-place.js';
import { printPlan } from './batch-plan.js';
import { batchWatch } from './batch-watch.js';
import { logFault } from './fault.js';

/** Returns the exit code: 0, 1 and 2 as `lint`; 130 and 143 where Ctrl-C or SIGTERM ended it. With `--log json` faults are events, too. */
export async function batchCommand(inputs: readonly string[], given: BatchCommandOptions): Promise<number> {
  if (given.log !== 'json') return batchRun(inputs, given);
  try {
    return await batchRun(inputs, given);
  } catch (error) {
    logFault(error, given.lang ?? 'zh');
    return 2;
  }
}

async function batchRun(inputs: readonly string[], given: BatchCommandOptions): Promise<number> {
  const request = await requestedBatch(inputs, given);
  const language = request.spec.language;
  const options = { ...given, lang: language };
  if (given.dryRun) {
    await printPlan(request, given);
    return 0;
  }
  if (given.output === undefined) throw new UsageError('batch-output-needed');
  const limit = await limitOf(given, request);
  const output = given.output;
  const { end, signal } = await whileListening((stop) => started(request, { ...options, output }, stop));
  const watch = batchWatch(options, request.spec.task);
  if (end.stopped) {
    watch.stopped({ why: end.stopped, output, done: end.tally.filesDone, files: end.tally.files });
    if (end.stopped === 'failure') return 2;
    return signal === 'SIGTERM' ? 143 : 130;
  }
  const { summary, retryable } = end.collected!;
  const { totals } = summary;
  const { errors = 0, warnings = 0 } = totals.counts;
  watch.finished({ output, summary, retryable });
  if (totals.failures > 0) return 2;
  return errors > 0 || warnings > limit ? 1 : 0;
}

type Started = BatchCommandOptions & { readonly output: string; readonly lang: 'zh' | 'en' };

async function started(request: BatchRequest, given: Started, stop: Stop): Promise<BatchEnd> {
  const { output, retryFailed = false, resume = retryFailed, failFast = false } = given;
  const watch = batchWatch(given, request.spec.task);
  try {
    const place = await placeOf(given, watch);
    return await runBatch(request, { output, resume, retryFailed, failFast, ...place }, watch, stop);
  } finally {
    watch.end();
  }
}

/** Ctrl-C and SIGTERM: the first asks to stop, the second gives up what still runs. */
async function whileListening(
  work: (stop: Stop) => Promise<BatchEnd>,
): Promise<{ end: BatchEnd; signal: NodeJS.Signals | undefined }> {
  const [soon, now] = [new AbortController(), new AbortController()];
  let signal: NodeJS.Signals | undefined;
  const listen = (one: NodeJS.Signals): void => {
    if (signal === undefined) soon.abort();
    else now.abort();
    signal ??= one;
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, listen);
  try {
    return { end: await work({ soon: soon.signal, now: now.signal }), signal };
  } finally {
    for (const name of names) process.off(name, listen);
  }
}
