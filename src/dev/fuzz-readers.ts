/**
 * Damages the fixtures of every format and reads them: each run must end with a document or with one of our errors,
 * within ten seconds and a gigabyte. `npm run fuzz -- [runs] [first seed]`; a nightly run has 20,000.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readDrafts } from '../documents/drafts.js';
import { InputError } from '../errors.js';
import { findFindings } from '../findings/review.js';
import { readDocument } from '../platform/read-document.js';
import { packageRoot } from '../platform/root.js';
import { loadReadingData, loadRuleBook, loadTableData } from '../platform/shipped.js';
import { Linter } from '../lint/lint-draft.js';
import { damaged, randomFrom } from './damage.js';

const LONGEST = 10_000;
const MOST_MEMORY = 1024;
const FOLDERS = ['formats', 'documents', 'layouts'];

interface Progress {
  readonly seed: number;
  readonly file: string;
  /** A fault that is none of ours. */
  readonly fault?: string;
  readonly milliseconds?: number;
}

function fixtures(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(packageRoot, 'test', 'fixtures', folder))
      .filter((name) => !/\.(?:mjs|expected\.json)$/.test(name))
      .map((name) => join(packageRoot, 'test', 'fixtures', folder, name)),
  );
}

/** In the thread: one run a seed, each announced before it begins. */
async function work({ from, to }: { from: number; to: number }): Promise<void> {
  const files = fixtures();
  const [book, tables, reading] = await Promise.all([loadRuleBook(), loadTableData(), loadReadingData()]);
  const { framework } = new Linter(book, { rules: {} }, 'zh').understanding;
  const tell = (progress: Progress): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(progress);
  };
  let now: Progress = { seed: from, file: '' };
  process.on('unhandledRejection', (reason) => tell({ ...now, fault: String(reason) }));
  for (let seed = from; seed < to; seed += 1) {
    const random = randomFrom(seed);
    const file = files[Math.floor(random() * files.length)] as string;
    const bytes = damaged(readFileSync(file), random);
    now = { seed, file };
    tell(now);
    const start = performance.now();
    try {
      const document = await readDocument(bytes, file);
      findFindings(document, reading);
      readDrafts(document, tables, framework);
    } catch (error) {
      if (!(error instanceof InputError)) tell({ ...now, fault: (error as Error).stack ?? String(error) });
    }
    tell({ ...now, milliseconds: performance.now() - start });
  }
}

/** Runs seeds in a thread until it ends or one of them takes too long; the next thread goes on behind that one. */
function watch(
  from: number,
  to: number,
  faults: string[],
  slowest: { milliseconds: number; text: string },
): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { from, to },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    let last: Progress = { seed: from - 1, file: '' };
    let timer = setTimeout(() => undefined, 0);
    const end = (next: number): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(next);
    };
    worker.on('message', (progress: Progress) => {
      last = progress;
      const text = `seed ${progress.seed} ${progress.file}`;
      if (progress.fault !== undefined) faults.push(`${text}: ${progress.fault}`);
      if ((progress.milliseconds ?? 0) > slowest.milliseconds) Object.assign(slowest, { ...progress, text });
      clearTimeout(timer);
      timer = setTimeout(() => {
        faults.push(`${text}: longer than ${LONGEST} ms`);
        end(last.seed + 1);
      }, LONGEST);
    });
    worker.on('error', (error) => {
      faults.push(`seed ${last.seed} ${last.file}: ${error.message}`);
      end(last.seed + 1);
    });
    worker.on('exit', () => end(last.seed + 1));
  });
}

async function main(): Promise<void> {
  const [runs = 20_000, first = 1] = process.argv.slice(2).map(Number);
  const faults: string[] = [];
  const slowest = { milliseconds: 0, text: '' };
  let seed = first;
  while (seed < first + runs) seed = Math.max(seed + 1, await watch(seed, first + runs, faults, slowest));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(
    `${runs} runs from seed ${first}: ${faults.length} faults; slowest ${Math.round(slowest.milliseconds)} ms (${slowest.text})\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

if (isMainThread) await main();
else await work(workerData as { from: number; to: number });
