/**
 * Batches of the size that they are made for.
 *
 * - `npm run bench:batch -- million [indicators] [size]`: so many indicators (1,000,000) in drafts of 10, as JSONL, linted on
 *   two threads and on one in turn, PAIRS times (3): time by the clock and of the processor, memory of the whole process at its
 *   highest; then the medians. Bounds that are stated, not enforced, since machines differ: 60 s on two cores, 600 MB, two
 *   threads 1.7 times as fast as one.
 * - `npm run bench:batch -- cores [indicators] [size]`: one thread that has one core (`taskset -c 0`) against two threads on two
 *   cores, PAIRS times. With `million` the one thread has both: it reads, writes and collects garbage on the second.
 * - `npm run bench:batch -- mixed [files] [kills]`: so many files (5,000; .xlsx, .docx, .pdf, .csv), one in a hundred of them (five at least)
 *   damaged, linted undisturbed and linted with so many (10) SIGKILLs at random moments. It fails where the two results
 *   differ in a byte, or a damaged file is not told.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftLines, writeFiles } from './batch-files.mjs';
import { median } from './measure.mjs';

const program = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));
const [what = 'million', first, second] = process.argv.slice(2);
const PAIRS = Number(process.env.PAIRS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'jixiao-batch-'));

try {
  if (what !== 'mixed') await million(Number(first ?? 1_000_000), Number(second ?? 10), what === 'cores');
  else await mixed(Number(first ?? 5000), Number(second ?? 10));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function million(total, size, isPinned) {
  const input = join(folder, 'drafts.jsonl');
  const file = createWriteStream(input);
  for (const line of draftLines(total, size)) if (!file.write(line)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  console.log(
    `${total.toLocaleString('en')} indicators in drafts of ${size}, ${megabytes(statSync(input).size)} MB of JSONL`,
  );
  const rounds = [];
  for (let round = 0; round < PAIRS; round += 1) {
    // Which of the two comes first changes: the machine may slow down or speed up meanwhile.
    const [first, second] = round % 2 === 0 ? [2, 1] : [1, 2];
    const run = (threads) => measured(input, threads, isPinned && threads === 1);
    const done = { [first]: await run(first), [second]: await run(second) };
    const ratio = done[1].seconds / done[2].seconds;
    const one = isPinned ? 'one that has one core' : 'one';
    console.log(`two threads are ${ratio.toFixed(2)} times as fast as ${one} by the clock`);
    rounds.push({ ratio, seconds: done[2].seconds, bytes: Math.max(done[1].bytes, done[2].bytes) });
  }
  const seconds = median(rounds.map((one) => one.seconds));
  const ratio = median(rounds.map((one) => one.ratio));
  const bytes = Math.max(...rounds.map((one) => one.bytes));
  console.log(
    `median of ${PAIRS}: two threads ${seconds.toFixed(1)} s, ${ratio.toFixed(2)} times as fast as one${isPinned ? ' on one core' : ''}; highest memory ${megabytes(bytes)} MB` +
      (total === 1_000_000 && size === 10 && !isPinned ? ` (bounds 60 s, 1.7 times, 600 MB)` : ''),
  );
}

async function measured(input, threads, isPinned) {
  const output = mkdtempSync(join(folder, `out-${threads}-`));
  const start = Date.now();
  const args = ['batch', input, '-o', output, '--jobs', String(threads), '--quiet'];
  const { child, ended } = started(args, isPinned ? ['taskset', '-c', '0'] : []);
  const memory = await highest(child, ended);
  const seconds = (Date.now() - start) / 1000;
  const code = await ended;
  // 1: faults were found, as they are to be. Another one measured nothing.
  if (code !== 1) throw new Error(`the batch ended with ${code}`);
  const { totals } = JSON.parse(readFileSync(join(output, 'summary.json'), 'utf8'));
  const rate = Math.round(totals.rows / seconds).toLocaleString('en');
  console.log(
    `${threads} thread${threads === 1 ? '' : 's'}: ${seconds.toFixed(1)} s, ${rate} indicators/s, processor ${memory.processor.toFixed(1)} s, highest memory ${megabytes(memory.bytes)} MB, results ${megabytes(statSync(join(output, 'results.jsonl')).size)} MB, ${JSON.stringify(totals.counts)}`,
  );
  rmSync(output, { recursive: true });
  return { seconds, bytes: memory.bytes };
}

/** The highest resident memory that the system saw, and time of the processor; read from /proc, so on Linux only. */
async function highest(child, ended) {
  let [bytes, processor, isOver] = [0, 0, false];
  void ended.then(() => (isOver = true));
  while (!isOver) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      bytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024 || bytes;
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      // Hundredths of a second in user and kernel mode.
      processor = (Number(fields[11]) + Number(fields[12])) / 100 || processor;
    } catch {
      // It is gone.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { bytes, processor };
}

async function mixed(count, kills) {
  const damaged = writeFiles(join(folder, 'in'), count, Math.max(5, Math.floor(count / 100)));
  const options = [join(folder, 'in'), '--annotated', '--timeout', '120', '--quiet'];
  let start = Date.now();
  const code = await started(['batch', ...options, '-o', join(folder, 'whole')]).ended;
  const seconds = (Date.now() - start) / 1000;
  const whole = digests(join(folder, 'whole'));
  const { totals } = JSON.parse(readFileSync(join(folder, 'whole/summary.json'), 'utf8'));
  console.log(
    `${count} files in ${seconds.toFixed(1)} s, exit code ${code}, ${totals.drafts} drafts, ${totals.rows} indicators, ${totals.failures} failures`,
  );
  const failed = new Set(
    readFileSync(join(folder, 'whole/failures.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).source),
  );
  const silent = damaged.filter((name) => !failed.has(name));
  const wrong = [...failed].filter((name) => !damaged.includes(name));
  console.log(`${damaged.length} damaged files, ${silent.length} of them not told, ${wrong.length} sound ones told`);
  for (const name of [...silent, ...wrong].slice(0, 5)) console.log(`  ${name}`);

  const output = join(folder, 'killed');
  start = Date.now();
  let done = 0;
  for (;;) {
    const resumed = existsSync(join(output, '.run/request.json'));
    const { child, ended } = started(['batch', ...(resumed ? ['--resume', '--quiet'] : options), '-o', output]);
    const limit = Math.random() * ((seconds * 2000) / (kills + 1));
    const timer = done < kills ? setTimeout(() => child.kill('SIGKILL'), 200 + limit) : undefined;
    const end = await ended;
    clearTimeout(timer);
    if (end === 'SIGKILL') done += 1;
    else break;
  }
  const { jobsBefore } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8'));
  console.log(
    `killed ${done} times and resumed in ${((Date.now() - start) / 1000).toFixed(1)} s; the last process found ${jobsBefore} of the jobs done`,
  );
  const killed = digests(output);
  const differing = [...new Set([...whole.keys(), ...killed.keys()])].filter(
    (name) => whole.get(name) !== killed.get(name),
  );
  console.log(
    differing.length === 0
      ? `${whole.size} files of results are the same byte for byte`
      : `different: ${differing.slice(0, 10).join(', ')}`,
  );
  if (differing.length > 0 || silent.length > 0 || wrong.length > 0) process.exitCode = 1;
}

function started(args, before = []) {
  const [command, ...rest] = [...before, process.execPath, program, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code))) };
}

/** All files but the one that tells times. */
function digests(root) {
  const names = readdirSync(root, { recursive: true }).filter(
    (name) => statSync(join(root, name)).isFile() && name !== 'run.json',
  );
  return new Map(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex'),
    ]),
  );
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}
