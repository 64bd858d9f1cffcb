/** The program in which `readPdfAside` reads: one PDF a message, each page announced when it is done. */
import { Worker } from 'node:worker_threads';
import type { SourceDocument } from '../documents/model.js';
import { type PdfAssets, readPdf } from '../documents/pdf/read-pdf.js';
import { type ErrorData, type ErrorPlace, InputError } from '../errors.js';

export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly assets: PdfAssets;
}

export type PdfReply =
  | { readonly kind: 'pages'; readonly done: number }
  | { readonly kind: 'document'; readonly document: SourceDocument }
  /** An error of ours, as fields: its class is lost on the way. */
  | { readonly kind: 'error'; readonly code: string; readonly place: ErrorPlace; readonly data: ErrorData };

// Whoever ordered may be gone while we go round without end: the guard ends us then.
new Worker(new URL('pdf-guard.js', import.meta.url), { stdin: false }).unref();

async function answer({ bytes, source, assets }: PdfOrder): Promise<PdfReply> {
  tell({ kind: 'pages', done: 0 });
  try {
    const onPage = (done: number): void => tell({ kind: 'pages', done });
    return { kind: 'document', document: await readPdf(bytes, source, { assets, onPage }) };
  } catch (error) {
    const { code, place, data } = error instanceof InputError ? error : new InputError('damaged', { file: source });
    return { kind: 'error', code, place, data };
  }
}

function tell(reply: PdfReply): void {
  process.send?.(reply);
}

process.on('message', (order: PdfOrder) => void answer(order).then(tell));
