/** What whoever runs batches unattended is told, and what is refused. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holderOf, lockText } from '../../src/batch/lock.js';
import { writeFault } from '../../src/batch/run-folder.js';
import { Tally } from '../../src/batch/tally.js';
import { readSince } from '../../src/batch/plan/since.js';
import { Pace } from '../../src/cli/batch-watch.js';
import { describeError } from '../../src/report/error-text.js';
import { jixiao, scratch } from '../support/cli.js';
import { csvOf, put } from './material.js';

/** Of this machine as it is now, but another process. */
function textOf(pid: number, start?: string): string {
  const [, host, , boot] = lockText().split(' ');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const own = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return `${pid} ${host} ${start ?? own} ${boot}`;
}

describe('a lock', () => {
  it('holds for the process that took it, and not for another one with its number', async () => {
    const child = spawn('sleep', ['60']);
    try {
      const pid = child.pid ?? 0;
      const text = textOf(pid);
      const [, , start, boot] = text.split(' ');
      expect(holderOf(text)).toBe('here');
      expect(holderOf(textOf(pid, String(Number(start) - 1)))).toBeUndefined();
      expect(holderOf(`${pid} ${hostname()} ${start} ${boot?.replace(/./g, '0')}`)).toBeUndefined();
      // As earlier versions wrote it.
      expect(holderOf(`${pid} ${hostname()}`)).toBe('here');
      expect(holderOf(`${pid} other-${hostname()} ${start} ${boot}`)).toBe('elsewhere');
    } finally {
      child.kill();
      await new Promise((resolve) => child.once('close', resolve));
    }
    expect(holderOf(`${child.pid} ${hostname()} - -`)).toBeUndefined();
    expect(holderOf('')).toBeUndefined();
  });

  it('is told as what it is, whatever else is in the folder', async () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(1));
    put(cwd, 'out/.run/request.json', '{}');
    const child = spawn('sleep', ['60']);
    try {
      writeFileSync(join(cwd, 'out/.run/lock'), textOf(child.pid ?? 0));
      const { code, stderr } = jixiao(['batch', 'in', '-o', 'out'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(`另一个进程（${child.pid} ${hostname()}）正在这里批处理；请等它结束`);
      expect(stderr).not.toContain('删去');
    } finally {
      child.kill();
    }
  });
});

describe('what is refused', () => {
  it('is told with what may be written', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(1));
    const memory = jixiao(['batch', 'in', '-o', 'out', '--memory', '16'], { cwd });
    expect([memory.code, memory.stderr]).toEqual([2, expect.stringContaining('--memory 最少 128（MB），收到“16”')]);
    for (const text of ['2026-02-30', '2026-04-31', '2026-13-01', '2025-02-29T10:00'])
      expect(() => readSince(text, 0)).toThrow(/batch-since/);
    expect(readSince('2024-02-29', 0)).toBe(new Date(2024, 1, 29).getTime());
  });

  it('is an event where events are asked for', () => {
    const cwd = scratch();
    put(cwd, 'in/a.csv', csvOf(1));
    jixiao(['batch', 'in', '-o', 'out', '--quiet'], { cwd });
    for (const args of [
      ['in', '-o', 'out'],
      ['nowhere', '-o', 'new'],
      ['in', '-o', 'new', '--memory', '1'],
    ]) {
      const { code, stderr } = jixiao(['batch', ...args, '--log', 'json'], { cwd });
      const events = stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { event: string; level: string; code: string; message: string });
      expect(code).toBe(2);
      expect(events.at(-1)).toMatchObject({ event: 'error', level: 'error' });
      expect(events.at(-1)?.message).toMatch(/已有一次批处理的结果|找不到|--memory/);
    }
  });

  it('by a disk that is full is told with the way to go on', () => {
    const full = writeFault('out', Object.assign(new Error('write'), { code: 'ENOSPC' }));
    expect(describeError(full, 'zh')).toContain('磁盘已满或超出配额（ENOSPC）');
    expect(describeError(full, 'zh')).toContain('jixiao batch --resume -o out');
    expect(writeFault('out', Object.assign(new Error('write'), { code: 'EACCES' })).code).toBe('output-unwritable');
  });
});

describe('the time that is left', () => {
  it('is that of the pace of the last minute', () => {
    let now = 0;
    const pace = new Pace(() => now);
    const tally = new Tally([{ source: 'a', size: 1000 }]);
    // Work of an earlier process.
    tally.before.bytes = 100;
    tally.bytesDone = 100;
    expect(pace.state(tally).left).toBeUndefined();
    // Nobody is there to do it for ten minutes.
    now = 600_000;
    expect(pace.state(tally).left).toBeUndefined();
    now = 610_000;
    tally.bytesDone = 200;
    expect(pace.state(tally).left).toBe(80);
    now = 640_000;
    tally.bytesDone = 500;
    expect(pace.state(tally).left).toBe(50);
    now = 900_000;
    expect(pace.state(tally).left).toBeUndefined();
    tally.bytesDone = 1000;
    expect(pace.state(tally).left).toBe(0);
  });
});
