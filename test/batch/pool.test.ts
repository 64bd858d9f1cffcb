import { afterEach, describe, expect, it } from 'vitest';
import { Pool } from '../../src/batch/pool.js';
import type { Job } from '../../src/batch/types.js';

const worker = new URL('faulty-worker.mjs', import.meta.url).href;
const spec = { task: 'lint', language: 'zh', folder: '.', today: '2026-01-01' } as const;
const job = (source: string, index = 0): Job => ({ index, source, path: source, sha256: '', size: 1, kind: 'csv' });

let pool: Pool | undefined;
afterEach(() => pool?.close());

function opened(options: { timeout?: number; memory?: number } = {}): Pool {
  pool = new Pool(spec, { threads: 2, timeout: options.timeout ?? 60, memory: options.memory ?? 64, worker });
  return pool;
}

/** The faulty job beside sound ones: what became of it, after all the others came through. */
async function failureOf(source: string, options: { timeout?: number; memory?: number } = {}) {
  const threads = opened(options);
  const faulty = threads.run(job(source));
  const sound = await Promise.all(Array.from({ length: 12 }, (_, index) => threads.run(job(`sound-${index}`, index))));
  for (const [index, { lines, failures }] of sound.entries()) {
    expect(failures).toEqual([]);
    expect(new TextDecoder().decode(lines)).toBe(`"sound-${index}"\n`);
  }
  const { failures, lines } = await faulty;
  expect(lines).toHaveLength(0);
  expect(failures).toHaveLength(1);
  // Its thread is there again, for both.
  const after = await Promise.all(Array.from({ length: 4 }, (_, index) => threads.run(job(`after-${index}`, index))));
  expect(after.flatMap((one) => one.failures)).toEqual([]);
  return failures[0];
}

describe('a job that goes wrong costs itself alone', () => {
  for (const source of ['hang', 'backtrack', 'wait'])
    it(`${source}: it is given up when its time is over`, async () => {
      expect(await failureOf(source, { timeout: 1 })).toMatchObject({
        source,
        code: 'timeout',
        message: `${source}：1 秒内没有处理完，已放弃；可用 --timeout 放宽`,
      });
    });

  it('a piece of a file of lines: its lines are named', async () => {
    const part = { start: 0, end: 1, firstLine: 684, lastLine: 1364, encoding: 'utf-8' } as const;
    const { failures } = await opened({ timeout: 1 }).run({ ...job('hang'), part });
    expect(failures).toEqual([
      {
        source: 'hang',
        line: 684,
        lastLine: 1364,
        code: 'timeout',
        message: 'hang 第 684–1364 行：1 秒内没有处理完，已放弃；可用 --timeout 放宽',
      },
    ]);
  });

  it('greedy: it is given up when its memory is full', async () => {
    expect(await failureOf('greedy')).toMatchObject({
      code: 'out-of-memory',
      message: expect.stringContaining('64 MB'),
    });
  });

  for (const source of ['exit', 'throw', 'late'])
    it(`${source}: the reason is told`, async () => {
      expect(await failureOf(source)).toMatchObject({ source, code: 'worker-crashed' });
    });
});
