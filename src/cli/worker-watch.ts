/** What a worker does, on standard error: a line where something is to be known, or every job as JSON. */
import type { WorkerWatch } from '../batch/queue/queue-worker.js';
import {
  queueBackText,
  queueLostText,
  workerDeadText,
  workerDrainingText,
  workerLateText,
  workerRefusedText,
  workerRetriedText,
  workerServingText,
  workerStartedText,
} from '../report/queue-text.js';

interface WatchOptions {
  readonly log: 'text' | 'json';
  readonly lang: 'zh' | 'en';
  readonly quiet?: boolean;
  readonly host: string;
}

export function workerWatch(options: WatchOptions): WorkerWatch {
  return options.log === 'json' ? jsonWatch(options) : textWatch(options);
}

function textWatch({ lang, quiet = false, host }: WatchOptions): WorkerWatch {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const tell = (text: string): void => {
    if (!quiet) say(text);
  };
  return {
    started: ({ concurrency }) => tell(workerStartedText(host, concurrency, lang)),
    serving: ({ id, spec }) => tell(workerServingText(id, spec.task, lang)),
    refused: ({ id }, reason) => say(workerRefusedText(id, reason, lang)),
    job: ({ job: { source }, end, outcome }) => {
      const message = outcome?.failures[0]?.message ?? '';
      if (end === 'retried') tell(workerRetriedText(source, message, lang));
      if (end === 'failed') tell(message);
      if (end === 'dead') say(workerDeadText(source, lang));
    },
    late: () => tell(workerLateText(lang)),
    lost: () => say(queueLostText(host, lang)),
    back: () => say(queueBackText(host, lang)),
    draining: (running) => tell(workerDrainingText(running, lang)),
  };
}

function jsonWatch({ host }: WatchOptions): WorkerWatch {
  const log = (level: 'info' | 'warn' | 'error', event: string, data: object): void => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...data })}\n`);
  };
  return {
    started: ({ id, concurrency, version }) =>
      log('info', 'started', { worker: id, queue: host, concurrency, version }),
    serving: ({ id, spec }) => log('info', 'serving', { run: id, task: spec.task }),
    refused: ({ id }, reason) => log('error', 'refused', { run: id, reason }),
    job: ({ run, job: { source, kind, size }, end, seconds, outcome }) => {
      const { code, message } = outcome?.failures[0] ?? {};
      const data = { run, source, kind, size, seconds, rows: outcome?.counts.rows ?? 0, code, message };
      log(end === 'done' ? 'info' : end === 'dead' ? 'error' : 'warn', end, data);
    },
    late: () => log('warn', 'late', {}),
    lost: () => log('error', 'queue-lost', { queue: host }),
    back: () => log('info', 'queue-back', { queue: host }),
    draining: (running) => log('info', 'draining', { running }),
  };
}
