/**
 * Documents that did not come. What one worker cannot find another one may have; so it has failed only when others missed it
 * too, or, where there is no other, the same one several times with growing pauses between.
 */
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { keys, times } from './names.js';

/** Where one or several workers look: the same folder of the same machine is one place. */
export interface Miss {
  readonly host: string;
  readonly root: string;
  readonly count: number;
}

const missesSchema = z.array(z.object({ host: z.string(), root: z.string(), count: z.number() }));

/** Tries in all, and different places that must have missed it, where there are so many. */
const TRIES = 4;
const WITNESSES = 3;

export function placeOf({ host, root }: Pick<Miss, 'host' | 'root'>): string {
  return `${host} ${root}`;
}

/** With one more miss there. */
export function withMiss(misses: readonly Miss[], { host, root }: Pick<Miss, 'host' | 'root'>): Miss[] {
  const known = misses.find((one) => placeOf(one) === placeOf({ host, root }));
  const others = misses.filter((one) => one !== known);
  return [...others, { host, root, count: (known?.count ?? 0) + 1 }];
}

/** Whether nobody is to be asked any more. `live` are the places of workers that could be. */
export function isLost(misses: readonly Miss[], live: ReadonlySet<string>): boolean {
  const places = new Set([...live, ...misses.map(placeOf)]);
  return triesOf(misses) >= TRIES && misses.length >= Math.min(WITNESSES, places.size);
}

/** Whether somebody else is to try first. */
export function isOthersTurn(misses: readonly Miss[], own: string, live: ReadonlySet<string>): boolean {
  const known = new Set(misses.map(placeOf));
  return known.has(own) && [...live].some((place) => !known.has(place));
}

export function triesOf(misses: readonly Miss[]): number {
  return misses.reduce((sum, { count }) => sum + count, 0);
}

export async function readMisses(redis: Redis, run: string, job: string): Promise<Miss[]> {
  const text = await redis.hget(keys.missed(run), job);
  return text === null ? [] : missesSchema.parse(JSON.parse(text));
}

export async function writeMisses(redis: Redis, run: string, job: string, misses: readonly Miss[]): Promise<void> {
  const key = keys.missed(run);
  await redis.multi().hset(key, job, JSON.stringify(misses)).pexpire(key, times.keep).exec();
}
