/** Whether anybody does the jobs of a run, and who would but cannot. */
import type { Redis } from 'ioredis';
import type { Job } from '../types.js';
import { readRefusals, readWorkers, type Refusal, type WorkerRecord } from './records.js';

export interface QueueWatch {
  lost?(): void;
  back?(): void;
  /** Jobs wait, and nobody is there to do them. */
  noWorkers?(): void;
  /** A worker that cannot serve this run. */
  refused?(refusal: Refusal): void;
  /** A worker takes no jobs, as its root is not in order (`trouble`) … */
  troubled?(worker: WorkerRecord): void;
  /** … or is again. */
  recovered?(worker: WorkerRecord): void;
  /** The worker that had it has ended, or is cut off: the job goes to another one. */
  orphaned?(job: Job): void;
}

export class RunWatch {
  readonly #redis: Redis;
  readonly #run: string;
  readonly #watch: QueueWatch;
  /** Workers that were told of. */
  readonly #told = new Set<string>();
  /** Workers whose root is not in order. */
  readonly #troubles = new Map<string, string>();
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
    const workers = (await readWorkers(this.#redis)).filter(({ run }) => run === this.#run);
    for (const worker of workers) this.#tellTrouble(worker);
    const isServed = workers.length > 0;
    this.#alone = isWaiting && !isServed ? this.#alone + 1 : 0;
    // A worker that is between two runs is none that is missing.
    if (this.#alone === 2) this.#watch.noWorkers?.();
  }

  #tellTrouble(worker: WorkerRecord): void {
    const before = this.#troubles.get(worker.id);
    const now = worker.trouble?.kind;
    if (now === before) return;
    if (now === undefined) this.#troubles.delete(worker.id);
    else this.#troubles.set(worker.id, now);
    if (now === undefined) this.#watch.recovered?.(worker);
    else this.#watch.troubled?.(worker);
  }
}
