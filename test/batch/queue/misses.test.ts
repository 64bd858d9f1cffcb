/** When a document that did not come has failed, and whether a worker's root is to be trusted. */
import { describe, expect, it } from 'vitest';
import { isLost, isOthersTurn, placeOf, withMiss, type Miss } from '../../../src/batch/queue/misses.js';
import { RootGuard } from '../../../src/batch/queue/root-guard.js';
import { until } from '../../support/redis.js';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((host) => ({ host, root: '/mnt' })) as [Place, Place, Place, Place];
type Place = Pick<Miss, 'host' | 'root'>;
const live = (...places: readonly Place[]): Set<string> => new Set(places.map(placeOf));
const missed = (...places: readonly Place[]): Miss[] => places.reduce<Miss[]>((all, place) => withMiss(all, place), []);

describe('a document that did not come', () => {
  it('has failed when the only worker missed it four times', () => {
    expect(isLost(missed(A, A, A), live(A))).toBe(false);
    expect(isLost(missed(A, A, A, A), live(A))).toBe(true);
  });

  it('has not, however often one worker misses it, while another one may have it', () => {
    expect(isLost(missed(A, A, A, A, A, A), live(A, B))).toBe(false);
    expect(isOthersTurn(missed(A), placeOf(A), live(A, B))).toBe(true);
    expect(isOthersTurn(missed(A), placeOf(B), live(A, B))).toBe(false);
    expect(isOthersTurn(missed(A, B), placeOf(A), live(A, B))).toBe(false);
  });

  it('has failed when three of many missed it', () => {
    expect(isLost(missed(A, B, A, B), live(A, B, C, D))).toBe(false);
    expect(isLost(missed(A, B, C, A), live(A, B, C, D))).toBe(true);
  });

  it('may be looked for again where the other worker is gone', () => {
    expect(isOthersTurn(missed(A), placeOf(A), live(A))).toBe(false);
  });
});

describe('a root', () => {
  const guarded = (state: { trouble?: string; has: boolean }, all = 60_000) => {
    const told: string[] = [];
    const guard = new RootGuard({
      store: { trouble: async () => state.trouble, has: async () => state.has },
      away: ({ kind, reason }) => void told.push(`${kind} ${reason}`),
      back: () => void told.push('back'),
      times: { first: 2, all },
    });
    return { guard, told };
  };

  it('that does not answer is waited for', async () => {
    const state: { trouble?: string; has: boolean } = { trouble: 'ESTALE', has: false };
    const { guard, told } = guarded(state);
    expect([await guard.isAway('a.csv'), await guard.isAway('b.csv')]).toEqual([true, true]);
    expect(guard.trouble).toEqual({ kind: 'away', reason: 'ESTALE' });
    delete state.trouble;
    await until(() => guard.trouble === undefined);
    expect(told).toEqual(['away ESTALE', 'back']);
  });

  it('that lacks file after file is left to others, until the files are there', async () => {
    const state = { has: false };
    const { guard, told } = guarded(state);
    for (const name of ['a', 'b', 'c', 'd']) guard.missed(name);
    expect(guard.trouble).toBeUndefined();
    guard.missed('e');
    expect(guard.trouble).toEqual({ kind: 'missing', reason: 'e' });
    state.has = true;
    await until(() => guard.trouble === undefined);
    expect(told).toEqual(['missing e', 'back']);
  });

  it('is asked again after a while, and no second time before it has served anything', async () => {
    const { guard, told } = guarded({ has: false }, 5);
    for (const name of ['d', 'c', 'b', 'b', 'e', 'a']) guard.missed(name);
    await until(() => guard.trouble === undefined);
    for (let turn = 0; turn < 20; turn += 1) guard.missed(String(turn));
    expect(told).toEqual(['missing a', 'back']);
    guard.served();
    for (const name of ['f', 'g', 'h', 'i', 'c']) guard.missed(name);
    expect(guard.trouble).toEqual({ kind: 'missing', reason: 'c' });
    guard.close();
  });
});
