/** Jobs on threads of this process. A job that crashes, hangs or wants too much memory costs itself alone: its thread is replaced. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { JixiaoError } from '../errors.js';
import { packageRoot } from '../platform/root.js';
import { failedOutcome, failureOf } from './outcome.js';
import type { Dispatcher, Job, JobOutcome, TaskSpec } from './types.js';
import type { Root } from './sources/create-source.js';
import type { Order, ThreadData } from './worker.js';

export interface PoolOptions {
  readonly threads: number;
  /** Seconds that one job may take; 0 for no bound. */
  readonly timeout: number;
  /** Megabytes of JavaScript heap that one thread may fill. */
  readonly memory: number;
  /** Where documents are, if not in the folder of the task. */
  readonly root?: Root;
  /** URL of the threads' code, where it is not our own. */
  readonly worker?: string;
}

/** The worker is a file of the built package: TypeScript does not run in threads. */
const WORKER = pathToFileURL(join(packageRoot, 'dist', 'batch', 'worker.js')).href;
const LOOK_EVERY_MS = 100;

export class Pool implements Dispatcher {
  readonly width: number;
  readonly #spec: TaskSpec;
  readonly #options: PoolOptions;
  readonly #threads: Piscina;
  readonly #running = new Set<Running>();
  readonly #clock: NodeJS.Timeout;

  constructor(spec: TaskSpec, options: PoolOptions) {
    this.#spec = spec;
    this.#options = options;
    // One waits for each that runs, so that no thread waits for us.
    this.width = options.threads * 2;
    this.#threads = new Piscina({
      filename: options.worker ?? WORKER,
      workerData: { spec, root: options.root ?? { place: spec.folder } } satisfies ThreadData,
      minThreads: options.threads,
      maxThreads: options.threads,
      concurrentTasksPerWorker: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.memory, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#clock = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#clock.unref();
  }

  /** Every thread has loaded what it needs; what keeps one from it, its first job tells. */
  async ready(): Promise<void> {
    const order: Order = { begun: new Int32Array(new SharedArrayBuffer(4)) };
    await Promise.allSettled(Array.from({ length: this.#options.threads }, () => this.#threads.run(order)));
  }

  async run(job: Job): Promise<JobOutcome> {
    const abort = new AbortController();
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const running: Running = { abort, begun, deadline: undefined, late: false };
    this.#running.add(running);
    try {
      const order: Order = { job, begun };
      return (await this.#threads.run(order, { signal: abort.signal })) as JobOutcome;
    } catch (error) {
      return failedOutcome(failureOf(this.#reason(error, running), job, this.#spec.language));
    } finally {
      this.#running.delete(running);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#clock);
    await this.#threads.destroy();
  }

  /** A thread takes time to start; the clock of a job runs from when it began. */
  #look(): void {
    if (this.#options.timeout === 0) return;
    const now = Date.now();
    for (const one of this.#running) {
      if (one.deadline === undefined) {
        if (Atomics.load(one.begun, 0) === 1) one.deadline = now + this.#options.timeout * 1000;
      } else if (now >= one.deadline && !one.late) {
        one.late = true;
        one.abort.abort();
      }
    }
  }

  #reason(error: unknown, { late }: Running): unknown {
    if (late) return new JixiaoError('timeout', { data: { seconds: this.#options.timeout } });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return new JixiaoError('out-of-memory', { data: { megabytes: this.#options.memory } });
    return new JixiaoError('worker-crashed', { data: { reason: message.split('\n')[0] ?? '' }, cause: error });
  }
}

interface Running {
  readonly abort: AbortController;
  readonly begun: Int32Array;
  deadline: number | undefined;
  late: boolean;
}

/** Most of what a job makes is garbage at once: a larger nursery keeps it from growing old, and costs this much a thread. */
const YOUNG_MB = 32;
