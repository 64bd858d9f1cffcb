/** Documents in a folder that this machine sees. */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Archive, openArchive } from '../documents/archive.js';
import { InputError } from '../errors.js';
import type { Job, JobSource } from './types.js';

/** No document of an office is larger; a line that is as long is none of ours. */
const MOST_BYTES = 256 * 1024 * 1024;

export class FolderSource implements JobSource {
  readonly #folder: string;
  /** Entries of one archive come one behind the other. */
  #last: { readonly key: string; readonly archive: Archive | undefined } | undefined;

  /** Paths of jobs count from the folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(job: Job): Promise<Uint8Array> {
    const { entry, part, source, path } = job;
    if (job.size > MOST_BYTES) throw new InputError(part ? 'line-too-long' : 'file-too-large', { file: source });
    const file = resolve(this.#folder, path);
    return guarded(source, async () => {
      if (entry !== undefined) return this.#entry(job, file, entry);
      this.#last = undefined;
      return checked(part ? await range(file, part.start, part.end) : await readFile(file), job);
    });
  }

  async #entry(job: Job, file: string, entry: string): Promise<Uint8Array> {
    const key = `${file}\n${job.sha256}`;
    if (this.#last?.key !== key) {
      const bytes = checked(await readFile(file), job);
      this.#last = { key, archive: openArchive(bytes, job.path) };
    }
    return this.#last.archive?.read(entry) ?? new Uint8Array();
  }
}

/** @throws InputError `changed-meanwhile` */
function checked(bytes: Uint8Array, { sha256, source }: Job): Uint8Array {
  // A file that could not be read when the plan was made has no checksum.
  if (sha256 !== '' && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new InputError('changed-meanwhile', { file: source });
  return bytes;
}

async function range(file: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const bytes = new Uint8Array(end - start);
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await handle.close();
  }
}

async function guarded<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('file-not-found', { file: source });
    if (code === 'EISDIR') throw new InputError('is-directory', { file: source });
    throw new InputError('unreadable', { file: source, data: { reason: code ?? message }, cause });
  }
}
