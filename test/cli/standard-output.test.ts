import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jixiao, program, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const DRAFTS = fixturePath('documents/twelve-defects.xlsx');

it('`-o -` writes what standard output gets without it, and no file of that name', () => {
  const cwd = scratch();
  const [plain, named] = [[], ['-o', '-']].map((args) =>
    jixiao(['lint', DRAFTS, '--format', 'json', ...args], { cwd }),
  );
  expect(named?.stdout).toContain('"indicatorId"');
  expect(named).toEqual(plain);
  expect(existsSync(join(cwd, '-'))).toBe(false);
});

it.skipIf(process.platform === 'win32')('`-o -` waits for a reader that is slower than the pipe', async () => {
  const pipe = join(scratch(), 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
  const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  // Enough for several times what a pipe holds.
  const args = ['lint', ...Array.from({ length: 20 }, () => DRAFTS), '--format', 'json'];
  // The shell hands on a pipe that does not block; whoever starts a program from Node would make it block.
  const child = spawn('sh', ['-c', 'exec "$0" "$@" >&3', process.execPath, program, ...args, '-o', '-'], {
    stdio: ['ignore', 'ignore', 'pipe', fd],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const chunks: Buffer[] = [];
  const drain = (): void => {
    const buffer = Buffer.alloc(65_536);
    try {
      for (let size = 1; size > 0; ) {
        size = readSync(fd, buffer);
        chunks.push(Buffer.from(buffer.subarray(0, size)));
      }
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EAGAIN') throw cause;
    }
  };
  const reading = setInterval(drain, 50);
  await ended;
  clearInterval(reading);
  drain();
  closeSync(fd);
  expect(complaints).toBe('');
  expect(child.exitCode).toBe(1);
  expect(Buffer.concat(chunks).toString()).toBe(jixiao(args).stdout);
});
