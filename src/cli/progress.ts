/** A counter on standard error for work that takes long: on a terminal only, and none where `--quiet` asks for silence. */
import type { CommonOptions } from './options.js';

export interface Progress {
  at(count: number): void;
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
