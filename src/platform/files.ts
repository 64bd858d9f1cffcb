/** Files in and out. Outputs appear under their final names only when they are whole. */
import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, UsageError } from '../errors.js';
import { unwritable } from './unwritable.js';

/** Inputs that are parts of a file: by the name that results carry, the file and how to get the bytes. */
const offered = new Map<string, { readonly file: string; readonly read: () => Uint8Array }>();

/** From now on `readInput` knows `name`, a part of `file`. */
export function offerInput(name: string, file: string, read: () => Uint8Array): void {
  offered.set(name, { file, read });
}

/** @throws InputError `file-not-found`, `is-directory`, `unreadable` */
export function readInput(path: string): Uint8Array {
  const part = offered.get(path);
  if (part) return part.read();
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('file-not-found', { file: path });
    if (code === 'EISDIR') throw new InputError('is-directory', { file: path });
    throw new InputError('unreadable', { file: path, data: { reason: code ?? message }, cause });
  }
}

/**
 * Writes beside the target and renames, so that a reader never sees half a file; `-` is standard output.
 * @throws UsageError `output-is-input`, `output-is-folder`, `output-folder-missing`, `output-unwritable`
 */
export function writeOutput(path: string, content: string | Uint8Array, inputs: readonly string[] = []): void {
  if (path === '-') {
    // Through the stream: whoever reads may be slower than a pipe holds.
    process.stdout.write(content);
    return;
  }
  if (inputs.some((input) => isSameFile(offered.get(input)?.file ?? input, path)))
    throw new UsageError('output-is-input', { file: path });
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    // A pipe or device is written to, never replaced; a link leads to the file that is.
    if (existing && !existing.isFile()) writeFileSync(path, content);
    else replaceFile(existing ? realpathSync(path) : path, content);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // A folder holds marked copies, which --format asks for; a report is one file.
    if (code === 'EISDIR') throw new UsageError('output-is-folder', { file: path, cause });
    throw unwritable(path, cause);
  }
}

function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.jixiao-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** By identity, not by name: letter case and links do not matter. */
export function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
