/** Why an output cannot be written, as an error of the command line. */
import { dirname } from 'node:path';
import { UsageError } from '../errors.js';

/** `output-folder-missing` where there is no folder to write into, else `output-unwritable` with the system's reason. */
export function unwritable(file: string, cause: unknown): UsageError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT')
    return new UsageError('output-folder-missing', { file, data: { folder: dirname(file) }, cause });
  return new UsageError('output-unwritable', { file, data: { reason: code ?? message }, cause });
}
