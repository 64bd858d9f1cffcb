/** A run on the queue: a new one, or the one that the folder of results remembers. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../errors.js';
import { packageVersion } from '../../platform/version.js';
import type { Inputs } from '../plan/inputs.js';
import { RunFolder, WORK } from '../run-folder.js';
import type { TaskSpec } from '../types.js';
import type { Connection } from './connect.js';
import { QueueDispatcher } from './dispatcher.js';
import { forgetRun, type RunRecord } from './records.js';
import type { QueueWatch } from './run-watch.js';

export interface RunOptions {
  readonly connection: Connection;
  /** The folder of results. */
  readonly output: string;
  readonly limits: RunRecord['limits'];
  readonly width: number;
  readonly watch: QueueWatch & { opened?(id: string): void };
}

const FILE = 'queue.json';
const rememberedSchema = z.object({ id: z.string(), since: z.string(), fingerprint: z.string() });

/** Jobs that an earlier process put on the queue are found again, unless program, rules or models have changed since. */
export async function openRun(
  spec: TaskSpec,
  fingerprint: string,
  { connection, output, limits, width, watch }: RunOptions,
): Promise<QueueDispatcher> {
  const folder = new RunFolder(output);
  const before = remembered(folder);
  if (before && before.fingerprint !== fingerprint) await forgetRun(connection.redis, before.id);
  const isResumed = before?.fingerprint === fingerprint;
  const run = isResumed ? before : { ...newRun(), fingerprint };
  folder.put(join(WORK, FILE), JSON.stringify(run));
  const { folder: _, ...shared } = spec;
  const place = { host: hostname(), output: resolve(output) };
  const record: RunRecord = { ...run, version: packageVersion(), limits, spec: shared, place };
  watch.opened?.(run.id);
  return QueueDispatcher.open({ connection, record, width, isResumed, watch });
}

/**
 * Workers find documents by the way that leads to them from the working folder.
 * @throws UsageError `queue-path-outside`
 */
export function checkPaths({ files }: Inputs): void {
  const outside = files.find(({ source }) => /^(?:\/|[A-Za-z]:)/.test(source) || source.split('/').includes('..'));
  if (outside) throw new UsageError('queue-path-outside', { file: outside.source });
}

function newRun(): { id: string; since: string } {
  const since = new Date().toISOString();
  return { id: `${since.slice(0, 16).replace(/[-T:]/g, '')}-${randomBytes(4).toString('hex')}`, since };
}

function remembered(folder: RunFolder): z.infer<typeof rememberedSchema> | undefined {
  const file = join(folder.work, FILE);
  if (!existsSync(file)) return undefined;
  return rememberedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}
