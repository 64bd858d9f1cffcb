/** A batch from its plan to its folder of results. */
import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';
import { JixiaoError, UsageError } from '../errors.js';
import { packageVersion } from '../platform/version.js';
import { type Collected, Collector } from './collector.js';
import { FileJournal } from './journal.js';
import { type Inputs, listInputs, MOST_SKIPPED } from './plan/inputs.js';
import { kindOf } from './plan/kinds.js';
import { type Duplicate, type FileJobs, planJobs } from './plan/jobs.js';
import { type BatchRequest, RunFolder, writeFault } from './run-folder.js';
import { createRunner } from './runner.js';
import { Slots } from './slots.js';
import { fingerprint } from './fingerprint.js';
import { Tally } from './tally.js';
import { ToldFailures } from './told-failures.js';
import { type Dispatcher, type Failure, GivenUp, type Job, type JobOutcome, type TaskSpec } from './types.js';

export interface BatchOptions {
  readonly output: string;
  /** Goes on with the unfinished run in the folder. */
  readonly resume: boolean;
  /** … or with the finished one: what may succeed another time is done again. */
  readonly retryFailed?: boolean;
  /** No new job once one has failed. */
  readonly failFast: boolean;
  /** Where jobs are run; asked for when there is something to do. */
  readonly dispatcher: (spec: TaskSpec, fingerprint: string) => Dispatcher | Promise<Dispatcher>;
  /** Refuses a plan that cannot be run there, by throwing. */
  readonly check?: (inputs: Inputs) => void;
}

/** Is told how the run goes; all of it is for people, nothing of it is in the results. */
export interface BatchWatch {
  planned?(inputs: Inputs): void;
  /** Work of an earlier process: `known` jobs are done; with `isStale` they were done by other rules, and are done again. */
  resumed?(known: number, isStale: boolean): void;
  progress?(tally: Tally): void;
  /** A document that is not worked on, since another one is the same. */
  duplicate?(duplicate: Duplicate): void;
  failed?(failure: Failure): void;
  /** The file is done, and so many more of its lines are faulty. */
  failedMore?(source: string, lines: number): void;
  /** All jobs are done; results are being put together. */
  collecting?(): void;
}

export interface BatchEnd {
  /** Undefined where the run was stopped: it can be resumed. */
  readonly collected?: Collected;
  readonly tally: Tally;
  /** Why it was stopped. */
  readonly stopped?: 'signal' | 'failure';
}

/** What a batch would do. Throws InputError as `listInputs`. */
export function planBatch({ inputs, spec, include, exclude, since }: BatchRequest, output?: string): Inputs {
  const { task, folder } = spec;
  return listInputs(inputs, {
    task,
    folder,
    include,
    exclude,
    ...(since && { since: since.time }),
    ...(output !== undefined && { output }),
  });
}

export interface Stop {
  /** Nothing new is begun, and what runs is finished. */
  readonly soon: AbortSignal;
  /** What still runs is given up. */
  readonly now: AbortSignal;
}

/**
 * Runs it all, until it is done or stopped.
 * @throws UsageError as `RunFolder`; InputError as `listInputs`; ConfigError and ModelError where a file of the task is unsound
 */
export async function runBatch(
  request: BatchRequest,
  options: BatchOptions,
  watch: BatchWatch = {},
  stop?: Stop,
): Promise<BatchEnd> {
  const folder = new RunFolder(options.output);
  const before = folder.unfinished() ?? (options.retryFailed ? folder.retryable() : undefined);
  if (!options.resume) folder.requireFree();
  else if (!before) throw new UsageError('batch-nothing-to-resume', { file: options.output });
  // What is wrong with the task is told once, not by every thread.
  await createRunner(request.spec);
  const current = await fingerprint(request.spec);
  const inputs = planBatch(request, options.output);
  options.check?.(inputs);
  watch.planned?.(inputs);
  const release = folder.lock();
  try {
    if (options.resume) folder.reopen();
    else folder.begin({ request, fingerprint: current });
    const journal = new FileJournal(folder.work, current);
    try {
      if (before) watch.resumed?.(journal.size, before.fingerprint !== current);
      const collector = new Collector({ journal, folder, spec: request.spec });
      try {
        return await new Run({ request, options, watch, folder, journal, collector, inputs, current, stop }).all();
      } finally {
        collector.close();
      }
    } finally {
      journal.close();
    }
  } finally {
    release();
  }
}

interface Parts {
  readonly request: BatchRequest;
  readonly options: BatchOptions;
  readonly watch: BatchWatch;
  readonly folder: RunFolder;
  readonly journal: FileJournal;
  readonly collector: Collector;
  readonly inputs: Inputs;
  readonly current: string;
  readonly stop: Stop | undefined;
}

const WRITE_FAULTS: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EFBIG']);
/** Milliseconds between two looks at how far it is: documents may take longer. */
const LOOK_EVERY = 1000;
/** Documents that are named one by one as they are met; all are in the summary. */
const MOST_TOLD = 20;

class Run {
  readonly #parts: Parts;
  readonly #tally: Tally;
  readonly #told = new ToldFailures();
  readonly #began = new Date();
  readonly #jobs: Job[] = [];
  readonly #skipped: Record<string, number>;
  readonly #skippedFiles: string[];
  #skippedTotal: number;
  readonly #duplicates: Duplicate[] = [];
  #known = 0;
  #dispatcher: Dispatcher | undefined;
  #fault: unknown;
  #stopped: BatchEnd['stopped'];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tally = new Tally(parts.inputs.files);
    this.#skipped = { ...parts.inputs.skipped };
    this.#skippedFiles = [...parts.inputs.skippedFiles];
    this.#skippedTotal = Object.values(this.#skipped).reduce((sum, count) => sum + count, 0);
  }

  async all(): Promise<BatchEnd> {
    const { inputs, watch, collector } = this.#parts;
    const clock = setInterval(() => watch.progress?.(this.#tally), LOOK_EVERY);
    try {
      await this.#dispatch();
    } finally {
      clearInterval(clock);
      await this.#dispatcher?.close();
    }
    const tally = this.#tally;
    if (this.#stopped) return { tally, stopped: this.#stopped };
    watch.collecting?.();
    const collected = await collector.finish({
      jobs: this.#jobs,
      files: inputs.files.length,
      skipped: this.#skipped,
      duplicates: this.#duplicates,
      skippedFiles: { total: this.#skippedTotal, items: this.#skippedFiles },
      request: this.#parts.request,
      about: () => this.#about(),
    });
    return { tally, collected };
  }

  /** Times stand here and nowhere else. */
  #about(): object {
    return {
      schemaVersion: 1,
      tool: { name: 'jixiao', version: packageVersion() },
      host: hostname(),
      cores: availableParallelism(),
      begun: this.#began.toISOString(),
      ended: new Date().toISOString(),
      jobs: this.#jobs.length,
      /** Done by an earlier process. */
      jobsBefore: this.#known,
      request: this.#parts.request,
    };
  }

  async #dispatch(): Promise<void> {
    const { request, options, journal, collector, inputs, current, stop } = this.#parts;
    const { spec } = request;
    let slots: Slots | undefined;
    const running = new Set<Promise<void>>();
    stop?.soon.addEventListener('abort', () => this.#mustStop());
    stop?.now.addEventListener('abort', () => void this.#dispatcher?.close());
    for await (const planned of planJobs(inputs.files, spec)) {
      this.#know(planned);
      for (const job of planned.jobs) {
        const kept = journal.outcome(job);
        if (kept) {
          this.#known += 1;
          this.#count(job, kept, true);
          collector.done(job);
        } else {
          this.#dispatcher ??= await options.dispatcher(spec, current);
          slots ??= new Slots(this.#dispatcher.width);
          await slots.take();
          if (this.#mustStop()) break;
          const work = this.#run(job, this.#dispatcher, slots).finally(() => running.delete(work));
          running.add(work);
        }
      }
      if (this.#mustStop()) break;
    }
    await Promise.all(running);
    this.#mustStop();
    if (this.#fault !== undefined) throw this.#written(this.#fault);
  }

  /** The journal writes by itself: a disk that is full is no fault of the program. */
  #written(fault: unknown): unknown {
    const { code } = fault as NodeJS.ErrnoException;
    const isSystems = fault instanceof Error && !(fault instanceof JixiaoError) && WRITE_FAULTS.has(code ?? '');
    return isSystems ? writeFault(this.#parts.options.output, fault) : fault;
  }

  /** Never rejects: a fault of our own ends the run when the others are done. */
  async #run(job: Job, dispatcher: Dispatcher, slots: Slots): Promise<void> {
    try {
      const outcome = await dispatcher.run(job);
      // What was given up has not failed.
      if (!this.#parts.stop?.now.aborted) this.#keep(job, outcome);
    } catch (error) {
      if (!(error instanceof GivenUp)) this.#fault ??= error;
    } finally {
      slots.give();
      this.#mustStop();
    }
  }

  #keep(job: Job, outcome: JobOutcome): void {
    const { folder, journal, collector } = this.#parts;
    if (outcome.copy) folder.put(join('annotated', outcome.copy.name), outcome.copy.bytes);
    if (journal.keep(job, outcome)) this.#count(job, outcome, false);
    this.#dispatcher?.kept?.(job);
    collector.done(job);
  }

  #know({ jobs, skipped, duplicates, file }: FileJobs): void {
    this.#jobs.push(...jobs);
    for (const duplicate of duplicates) {
      this.#duplicates.push(duplicate);
      if (this.#duplicates.length <= MOST_TOLD) this.#parts.watch.duplicate?.(duplicate);
    }
    for (const entry of skipped) {
      this.#skipped[kindOf(entry)] = (this.#skipped[kindOf(entry)] ?? 0) + 1;
      this.#skippedTotal += 1;
      if (this.#skippedFiles.length < MOST_SKIPPED) this.#skippedFiles.push(entry);
    }
    this.#tally.open(file, jobs);
  }

  #count(job: Job, outcome: Pick<JobOutcome, 'counts' | 'failures'>, isBefore: boolean): void {
    const { watch, options } = this.#parts;
    const isWhole = this.#tally.add(job, outcome, isBefore);
    for (const failure of outcome.failures) if (this.#told.tells(failure)) watch.failed?.(failure);
    const more = isWhole || job.entry !== undefined ? this.#told.close(job.source) : 0;
    if (more > 0) watch.failedMore?.(job.source, more);
    if (options.failFast && outcome.failures.length > 0) this.#stopped ??= 'failure';
    watch.progress?.(this.#tally);
  }

  #mustStop(): boolean {
    if (this.#parts.stop?.soon.aborted) this.#stopped ??= 'signal';
    const isOver = this.#stopped !== undefined || this.#fault !== undefined;
    if (isOver) this.#dispatcher?.stop?.();
    return isOver;
  }
}
