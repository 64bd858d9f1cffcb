/**
 * Names and times of the shared queue. Every run has a queue of its own, so that a run of another version or with other
 * rules stands in nobody's way, and leaves nothing behind when it ends.
 */
import { createHash } from 'node:crypto';
import type { Job } from '../types.js';

/** Of the keys that BullMQ makes. */
export const QUEUE_PREFIX = 'jixiao:queue';

export const keys = {
  /** Ids of runs, by the time at which they were announced. */
  runs: 'jixiao:runs',
  /** Ids of workers; one that is alive has a key of its own. */
  workers: 'jixiao:workers',
  worker: (id: string) => `jixiao:worker:${id}`,
  /** What a run is: a record as JSON. */
  run: (id: string) => `jixiao:run:${id}`,
  /** There while its coordinator is. */
  alive: (id: string) => `jixiao:run:${id}:alive`,
  /** Workers that cannot serve it, and why. */
  refused: (id: string) => `jixiao:run:${id}:refused`,
  /** How often work on a job began and did not end. */
  strikes: (id: string) => `jixiao:run:${id}:strikes`,
  /** Of jobs whose document did not come: where, and how often. */
  missed: (id: string) => `jixiao:run:${id}:missed`,
  /** How many jobs began, and how many were found to have lost their worker. */
  work: (id: string) => `jixiao:run:${id}:work`,
  /** Outcomes that the coordinator has kept. */
  counts: (id: string) => `jixiao:run:${id}:counts`,
  /** Jobs that nobody tries again. */
  dead: (id: string) => `jixiao:run:${id}:dead`,
  /** One delivery of one job: two deliveries never mix. */
  result: (id: string, job: string, token: string) => `jixiao:run:${id}:result:${job}:${token}`,
  /** BullMQ's own: settings of a queue, written anew by whoever looks for jobs that lost their worker. */
  meta: (id: string) => `${QUEUE_PREFIX}:${id}:meta`,
  /** A pattern: all deliveries of a run. */
  results: (id: string) => `jixiao:run:${id}:result:*`,
};

export const times = {
  /** Milliseconds that a sign of life counts, and between two of them. */
  alive: 30_000,
  beat: 5_000,
  /** A worker that says nothing for so long has lost the job; another does it. */
  lock: 15_000,
  renew: 5_000,
  stalledCheck: 5_000,
  /** What nobody asks for any more is dropped: results, and runs whose coordinator does not come back. */
  keep: 7 * 24 * 3_600_000,
  /** What a worker writes between the end of a run and its own look at it. */
  afterglow: 60_000,
  /** The state of a run that is over. */
  keepEnded: 24 * 3_600_000,
};

/** Deliveries of a job whose document could not be fetched, counting the first; the pause doubles from one to the next. */
export const DELIVERIES = 4;
const PAUSE_MS = 1_000;
export const BACKOFF = { type: 'exponential', delay: PAUSE_MS, jitter: 0.5 } as const;

/** Of BullMQ: how long a worker may be silent, and how often that is looked at; strikes of our own say when a job is dead. */
export const LEASE = {
  lockDuration: times.lock,
  lockRenewTime: times.renew,
  stalledInterval: times.stalledCheck,
  maxStalledCount: 1_000_000,
} as const;

/** What a worker says of a job that it does not touch, and how many have died over it. */
export const DEAD = 'dead';
/** The same work of a run has the same name wherever it stands in the plan: given again, it is not done again. */
export function jobName({ source, entry, part, sha256, tags }: Job): string {
  const parts = JSON.stringify([source, entry, part, sha256, tags]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, 24);
}
