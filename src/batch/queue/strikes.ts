/**
 * Under which documents workers die. Work that begins leaves a mark, which its end takes away: what is marked and given out
 * again has lost its worker. That happens by chance too, where machines are switched off, and to long jobs more often than to
 * short ones; a document is held to be the cause when chance does not explain it.
 */
import type { Redis } from 'ioredis';
import { keys, times } from './names.js';

/** At least so many workers, and not more, whatever else happens. */
const LEAST = 3;
const MOST = 20;
/** So unlikely must it be that an innocent document meets with it. */
const CHANCE = 1e-9;
/** As if so many jobs had begun before the first, and so many workers had died: the first death says little. */
const BEGUN_BEFORE = 100;
const DIED_BEFORE = 0.1;

export interface History {
  /** Workers that died over this document. */
  readonly strikes: number;
  /** Nobody should try it again. */
  readonly isDead: boolean;
}

export const UNKNOWN: History = { strikes: 0, isDead: false };

export class Strikes {
  readonly #redis: Redis;
  readonly #run: string;

  constructor(redis: Redis, run: string) {
    this.#redis = redis;
    this.#run = run;
  }

  /** Of a job that is given out. */
  async history(job: string): Promise<History> {
    const strikes = Number((await this.#redis.hget(keys.strikes(this.#run), job)) ?? 0);
    if (strikes <= 0) return UNKNOWN;
    const died = await this.#redis.hincrby(keys.work(this.#run), 'died', 1);
    const begun = Number((await this.#redis.hget(keys.work(this.#run), 'begun')) ?? 0);
    return { strikes, isDead: strikes >= mostStrikes(begun - strikes, died - strikes) };
  }

  async begin(job: string): Promise<void> {
    const [strikes, work] = [keys.strikes(this.#run), keys.work(this.#run)];
    await this.#redis
      .multi()
      .hincrby(strikes, job, 1)
      .pexpire(strikes, times.keep)
      .hincrby(work, 'begun', 1)
      .pexpire(work, times.keep)
      .exec();
  }

  async end(job: string): Promise<void> {
    const key = keys.strikes(this.#run);
    // The run may be over by now: what is left of it expires.
    await this.#redis.multi().hincrby(key, job, -1).pexpire(key, times.keep).exec();
  }
}

/**
 * How many workers may die over one document, when of so many other jobs that began so many lost theirs: three where workers
 * hardly ever die, a dozen where they die under one job in six.
 */
export function mostStrikes(begun: number, died: number): number {
  const rate = Math.min(0.5, (Math.max(0, died) + DIED_BEFORE) / (Math.max(0, begun) + BEGUN_BEFORE));
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.log(CHANCE) / Math.log(rate))));
}
