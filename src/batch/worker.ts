/** The code of a worker thread: everything is loaded before the first job comes. */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { speakChinese } from '../platform/schema-words.js';
import { failedOutcome, failureOf, NO_COUNTS } from './outcome.js';
import { createRunner } from './runner.js';
import { createSource, type Root } from './sources/create-source.js';
import type { Job, JobOutcome, TaskSpec } from './types.js';

/** What a thread is given: the job, and a cell that is set when work on it begins. Without a job it is asked whether it is there. */
export interface Order {
  readonly job?: Job;
  readonly begun: Int32Array;
}

/** What a thread is told when it starts. */
export interface ThreadData {
  readonly spec: TaskSpec;
  readonly root: Root;
}

const { spec, root } = workerData as unknown as ThreadData;
if (spec.language === 'zh') speakChinese();
const source = createSource(root);
const runner = await createRunner(spec);

const NOTHING: JobOutcome = {
  lines: new Uint8Array(),
  facts: new Uint8Array(),
  problems: new Uint8Array(),
  failures: [],
  counts: NO_COUNTS,
};

export default async function work({ job, begun }: Order): Promise<JobOutcome> {
  Atomics.store(begun, 0, 1);
  if (!job) return NOTHING;
  const outcome = await done(job);
  const { lines, facts, problems, copy } = outcome;
  // Handed over, not copied.
  const buffers = new Set([lines, facts, problems, ...(copy ? [copy.bytes] : [])].map(({ buffer }) => buffer));
  const handed = { [transferableSymbol]: [...buffers], [valueSymbol]: outcome };
  return move(handed) as unknown as JobOutcome;
}

async function done(job: Job): Promise<JobOutcome> {
  try {
    return await runner.run(job, await source.read(job));
  } catch (error) {
    return failedOutcome(failureOf(error, job, spec.language));
  }
}
