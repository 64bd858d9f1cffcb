/**
 * Whether a worker's root can be trusted. A root that does not answer, or holds nothing at all, serves no job: the worker
 * takes none until it is back. One that answers, but misses file after file that the coordinator sees, is likely the wrong
 * folder, or a share below it is not mounted: it steps back for a while, so that workers that have the files get them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { FileStore } from '../sources/document-source.js';

export interface RootTrouble {
  /** `away`: it does not answer, or is empty; `missing`: files that the coordinator sees are not there. */
  readonly kind: 'away' | 'missing';
  /** A code of the system or of HTTP, `empty`, or the first file that is missing. */
  readonly reason: string;
}

export interface GuardOptions {
  readonly store: Pick<FileStore, 'trouble' | 'has'>;
  /** No job is to be taken from now on … */
  readonly away: (trouble: RootTrouble) => void;
  /** … and now they are again. */
  readonly back: () => void;
  /** The first milliseconds of waiting, and all of them for a root that answers. */
  readonly times?: { readonly first: number; readonly all: number };
}

/** Files missed with none between that came: that many are not deleted by chance. */
const IN_A_ROW = 5;
const TIMES = { first: 1_000, all: 60_000 };
const LONGEST_MS = 5_000;
/** A disk on a network that hangs answers nothing at all. */
const PATIENCE_MS = 10_000;

export class RootGuard {
  readonly #options: GuardOptions;
  readonly #missed = new Set<string>();
  /** It stepped back already, and nothing was gained by it. */
  #wasPatient = false;
  #trouble: RootTrouble | undefined;
  #isClosed = false;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  get trouble(): RootTrouble | undefined {
    return this.#trouble;
  }

  /** A document has come. */
  served(): void {
    this.#missed.clear();
    this.#wasPatient = false;
  }

  /** Any file that the coordinator sees will do to ask for. Returns whether the root is away: then it is no fault of the file. */
  async isAway(path: string): Promise<boolean> {
    if (this.#trouble?.kind === 'away') return true;
    const reason = await this.#reason(path);
    if (reason !== undefined) this.#wait({ kind: 'away', reason }, path);
    return reason !== undefined;
  }

  /** The root answers, but this file is not to be had there. */
  missed(path: string): void {
    this.#missed.add(path);
    if (this.#missed.size < IN_A_ROW || this.#wasPatient || this.#trouble) return;
    this.#wait({ kind: 'missing', reason: path }, path);
  }

  close(): void {
    this.#isClosed = true;
  }

  #wait(trouble: RootTrouble, path: string): void {
    this.#trouble = trouble;
    this.#options.away(trouble);
    void this.#untilBack(trouble.kind, path).then(() => {
      this.#trouble = undefined;
      this.#missed.clear();
      if (!this.#isClosed) this.#options.back();
    });
  }

  async #untilBack(kind: RootTrouble['kind'], path: string): Promise<void> {
    const { store, times = TIMES } = this.#options;
    let waited = 0;
    for (let next = times.first; !this.#isClosed; next = Math.min(next * 2, LONGEST_MS)) {
      await pause(next, undefined, { ref: false });
      waited += next;
      if (kind === 'away' ? (await this.#reason(path)) === undefined : await store.has(path)) return;
      if (kind === 'missing' && waited >= times.all) {
        this.#wasPatient = true;
        return;
      }
    }
  }

  async #reason(path: string): Promise<string | undefined> {
    const late = pause(PATIENCE_MS, 'timeout', { ref: false });
    return Promise.race([this.#options.store.trouble(path), late]);
  }
}
