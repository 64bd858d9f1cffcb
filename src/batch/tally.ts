/** How far a run is. */
import type { InputFile } from './plan/inputs.js';
import type { Job, JobCounts, JobOutcome } from './types.js';
import { NO_COUNTS } from './outcome.js';

export class Tally {
  readonly files: number;
  readonly bytes: number;
  filesDone = 0;
  bytesDone = 0;
  /** Documents and lines that could not be worked on. */
  failures = 0;
  readonly failuresByCode: Record<string, number> = {};
  /** Of these an earlier process did so many. */
  readonly before = { rows: 0, bytes: 0 };
  readonly counts: { -readonly [Name in keyof JobCounts]: number } = { ...NO_COUNTS };
  readonly #open = new Map<string, number>();

  constructor(files: readonly InputFile[]) {
    this.files = files.length;
    this.bytes = files.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  }

  /** A file has so many jobs. */
  open({ source, size }: InputFile, jobs: readonly Job[]): void {
    // Nothing is to be done for it: it is a copy.
    if (jobs.length === 0) {
      this.filesDone += 1;
      this.bytesDone += Math.max(0, size);
    } else this.#open.set(source, jobs.length);
  }

  /** Returns whether all jobs of its file are done. */
  add({ path, size }: Job, { counts, failures }: Pick<JobOutcome, 'counts' | 'failures'>, isBefore: boolean): boolean {
    const left = (this.#open.get(path) ?? 1) - 1;
    if (left === 0) this.#open.delete(path);
    else this.#open.set(path, left);
    if (left === 0) this.filesDone += 1;
    this.bytesDone += size;
    if (isBefore) {
      this.before.rows += counts.rows;
      this.before.bytes += size;
    }
    for (const { code } of failures) {
      this.failures += 1;
      this.failuresByCode[code] = (this.failuresByCode[code] ?? 0) + 1;
    }
    for (const name of Object.keys(NO_COUNTS) as (keyof JobCounts)[]) this.counts[name] += counts[name];
    return left === 0;
  }
}
