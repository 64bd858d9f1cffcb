/** What a worker does, on standard error: a line where something is to be known, or every job as JSON. */
import { hostname } from 'node:os';
import type { WorkerWatch } from '../batch/queue/queue-worker.js';
import {
  queueBackText,
  queueLostText,
  workerDeadText,
  workerDrainingText,
  workerLateText,
  workerMissedText,
  workerRecoveredText,
  workerRefusedText,
  workerRetriedText,
  workerServingText,
  workerStartedText,
  workerTroubleText,
} from '../report/queue-text.js';

interface WatchOptions {
  readonly log: 'text' | 'json';
  readonly lang: 'zh' | 'en';
  readonly quiet?: boolean;
  /** Of the queue. */
  readonly host: string;
  /** Where documents are looked for, as it may be shown. */
  readonly root: string;
}

export function workerWatch(options: WatchOptions): WorkerWatch {
  return options.log === 'json' ? jsonWatch(options) : textWatch(options);
}

function textWatch({ lang, quiet = false, host, root }: WatchOptions): WorkerWatch {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const tell = (text: string): void => {
    if (!quiet) say(text);
  };
  return {
    started: ({ concurrency }) => tell(workerStartedText(host, concurrency, lang)),
    serving: ({ id, spec }) => tell(workerServingText(id, spec.task, lang)),
    refused: ({ id }, reason) => say(workerRefusedText(id, reason, lang)),
    job: ({ job: { source }, end, outcome, isSeen }) => {
      const message = outcome?.failures[0]?.message ?? '';
      if (end === 'retried' && isSeen) say(workerMissedText(source, hostname(), root, lang));
      else if (end === 'retried') tell(workerRetriedText(source, message, lang));
      if (end === 'failed') tell(message);
      if (end === 'dead') say(workerDeadText(source, lang));
    },
    late: () => tell(workerLateText(lang)),
    lost: () => say(queueLostText(host, lang)),
    back: () => say(queueBackText(host, lang)),
    trouble: (trouble) =>
      say(trouble ? workerTroubleText(hostname(), root, trouble, lang) : workerRecoveredText(hostname(), root, lang)),
    draining: (running) => tell(workerDrainingText(running, lang)),
  };
}

function jsonWatch({ host, root }: WatchOptions): WorkerWatch {
  const log = (level: 'info' | 'warn' | 'error', event: string, data: object): void => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...data })}\n`);
  };
  return {
    started: ({ id, concurrency, version }) =>
      log('info', 'started', { worker: id, queue: host, concurrency, version }),
    serving: ({ id, spec }) => log('info', 'serving', { run: id, task: spec.task }),
    refused: ({ id }, reason) => log('error', 'refused', { run: id, reason }),
    job: ({ run, job: { source, kind, size }, end, seconds, outcome, isSeen }) => {
      const { code, message } = outcome?.failures[0] ?? {};
      const where = isSeen ? { host: hostname(), root, seenByCoordinator: true } : {};
      const data = { run, source, kind, size, seconds, rows: outcome?.counts.rows ?? 0, code, message, ...where };
      log(end === 'done' ? 'info' : end === 'dead' ? 'error' : 'warn', end, data);
    },
    late: () => log('warn', 'late', {}),
    lost: () => log('error', 'queue-lost', { queue: host }),
    back: () => log('info', 'queue-back', { queue: host }),
    trouble: (trouble) => {
      const where = { host: hostname(), root };
      if (trouble) log('error', 'root-trouble', { ...where, ...trouble });
      else log('info', 'root-back', where);
    },
    draining: (running) => log('info', 'draining', { running }),
  };
}
