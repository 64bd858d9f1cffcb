import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDrafts } from '../../support/batch-files.js';
import { jixiao, scratch } from '../../support/cli.js';
import { freePort, noRedis, TestRedis } from '../../support/redis.js';

const PASSWORD = 'gehe1m-2024';

function folderWithDrafts(): string {
  const folder = scratch();
  writeDrafts(join(folder, 'in'), 2);
  return folder;
}

describe('a queue that cannot be had is one clear line and exit code 2', () => {
  test('connection refused: nothing is written, and the password does not show', async () => {
    const cwd = folderWithDrafts();
    const url = `redis://user:${PASSWORD}@127.0.0.1:${await freePort()}/1`;
    for (const args of [
      ['batch', 'in', '-o', 'out', '--queue', url],
      ['worker', '--queue', url],
      ['batch', 'status', '--queue', url],
    ]) {
      const { code, stdout, stderr } = jixiao([...args, '--verbose'], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^错误：连不上队列 127\.0\.0\.1:\d+（ECONNREFUSED）/);
      expect(stderr).not.toContain(PASSWORD);
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test.each([
    ['no address of a Redis', ['worker', '--queue', 'http://host/'], '--queue 写 Redis 的地址'],
    ['no address at all', ['worker'], '请用 --queue 指定共享队列'],
    ['a root that is not there', ['worker', '--queue', 'redis://h', '--root', 'none'], 'none：--root 不是文件夹'],
    ['a root of another kind', ['worker', '--queue', 'redis://h', '--root', 'ftp://h/x'], '--root 写文件夹'],
    ['a port of nobody', ['worker', '--queue', 'redis://h', '--metrics', '0.0.0.0'], '--metrics 写端口'],
    ['threads here', ['batch', 'in', '-o', 'out', '--queue', 'redis://h', '--jobs', '2'], '--jobs 不能与 --queue 同用'],
    ['no queue', ['batch', 'in', '-o', 'out', '--ahead', '2'], '--ahead 要与 --queue 同用'],
  ])('%s', (_, args, said) => {
    const { code, stderr } = jixiao(args, { cwd: folderWithDrafts() });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe.skipIf(noRedis !== undefined)('a Redis that does not fit', () => {
  test('a wrong password, a missing one, and the right one out of the environment', async () => {
    const redis = await TestRedis.start(['--requirepass', PASSWORD]);
    try {
      const address = redis.url.replace('redis://', '');
      const wrong = jixiao(['batch', 'status', '--queue', `redis://:falsch@${address}`]);
      const missing = jixiao(['batch', 'status', '--queue', redis.url]);
      for (const { code, stderr } of [wrong, missing]) {
        expect(code).toBe(2);
        expect(stderr).toContain('不接受登录');
        expect(stderr).not.toContain('falsch');
      }
      const env = { JIXIAO_QUEUE_PASSWORD: PASSWORD };
      expect(jixiao(['batch', 'status', '--queue', redis.url], { env }).code).toBe(0);
    } finally {
      await redis.end();
    }
  });

  test('one that drops keys when it is full', async () => {
    const redis = await TestRedis.start(['--maxmemory-policy', 'allkeys-lru']);
    try {
      const { code, stderr } = jixiao(['worker', '--queue', redis.url, '--lang', 'en']);
      expect(code).toBe(2);
      expect(stderr).toContain('set noeviction');
    } finally {
      await redis.end();
    }
  });

  test('inputs that other machines cannot find are refused before anything is written', async () => {
    const redis = await TestRedis.start();
    try {
      const folder = folderWithDrafts();
      mkdirSync(join(folder, 'below'));
      const { code, stderr } = jixiao(['batch', '../in', '-o', 'out', '--queue', redis.url], {
        cwd: join(folder, 'below'),
      });
      expect(code).toBe(2);
      expect(stderr).toContain('../in/00000.csv：这个文件不在当前文件夹之下');
      expect(existsSync(join(folder, 'below', 'out'))).toBe(false);
    } finally {
      await redis.end();
    }
  });
});
