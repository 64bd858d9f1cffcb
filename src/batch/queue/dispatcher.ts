/**
 * Jobs on a shared queue, from the side of whoever wants them done. Events tell when a job is finished; as events may be
 * missed, and as a Redis that was restarted may have lost a job, every job that is not back is looked at now and then too.
 * Whatever is found there, a job is answered once.
 */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Job as QueueJob, type Queue, QueueEvents, Worker } from 'bullmq';
import { JixiaoError } from '../../errors.js';
import { failedOutcome, failureOf } from '../outcome.js';
import { Slots } from '../slots.js';
import { type Dispatcher, GivenUp, type Job, type JobOutcome } from '../types.js';
import type { Connection } from './connect.js';
import { BACKOFF, DEAD, DELIVERIES, jobName, keys, LEASE, QUEUE_PREFIX, times } from './names.js';
import { readOutcome, receiptSchema } from './payload.js';
import { announce, clearRun, openQueue, type Counts, type RunRecord } from './records.js';
import { type QueueWatch, RunWatch } from './run-watch.js';

export interface QueueOptions {
  readonly connection: Connection;
  readonly record: RunRecord;
  /** How many jobs are on the queue at most, done ones that are not collected yet counting. */
  readonly width: number;
  /** Some jobs may be on the queue already. */
  readonly isResumed: boolean;
  readonly watch: QueueWatch;
}

interface Pending {
  readonly job: Job;
  readonly since: number;
  readonly resolve: (outcome: JobOutcome) => void;
  readonly reject: (error: unknown) => void;
  isLooked: boolean;
}

/** Outcomes that are read at a time: they may be large. */
const READ_AT_ONCE = 8;
/** What the end of a run waits for a Redis that is gone. */
const GOODBYE_MS = 1_500;

export class QueueDispatcher implements Dispatcher {
  readonly width: number;
  readonly #options: QueueOptions;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #stalled: Worker;
  readonly #pending = new Map<string, Pending>();
  /** Answered and perhaps not kept yet, with the key of its outcome. */
  readonly #answered = new Map<string, { readonly key?: string; readonly count: keyof Counts }>();
  readonly #settling = new Set<Promise<unknown>>();
  readonly #reading = new Slots(READ_AT_ONCE);
  readonly #watched: RunWatch;
  #clock: NodeJS.Timeout | undefined;
  #isStopping = false;
  #isBeating = false;
  #closed: Promise<void> | undefined;

  private constructor(options: QueueOptions) {
    const { connection, record, width } = options;
    const { redis } = connection;
    this.#options = options;
    this.width = width;
    this.#queue = openQueue(redis, record.id);
    this.#watched = new RunWatch(redis, record.id, options.watch);
    const shared = { connection: redis, prefix: QUEUE_PREFIX, skipVersionCheck: true };
    this.#events = new QueueEvents(record.id, { ...shared, lastEventId: '0-0', autorun: false });
    this.#events.on('error', ignored);
    this.#events.on('completed', ({ jobId }) => void this.#look(jobId));
    this.#events.on('failed', ({ jobId }) => void this.#look(jobId));
    this.#events.on('stalled', ({ jobId }) => {
      const one = this.#pending.get(jobId);
      if (one) options.watch.orphaned?.(one.job);
    });
    // Jobs whose worker died are given out again even where no other worker looks after this run just now.
    this.#stalled = new Worker(record.id, null, { ...shared, ...LEASE, autorun: false });
    this.#stalled.on('error', ignored);
  }

  static async open(options: QueueOptions): Promise<QueueDispatcher> {
    const dispatcher = new QueueDispatcher(options);
    const { connection, record, watch } = options;
    connection.watch({ lost: () => watch.lost?.(), back: () => watch.back?.() });
    await announce(connection.redis, record, coordinator());
    void dispatcher.#events.run().catch(ignored);
    await dispatcher.#stalled.startStalledCheckTimer();
    dispatcher.#clock = setInterval(() => void dispatcher.#beat().catch(ignored), times.beat);
    return dispatcher;
  }

  async run(job: Job): Promise<JobOutcome> {
    const id = jobName(job);
    const answer = new Promise<JobOutcome>((resolve, reject) => {
      this.#pending.set(id, { job, since: Date.now(), resolve, reject, isLooked: false });
    });
    // Not awaited: who is given up must not wait for a Redis that is gone.
    this.#settle(this.#add(id, job));
    return answer;
  }

  kept(job: Job): void {
    const id = jobName(job);
    const answered = this.#answered.get(id);
    if (!answered) return;
    this.#answered.delete(id);
    this.#settle(this.#drop(id, answered));
  }

  stop(): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    for (const id of this.#pending.keys()) void this.#look(id);
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    const { connection, record } = this.#options;
    clearInterval(this.#clock);
    const isDone = this.#pending.size === 0;
    for (const { reject } of this.#pending.values()) reject(new GivenUp());
    this.#pending.clear();
    const goodbye = async (): Promise<void> => {
      await Promise.all(this.#settling);
      // Its checks would write into a queue that is cleared.
      await this.#stalled.close(true);
      if (isDone) {
        const ended = { ended: new Date().toISOString(), ...(this.#isStopping && { stopped: true }) };
        await announce(connection.redis, { ...record, ...ended }, coordinator());
        await clearRun(connection.redis, record.id);
      } else await connection.redis.del(keys.alive(record.id));
    };
    const closed = async (): Promise<unknown> =>
      Promise.allSettled([this.#events.close(), this.#stalled.close(true), this.#queue.close()]);
    // A Redis that is gone is not waited for.
    await Promise.race([goodbye().catch(ignored), pause(GOODBYE_MS, undefined, { ref: false })]);
    await Promise.race([closed(), pause(GOODBYE_MS, undefined, { ref: false })]);
    connection.close();
  }

  async #add(id: string, job: Job): Promise<void> {
    await this.#put(id, job);
    // A job of the process before may be done long since.
    if (this.#options.isResumed) await this.#look(id);
  }

  /** The same id again is no second job. */
  async #put(id: string, job: Job): Promise<void> {
    await this.#queue.add('job', { job }, { jobId: id, attempts: DELIVERIES, backoff: BACKOFF });
  }

  /** What has become of it, whoever asks. */
  async #look(id: string): Promise<void> {
    const one = this.#pending.get(id);
    if (!one || one.isLooked) return;
    one.isLooked = true;
    await this.#reading.take();
    try {
      await this.#answer(id, one);
    } catch {
      // The next look, a few seconds later, finds it.
    } finally {
      one.isLooked = false;
      this.#reading.give();
    }
  }

  async #answer(id: string, { job, resolve, reject }: Pending): Promise<void> {
    const { redis } = this.#options.connection;
    const { language } = this.#options.record.spec;
    const queued = (await this.#queue.getJob(id)) as QueueJob | undefined;
    if (!queued) {
      if (this.#isStopping) this.#giveUp(id, reject);
      else await this.#put(id, job);
      return;
    }
    if (queued.finishedOn === undefined) {
      // One that is being worked on cannot be taken away, and will be answered.
      if (this.#isStopping && (await removed(queued))) this.#giveUp(id, reject);
      return;
    }
    const receipt = receiptSchema.safeParse(queued.returnvalue).data;
    const outcome = receipt
      ? await readOutcome(redis, receipt)
      : queued.failedReason
        ? failedOutcome(failureOf(deathOf(queued), job, language))
        : undefined;
    if (!outcome) {
      await queued.remove();
      if (this.#isStopping) this.#giveUp(id, reject);
      else await this.#put(id, job);
      return;
    }
    // While it was read it may have been given up.
    if (!this.#pending.delete(id)) return;
    const count = receipt ? (receipt.failed ? 'failed' : 'done') : 'dead';
    this.#answered.set(id, { count, ...(receipt && { key: receipt.key }) });
    if (count === 'dead') this.#settle(this.#sayDead(job, outcome));
    resolve(outcome);
  }

  #giveUp(id: string, reject: Pending['reject']): void {
    this.#pending.delete(id);
    reject(new GivenUp());
  }

  /** It is in the journal: nothing of it is needed any more. */
  async #drop(id: string, { key, count }: { readonly key?: string; readonly count: keyof Counts }): Promise<void> {
    const { connection, record } = this.#options;
    const { redis } = connection;
    await redis
      .multi()
      .hincrby(keys.counts(record.id), count, 1)
      .pexpire(keys.counts(record.id), times.keep)
      .hdel(keys.strikes(record.id), id)
      .hdel(keys.missed(record.id), id)
      .del(key ?? '')
      .exec();
    await this.#queue.remove(id);
  }

  async #sayDead({ source }: Job, { failures }: JobOutcome): Promise<void> {
    const { connection, record } = this.#options;
    const text = JSON.stringify({ source, message: failures[0]?.message ?? '' });
    const key = keys.dead(record.id);
    await connection.redis.multi().rpush(key, text).pexpire(key, times.keep).exec();
  }

  async #beat(): Promise<void> {
    if (this.#isBeating || this.#closed) return;
    this.#isBeating = true;
    try {
      const { connection, record } = this.#options;
      await announce(connection.redis, record, coordinator());
      const old = Date.now() - times.beat;
      const waiting = [...this.#pending].filter(([, { since }]) => since < old);
      await Promise.all(waiting.map(([id]) => this.#look(id)));
      await this.#watched.look(this.#pending.size > 0);
    } finally {
      this.#isBeating = false;
    }
  }

  #settle(work: Promise<unknown>): void {
    const settled = work.catch(ignored).finally(() => this.#settling.delete(settled));
    this.#settling.add(settled);
  }
}

function deathOf({ failedReason }: QueueJob): JixiaoError {
  const deaths = failedReason?.startsWith(`${DEAD} `) ? Number(failedReason.slice(DEAD.length + 1)) : undefined;
  if (deaths !== undefined) return new JixiaoError('worker-died', { data: { times: deaths } });
  return new JixiaoError('queue-job-failed', { data: { reason: failedReason ?? '' } });
}

async function removed(queued: QueueJob): Promise<boolean> {
  try {
    await queued.remove();
    return true;
  } catch {
    return false;
  }
}

function coordinator(): string {
  return `${hostname()} ${process.pid}`;
}

function ignored(): undefined {
  return undefined;
}
