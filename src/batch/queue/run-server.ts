/** One run, served by this process: jobs from its queue onto threads, outcomes back. */
import { type Job as QueueJob, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { JixiaoError } from '../../errors.js';
import { failedOutcome, failureOf } from '../outcome.js';
import { Pool } from '../pool.js';
import { Slots } from '../slots.js';
import type { Root } from '../sources/create-source.js';
import type { Job, JobOutcome } from '../types.js';
import type { Connection } from './connect.js';
import { DEAD, DELIVERIES, keys, LEASE, QUEUE_PREFIX } from './names.js';
import { putOutcome, type Receipt } from './payload.js';
import type { RunRecord } from './records.js';
import { Strikes, UNKNOWN } from './strikes.js';
import { Turns } from './turns.js';

export interface JobReport {
  readonly run: string;
  readonly job: Job;
  /** `retried`: the document could not be fetched, and is asked for again later. */
  readonly end: 'done' | 'failed' | 'dead' | 'retried';
  readonly seconds: number;
  readonly outcome?: JobOutcome;
}

export interface ServerOptions {
  readonly connection: Connection;
  readonly record: RunRecord;
  /** Where the configuration and other files of the task are. */
  readonly settings: string;
  readonly root: Root;
  readonly concurrency: number;
  readonly report: (report: JobReport) => void;
  /** Another worker was given a job of ours, as we were silent for too long: its outcome counts, or ours, but once. */
  readonly late: () => void;
}

/** The document did not come; elsewhere or later it may. */
const FETCHED_AGAIN: ReadonlySet<string> = new Set(['file-not-found', 'unreadable', 'changed-meanwhile']);
/** Seconds that an idle worker listens before it looks again whether it is to go on. */
const LISTEN = 2;

export class RunServer {
  readonly #options: ServerOptions;
  readonly #worker: Worker;
  readonly #pool: Pool;
  readonly #turns = new Turns();
  readonly #threads: Slots;
  readonly #strikes: Strikes;
  running = 0;
  #isGivenUp = false;
  #isClosing = false;

  constructor(options: ServerOptions) {
    const { connection, record, settings, root, concurrency } = options;
    this.#options = options;
    this.#threads = new Slots(concurrency);
    this.#strikes = new Strikes(connection.redis, record.id);
    const spec = { ...record.spec, folder: settings };
    this.#pool = new Pool(spec, { threads: concurrency, ...record.limits, root });
    this.#worker = new Worker(record.id, (job: QueueJob, token = '') => this.#work(job, token), {
      connection: connection.redis,
      prefix: QUEUE_PREFIX,
      skipVersionCheck: true,
      // One is at hand for each that runs, so that no thread waits for Redis.
      concurrency: 2 * concurrency,
      drainDelay: LISTEN,
      autorun: false,
      ...LEASE,
    });
    this.#worker.on('error', ({ message }) => {
      if (/Missing (?:lock|key)|not in the active state|Lock mismatch/i.test(message)) options.late();
    });
    // A process that dies while its threads load must not count against a document: no job is taken before.
    void this.#pool
      .ready()
      .then(() => this.#worker.run())
      .catch(() => undefined);
  }

  get id(): string {
    return this.#options.record.id;
  }

  /** Finishes what runs and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#worker.close();
    await this.#pool.close();
  }

  /** What runs is left to others, who will find that nobody holds it. */
  async giveUp(): Promise<void> {
    this.#isGivenUp = true;
    // Not awaited: it may wait for a Redis that is gone.
    void this.#worker.disconnect().catch(() => undefined);
    await this.#pool.close();
  }

  async #work(queued: QueueJob, token: string): Promise<Receipt> {
    const id = queued.id ?? '';
    const { job } = queued.data as { job: Job };
    // What was never given out before has ended nobody.
    const { strikes, isDead } = queued.attemptsStarted > 1 ? await this.#strikes.history(id) : UNKNOWN;
    if (isDead) {
      this.#report(job, 'dead', 0);
      throw new UnrecoverableError(`${DEAD} ${strikes}`);
    }
    return this.#turns.take(strikes > 0, () => this.#run(queued, job, token));
  }

  async #run(queued: QueueJob, job: Job, token: string): Promise<Receipt> {
    const { redis } = this.#options.connection;
    const { language } = this.#options.record.spec;
    const begun = await this.#begun(queued.id ?? '', job);
    if (!begun) {
      await queued.moveToWait(token);
      throw new WaitingError();
    }
    const { outcome, seconds } = begun;
    if (this.#isGivenUp) return new Promise(() => undefined);
    const [first, ...others] = outcome.failures;
    const isMissing = first !== undefined && others.length === 0 && FETCHED_AGAIN.has(first.code);
    if (isMissing && queued.attemptsMade + 1 < DELIVERIES) {
      this.#report(job, 'retried', seconds, outcome);
      throw new Error(first.message);
    }
    const key = keys.result(this.id, queued.id ?? '', token);
    const receipt = await putOutcome(redis, key, outcome);
    if (receipt) {
      this.#report(job, receipt.failed ? 'failed' : 'done', seconds, outcome);
      return receipt;
    }
    const failed = failedOutcome(failureOf(new JixiaoError('result-too-large'), job, language));
    this.#report(job, 'failed', seconds, failed);
    return (await putOutcome(redis, key, failed))!;
  }

  /** Its mark stays where the process dies. Undefined where this worker ends before its turn has come. */
  async #begun(id: string, job: Job): Promise<{ outcome: JobOutcome; seconds: number } | undefined> {
    await this.#threads.take();
    if (this.#isClosing) {
      this.#threads.give();
      return undefined;
    }
    this.running += 1;
    // Commands go out in order: whoever asks next sees the mark.
    void this.#strikes.begin(id).catch(() => undefined);
    const start = performance.now();
    const outcome = await this.#pool.run(job);
    const seconds = (performance.now() - start) / 1000;
    if (!this.#isGivenUp) void this.#strikes.end(id).catch(() => undefined);
    this.running -= 1;
    this.#threads.give();
    return { outcome, seconds };
  }

  #report(job: Job, end: JobReport['end'], seconds: number, outcome?: JobOutcome): void {
    if (this.#isGivenUp) return;
    this.#options.report({ run: this.id, job, end, seconds, ...(outcome && { outcome }) });
  }
}
