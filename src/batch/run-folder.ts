/** The folder of results: what it holds while a run goes on, and how files get into it whole. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../errors.js';
import { makeFolder } from '../platform/make-folder.js';
import { holderOf, lockText } from './lock.js';
import type { TaskSpec } from './types.js';

/** What was asked for; a run that goes on does the same. */
export interface BatchRequest {
  readonly inputs: readonly string[];
  readonly spec: TaskSpec;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** As it was written, and the moment that it meant, in milliseconds since 1970. */
  readonly since?: { readonly text: string; readonly time: number };
}

export interface Begun {
  readonly request: BatchRequest;
  readonly fingerprint: string;
}

export interface Writer {
  readonly write: (content: string | Uint8Array) => void;
  /** It is whole. */
  readonly finish: () => void;
  /** It is not wanted any more, if it is not whole yet. */
  readonly abandon: () => void;
}

/** The last file that a run writes: where it is, the run is over. */
const LAST = 'summary.json';
/** What was asked of a run that is not over, and of one that is. */
const [REQUEST, FINISHED] = ['request.json', 'finished.json'];
export const WORK = '.run';

/** Files that this process has begun: several are open at a time, and a folder may be spoken for by more than one of these. */
let writers = 0;

export class RunFolder {
  readonly path: string;
  /** What only an unfinished run has. */
  readonly work: string;

  constructor(path: string) {
    this.path = path;
    this.work = join(path, WORK);
  }

  /** The unfinished run in it, if there is one. */
  unfinished(): Begun | undefined {
    return this.#begun(REQUEST);
  }

  /** The finished run in it, where some of its failures may be cured by trying again. */
  retryable(): Begun | undefined {
    return this.#begun(FINISHED);
  }

  #begun(name: string): Begun | undefined {
    const file = join(this.work, name);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Begun) : undefined;
  }

  /** A run that goes on: one that was finished is so no more. It is locked already. */
  reopen(): void {
    if (this.unfinished() || !this.retryable()) return;
    this.#guarded(() => renameSync(join(this.work, FINISHED), join(this.work, REQUEST)));
  }

  isFinished(): boolean {
    return existsSync(join(this.path, LAST)) && !existsSync(join(this.work, REQUEST));
  }

  /**
   * Whether a new run may begin here.
   * @throws UsageError `batch-unfinished`, `batch-finished`, `batch-folder-used`; as `lock` where another process is at work
   */
  requireFree(): void {
    this.#requireIdle();
    if (this.unfinished()) throw new UsageError('batch-unfinished', { file: this.path });
    if (this.isFinished()) throw new UsageError('batch-finished', { file: this.path });
    const others = this.#guarded(() => (existsSync(this.path) ? readdirSync(this.path) : []));
    if (others.some((name) => name !== WORK)) throw new UsageError('batch-folder-used', { file: this.path });
  }

  /** Takes the folder for a new run; it is locked already. Throws UsageError `output-unwritable`. */
  begin(begun: Begun): void {
    // What a run left behind that was killed before it had begun.
    for (const name of readdirSync(this.work)) if (name !== 'lock') rmSync(join(this.work, name));
    this.put(join(WORK, REQUEST), JSON.stringify(begun));
  }

  /**
   * One run at a time. Returns what gives the folder back.
   * @throws UsageError `batch-running`, `batch-running-elsewhere`
   */
  lock(): () => void {
    const file = this.#lock;
    this.#guarded(() => {
      makeFolder(this.work);
      this.#requireIdle();
      writeFileSync(file, lockText());
    });
    return () => rmSync(file, { force: true });
  }

  /** Whether a process is at work here. */
  isRunning(): boolean {
    return existsSync(this.#lock) && holderOf(readFileSync(this.#lock, 'utf8')) !== undefined;
  }

  get #lock(): string {
    return join(this.work, 'lock');
  }

  #requireIdle(): void {
    const text = existsSync(this.#lock) ? readFileSync(this.#lock, 'utf8') : '';
    const holder = holderOf(text);
    if (holder === undefined) return;
    const data = { process: text.split(' ').slice(0, 2).join(' ') };
    throw new UsageError(holder === 'here' ? 'batch-running' : 'batch-running-elsewhere', { file: this.path, data });
  }

  /** A file appears under its name only when all of it is on the disk. */
  put(name: string, content: string | Uint8Array): void {
    const { finish, write } = this.writer(name);
    write(content);
    finish();
  }

  /** The same for a file that is written piece by piece. `name` may lead into folders below; never out of this one. */
  writer(name: string): Writer {
    const target = resolve(this.path, name);
    if (!target.startsWith(resolve(this.path) + sep))
      throw new UsageError('output-unwritable', { file: name, data: { reason: '..' } });
    return this.#guarded(() => {
      makeFolder(this.work);
      makeFolder(dirname(target));
      const temporary = join(this.work, `writing-${writers}.tmp`);
      writers += 1;
      const file = openSync(temporary, 'w');
      let isOpen = true;
      return {
        write: (content) => this.#guarded(() => writeFileSync(file, content)),
        finish: () =>
          this.#guarded(() => {
            fsyncSync(file);
            isOpen = false;
            closeSync(file);
            renameSync(temporary, target);
          }),
        abandon: () => {
          if (!isOpen) return;
          isOpen = false;
          closeSync(file);
          rmSync(temporary, { force: true });
        },
      };
    });
  }

  /** The run is over: nothing of it is needed any more, but what it takes to try some of it again. */
  end({ canRetry }: { readonly canRetry: boolean }): void {
    if (canRetry) this.#guarded(() => renameSync(join(this.work, REQUEST), join(this.work, FINISHED)));
    else rmSync(this.work, { recursive: true, force: true });
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof UsageError) throw cause;
      throw writeFault(this.path, cause);
    }
  }
}

/** What kept a file of the folder from being written. Throws nothing; UsageError `output-full`, `output-unwritable`. */
export function writeFault(folder: string, cause: unknown): UsageError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  const data = { reason: code ?? message, folder };
  return new UsageError(isFull ? 'output-full' : 'output-unwritable', { file: folder, data, cause });
}
