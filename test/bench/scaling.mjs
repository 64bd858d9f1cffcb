/**
 * What one document costs: `npm run bench:scaling`. Time of the processor for reading and linting a form of 10, 100 and 1,000
 * indicators in each format (a printed form of one page has 10), everything loaded before, and the memory that the process had at its
 * highest. It prints the table of docs/scaling.md.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRunner } from '../../dist/batch/runner.js';
import { form, WRITERS } from './batch-files.mjs';

const WANTED = [10, 100, 1000];
const WARM_SECONDS = 4;
const MEASURED_SECONDS = 5;
const [kind, wanted] = process.argv.slice(2);

if (kind === undefined) {
  console.log('kind    indicators  kB/file  ms/file  ms/indicator  highest memory MB');
  for (const one of [...Object.keys(WRITERS), 'jsonl'])
    for (const count of WANTED) {
      if (one === 'pdf' && count > 10) continue;
      // A process for each: memory at its highest is that of one kind.
      await new Promise((resolve) => fork(fileURLToPath(import.meta.url), [one, String(count)]).on('close', resolve));
    }
} else await measure(kind, Number(wanted));

async function measure(name, count) {
  const runner = await createRunner({ task: 'lint', language: 'zh', folder: '.', today: '2024-06-01', settings: {} });
  const jobs = Array.from({ length: Math.max(10, 400 / count) }, (_, index) => jobOf(name, count, index));
  // Until the engine has compiled what is used much.
  await worked(runner, jobs, WARM_SECONDS);
  const { files, rows, milliseconds } = await worked(runner, jobs, MEASURED_SECONDS);
  const size = jobs.reduce((sum, { bytes }) => sum + bytes.length, 0) / jobs.length / 1000;
  console.log(
    [
      name.padEnd(6),
      String(Math.round(rows / files)).padStart(11),
      size.toFixed(1).padStart(8),
      (milliseconds / files).toFixed(1).padStart(8),
      (milliseconds / rows).toFixed(2).padStart(13),
      String(Math.round(process.resourceUsage().maxRSS / 1000)).padStart(18),
    ].join(' '),
  );
}

/** Round and round, for so many seconds of the processor. */
async function worked(runner, jobs, seconds) {
  const start = process.cpuUsage();
  let [files, rows, milliseconds] = [0, 0, 0];
  while (milliseconds < seconds * 1000) {
    const { job, bytes } = jobs[files % jobs.length];
    rows += (await runner.run(job, bytes.slice())).counts.rows;
    files += 1;
    const { user, system } = process.cpuUsage(start);
    milliseconds = (user + system) / 1000;
  }
  return { files, rows, milliseconds };
}

function jobOf(name, count, index) {
  const { project, unit } = form(index);
  const rows = [];
  for (let more = index * 1000; rows.length < count; more += 1) rows.push(...form(more).rows);
  const whole = { project, unit, rows: rows.slice(0, count).map((row, at) => numbered(row, at, count)) };
  const bytes = name === 'jsonl' ? lines(whole) : WRITERS[name](whole);
  const source = `${index}.${name}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const part = { start: 0, end: bytes.length, firstLine: 1, encoding: 'utf-8' };
  const job = { index, source, path: source, sha256, size: bytes.length, kind: name };
  return { job: name === 'jsonl' ? { ...job, part } : job, bytes };
}

/** Names of one form differ, as they do in tables of that length. */
function numbered([level1, level2, name, value, unit], at, count) {
  return [level1, level2, count > 10 ? `${name}（第${at + 1}批）` : name, value, unit];
}

function lines({ project, unit, rows }) {
  const indicators = rows.map(([level1, level2, name, value, measure]) => ({
    level1,
    level2,
    name,
    value,
    unit: measure,
  }));
  return new TextEncoder().encode(`${JSON.stringify({ project: { name: project, unit }, indicators })}\n`);
}
