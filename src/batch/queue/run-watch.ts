/** Whether anybody does the jobs of a run, and who would but cannot. */
import type { Redis } from 'ioredis';
import { readRefusals, readWorkers, type Refusal } from './records.js';

export interface QueueWatch {
  lost?(): void;
  back?(): void;
  /** Jobs wait, and nobody is there to do them. */
  noWorkers?(): void;
  /** A worker that cannot serve this run. */
  refused?(refusal: Refusal): void;
}

export class RunWatch {
  readonly #redis: Redis;
  readonly #run: string;
  readonly #watch: QueueWatch;
  /** Workers that were told of. */
  readonly #told = new Set<string>();
  /** Looks in a row at which nobody was there. */
  #alone = 0;

  constructor(redis: Redis, run: string, watch: QueueWatch) {
    this.#redis = redis;
    this.#run = run;
    this.#watch = watch;
  }

  async look(isWaiting: boolean): Promise<void> {
    for (const [worker, refusal] of await readRefusals(this.#redis, this.#run)) {
      if (this.#told.has(worker)) continue;
      this.#told.add(worker);
      this.#watch.refused?.(refusal);
    }
    const isServed = (await readWorkers(this.#redis)).some(({ run }) => run === this.#run);
    this.#alone = isWaiting && !isServed ? this.#alone + 1 : 0;
    // A worker that is between two runs is none that is missing.
    if (this.#alone === 2) this.#watch.noWorkers?.();
  }
}
