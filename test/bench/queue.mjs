/**
 * Batches on a shared queue, with real processes and a `redis-server` of its own.
 *
 * - `npm run bench:queue -- kills [files] [seconds]`: so many mixed files (2,000) on three workers of one thread, one that is at work
 *   killed (SIGKILL) every so many seconds (4) and another started. It fails where results differ in a byte from those of one
 *   undisturbed process.
 * - `npm run bench:queue -- poison`: a document whose worker dies whenever it works on it, among 40 others.
 * - `npm run bench:queue -- cost [files]`: so many small tables (2,000) by one thread here, and by one worker of one thread.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { draftLines, writeFiles } from './batch-files.mjs';

const program = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));
const [what = 'kills', first, second] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'jixiao-queue-'));
const port = 20_000 + (process.pid % 20_000);
const url = `redis://127.0.0.1:${port}`;
const children = new Set();

const server = started('redis-server', [
  ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
  ...['--appendonly', 'yes', '--save', '', '--loglevel', 'warning'],
]);
const redis = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
redis.on('error', () => undefined);
try {
  await redis.ping();
  if (what === 'kills') await kills(Number(first ?? 2000), Number(second ?? 4));
  else if (what === 'poison') await poison();
  else await cost(Number(first ?? 2000));
} finally {
  redis.disconnect();
  for (const { child } of children) child.kill('SIGKILL');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
}

async function kills(count, seconds) {
  writeFiles(join(folder, 'in'), count, Math.floor(count / 100));
  let start = Date.now();
  const plain = await batch('in', 'plain', []).ended;
  console.log(`one process: ${count} files in ${since(start)} s, exit code ${plain}`);
  const workers = [worker(), worker(), worker()];
  start = Date.now();
  const run = batch('in', 'queued', ['--queue', url]);
  let [isOver, killed] = [false, 0];
  void run.ended.then(() => (isOver = true));
  while (!isOver) {
    await Promise.race([run.ended, wait(seconds * 1000)]);
    if (isOver) break;
    // One that does nothing yet would be no loss.
    const victims = [0, 1, 2].filter((index) => workers[index].isAtWork);
    if (victims.length === 0) continue;
    const victim = victims[Math.floor(Math.random() * victims.length)];
    workers[victim].child.kill('SIGKILL');
    workers[victim] = worker();
    killed += 1;
  }
  console.log(`three workers: ${since(start)} s, exit code ${await run.ended}, ${killed} workers killed`);
  compare('plain', 'queued');
  const { runs } = JSON.parse(await said(['batch', 'status', '--queue', url, '--format', 'json']));
  console.log(`on the queue: done ${runs[0].done}, failed ${runs[0].failed}, dead ${runs[0].dead}`);
}

async function poison() {
  writeFiles(join(folder, 'in'), 40, 0);
  const drafts = [...draftLines(30_000, 3000)].map((line) => JSON.parse(line));
  writeFileSync(join(folder, 'in', 'poison.json'), JSON.stringify({ drafts }));
  let deaths = 0;
  let isOver = false;
  let one = worker('4');
  const run = batch('in', 'queued', ['--queue', url]);
  void run.ended.then(() => (isOver = true));
  const start = Date.now();
  while (!isOver) {
    await wait(50);
    const [id = ''] = await redis.zrange('jixiao:runs', 0, -1);
    const strikes = await redis.hgetall(`jixiao:run:${id}:strikes`);
    for (const [job, count] of Object.entries(strikes)) {
      const data = await redis.hget(`jixiao:queue:${id}:${job}`, 'data');
      // As often as it has begun it has killed its worker.
      if (!data?.includes('poison') || Number(count) <= deaths) continue;
      deaths += 1;
      one.child.kill('SIGKILL');
      one = worker('4');
    }
  }
  console.log(`${deaths} workers died in ${since(start)} s, exit code ${await run.ended}`);
  console.log(readFileSync(join(folder, 'queued', 'failures.jsonl'), 'utf8').trim());
}

async function cost(count) {
  writeFiles(join(folder, 'in'), count, 0);
  let start = Date.now();
  await batch('in', 'plain', ['--jobs', '1']).ended;
  console.log(`one thread here: ${since(start)} s`);
  worker();
  await wait(3000);
  start = Date.now();
  const before = await used();
  await batch('in', 'queued', ['--queue', url]).ended;
  console.log(
    `one worker of one thread: ${since(start)} s; memory of Redis at its highest ${(await used()) - before} kB more`,
  );
  compare('plain', 'queued');
}

async function used() {
  return Math.round(Number(/used_memory_peak:(\d+)/.exec(await redis.info('memory'))[1]) / 1000);
}

function worker(threads = '1') {
  return started(process.execPath, [program, 'worker', '--queue', url, '--concurrency', threads, '--log', 'json']);
}

function batch(input, output, more) {
  return started(process.execPath, [program, 'batch', input, '-o', output, '--annotated', '--quiet', ...more]);
}

function started(command, args) {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const one = {
    child,
    isAtWork: false,
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code))),
  };
  child.stderr.setEncoding('utf8').on('data', (text) => {
    if (text.includes('"done"')) one.isAtWork = true;
  });
  children.add(one);
  void one.ended.then(() => children.delete(one));
  return one;
}

async function said(args) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const part of child.stdout.setEncoding('utf8')) text += part;
  return text;
}

function compare(a, b) {
  const [one, other] = [digests(join(folder, a)), digests(join(folder, b))];
  const differing = [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
  console.log(
    differing.length === 0
      ? `${one.size} files of results are the same byte for byte`
      : `different: ${differing.slice(0, 10).join(', ')}`,
  );
  if (differing.length > 0) process.exitCode = 1;
}

/** All files but the one that tells times. */
function digests(root) {
  const names = readdirSync(root, { recursive: true }).filter(
    (name) => statSync(join(root, name)).isFile() && name !== 'run.json',
  );
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex'),
    ]),
  );
}

function since(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
