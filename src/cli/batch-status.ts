/** `jixiao batch status`: what is on a shared queue. */
import { UsageError } from '../errors.js';
import { queueStatusLines } from '../report/queue-text.js';

interface StatusOptions {
  readonly queue?: string;
  readonly run?: string;
  readonly format: 'stylish' | 'json';
  readonly lang?: 'zh' | 'en';
}

/** @throws UsageError `queue-needed`, `queue-run-unknown`; as `connect` */
export async function batchStatusCommand({ queue, run, format, lang = 'zh' }: StatusOptions): Promise<void> {
  if (queue === undefined) throw new UsageError('queue-needed');
  const [{ connect }, { readStatus }] = await Promise.all([
    import('../batch/queue/connect.js'),
    import('../batch/queue/status.js'),
  ]);
  const connection = await connect(queue, process.env.JIXIAO_QUEUE_PASSWORD);
  try {
    const status = await readStatus(connection.redis, run);
    if (run !== undefined && status.runs.length === 0) throw new UsageError('queue-run-unknown', { data: { run } });
    const text = format === 'json' ? JSON.stringify(status, null, 2) : queueStatusLines(status, lang).join('\n');
    process.stdout.write(`${text}\n`);
  } finally {
    connection.close();
  }
}
