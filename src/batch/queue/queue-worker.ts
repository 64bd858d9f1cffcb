/**
 * A worker process: it serves one run at a time, the oldest that has jobs waiting and that it can serve. Its threads hold
 * the rules and models of one task; two tasks at once would want twice the memory.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, DataError, InputError, JixiaoError, ModelError } from '../../errors.js';
import { packageVersion } from '../../platform/version.js';
import { describeError } from '../../report/error-text.js';
import { fingerprint } from '../fingerprint.js';
import { type Root, rootLabel } from '../sources/create-source.js';
import type { Connection } from './connect.js';
import type { Gauges } from './metrics.js';
import { keys, times } from './names.js';
import {
  dropWorker,
  forgetRun,
  leaveRun,
  readDepth,
  readRun,
  refuseRun,
  runIds,
  sayWorker,
  type RunRecord,
  type WorkerRecord,
} from './records.js';
import type { RootTrouble } from './root-guard.js';
import { type JobReport, RunServer } from './run-server.js';

export interface WorkerWatch {
  started?(worker: WorkerRecord, host: string): void;
  /** Serves this run from now on. */
  serving?(run: RunRecord): void;
  refused?(run: RunRecord, reason: string): void;
  job?(report: JobReport): void;
  late?(): void;
  lost?(): void;
  back?(): void;
  /** What runs is finished, nothing more is taken. */
  draining?(running: number): void;
  /** The root is not in order, and no job is taken; undefined where it is again. */
  trouble?(trouble: RootTrouble | undefined): void;
}

export interface WorkerOptions {
  readonly connection: Connection;
  readonly concurrency: number;
  readonly root: Root;
  /** Where the configuration and other files of the task are. */
  readonly settings: string;
  readonly language: 'zh' | 'en';
}

const LOOK_EVERY_MS = 1_000;

export class QueueWorker {
  readonly #options: WorkerOptions;
  readonly #watch: WorkerWatch;
  readonly #id = randomUUID();
  readonly #since = new Date().toISOString();
  /** Of each run the record that was judged, and whether it can be served. */
  readonly #judged = new Map<string, { readonly said: string; readonly fits: boolean }>();
  #server: RunServer | undefined;
  #done = 0;
  #trouble: RootTrouble | undefined;
  /** A run that would go before the one that is served; it must be so at two looks. */
  #better: string | undefined;

  constructor(options: WorkerOptions, watch: WorkerWatch = {}) {
    this.#options = options;
    this.#watch = watch;
    options.connection.watch({ lost: () => watch.lost?.(), back: () => watch.back?.() });
  }

  /** For metrics. */
  async gauges(): Promise<Gauges> {
    const { redis } = this.#options.connection;
    const id = this.#server?.id;
    // What Redis does not answer now it would answer too late.
    const depth = id === undefined || !this.isConnected ? undefined : await readDepth(redis, id);
    return {
      running: this.#running,
      connected: this.isConnected,
      memory: process.memoryUsage.rss(),
      started: Date.parse(this.#since) / 1000,
      ...(depth && { depth: { ...depth } }),
    };
  }

  get isConnected(): boolean {
    return this.#options.connection.redis.status === 'ready';
  }

  /** Until `soon`: what runs then is finished. With `now` it is left to others. */
  async serve(soon: AbortSignal, now: AbortSignal): Promise<void> {
    const { connection } = this.#options;
    const { redis } = connection;
    await sayWorker(redis, this.#record());
    this.#watch.started?.(this.#record(), connection.label);
    const clock = setInterval(() => {
      if (this.isConnected) void sayWorker(redis, this.#record()).catch(() => undefined);
    }, times.beat);
    const asked = aborted(soon);
    try {
      while (!soon.aborted) {
        // A Redis that is gone is waited for; what it is asked meanwhile, it answers when it is back.
        await Promise.race([this.#choose(soon).catch(later), asked]);
        if (!soon.aborted) await pause(LOOK_EVERY_MS, undefined, { signal: soon }).catch(() => undefined);
      }
      this.#watch.draining?.(this.#running);
      if (this.#server) await this.#drain(this.#server, now);
    } finally {
      clearInterval(clock);
      if (this.isConnected) await dropWorker(redis, this.#id).catch(() => undefined);
      connection.close();
    }
  }

  /** Until what runs is finished. Where nothing runs, a Redis that is gone is not waited for. */
  async #drain(server: RunServer, now: AbortSignal): Promise<void> {
    const over = new AbortController();
    const closed = this.#leave().finally(() => over.abort());
    const left = aborted(now);
    while (!over.signal.aborted && !now.aborted && (this.isConnected || server.running > 0))
      await Promise.race([closed, left, pause(LOOK_EVERY_MS)]);
    if (!over.signal.aborted) await server.giveUp();
  }

  get #running(): number {
    return this.#server?.running ?? 0;
  }

  async #choose(soon: AbortSignal): Promise<void> {
    const wanted = await this.#wanted();
    if (!wanted) await this.#rest();
    if (!wanted || wanted.id === this.#server?.id) {
      this.#better = undefined;
      return;
    }
    if (this.#server && this.#better !== wanted.id) {
      this.#better = wanted.id;
      return;
    }
    await this.#leave();
    if (soon.aborted) return;
    const { connection, concurrency, root, settings } = this.#options;
    this.#server = new RunServer({
      connection,
      record: wanted,
      concurrency,
      root,
      settings,
      report: (report) => {
        if (report.end !== 'retried') this.#done += 1;
        this.#watch.job?.(report);
      },
      late: () => this.#watch.late?.(),
      trouble: (trouble) => {
        this.#trouble = trouble;
        this.#watch.trouble?.(trouble);
        void sayWorker(connection.redis, this.#record()).catch(() => undefined);
      },
    });
    this.#watch.serving?.(wanted);
    await sayWorker(connection.redis, this.#record());
  }

  /** Threads of a run that is over hold memory for nothing. */
  async #rest(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    const record = await readRun(this.#options.connection.redis, server.id);
    if (record && record.ended === undefined) return;
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    await server.close();
    [this.#server, this.#trouble] = [undefined, undefined];
    // Nobody waits for a Redis that is gone: what is left there expires with the run.
    await leaveRun(this.#options.connection.redis, server.id).catch(() => undefined);
  }

  /** The oldest run with jobs that wait. */
  async #wanted(): Promise<RunRecord | undefined> {
    const { redis } = this.#options.connection;
    for (const id of await runIds(redis)) {
      const record = await readRun(redis, id);
      if (!record) {
        if ((await redis.exists(keys.run(id))) === 0) await forgetRun(redis, id);
        continue;
      }
      if (record.ended !== undefined || !(await this.#fits(record))) continue;
      const { waiting, delayed } = await readDepth(redis, id);
      if (waiting + delayed > 0) return record;
    }
    return undefined;
  }

  /** Work must come out the same everywhere: version, rules, models and files of the task are compared before any is done. */
  async #fits(record: RunRecord): Promise<boolean> {
    const said = record.fingerprint;
    const judged = this.#judged.get(record.id);
    if (judged?.said === said) return judged.fits;
    const reason = await this.#misfit(record);
    this.#judged.set(record.id, { said, fits: reason === undefined });
    if (reason === undefined) return true;
    const { redis } = this.#options.connection;
    await refuseRun(redis, record.id, this.#id, { host: hostname(), process: process.pid, reason });
    this.#watch.refused?.(record, reason);
    return false;
  }

  async #misfit({ version, fingerprint: theirs, spec }: RunRecord): Promise<string | undefined> {
    const { language, settings } = this.#options;
    const own = packageVersion();
    if (own !== version)
      return describeError(new JixiaoError('queue-version', { data: { own, theirs: version } }), language);
    try {
      if ((await fingerprint({ ...spec, folder: settings })) === theirs) return undefined;
      return describeError(new JixiaoError('queue-fingerprint', { data: { settings } }), language);
    } catch (error) {
      const isTheirs = [ConfigError, InputError, ModelError, DataError].some((kind) => error instanceof kind);
      if (isTheirs) return describeError(error as JixiaoError, language);
      throw error;
    }
  }

  #record(): WorkerRecord {
    const run = this.#server?.id;
    return {
      id: this.#id,
      host: hostname(),
      process: process.pid,
      version: packageVersion(),
      concurrency: this.#options.concurrency,
      ...(run !== undefined && { run }),
      running: this.#running,
      done: this.#done,
      since: this.#since,
      root: rootLabel(this.#options.root.place),
      ...(this.#trouble && { trouble: this.#trouble }),
    };
  }
}

/** What Redis refuses now (it is out of memory, say) it may do a little later. */
function later(error: unknown): void {
  if ((error as Error).name !== 'ReplyError') throw error;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
