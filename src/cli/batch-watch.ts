/** Progress of a batch on standard error: a line that changes on a terminal, a line now and then elsewhere, or JSON. */
import type { Inputs } from '../batch/plan/inputs.js';
import type { BatchWatch } from '../batch/run.js';
import type { Tally } from '../batch/tally.js';
import type { TaskName } from '../batch/types.js';
import {
  batchDoneLines,
  batchStoppedText,
  collectingText,
  failedMoreText,
  type Done,
  duplicateText,
  planLines,
  resumedText,
  stateText,
  type Stopped,
} from '../report/batch-text.js';
import { noticeLines } from '../report/plan-text.js';
import { changingLine } from './progress.js';

interface WatchOptions {
  readonly log: 'text' | 'json';
  readonly lang: 'zh' | 'en';
  readonly quiet?: boolean;
}

/** … and how it ended. */
export interface CommandWatch extends BatchWatch {
  /** The line that changes is done with. */
  end(): void;
  stopped(stopped: Stopped): void;
  finished(done: Done): void;
  /** Something else that happened: data for programs, a sentence for people. */
  tell(level: 'info' | 'error', event: string, data: object, text: string): void;
}

export function batchWatch(options: WatchOptions, task: TaskName): CommandWatch {
  return options.log === 'json' ? jsonWatch(task) : textWatch(options, task);
}

function textWatch({ lang, quiet = false }: WatchOptions, task: TaskName): CommandWatch {
  const line = changingLine({ quiet });
  const pace = new Pace();
  const say = (text: string): void => line.say(text);
  return {
    planned: ({ files, skipped, notices }) =>
      [...planLines({ task, files, skipped }, lang), ...noticeLines(notices, lang)].forEach(say),
    resumed: (known, isStale) => say(resumedText(known, isStale, lang)),
    progress: (tally) => line.at(() => stateText({ task, ...pace.state(tally) }, lang)),
    duplicate: ({ source, of }) => say(duplicateText(source, of, lang)),
    failed: ({ message }) => say(message),
    failedMore: (source, lines) => say(failedMoreText(source, lines, lang)),
    collecting: () => say(collectingText(lang)),
    tell: (_level, _event, _data, text) => say(text),
    end: () => line.end(),
    // Whoever stopped it wants to know how to go on, however quiet it is to be.
    stopped: (stopped) => void process.stderr.write(`${batchStoppedText(stopped, lang)}\n`),
    finished: (done) => batchDoneLines(done, lang).forEach(say),
  };
}

/** What programs are told of a plan. */
export function plannedEvent({ files, skipped, notices }: Inputs, task: TaskName): object {
  const bytes = files.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  return { task, files: files.length, bytes, skipped, notices };
}

/** Milliseconds between two lines that tell how far it is. */
const LOG_EVERY = 5000;

function jsonWatch(task: TaskName): CommandWatch {
  const pace = new Pace();
  let next = 0;
  const log = (level: 'info' | 'error', event: string, data: object): void => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...data })}\n`);
  };
  return {
    planned: (inputs) => log('info', 'planned', plannedEvent(inputs, task)),
    resumed: (known, isStale) => log('info', 'resumed', { jobs: known, stale: isStale }),
    progress: (tally) => {
      const now = Date.now();
      if (now < next) return;
      next = now + LOG_EVERY;
      log('info', 'progress', pace.state(tally));
    },
    duplicate: (duplicate) => log('info', 'duplicate', duplicate),
    failed: (failure) => log('error', 'failed', failure),
    failedMore: (source, lines) => log('error', 'failed-more', { source, lines }),
    collecting: () => log('info', 'collecting', {}),
    tell: log,
    end: () => undefined,
    stopped: (stopped) => log('error', 'stopped', stopped),
    finished: ({ output, summary: { totals }, retryable }) => log('info', 'finished', { output, ...totals, retryable }),
  };
}

/** What an earlier run did says nothing of the pace of this one. */
class Pace {
  readonly #start = Date.now();

  state({ files, filesDone, bytes, bytesDone, counts: { rows }, failures, failuresByCode, before }: Tally) {
    const seconds = Math.max(0.001, (Date.now() - this.#start) / 1000);
    const done = bytesDone - before.bytes;
    const left = seconds < 2 || done <= 0 ? undefined : (seconds * Math.max(0, bytes - bytesDone)) / done;
    return { files, filesDone, rows, failures, failuresByCode, rate: (rows - before.rows) / seconds, left };
  }
}
