import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DocumentSource } from '../../../src/batch/sources/document-source.js';
import { FolderStore } from '../../../src/batch/sources/folder-store.js';
import { UrlStore } from '../../../src/batch/sources/url-store.js';
import type { Job } from '../../../src/batch/types.js';
import { scratch } from '../../support/cli.js';

const LINES = Buffer.from('甲\n乙\n丙\n');

function job(path: string, bytes: Uint8Array, more: Partial<Job> = {}): Job {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { index: 0, source: path, path, sha256, size: bytes.length, kind: 'txt', ...more };
}

const second = job('行.txt', LINES.subarray(4, 8), {
  part: { start: 4, end: 8, firstLine: 2, lastLine: 2, encoding: 'utf-8' },
});

describe('a folder', () => {
  const folder = join(scratch(), 'root');
  mkdirSync(folder);
  writeFileSync(join(folder, '行.txt'), LINES);
  writeFileSync(join(folder, '..', 'secret.txt'), 'x');
  const source = new DocumentSource(new FolderStore(folder, { confined: true }));

  test('gives whole files and pieces', async () => {
    expect(Buffer.from(await source.read(job('行.txt', LINES)))).toEqual(LINES);
    expect(Buffer.from(await source.read(second)).toString()).toBe('乙\n');
  });

  test.each([
    ['one that is not there', 'none.txt', 'file-not-found'],
    ['one that leads out', '../secret.txt', 'outside-root'],
    ['one from the top', '/etc/hostname', 'outside-root'],
    ['one that has changed', '行.txt', 'changed-meanwhile'],
  ])('refuses %s', async (_, path, code) => {
    await expect(source.read(job(path, Buffer.from('x')))).rejects.toMatchObject({ code });
  });
});

describe('a place that answers nothing', () => {
  test('is told from one that lacks a file: a folder', async () => {
    const folder = join(scratch(), 'share');
    const store = new FolderStore(folder, { confined: true });
    expect([await store.trouble(), await store.has('a.txt')]).toEqual(['ENOENT', false]);
    mkdirSync(folder);
    expect(await store.trouble()).toBe('empty');
    writeFileSync(join(folder, 'a.txt'), 'x');
    expect([await store.trouble(), await store.has('a.txt'), await store.has('b.txt')]).toEqual([
      undefined,
      true,
      false,
    ]);
    expect(await store.has('../share/a.txt')).toBe(true);
    expect(await store.has('../secret.txt')).toBe(false);
  });

  test('is told from one that lacks a file, or is at odds with one: a server', async () => {
    let state = 200;
    const server = createServer((request, response) => {
      response.writeHead(state !== 200 ? state : request.url === '/bucket/odd.txt' ? 500 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const store = new UrlStore(`http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`);
    expect([await store.trouble('a.txt'), await store.trouble('odd.txt'), await store.has('a.txt')]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    state = 503;
    expect(await store.trouble('a.txt')).toBe('HTTP 503');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await store.trouble('a.txt')).toBe('ECONNREFUSED');
  });
});

describe('the prefix of a URL', () => {
  let server: Server | undefined;
  let asked: IncomingMessage[] = [];

  afterEach(() => {
    server?.close();
    asked = [];
  });

  async function serve(withRanges: boolean): Promise<string> {
    server = createServer((request, response) => {
      asked.push(request);
      const path = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname);
      const range = withRanges ? /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') : null;
      if (path !== '/bucket/行.txt') response.writeHead(path === '/bucket/secret.txt' ? 403 : 404).end();
      else if (range) response.writeHead(206).end(LINES.subarray(Number(range[1]), Number(range[2]) + 1));
      else response.writeHead(200).end(LINES);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;
  }

  test.each([true, false])('gives whole files and pieces; ranges: %s', async (withRanges) => {
    const source = new DocumentSource(new UrlStore(`${await serve(withRanges)}?sig=abc`));
    expect(Buffer.from(await source.read(job('行.txt', LINES)))).toEqual(LINES);
    expect(Buffer.from(await source.read(second)).toString()).toBe('乙\n');
    expect(asked.every(({ url }) => url?.endsWith('?sig=abc'))).toBe(true);
  });

  test.each([
    ['none.txt', 'file-not-found', undefined],
    ['secret.txt', 'unreadable', 'HTTP 403'],
    ['../other/x.txt', 'outside-root', undefined],
  ])('says of %s what is wrong, and not where it was', async (path, code, reason) => {
    const source = new DocumentSource(new UrlStore(`${await serve(true)}?sig=abc`));
    const error: unknown = await source.read(job(path, Buffer.from('x'))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect((error as { data: { reason?: string } }).data.reason).toBe(reason);
    expect(String(error)).not.toContain('sig');
  });

  test('a server that is not there is a reason, too', async () => {
    const prefix = await serve(true);
    await new Promise((resolve) => server?.close(resolve));
    const source = new DocumentSource(new UrlStore(prefix));
    await expect(source.read(job('行.txt', LINES))).rejects.toMatchObject({
      code: 'unreadable',
      data: { reason: 'ECONNREFUSED' },
    });
  });

  test('requests are signed where there are keys', async () => {
    const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'very-secret', region: 'cn-north-1' };
    const source = new DocumentSource(new UrlStore(await serve(true), keys));
    expect(Buffer.from(await source.read(second)).toString()).toBe('乙\n');
    const { headers } = asked[0]!;
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/cn-north-1\/s3\/aws4_request, SignedHeaders=/,
    );
    expect(JSON.stringify(headers)).not.toContain('very-secret');
  });
});
