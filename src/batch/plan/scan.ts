/** One pass over a file: the checksum of what is in it, and of files of lines the pieces that they are worked on in. */
import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Part } from '../types.js';

export interface Scanned {
  readonly sha256: string;
  readonly size: number;
  /** Of a file of lines that can be cut; else the file is one piece without a part. */
  readonly part?: Part;
}

/** A piece ends at the first line end behind so many bytes: about a tenth of a second of work. */
const PIECE = 1 << 20;
const READ = 1 << 18;
const LINE_END = 10;

export async function scanWhole(path: string): Promise<Scanned> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of chunks(path)) {
    hash.update(bytes);
    size += bytes.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/**
 * Cuts at line ends. In UTF-8 and GB18030 no other character holds the byte of a line end; a file in UTF-16 stays whole.
 * The same content is cut in the same places.
 */
export async function scanLines(path: string, piece = PIECE): Promise<Scanned[]> {
  const pieces: (Scanned & { start: number; end: number; firstLine: number; lastLine: number })[] = [];
  let held: Buffer[] = [];
  let size = 0;
  let [start, line] = [0, 1];
  let everUtf8 = true;
  let isWide = false;
  const close = (): void => {
    const bytes = Buffer.concat(held);
    everUtf8 &&= isUtf8(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const next = line + lineEnds(bytes);
    // A last line need not end.
    const lastLine = bytes.at(-1) === LINE_END ? next - 1 : next;
    pieces.push({ sha256, size, start, end: start + size, firstLine: line, lastLine });
    line = next;
    start += size;
    [held, size] = [[], 0];
  };
  for await (const bytes of chunks(path)) {
    if (start === 0 && size === 0) isWide = hasWideMark(bytes);
    const least = isWide ? Number.POSITIVE_INFINITY : piece;
    let from = 0;
    while (size + bytes.length - from >= least) {
      const cut = bytes.indexOf(LINE_END, from + Math.max(0, piece - size - 1));
      if (cut < 0) break;
      held.push(bytes.subarray(from, cut + 1));
      size += cut + 1 - from;
      from = cut + 1;
      close();
    }
    held.push(bytes.subarray(from));
    size += bytes.length - from;
  }
  if (size > 0 || pieces.length === 0) close();
  if (isWide) return pieces.map(({ sha256, size: bytes }) => ({ sha256, size: bytes }));
  const encoding = everUtf8 ? 'utf-8' : 'gb18030';
  return pieces.map(({ sha256, size: bytes, ...place }) => ({ sha256, size: bytes, part: { ...place, encoding } }));
}

async function* chunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(READ), 0, READ);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}

function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
