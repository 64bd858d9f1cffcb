/** Where the jobs of a batch are run: on threads of this process, or on the machines of a shared queue. */
import { availableParallelism } from 'node:os';
import { UsageError } from '../errors.js';
import { Pool } from '../batch/pool.js';
import type { BatchOptions } from '../batch/run.js';
import {
  queueBackText,
  queueLostText,
  queueNoWorkersText,
  queueOrphanedText,
  queueRefusedText,
  queueRunText,
  workerRecoveredText,
  workerTroubleText,
} from '../report/queue-text.js';
import type { BatchCommandOptions } from './batch-request.js';
import type { CommandWatch } from './batch-watch.js';
import { inlineLess } from './inline-less.js';
import { naturalNumber } from './options.js';

type Given = BatchCommandOptions & { readonly output: string; readonly lang: 'zh' | 'en' };
type Place = Pick<BatchOptions, 'dispatcher' | 'check'>;

/** Megabytes: with less the program itself does not start. */
const LEAST_MEMORY = 128;
const AHEAD = 500;

/** @throws UsageError `bad-number`, `memory-too-small`, `batch-option-queue`; as `connect` */
export async function placeOf(given: Given, watch: CommandWatch): Promise<Place> {
  const { jobs, timeout, memory, queue, ahead } = given;
  const limits = {
    timeout: naturalNumber(timeout, '--timeout'),
    memory: naturalNumber(memory, '--memory'),
  };
  if (limits.memory < LEAST_MEMORY)
    throw new UsageError('memory-too-small', { data: { least: LEAST_MEMORY, value: memory } });
  if (queue !== undefined) {
    if (jobs !== undefined) throw new UsageError('batch-option-queue', { data: { option: '--jobs' } });
    const width = ahead === undefined ? AHEAD : Math.max(1, naturalNumber(ahead, '--ahead'));
    return onQueue({ ...given, queue }, limits, width, watch);
  }
  if (ahead !== undefined) throw new UsageError('batch-option-no-queue', { data: { option: '--ahead' } });
  const threads = jobs === undefined ? availableParallelism() : Math.max(1, naturalNumber(jobs, '--jobs'));
  inlineLess();
  return { dispatcher: (spec) => new Pool(spec, { threads, ...limits }) };
}

async function onQueue(
  { queue, output, lang }: Given & { readonly queue: string },
  limits: { readonly timeout: number; readonly memory: number },
  width: number,
  { tell }: CommandWatch,
): Promise<Place> {
  const [{ connect }, { checkPaths, openRun }] = await Promise.all([
    import('../batch/queue/connect.js'),
    import('../batch/queue/open-run.js'),
  ]);
  // Before anything is written: whoever names a wrong address learns it at once.
  const password = process.env.JIXIAO_QUEUE_PASSWORD;
  (await connect(queue, password)).close();
  return {
    check: checkPaths,
    dispatcher: async (spec, fingerprint) => {
      const connection = await connect(queue, password);
      const host = connection.label;
      return openRun(spec, fingerprint, {
        connection,
        output,
        limits,
        width,
        watch: {
          opened: (run) => tell('info', 'queued', { run, host }, queueRunText(run, host, lang)),
          lost: () => tell('error', 'queue-lost', { host }, queueLostText(host, lang)),
          back: () => tell('info', 'queue-back', { host }, queueBackText(host, lang)),
          noWorkers: () => tell('error', 'no-workers', { host }, queueNoWorkersText(host, lang)),
          orphaned: ({ source }) => tell('error', 'worker-lost', { source }, queueOrphanedText(source, lang)),
          troubled: ({ host: worker, process, root, trouble }) => {
            const data = { host: worker, process, root, ...trouble };
            if (trouble) tell('error', 'root-trouble', data, workerTroubleText(worker, root, trouble, lang));
          },
          recovered: ({ host: worker, process, root }) =>
            tell('info', 'root-back', { host: worker, process, root }, workerRecoveredText(worker, root, lang)),
          refused: (refusal) => tell('error', 'refused', refusal, queueRefusedText(refusal, lang)),
        },
      });
    },
  };
}
