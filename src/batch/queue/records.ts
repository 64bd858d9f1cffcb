/** What stands in Redis beside the jobs: runs, workers, and who cannot serve what. */
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { TaskSpec } from '../types.js';
import { keys, QUEUE_PREFIX, times } from './names.js';

/** The task as it goes to other machines: without the folder, which is another one there. */
export type SharedSpec = Omit<TaskSpec, 'folder'>;

const recordSchema = z.object({
  id: z.string(),
  /** ISO 8601, by the clock of the coordinator. */
  since: z.string(),
  version: z.string(),
  fingerprint: z.string(),
  /** Bounds of one job: outcomes may name them, so that they are the same wherever it is run. */
  limits: z.object({ timeout: z.number(), memory: z.number() }),
  spec: z.custom<SharedSpec>((value) => typeof value === 'object' && value !== null),
  /** The run is over; ISO 8601. */
  ended: z.string().optional(),
  /** … but was stopped before all was done. */
  stopped: z.boolean().optional(),
  /** The machine and folder of its results. */
  place: z.object({ host: z.string(), output: z.string() }).optional(),
});
export type RunRecord = z.infer<typeof recordSchema>;

const workerSchema = z.object({
  id: z.string(),
  host: z.string(),
  process: z.number(),
  version: z.string(),
  concurrency: z.number(),
  /** The run that it serves. */
  run: z.string().optional(),
  running: z.number(),
  done: z.number(),
  since: z.string(),
  /** Where it finds documents; without user, password and query. */
  root: z.string(),
  /** Why it takes no job now: its root does not answer (`away`), or lacks file after file (`missing`). */
  trouble: z.object({ kind: z.enum(['away', 'missing']), reason: z.string() }).optional(),
});
export type WorkerRecord = z.infer<typeof workerSchema>;

const refusalSchema = z.object({ host: z.string(), process: z.number(), reason: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

export const COUNTS = ['done', 'failed', 'dead'] as const;
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** Says that a run is there, and that its coordinator is; said again, it mends what a Redis has lost. */
export async function announce(redis: Redis, record: RunRecord, coordinator: string): Promise<void> {
  await redis
    .multi()
    .zadd(keys.runs, Date.parse(record.since), record.id)
    .set(keys.run(record.id), JSON.stringify(record), 'PX', record.ended ? times.keepEnded : times.keep)
    .set(keys.alive(record.id), coordinator, 'PX', times.alive)
    .exec();
}

/** Oldest first. */
export async function runIds(redis: Redis): Promise<string[]> {
  return redis.zrange(keys.runs, 0, -1);
}

/** Undefined where the run is gone, or was announced by a version that writes it in another way. */
export async function readRun(redis: Redis, id: string): Promise<RunRecord | undefined> {
  return parsed(recordSchema, await redis.get(keys.run(id)));
}

/** Whether somebody collects its results. */
export async function isAlive(redis: Redis, id: string): Promise<boolean> {
  return (await redis.exists(keys.alive(id))) === 1;
}

/** All of it but its record and counts, which speak of it until they expire. */
export async function clearRun(redis: Redis, id: string): Promise<void> {
  const queue = openQueue(redis, id);
  try {
    await queue.obliterate({ force: true });
  } finally {
    await queue.close();
  }
  await redis.del(keys.alive(id), keys.refused(id), keys.strikes(id), keys.work(id), keys.missed(id));
  await dropResults(redis, id);
}

/**
 * Said by a worker that serves it no more. A check for lost jobs that ran after the run was cleared has written settings of
 * a queue that is gone; they expire, as a run that goes on under the same id may want them.
 */
export async function leaveRun(redis: Redis, id: string): Promise<void> {
  await redis.pexpire(keys.meta(id), times.afterglow);
}

/** What was delivered after the coordinator had stopped, or a second time: nobody collects it any more. */
async function dropResults(redis: Redis, id: string): Promise<void> {
  for await (const found of redis.scanStream({ match: keys.results(id), count: 1000 })) {
    const names = found as string[];
    if (names.length > 0) await redis.unlink(...names);
  }
}

/** Nothing of it is left. */
export async function forgetRun(redis: Redis, id: string): Promise<void> {
  await clearRun(redis, id);
  await redis.multi().zrem(keys.runs, id).del(keys.run(id), keys.counts(id), keys.dead(id)).exec();
}

/** The queue of a run; the connection stays the caller's. Only looking at it leaves nothing behind. */
export function openQueue(redis: Redis, id: string): Queue {
  const queue = new Queue(id, {
    connection: redis,
    prefix: QUEUE_PREFIX,
    skipVersionCheck: true,
    skipMetasUpdate: true,
  });
  // A lost connection is told by the connection itself, and commands wait for it.
  queue.on('error', () => undefined);
  return queue;
}

/** Jobs that wait for a worker, that one has, and that wait for their next delivery. */
export interface Depth {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Done or failed, and not collected by the coordinator. */
  readonly uncollected: number;
}

export async function readDepth(redis: Redis, id: string): Promise<Depth> {
  const queue = openQueue(redis, id);
  try {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed');
    const { waiting = 0, active = 0, delayed = 0, completed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, uncollected: completed + failed };
  } finally {
    await queue.close();
  }
}

export async function sayWorker(redis: Redis, worker: WorkerRecord): Promise<void> {
  await redis
    .multi()
    .sadd(keys.workers, worker.id)
    .set(keys.worker(worker.id), JSON.stringify(worker), 'PX', times.alive)
    .exec();
}

export async function dropWorker(redis: Redis, id: string): Promise<void> {
  await redis.multi().srem(keys.workers, id).del(keys.worker(id)).exec();
}

/** Those alive; the names of others are dropped on the way. */
export async function readWorkers(redis: Redis): Promise<WorkerRecord[]> {
  const ids = (await redis.smembers(keys.workers)).toSorted();
  if (ids.length === 0) return [];
  const texts = await redis.mget(ids.map(keys.worker));
  const gone = ids.filter((_, index) => texts[index] === null);
  if (gone.length > 0) await redis.srem(keys.workers, ...gone);
  return texts.flatMap((text) => parsed(workerSchema, text) ?? []);
}

export async function refuseRun(redis: Redis, run: string, worker: string, refusal: Refusal): Promise<void> {
  await redis
    .multi()
    .hset(keys.refused(run), worker, JSON.stringify(refusal))
    .pexpire(keys.refused(run), times.keep)
    .exec();
}

export async function readRefusals(redis: Redis, run: string): Promise<Map<string, Refusal>> {
  const all = Object.entries(await redis.hgetall(keys.refused(run)));
  return new Map(
    all.flatMap(([worker, text]) => {
      const refusal = parsed(refusalSchema, text);
      return refusal ? [[worker, refusal]] : [];
    }),
  );
}

export async function readCounts(redis: Redis, run: string): Promise<Counts> {
  const said = await redis.hgetall(keys.counts(run));
  return { done: Number(said.done ?? 0), failed: Number(said.failed ?? 0), dead: Number(said.dead ?? 0) };
}

function parsed<T>(schema: z.ZodType<T>, text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
