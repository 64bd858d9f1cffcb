/** Documents, entries of archives and pieces of files of lines, out of whatever holds the files. */
import { createHash } from 'node:crypto';
import { type Archive, openArchive } from '../../documents/archive.js';
import { InputError } from '../../errors.js';
import type { Job, JobSource } from '../types.js';

/** What holds files: a folder, or a place on a network. Paths are those of jobs. */
export interface FileStore {
  /** @throws InputError; or an error of the system, whose `code` tells what it was */
  whole(path: string): Promise<Uint8Array>;
  /** Byte offsets, half-open; less where the file ends before. Throws as `whole`. */
  range(path: string, start: number, end: number): Promise<Uint8Array>;
  /** Why nothing can be read here at all, whichever file is asked for: a code of the system or of HTTP, or `empty`. Undefined where it answers. */
  trouble(path: string): Promise<string | undefined>;
  /** Whether the file can be read. Never throws. */
  has(path: string): Promise<boolean>;
}

/** Where one of several machines looks. */
export interface Where {
  readonly host: string;
  readonly root: string;
}

/** No document of an office is larger; a line that is as long is none of ours. */
export const MOST_BYTES = 256 * 1024 * 1024;

export class DocumentSource implements JobSource {
  readonly #store: FileStore;
  readonly #where: Where | undefined;
  /** Entries of one archive come one behind the other. */
  #last: { readonly key: string; readonly archive: Archive | undefined } | undefined;

  /** With `where` a file that is not the planned one is told as another copy, which it may be. */
  constructor(store: FileStore, where?: Where) {
    this.#store = store;
    this.#where = where;
  }

  async read(job: Job): Promise<Uint8Array> {
    const { entry, part, source, path } = job;
    if (job.size > MOST_BYTES) throw new InputError(part ? 'line-too-long' : 'file-too-large', { file: source });
    return guarded(source, async () => {
      if (entry !== undefined) return this.#entry(job, entry);
      this.#last = undefined;
      const { start = 0, end = 0 } = part ?? {};
      return this.#checked(await (part ? this.#store.range(path, start, end) : this.#store.whole(path)), job);
    });
  }

  async #entry(job: Job, entry: string): Promise<Uint8Array> {
    const key = `${job.path}\n${job.sha256}`;
    if (this.#last?.key !== key) {
      const bytes = this.#checked(await this.#store.whole(job.path), job);
      this.#last = { key, archive: openArchive(bytes, job.path) };
    }
    return this.#last.archive?.read(entry) ?? new Uint8Array();
  }

  /** @throws InputError `changed-meanwhile`, `copy-differs` */
  #checked(bytes: Uint8Array, { sha256, source }: Job): Uint8Array {
    // A file that could not be read when the plan was made has no checksum.
    if (sha256 === '') return bytes;
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found === sha256) return bytes;
    if (!this.#where) throw new InputError('changed-meanwhile', { file: source });
    const sums = { planned: sha256.slice(0, SHOWN), found: found.slice(0, SHOWN) };
    throw new InputError('copy-differs', { file: source, data: { ...this.#where, ...sums } });
  }
}

/** Of a checksum so many digits are told. */
const SHOWN = 12;

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
