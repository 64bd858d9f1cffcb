/** What a command line asks of a batch, or what an unfinished one was asked. */
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../errors.js';
import { readSince } from '../batch/plan/since.js';
import { type BatchRequest, type Begun, RunFolder } from '../batch/run-folder.js';
import type { TaskName, TaskSpec } from '../batch/types.js';
import type { PresetName } from '../lint/rule-data.js';
import { loadConfig } from '../platform/config.js';
import { localDay } from '../platform/local-day.js';
import { requestOf } from './lint.js';
import { naturalNumber } from './options.js';

export interface BatchCommandOptions {
  readonly task: TaskName;
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly retryFailed?: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly since?: string;
  readonly jobs?: string;
  readonly queue?: string;
  readonly ahead?: string;
  readonly timeout: string;
  readonly memory: string;
  readonly failFast?: boolean;
  readonly annotated?: boolean;
  readonly log: 'text' | 'json';
  readonly preset?: PresetName;
  readonly profile?: string;
  readonly rule: readonly string[];
  readonly maxWarnings?: string;
  readonly explain?: boolean;
  readonly mapping?: string;
  readonly model?: string;
  readonly config?: string;
  readonly lang?: 'zh' | 'en';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  /** Names of the options that were written, not defaulted. */
  readonly said: readonly string[];
}

/** Options that mean something to some tasks only. */
const OF_TASKS: Readonly<Record<string, readonly TaskName[]>> = {
  preset: ['lint'],
  profile: ['lint'],
  rule: ['lint'],
  maxWarnings: ['lint'],
  annotated: ['lint'],
  explain: ['lint', 'classify'],
  mapping: ['lint', 'review'],
  model: ['review', 'classify'],
};
/** Those that a run which goes on may be given anew. */
const OF_THE_RUN = new Set([
  'output',
  'resume',
  'retryFailed',
  'dryRun',
  'jobs',
  'queue',
  'ahead',
  'timeout',
  'memory',
  'failFast',
  'log',
  'maxWarnings',
  'quiet',
  'verbose',
  'color',
]);

/**
 * With `--resume` what was asked the first time, which must not differ from what is asked now; with `--retry-failed` also
 * of a run that is finished.
 * @throws UsageError `batch-no-input`, `batch-option-task`, `batch-since`, `batch-nothing-to-resume`, `batch-nothing-to-retry`,
 * `batch-can-retry`, `batch-other-request`,
 * `bad-rule-setting`; ConfigError as `loadConfig`
 */
export async function requestedBatch(inputs: readonly string[], given: BatchCommandOptions): Promise<BatchRequest> {
  if (!given.resume && !given.retryFailed) {
    if (inputs.length === 0) throw new UsageError('batch-no-input');
    return written(inputs, given);
  }
  if (given.output === undefined) throw new UsageError('batch-output-needed');
  const before = begunIn(given.output, given.retryFailed === true);
  const { request } = before;
  const isBare = inputs.length === 0 && given.said.every((name) => OF_THE_RUN.has(name));
  if (!isBare) {
    const asked = await written(inputs.length === 0 ? request.inputs : inputs, given);
    const fields = differences(asked, request);
    if (fields.length > 0) throw new UsageError('batch-other-request', { file: given.output, data: { fields } });
  }
  return request;
}

function begunIn(output: string, retryFailed: boolean): Begun {
  const folder = new RunFolder(output);
  const unfinished = folder.unfinished();
  if (unfinished) return unfinished;
  const retryable = folder.retryable();
  if (retryable && retryFailed) return retryable;
  const finished = retryFailed && folder.isFinished() ? 'batch-nothing-to-retry' : 'batch-nothing-to-resume';
  throw new UsageError(retryable ? 'batch-can-retry' : finished, { file: output });
}

/** Above so many warnings the exit code is 1. */
export async function limitOf({ maxWarnings }: BatchCommandOptions, { spec }: BatchRequest): Promise<number> {
  if (maxWarnings !== undefined) return naturalNumber(maxWarnings, '--max-warnings');
  return (await loadConfig(spec.config, spec.folder)).maxWarnings ?? Number.POSITIVE_INFINITY;
}

async function written(inputs: readonly string[], given: BatchCommandOptions): Promise<BatchRequest> {
  const { task, annotated, explain, mapping, model, config, include, exclude, since } = given;
  for (const name of given.said) {
    const tasks = OF_TASKS[name];
    if (tasks && !tasks.includes(task))
      throw new UsageError('batch-option-task', { data: { option: optionOf(name), task } });
  }
  const folder = process.cwd();
  const { lang } = await loadConfig(config, folder);
  const spec: TaskSpec = {
    task,
    language: given.lang ?? lang ?? 'zh',
    folder,
    today: localDay(),
    ...(config !== undefined && { config }),
    ...(mapping !== undefined && { mapping }),
    ...(task === 'lint' && { settings: requestOf(given) }),
    ...(annotated && { annotated }),
    ...(model !== undefined && { model }),
    ...(explain && { explain }),
  };
  const time = since === undefined ? undefined : readSince(since, Date.now());
  return {
    inputs,
    spec,
    include,
    exclude,
    ...(since !== undefined && time !== undefined && { since: { text: since, time } }),
  };
}

/** What differs, but for the day and moment at which it was asked. */
function differences(asked: BatchRequest, before: BatchRequest): string[] {
  const flat = ({ spec, since, ...rest }: BatchRequest): Record<string, unknown> =>
    JSON.parse(JSON.stringify({ ...rest, ...spec, today: '', since: since?.text ?? null })) as Record<string, unknown>;
  const [a, b] = [flat(asked), flat(before)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !isDeepStrictEqual(a[name], b[name]));
}

function optionOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
