/** One run, served by this process: jobs from its queue onto threads, outcomes back. */
import { hostname } from 'node:os';
import { DelayedError, type Job as QueueJob, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { JixiaoError } from '../../errors.js';
import { failedOutcome, failureOf } from '../outcome.js';
import { Pool } from '../pool.js';
import { Slots } from '../slots.js';
import { missedText } from '../../report/queue-text.js';
import { createStore, type Root, rootLabel } from '../sources/create-source.js';
import type { Failure, Job, JobOutcome } from '../types.js';
import type { Connection } from './connect.js';
import { DEAD, DELIVERIES, keys, LEASE, QUEUE_PREFIX } from './names.js';
import { isLost, isOthersTurn, placeOf, readMisses, triesOf, withMiss, writeMisses } from './misses.js';
import { putOutcome, type Receipt } from './payload.js';
import { readWorkers, type RunRecord } from './records.js';
import { RootGuard, type RootTrouble } from './root-guard.js';
import { Strikes, UNKNOWN } from './strikes.js';
import { Turns } from './turns.js';

export interface JobReport {
  readonly run: string;
  readonly job: Job;
  /** `retried`: the document could not be fetched, and is asked for again later. */
  readonly end: 'done' | 'failed' | 'dead' | 'retried';
  /** Of a retried one: the coordinator saw it, so that it is this worker's root that lacks it. */
  readonly isSeen?: boolean;
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
  /** The root is not in order, and no job is taken; undefined where it is again. */
  readonly trouble: (trouble: RootTrouble | undefined) => void;
}

/** The document did not come; elsewhere or later it may. */
const FETCHED_AGAIN: ReadonlySet<string> = new Set([
  'file-not-found',
  'unreadable',
  'changed-meanwhile',
  'copy-differs',
]);
/** Milliseconds: the first pause before a document is asked for again, and the longest; that before another worker's turn is over. */
const PAUSE = { first: 1_000, longest: 30_000, others: 1_500 };
/** Seconds that an idle worker listens before it looks again whether it is to go on. */
const LISTEN = 2;

export class RunServer {
  readonly #options: ServerOptions;
  readonly #worker: Worker;
  readonly #pool: Pool;
  readonly #turns = new Turns();
  readonly #threads: Slots;
  readonly #strikes: Strikes;
  readonly #guard: RootGuard;
  readonly #where: { readonly host: string; readonly root: string };
  running = 0;
  #isGivenUp = false;
  #isClosing = false;

  constructor(options: ServerOptions) {
    const { connection, record, settings, root, concurrency } = options;
    this.#options = options;
    this.#threads = new Slots(concurrency);
    this.#strikes = new Strikes(connection.redis, record.id);
    this.#where = { host: hostname(), root: rootLabel(root.place) };
    this.#guard = new RootGuard({
      store: createStore(root),
      away: (trouble) => {
        void this.#worker.pause(true);
        options.trouble(trouble);
      },
      back: () => {
        options.trouble(undefined);
        void this.#worker.resume();
      },
    });
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
      .then(() => this.#guard.isAway(''))
      // Whose root is not there yet takes its first job when it is.
      .then((isAway) => (isAway ? undefined : this.#worker.run()))
      .catch(() => undefined);
  }

  get id(): string {
    return this.#options.record.id;
  }

  /** Finishes what runs and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#guard.close();
    await this.#worker.close();
    await this.#pool.close();
  }

  /** What runs is left to others, who will find that nobody holds it. */
  async giveUp(): Promise<void> {
    this.#isGivenUp = true;
    this.#guard.close();
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
    if (queued.attemptsStarted > 1 && (await this.#isOthersTurn(id))) return this.#later(queued, token, PAUSE.others);
    return this.#turns.take(strikes > 0, () => this.#run(queued, job, token));
  }

  async #isOthersTurn(id: string): Promise<boolean> {
    const misses = await readMisses(this.#options.connection.redis, this.id, id);
    return misses.length > 0 && isOthersTurn(misses, placeOf(this.#where), await this.#livePlaces());
  }

  /** Of workers that serve this run and trust their root. */
  async #livePlaces(): Promise<Set<string>> {
    const workers = await readWorkers(this.#options.connection.redis);
    const able = workers.filter(({ run, trouble }) => run === this.id && trouble === undefined);
    return new Set(able.map(placeOf));
  }

  /** Back onto the queue: that is no try of the job. */
  async #back(queued: QueueJob, token: string): Promise<never> {
    await queued.moveToWait(token);
    throw new WaitingError();
  }

  async #later(queued: QueueJob, token: string, milliseconds: number): Promise<never> {
    const delay = Math.round(milliseconds * (1 + Math.random() / 2));
    await queued.moveToDelayed(Date.now() + delay, token);
    throw new DelayedError();
  }

  async #run(queued: QueueJob, job: Job, token: string): Promise<Receipt> {
    const { redis } = this.#options.connection;
    const { language } = this.#options.record.spec;
    const begun = await this.#begun(queued.id ?? '', job);
    if (!begun) return this.#back(queued, token);
    const { seconds } = begun;
    if (this.#isGivenUp) return new Promise(() => undefined);
    const outcome = await this.#fetched(begun.outcome, { queued, job, token, seconds });
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

  /** As it is to be kept; where its document has not come, it is put back, unless nobody is to be asked any more. */
  async #fetched(outcome: JobOutcome, { queued, job, token, seconds }: Delivery): Promise<JobOutcome> {
    const [first, ...others] = outcome.failures;
    const isMissing = first !== undefined && others.length === 0 && FETCHED_AGAIN.has(first.code);
    // A disk that hangs may use up the time of a job.
    const isSuspect = isMissing || first?.code === 'timeout';
    if (!isSuspect) this.#guard.served();
    if (!first || !isSuspect) return outcome;
    if (job.sha256 !== '') {
      if (await this.#guard.isAway(job.path)) return this.#back(queued, token);
      return isMissing ? this.#missed(outcome, first, { queued, job, token, seconds }) : outcome;
    }
    if (!isMissing || queued.attemptsMade + 1 >= DELIVERIES) return outcome;
    this.#report(job, 'retried', seconds, outcome);
    throw new Error(first.message);
  }

  /** The coordinator saw the document. */
  async #missed(outcome: JobOutcome, first: Failure, { queued, job, token, seconds }: Delivery): Promise<JobOutcome> {
    const { redis } = this.#options.connection;
    const id = queued.id ?? '';
    this.#guard.missed(job.path);
    const misses = withMiss(await readMisses(redis, this.id, id), this.#where);
    if (isLost(misses, await this.#livePlaces())) {
      const { language } = this.#options.record.spec;
      const message = first.code === 'copy-differs' ? first.message : missedText(first.message, misses, language);
      return { ...outcome, failures: [{ ...first, message }] };
    }
    await writeMisses(redis, this.id, id, misses);
    this.#report(job, 'retried', seconds, outcome, true);
    return this.#later(queued, token, Math.min(PAUSE.longest, PAUSE.first * 2 ** (triesOf(misses) - 1)));
  }

  /** Its mark stays where the process dies. Undefined where this worker ends before its turn has come. */
  async #begun(id: string, job: Job): Promise<{ outcome: JobOutcome; seconds: number } | undefined> {
    await this.#threads.take();
    if (this.#isClosing || this.#guard.trouble) {
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

  #report(job: Job, end: JobReport['end'], seconds: number, outcome?: JobOutcome, isSeen = false): void {
    if (this.#isGivenUp) return;
    this.#options.report({ run: this.id, job, end, seconds, ...(outcome && { outcome }), ...(isSeen && { isSeen }) });
  }
}

/** One job as it was given to this worker. */
interface Delivery {
  readonly queued: QueueJob;
  readonly job: Job;
  readonly token: string;
  readonly seconds: number;
}
