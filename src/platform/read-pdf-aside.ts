/**
 * PDFs are read in a process of their own, which can be ended: in a damaged one pdf.js may go round without end or fill
 * the memory, also in places of the engine where no thread can be stopped. The process is started for the first PDF and
 * kept for those that follow.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SourceDocument } from '../documents/model.js';
import type { PdfAssets } from '../documents/pdf/read-pdf.js';
import { InputError } from '../errors.js';
import type { PdfOrder, PdfReply } from './pdf-process.js';
import { packageRoot } from './root.js';

/** A PDF may take this long, and longer with every page that was read; a usual page takes a tenth of that. */
const SECONDS = 7;
const SECONDS_A_PAGE = 0.25;
/** Of the JavaScript heap, and of the whole process where the system tells. */
const HEAP_MB = 640;
const MOST_MB = 900;
const TICK_MS = 100;

let reader: ChildProcess | undefined;
/** One PDF after the other. */
let last: Promise<unknown> = Promise.resolve();

/** @throws InputError as `readPdf`, and `pdf-too-slow`, `pdf-too-heavy` */
export function readPdfAside(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  const reading = last.then(() => readNow({ bytes, source, assets: pdfAssets() }));
  last = reading.catch(() => undefined);
  return reading;
}

function readNow(order: PdfOrder): Promise<SourceDocument> {
  const child = (reader ??= startReader());
  const { source } = order;
  return new Promise((resolve, reject) => {
    let seconds = 0;
    let pages: number | undefined;
    const error = (code: string): InputError =>
      new InputError(code, { file: source, data: { page: (pages ?? 0) + 1 } });
    // Ticks are counted, not time: while this thread is busy or the machine asleep, no answer could be taken.
    const clock = setInterval(() => {
      // It begins when the reader says so: starting it is not the file's doing.
      if (pages === undefined) return;
      seconds += TICK_MS / 1000;
      if (seconds > SECONDS + SECONDS_A_PAGE * pages) giveUp(error('pdf-too-slow'));
      else if (megabytesOf(child) > MOST_MB) giveUp(error('pdf-too-heavy'));
    }, TICK_MS);
    const finish = (): void => {
      clearInterval(clock);
      child.off('message', onReply).off('error', onEnd).off('exit', onEnd);
      setIdle(child, true);
    };
    const giveUp = (reason: InputError): void => {
      finish();
      reader = undefined;
      child.kill('SIGKILL');
      reject(reason);
    };
    const onReply = (message: unknown): void => {
      const reply = message as PdfReply;
      if (reply.kind === 'pages') {
        pages = reply.done;
        return;
      }
      finish();
      if (reply.kind === 'document') resolve(reply.document);
      else reject(new InputError(reply.code, { ...reply.place, data: reply.data }));
    };
    // It ends by itself where the heap is full.
    const onEnd = (): void => giveUp(error(pages === undefined ? 'damaged' : 'pdf-too-heavy'));
    child.on('message', onReply).on('error', onEnd).on('exit', onEnd);
    setIdle(child, false);
    child.send(order, (failure) => failure && onEnd());
  });
}

/** A file of the built package, as the threads of a batch: TypeScript does not run by itself. */
function startReader(): ChildProcess {
  return fork(join(packageRoot, 'dist', 'platform', 'pdf-process.js'), {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
}

/** An idle reader keeps nobody from ending; it ends with its standard input. */
function setIdle(child: ChildProcess, idle: boolean): void {
  const handles = [child, child.channel, child.stdin as { ref?: () => void; unref?: () => void } | null];
  for (const handle of handles) {
    if (idle) handle?.unref?.();
    else handle?.ref?.();
  }
}

/** NaN where the system does not tell. */
function megabytesOf({ pid }: ChildProcess): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return (Number(pages) * 4096) / 2 ** 20;
  } catch {
    return Number.NaN;
  }
}

/** Where pdf.js keeps its character maps and stand-in fonts. */
function pdfAssets(): PdfAssets {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return { cMapUrl: join(folder, 'cmaps', '/'), standardFontDataUrl: join(folder, 'standard_fonts', '/') };
}
