/** `jixiao worker`: does the jobs of a shared queue until it is told to end. */
import { availableParallelism } from 'node:os';
import type { WorkerWatch } from '../batch/queue/queue-worker.js';
import { rootLabel } from '../batch/sources/create-source.js';
import { UsageError } from '../errors.js';
import { workerEndedText } from '../report/queue-text.js';
import { logFault } from './fault.js';
import { inlineLess } from './inline-less.js';
import { naturalNumber } from './options.js';
import { workerWatch } from './worker-watch.js';

interface WorkerCommandOptions {
  readonly queue?: string;
  readonly root: string;
  readonly settings?: string;
  readonly concurrency?: string;
  readonly metrics?: string;
  readonly log: 'text' | 'json';
  readonly lang?: 'zh' | 'en';
  readonly quiet?: boolean;
}

/**
 * Ends the process, with exit code 0 where what ran was finished, 130 and 143 where a second Ctrl-C or SIGTERM left it to others.
 * @throws UsageError `queue-needed`, `bad-number`, `metrics-address`, `metrics-taken`; as `checkPlaces` and `connect`
 */
export async function workerCommand(given: WorkerCommandOptions): Promise<void> {
  try {
    await serve(given);
  } catch (error) {
    if (given.log !== 'json') throw error;
    logFault(error, given.lang ?? 'zh');
    process.exit(2);
  }
}

async function serve(given: WorkerCommandOptions): Promise<never> {
  if (given.queue === undefined) throw new UsageError('queue-needed');
  const [{ connect }, { QueueWorker }, { checkPlaces }, { Metrics }, { readAddress, serveMetrics }] = await Promise.all(
    [
      import('../batch/queue/connect.js'),
      import('../batch/queue/queue-worker.js'),
      import('../batch/queue/places.js'),
      import('../batch/queue/metrics.js'),
      import('../batch/queue/metrics-server.js'),
    ],
  );
  const { lang = 'zh', log, quiet = false } = given;
  const concurrency =
    given.concurrency === undefined
      ? availableParallelism()
      : Math.max(1, naturalNumber(given.concurrency, '--concurrency'));
  const places = checkPlaces(given.root, given.settings);
  const address = given.metrics === undefined ? undefined : readAddress(given.metrics);
  const connection = await connect(given.queue, process.env.JIXIAO_QUEUE_PASSWORD);
  inlineLess();
  const metrics = new Metrics();
  const told = workerWatch({ log, lang, quiet, host: connection.label, root: rootLabel(places.root.place) });
  let done = 0;
  const watch: WorkerWatch = {
    ...told,
    job: (report) => {
      if (report.end !== 'retried') done += 1;
      metrics.count(report.end, report.seconds, report.outcome?.counts.rows ?? 0);
      told.job?.(report);
    },
  };
  const worker = new QueueWorker({ connection, concurrency, language: lang, ...places }, watch);
  try {
    if (address)
      await serveMetrics(address, {
        metrics: async () => metrics.text(await worker.gauges()),
        isHealthy: () => worker.isConnected,
      });
    const signal = await untilSignal((soon, now) => worker.serve(soon, now));
    if (signal === undefined && !quiet && log === 'text') process.stderr.write(`${workerEndedText(done, lang)}\n`);
    // The queue's driver has timers that wait for a Redis which is gone, and cannot be called off.
    process.exit(signal === undefined ? 0 : signal === 'SIGTERM' ? 143 : 130);
  } finally {
    connection.close();
  }
}

/** The first signal asks to end, the second leaves at once; that one is returned. */
async function untilSignal(
  work: (soon: AbortSignal, now: AbortSignal) => Promise<void>,
): Promise<NodeJS.Signals | undefined> {
  const [soon, now] = [new AbortController(), new AbortController()];
  let second: NodeJS.Signals | undefined;
  const listen = (signal: NodeJS.Signals): void => {
    if (soon.signal.aborted) {
      second ??= signal;
      now.abort();
    } else soon.abort();
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, listen);
  try {
    await work(soon.signal, now.signal);
    return second;
  } finally {
    for (const name of names) process.off(name, listen);
  }
}
