/** Real processes on a real Redis: whatever ends, results are those of one undisturbed process, each once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { differing, writeDrafts, writeLongDraft } from '../../support/batch-files.js';
import { jixiao, scratch } from '../../support/cli.js';
import { Running } from '../../support/program.js';
import { noRedis, TestRedis, until } from '../../support/redis.js';

if (noRedis) process.stderr.write(`${noRedis}\n`);

const FILES = 150;
const BOUND = 180_000;
/** What Redis answers for the time left of a key that does not expire. */
const FOR_EVER = -1;

describe.skipIf(noRedis !== undefined)('batches on a shared queue', () => {
  const folder = scratch();
  const running: Running[] = [];
  let redis: TestRedis | undefined;
  let count = 0;

  beforeAll(() => {
    writeDrafts(join(folder, 'in'), FILES);
    expect(jixiao(['batch', 'in', '-o', 'embedded', '--quiet'], { cwd: folder }).code).toBe(2);
  }, BOUND);

  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.end()));
    await redis?.end();
    redis = undefined;
  });

  const start = (args: readonly string[]): Running => {
    const one = new Running(args, { cwd: folder });
    running.push(one);
    return one;
  };
  const worker = (url: string, ...args: string[]): Running =>
    start(['worker', '--queue', url, '--concurrency', '1', '--log', 'json', ...args]);
  const batch = (url: string, output: string, ...args: string[]): Running =>
    start(['batch', 'in', '-o', output, '--queue', url, '--log', 'json', ...args]);
  const output = (): string => `out${(count += 1)}`;
  const kept = (name: string): number => {
    try {
      return readFileSync(join(folder, name, '.run', 'journal.jsonl'), 'utf8').split('\n').length - 1;
    } catch {
      return 0;
    }
  };
  const expectSame = (name: string): void =>
    expect(differing(join(folder, 'embedded'), join(folder, name))).toEqual([]);

  test(
    'three workers, one killed again and again',
    async () => {
      redis = await TestRedis.start();
      const name = output();
      const workers = [worker(redis.url), worker(redis.url), worker(redis.url)];
      const run = batch(redis.url, name, '--ahead', '40');
      const isOver = (): boolean => run.child.exitCode !== null;
      for (let turn = 0; !isOver() && turn < 4; turn += 1) {
        const before = kept(name);
        await until(() => isOver() || kept(name) > before + 10);
        const victim = turn % workers.length;
        await workers[victim]?.end();
        workers[victim] = worker(redis.url);
      }
      expect(await run.ended).toBe(2);
      expectSame(name);
    },
    BOUND,
  );

  test(
    'Redis is killed in the middle and comes back with what it kept',
    async () => {
      redis = await TestRedis.start();
      const name = output();
      const workers = [worker(redis.url), worker(redis.url)];
      const run = batch(redis.url, name, '--ahead', '20');
      await until(() => kept(name) > 30);
      await redis.down();
      await until(() => run.stderr.includes('queue-lost') && workers.every((one) => one.stderr.includes('queue-lost')));
      await redis.up();
      expect(await run.ended).toBe(2);
      expectSame(name);
    },
    BOUND,
  );

  test(
    'Redis comes back and has lost everything',
    async () => {
      redis = await TestRedis.start();
      const name = output();
      worker(redis.url);
      const run = batch(redis.url, name, '--ahead', '20');
      await until(() => kept(name) > 30);
      const client = redis.client();
      await client.flushall();
      client.disconnect();
      expect(await run.ended).toBe(2);
      expectSame(name);
    },
    BOUND,
  );

  test(
    'the coordinator is killed; what workers do meanwhile is found by the run that goes on',
    async () => {
      redis = await TestRedis.start();
      const name = output();
      const one = worker(redis.url);
      const run = batch(redis.url, name, '--ahead', '50');
      await until(() => kept(name) > 20);
      await run.end();
      const client = redis.client();
      const [id = ''] = await client.zrange('jixiao:runs', 0, -1);
      const waiting = async (): Promise<number> =>
        (await client.llen(`jixiao:queue:${id}:wait`)) + (await client.llen(`jixiao:queue:${id}:active`));
      await until(async () => (await waiting()) === 0);
      client.disconnect();
      await one.end();
      // No worker is left: only what was done already can come.
      const before = kept(name);
      const again = start(['batch', '--resume', '-o', name, '--queue', redis.url, '--log', 'json']);
      await until(() => kept(name) > before + 20);
      worker(redis.url);
      expect(await again.ended).toBe(2);
      expectSame(name);
    },
    BOUND,
  );

  test(
    'a worker that was frozen delivers what another has done meanwhile; it counts once',
    async () => {
      redis = await TestRedis.start();
      const client = redis.client();
      writeLongDraft(join(folder, 'long', 'draft.json'));
      expect(jixiao(['batch', 'long', '-o', 'long-embedded', '--quiet'], { cwd: folder }).code).toBe(1);
      const frozen = worker(redis.url);
      const run = start(['batch', 'long', '-o', 'long-out', '--queue', redis.url, '--quiet']);
      const isBegun = async (): Promise<boolean> => {
        const [id = ''] = await client.zrange('jixiao:runs', 0, -1);
        return (await client.hvals(`jixiao:run:${id}:strikes`)).includes('1');
      };
      await until(isBegun);
      frozen.kill('SIGSTOP');
      const other = worker(redis.url);
      expect(await run.ended).toBe(1);
      expect(other.stderr).toContain('"done"');
      frozen.kill('SIGCONT');
      await until(() => frozen.stderr.includes('"done"'));
      frozen.kill('SIGTERM');
      expect(await frozen.ended).toBe(0);
      client.disconnect();
      expect(differing(join(folder, 'long-embedded'), join(folder, 'long-out'))).toEqual([]);
    },
    BOUND,
  );

  test(
    'Ctrl-C takes back what waits, and --resume does the rest',
    async () => {
      redis = await TestRedis.start();
      const name = output();
      worker(redis.url);
      const run = batch(redis.url, name);
      await until(() => kept(name) > 20);
      run.kill('SIGINT');
      expect(await run.ended).toBe(130);
      expect(kept(name)).toBeLessThan(FILES);
      const again = start(['batch', '--resume', '-o', name, '--queue', redis.url, '--quiet']);
      expect(await again.ended).toBe(2);
      expectSame(name);
      const client = redis.client();
      const lasting = async (): Promise<string[]> => {
        const left = (await client.keys('*')).filter((key) => /:(?:queue|result|strikes|refused)/.test(key));
        const times = await Promise.all(left.map((key) => client.pttl(key)));
        return left.filter((_, index) => times[index] === FOR_EVER);
      };
      // A worker may write once more until it sees that the run is over.
      await until(async () => (await lasting()).length === 0);
      const work = (await client.keys('jixiao:queue:*')).filter((key) => !/:(?:stalled-check|meta)$/.test(key));
      client.disconnect();
      expect(work).toEqual([]);
    },
    BOUND,
  );
});
