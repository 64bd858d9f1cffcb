/** Output piece by piece: to standard output as it comes, to a file under its final name only when it is whole. */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.js';
import { unwritable } from './unwritable.js';
import { isSameFile } from './files.js';

export interface OutputStream {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  /** Puts the file under its final name. */
  finish(): void;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** As for input. */
const STANDARD = '-';

/** @throws UsageError `output-is-input`, `output-folder-missing`, `output-unwritable` */
export function openOutput(path: string | undefined, inputs: readonly string[]): OutputStream {
  if (path === undefined || path === STANDARD) return standardOutput();
  if (inputs.some((input) => input !== STANDARD && isSameFile(input, path)))
    throw new UsageError('output-is-input', { file: path });
  return guarded(path, () => {
    const existing = statSync(path, { throwIfNoEntry: false });
    // A pipe or device is written to, never replaced; a link leads to the file that is.
    const isReplaced = !existing || existing.isFile();
    const target = existing?.isFile() ? realpathSync(path) : path;
    const written = isReplaced ? join(dirname(target), `.jixiao-${randomBytes(6).toString('hex')}.tmp`) : target;
    const file = openSync(written, 'w');
    return {
      write: async (text) => guarded(path, () => void writeSync(file, text)),
      finish: () => {
        closeSync(file);
        if (isReplaced) guarded(path, () => renameSync(written, target));
      },
      abandon: () => {
        closeSync(file);
        if (isReplaced) rmSync(written, { force: true });
      },
    };
  });
}

function standardOutput(): OutputStream {
  return {
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    finish: () => undefined,
    abandon: () => undefined,
  };
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unwritable(file, cause);
  }
}
