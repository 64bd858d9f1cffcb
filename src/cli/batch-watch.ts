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

/** How fast it goes, by what was done in the last minute: workers come and go, and what an earlier run did says nothing. */
export class Pace {
  readonly #now: () => number;
  readonly #start: number;
  #samples: { readonly time: number; readonly bytes: number }[] = [];

  /** The clock in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#start = now();
  }

  state({ files, filesDone, bytes, bytesDone, counts: { rows }, failures, failuresByCode, before }: Tally) {
    const now = this.#now();
    const seconds = Math.max(0.001, (now - this.#start) / 1000);
    const left = this.#left(now, bytesDone - before.bytes, Math.max(0, bytes - bytesDone));
    return { files, filesDone, rows, failures, failuresByCode, rate: (rows - before.rows) / seconds, left };
  }

  /** Whole seconds; undefined while nobody can tell. */
  #left(now: number, done: number, rest: number): number | undefined {
    const recent = this.#samples.filter(({ time }) => time > now - WINDOW);
    // Of what is older the last is where the pause began.
    const samples = recent.length > 0 ? recent : this.#samples.slice(-1);
    this.#samples = [...samples, { time: now, bytes: done }];
    const first = samples[0];
    const since = first ?? { time: this.#start, bytes: 0 };
    const [time, bytes] = [now - since.time, done - since.bytes];
    if (now - this.#start < 2000 || time <= 0 || bytes <= 0) return rest === 0 ? 0 : undefined;
    return Math.round(((time / 1000) * rest) / bytes);
  }
}

const WINDOW = 60_000;
