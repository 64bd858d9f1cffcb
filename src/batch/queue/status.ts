/** What is on a queue, for people and programs. */
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { RunFolder } from '../run-folder.js';
import { keys } from './names.js';
import {
  type Counts,
  type Depth,
  isAlive,
  readCounts,
  readDepth,
  readRefusals,
  readRun,
  readWorkers,
  type Refusal,
  type RunRecord,
  runIds,
  type WorkerRecord,
} from './records.js';

export type RunState = 'running' | 'orphaned' | 'stopped' | 'elsewhere' | 'ended';

export interface RunStatus extends Depth, Counts {
  readonly id: string;
  readonly since: string;
  readonly version: string;
  readonly task: string;
  /**
   * `orphaned`: nobody collects its results; `--resume` of its folder does. `stopped`: it was stopped, and is not finished.
   * `elsewhere`: it was resumed without the queue, and its folder says that it is finished, or being worked on.
   */
  readonly state: RunState;
  readonly workers: number;
  readonly refused: readonly Refusal[];
  readonly deadJobs: readonly { readonly source: string; readonly message: string }[];
}

export interface QueueStatus {
  readonly schemaVersion: 1;
  readonly runs: readonly RunStatus[];
  readonly workers: readonly WorkerRecord[];
}

/** Of dead jobs so many are listed; `dead` counts all. */
const MOST_DEAD = 1000;
const deadSchema = z.object({ source: z.string(), message: z.string() });

/** Runs newest first; only the one named where one is. */
export async function readStatus(redis: Redis, only?: string): Promise<QueueStatus> {
  const workers = await readWorkers(redis);
  const ids = only === undefined ? (await runIds(redis)).toReversed() : [only];
  const runs: RunStatus[] = [];
  for (const id of ids) {
    const run = await runStatus(redis, id, workers);
    if (run) runs.push(run);
  }
  return { schemaVersion: 1, runs, workers };
}

async function runStatus(redis: Redis, id: string, workers: readonly WorkerRecord[]): Promise<RunStatus | undefined> {
  const record = await readRun(redis, id);
  if (!record) return undefined;
  const dead = await redis.lrange(keys.dead(id), 0, MOST_DEAD - 1);
  const { since, version, spec } = record;
  const state = stateOf(record, await isAlive(redis, id));
  return {
    id,
    since,
    version,
    task: spec.task,
    state,
    ...(await readDepth(redis, id)),
    ...(await readCounts(redis, id)),
    workers: workers.filter(({ run }) => run === id).length,
    refused: state !== 'running' && state !== 'orphaned' ? [] : [...(await readRefusals(redis, id)).values()],
    deadJobs: dead.map((text) => deadSchema.parse(JSON.parse(text))),
  };
}

/** The folder of results tells more than the queue, where it is on this machine. */
function stateOf({ ended, stopped = false, place }: RunRecord, isAliveNow: boolean): RunState {
  if (ended !== undefined && !stopped) return 'ended';
  if (ended === undefined && isAliveNow) return 'running';
  const folder = place && place.host === hostname() ? new RunFolder(place.output) : undefined;
  if (folder?.isFinished() || folder?.isRunning()) return 'elsewhere';
  return stopped ? 'stopped' : 'orphaned';
}
