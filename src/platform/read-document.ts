/** `readDocument` with what it needs of the file system. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SourceDocument } from '../documents/model.js';
import type { PdfAssets } from '../documents/pdf/read-pdf.js';
import { readDocument as read } from '../documents/read-document.js';

/** Bytes of any supported format → one document model; throws as the library’s `readDocument`. */
export async function readDocument(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  if (bytes[0] === OLE_FIRST_BYTE) return quietly(() => read(bytes, source));
  // Finding the package takes time, and other formats need nothing of it.
  return read(bytes, source, looksLikePdf(bytes) ? { pdf: pdfAssets() } : {});
}

const OLE_FIRST_BYTE = 0xd0;

/** The reader of old workbooks prints what records it does not know; what a user is told is said elsewhere. */
async function quietly<T>(action: () => Promise<T>): Promise<T> {
  // Several may be read at once: the first silences, the last gives back what was there.
  if (reading === 0) {
    spoken = console.error;
    console.error = () => undefined;
  }
  reading += 1;
  try {
    return await action();
  } finally {
    reading -= 1;
    if (reading === 0) console.error = spoken;
  }
}

let reading = 0;
let spoken = console.error;

function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Where pdf.js keeps its character maps and stand-in fonts. */
function pdfAssets(): PdfAssets {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return { cMapUrl: join(folder, 'cmaps', '/'), standardFontDataUrl: join(folder, 'standard_fonts', '/') };
}
