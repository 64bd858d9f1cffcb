/** `readDocument` with what it needs of the file system. */
import type { SourceDocument } from '../documents/model.js';
import { readDocument as read } from '../documents/read-document.js';

/** Bytes of any supported format → one document model; throws as the library’s `readDocument`. */
export async function readDocument(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  if (bytes[0] === OLE_FIRST_BYTE) return quietly(() => read(bytes, source));
  return read(bytes, source, {
    readPdf: async (...pdf) => (await import('./read-pdf-aside.js')).readPdfAside(...pdf),
  });
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
