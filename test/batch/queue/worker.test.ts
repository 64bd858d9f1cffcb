/** What an operator sees of a worker. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { differing, writeDrafts, writeLongDraft } from '../../support/batch-files.js';
import { jixiao, scratch } from '../../support/cli.js';
import { Running } from '../../support/program.js';
import { freePort, noRedis, TestRedis, until } from '../../support/redis.js';

const BOUND = 120_000;

interface Status {
  readonly runs: readonly {
    readonly id: string;
    readonly state: string;
    readonly waiting: number;
    readonly done: number;
    readonly failed: number;
    readonly dead: number;
    readonly uncollected: number;
    readonly workers: number;
    readonly refused: readonly { readonly reason: string }[];
    readonly deadJobs: readonly { readonly source: string }[];
  }[];
  readonly workers: readonly { readonly process: number; readonly run?: string }[];
}

describe.skipIf(noRedis !== undefined)('workers of a shared queue', () => {
  const folder = scratch();
  const running: Running[] = [];
  let redis: TestRedis | undefined;

  beforeAll(() => {
    writeDrafts(join(folder, 'in'), 20);
    writeLongDraft(join(folder, 'long', 'draft.json'));
    expect(jixiao(['batch', 'in', '-o', 'embedded', '--quiet'], { cwd: folder }).code).toBe(2);
  }, BOUND);

  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.end()));
    await redis?.end();
    redis = undefined;
  });

  const start = (args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Running => {
    const one = new Running(args, { cwd: folder, ...options });
    running.push(one);
    return one;
  };
  const worker = (url: string, ...args: string[]): Running =>
    start(['worker', '--queue', url, '--concurrency', '1', ...args]);
  const status = (url: string, ...args: string[]): Status =>
    JSON.parse(jixiao(['batch', 'status', '--queue', url, '--format', 'json', ...args]).stdout) as Status;

  test(
    'SIGTERM: the job that runs is finished, no other is begun, exit code 0',
    async () => {
      redis = await TestRedis.start();
      const one = worker(redis.url, '--log', 'json');
      const run = start(['batch', 'long', 'in', '-o', 'drained', '--queue', redis.url, '--quiet']);
      const client = redis.client();
      await until(async () => {
        const [id = ''] = await client.zrange('jixiao:runs', 0, -1);
        return (await client.hvals(`jixiao:run:${id}:strikes`)).includes('1');
      });
      client.disconnect();
      one.kill('SIGTERM');
      expect(await one.ended).toBe(0);
      const events = one.stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { event: string; source?: string });
      expect(events.filter(({ event }) => event === 'done').map(({ source }) => source)).toEqual(['long/draft.json']);
      const [state] = status(redis.url).runs;
      expect(state).toMatchObject({ state: 'running', workers: 0 });
      expect(state?.waiting).toBeGreaterThan(0);
      expect(run.child.exitCode).toBeNull();
    },
    BOUND,
  );

  test(
    'status tells of runs, jobs and workers, and of those that are over',
    async () => {
      redis = await TestRedis.start();
      const one = worker(redis.url);
      await until(() => one.stderr.includes('等待任务'));
      expect(status(redis.url)).toMatchObject({ runs: [], workers: [{ process: one.child.pid }] });
      const run = start(['batch', 'in', '-o', 'told', '--queue', redis.url, '--log', 'json']);
      expect(await run.ended).toBe(2);
      const [state] = status(redis.url).runs;
      expect(state).toMatchObject({ state: 'ended', waiting: 0, done: 19, failed: 1, dead: 0 });
      const text = jixiao(['batch', 'status', '--queue', redis.url, '--run', state?.id ?? '']).stdout;
      expect(text).toContain('完成 19，失败 1，放弃 0');
      expect(jixiao(['batch', 'status', '--queue', redis.url, '--run', 'other'])).toMatchObject({
        code: 2,
        stdout: '',
      });
    },
    BOUND,
  );

  test(
    'a document under which workers died too often is left out and told, the others are done',
    async () => {
      redis = await TestRedis.start();
      const run = start(['batch', 'in', '-o', 'dead', '--queue', redis.url, '--quiet']);
      const client = redis.client();
      let [id, ids]: [string, string[]] = ['', []];
      await until(async () => {
        id = (await client.zrange('jixiao:runs', 0, -1))[0] ?? '';
        ids = await client.lrange(`jixiao:queue:${id}:wait`, 0, -1);
        return ids.length === 20;
      });
      const [victim = ''] = ids.toReversed();
      // As five workers leave it that died while they worked on it.
      await client.hset(`jixiao:run:${id}:strikes`, victim, 5);
      await client.hset(`jixiao:queue:${id}:${victim}`, 'ats', 5);
      client.disconnect();
      const one = worker(redis.url);
      expect(await run.ended).toBe(2);
      expect(one.stderr).toContain('in/00000.csv 几次使处理它的进程终止');
      const failures = readFileSync(join(folder, 'dead', 'failures.jsonl'), 'utf8')
        .trim()
        .split('\n');
      const [first] = failures.map((line) => JSON.parse(line) as object);
      expect(first).toMatchObject({ source: 'in/00000.csv', code: 'worker-died' });
      expect(failures).toHaveLength(2);
      const [state] = status(redis.url).runs;
      expect(state).toMatchObject({ dead: 1, done: 18, failed: 1, deadJobs: [{ source: 'in/00000.csv' }] });
    },
    BOUND,
  );

  test(
    'a worker with another configuration stays out, and both sides say why',
    async () => {
      redis = await TestRedis.start();
      const other = join(scratch(), 'settings');
      mkdirSync(other);
      writeFileSync(join(other, 'jixiao.config.yaml'), 'preset: strict\n');
      const one = worker(redis.url, '--settings', other);
      const run = start(['batch', 'in', '-o', 'refused', '--queue', redis.url]);
      await until(() => run.stderr.includes('不能参加') && one.stderr.includes('不参加'));
      expect(one.stderr).toContain('规则、模型或配置与发起的机器不同');
      worker(redis.url);
      expect(await run.ended).toBe(2);
      expect(differing(join(folder, 'embedded'), join(folder, 'refused'))).toEqual([]);
    },
    BOUND,
  );

  test(
    'a file that is missing where the worker looks is asked for again, and found by another worker',
    async () => {
      redis = await TestRedis.start();
      const partial = join(scratch(), 'partial');
      cpSync(join(folder, 'in'), join(partial, 'in'), { recursive: true, filter: (path) => !path.endsWith('3.csv') });
      const one = worker(redis.url, '--root', partial);
      const run = start(['batch', 'in', '-o', 'fetched', '--queue', redis.url, '--quiet']);
      await until(() => one.stderr.includes('没有取到'));
      one.kill('SIGTERM');
      await one.ended;
      worker(redis.url);
      expect(await run.ended).toBe(2);
      expect(differing(join(folder, 'embedded'), join(folder, 'fetched'))).toEqual([]);
    },
    BOUND,
  );

  test(
    'a worker whose share is not mounted takes nothing from the run, and says so; so does one whose root goes away',
    async () => {
      redis = await TestRedis.start();
      const wrong = join(scratch(), 'wrong');
      mkdirSync(join(wrong, 'in'), { recursive: true });
      const moving = join(scratch(), 'moving');
      const away = `${moving}.away`;
      cpSync(join(folder, 'in'), join(moving, 'in'), { recursive: true });
      const without = worker(redis.url, '--root', wrong);
      const run = start(['batch', 'in', '-o', 'shares', '--queue', redis.url]);
      await until(() => without.stderr.includes('接连找不到发起的机器上有的文件'));
      expect(without.stderr).toContain(`${hostname()}）的 ${wrong} 下没有取到`);
      await until(() => run.stderr.includes(`${wrong} 下接连找不到`));
      const other = worker(redis.url, '--root', moving);
      await until(() => other.stderr.includes('处理 '));
      renameSync(moving, away);
      await until(() => other.stderr.includes(`${moving} 没有应答（ENOENT）`) || run.child.exitCode !== null);
      renameSync(away, moving);
      expect(await run.ended).toBe(2);
      expect(differing(join(folder, 'embedded'), join(folder, 'shares'))).toEqual([]);
    },
    BOUND,
  );

  test(
    'a root that is empty is waited for',
    async () => {
      redis = await TestRedis.start();
      const empty = join(scratch(), 'empty');
      mkdirSync(empty);
      const one = worker(redis.url, '--root', empty);
      const run = start(['batch', 'in', '-o', 'mounted', '--queue', redis.url]);
      await until(() => one.stderr.includes(`${empty} 是空的`) && run.stderr.includes(`${empty} 是空的`));
      expect(status(redis.url).workers).toMatchObject([{ root: empty, trouble: { kind: 'away', reason: 'empty' } }]);
      cpSync(join(folder, 'in'), join(empty, 'in'), { recursive: true });
      expect(await run.ended).toBe(2);
      expect(differing(join(folder, 'embedded'), join(folder, 'mounted'))).toEqual([]);
    },
    BOUND,
  );

  test(
    'a file that no worker has is a failure that names host and root, and so is another copy of it',
    async () => {
      redis = await TestRedis.start();
      const partial = join(scratch(), 'lacking');
      cpSync(join(folder, 'in'), join(partial, 'in'), { recursive: true });
      rmSync(join(partial, 'in', '00003.csv'));
      appendFileSync(join(partial, 'in', '00004.csv'), '\n');
      worker(redis.url, '--root', partial);
      const run = start(['batch', 'in', '-o', 'lacking', '--queue', redis.url, '--quiet']);
      expect(await run.ended).toBe(2);
      const failures = readFileSync(join(folder, 'lacking', 'failures.jsonl'), 'utf8')
        .trim()
        .split('\n');
      const [missing, differs] = failures.map((line) => JSON.parse(line) as { code: string; message: string });
      expect(missing?.code).toBe('file-not-found');
      expect(missing?.message).toContain(`发起的机器上有，${hostname()} 的 ${partial} 没有取到`);
      expect(differs?.code).toBe('copy-differs');
      expect(differs?.message).toContain(`${hostname()} 的 ${partial} 下的这个文件与发起的机器上的不同`);
    },
    BOUND,
  );

  test(
    'status tells a run that was stopped, one that nobody collects, and one that went on without the queue',
    async () => {
      redis = await TestRedis.start();
      const client = redis.client();
      const url = redis.url;
      const args = (output: string): string[] => ['batch', 'in', '-o', output, '--queue', url, '--log', 'json'];
      const stopped = start(args('stopped'));
      await until(() => stopped.stderr.includes('"progress"'));
      stopped.kill('SIGTERM');
      expect(await stopped.ended).toBe(143);
      expect(status(url).runs).toMatchObject([{ state: 'stopped' }]);
      const killed = start(args('killed'));
      await until(async () => (await client.zcard('jixiao:runs')) === 2 && killed.stderr.includes('no-workers'));
      await killed.end();
      const [, id = ''] = await client.zrange('jixiao:runs', 0, -1);
      // What it would take half a minute to see.
      await client.del(`jixiao:run:${id}:alive`);
      client.disconnect();
      worker(url);
      await until(() => status(url, '--run', id).runs[0]?.uncollected === 20);
      expect(status(url, '--run', id).runs).toMatchObject([{ state: 'orphaned', waiting: 0, done: 0 }]);
      expect(jixiao(['batch', '--resume', '-o', 'killed', '--quiet'], { cwd: folder }).code).toBe(2);
      expect(status(url, '--run', id).runs).toMatchObject([{ state: 'elsewhere' }]);
      expect(differing(join(folder, 'embedded'), join(folder, 'killed'))).toEqual([]);
    },
    BOUND,
  );

  test(
    '/metrics and /healthz, on this machine only',
    async () => {
      redis = await TestRedis.start();
      const port = await freePort();
      const one = worker(redis.url, '--metrics', String(port));
      const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
      expect(await start(['batch', 'in', '-o', 'measured', '--queue', redis.url, '--quiet']).ended).toBe(2);
      const text = await (await get('/metrics')).text();
      expect(text).toContain('jixiao_jobs_total{outcome="done"} 19');
      expect(text).toContain('jixiao_jobs_total{outcome="failed"} 1');
      expect(text).toContain('jixiao_rows_total 95');
      expect(text).toContain('jixiao_job_seconds_bucket{le="+Inf"} 20');
      expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
      for (const line of text.trim().split('\n'))
        expect(line).toMatch(/^(?:# (?:HELP|TYPE) .+|\w+(?:\{.*\})? [\d.e+-]+)$/);
      expect((await get('/healthz')).status).toBe(200);
      expect((await get('/other')).status).toBe(404);
      await redis.down();
      await until(async () => (await get('/healthz')).status === 503);
      one.kill('SIGTERM');
      expect(await one.ended).toBe(0);
    },
    BOUND,
  );
});
