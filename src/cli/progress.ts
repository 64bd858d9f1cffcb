/** A counter on standard error for work that takes long: on a terminal only, and none where `--quiet` asks for silence. */
import { progressText } from '../report/train-text.js';
import type { CommonOptions } from './options.js';

export interface Progress {
  /** How many are done, or the share that is. */
  at(done: number): void;
  end(): void;
}

const EVERY_MS = 500;
/** Short work needs no counter. */
const FIRST_MS = 1500;

export function progressLine({ quiet, output, lang = 'zh' }: CommonOptions): Progress {
  const isShown = !quiet && process.stderr.isTTY && (output !== undefined || !process.stdout.isTTY);
  if (!isShown) return { at: () => undefined, end: () => undefined };
  const start = Date.now();
  let next = start + FIRST_MS;
  let wasShown = false;
  return {
    at: (count) => {
      const now = Date.now();
      if (now < next) return;
      next = now + EVERY_MS;
      wasShown = true;
      const rate = Math.round(count / ((now - start) / 1000));
      process.stderr.write(lang === 'zh' ? `\r已处理 ${count} 条（每秒 ${rate} 条）` : `\r${count} done (${rate}/s)`);
    },
    end: () => {
      if (wasShown) process.stderr.write('\n');
    },
  };
}

/** On a pipe or in a log a line is written at each of these steps. */
const LOGGED = 0.2;

/** Shares of work that takes minutes, with the time left: one line that changes on a terminal, a few plain lines elsewhere. */
export function timedProgress({ quiet, lang = 'zh' }: CommonOptions): Progress {
  if (quiet) return { at: () => undefined, end: () => undefined };
  const start = Date.now();
  const isTerminal = process.stderr.isTTY;
  let next = start + FIRST_MS;
  let logged = 0;
  let wasShown = false;
  return {
    at: (share) => {
      const now = Date.now();
      const isDue = isTerminal ? now >= next : now - start >= FIRST_MS && share - logged >= LOGGED;
      if (!isDue || share <= 0) return;
      next = now + EVERY_MS;
      logged = share;
      const text = progressText(share, ((now - start) / 1000) * ((1 - share) / share), lang);
      // Spaces wipe out what a longer line has left.
      process.stderr.write(isTerminal ? `\r${text}      ` : `${text}\n`);
      wasShown = isTerminal;
    },
    end: () => {
      if (wasShown) process.stderr.write('\n');
      wasShown = false;
    },
  };
}

export interface ChangingLine {
  /** The text is made only when it is shown. */
  at(text: () => string): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

/** Milliseconds between two lines where there is no terminal to change one on. */
const PLAIN_EVERY_MS = 5000;

/** A line on standard error that says how far long work is, with others above it that stay. */
export function changingLine({ quiet }: Pick<CommonOptions, 'quiet'>): ChangingLine {
  if (quiet) return { at: () => undefined, say: () => undefined, end: () => undefined };
  const isTerminal = process.stderr.isTTY;
  const every = isTerminal ? EVERY_MS : PLAIN_EVERY_MS;
  let next = Date.now() + (isTerminal ? FIRST_MS : PLAIN_EVERY_MS);
  let shown = '';
  // Back to the beginning, and what stands there wiped out.
  const clear = (): string => (shown === '' ? '' : '\r\u001B[K');
  return {
    at: (text) => {
      const now = Date.now();
      if (now < next) return;
      next = now + every;
      const line = text();
      process.stderr.write(isTerminal ? `${clear()}${line}` : `${line}\n`);
      shown = isTerminal ? line : '';
    },
    say: (text) => {
      process.stderr.write(`${clear()}${text}\n${shown}`);
    },
    end: () => {
      if (shown !== '') process.stderr.write('\n');
      shown = '';
    },
  };
}
