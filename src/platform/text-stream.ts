/** Texts of a file or of standard input one by one, however large: nothing but the line at hand is held. */
import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { InputError } from '../errors.js';

/** A line with its number, counted from 1; blank lines are passed over. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

const SNIFFED = 1 << 16;
/** No finding is as long; a file without line breaks is not text of ours. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** @throws InputError `file-not-found`, `is-directory`, `unreadable`, `unknown-encoding`, `line-too-long` */
export async function* numberedLines(path: string): AsyncGenerator<NumberedLine> {
  let rest = '';
  let line = 0;
  for await (const piece of decoded(path)) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new InputError('line-too-long', { file: path, line: line + lines.length + 1 });
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield { line, text };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') };
}

async function* decoded(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const held: Uint8Array[] = [];
  let size = 0;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? (decoder as TextDecoder).decode(bytes, { stream: true }) : (decoder?.decode() ?? '');
    } catch {
      throw new InputError('unknown-encoding', { file: path });
    }
  };
  for await (const chunk of opened(path)) {
    if (decoder) {
      yield decode(chunk);
      continue;
    }
    held.push(chunk);
    size += chunk.length;
    if (size < SNIFFED) continue;
    decoder = decoderFor(Buffer.concat(held), path);
    yield decode(Buffer.concat(held));
  }
  if (!decoder && size > 0) {
    decoder = decoderFor(Buffer.concat(held), path);
    yield decode(Buffer.concat(held));
  }
  yield decode();
}

/** By the mark at its head, else the first of UTF-8 and GB18030 that the beginning is sound text in. */
function decoderFor(head: Uint8Array, file: string): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // A character may be cut at the end of what was read so far.
      if (!new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true }).includes('\0'))
        return new TextDecoder(encoding, { fatal: true });
    } catch {
      // The next one, then.
    }
  }
  throw new InputError('unknown-encoding', { file });
}

async function* opened(path: string): AsyncGenerator<Uint8Array> {
  try {
    if (path !== '-' && statSync(path).isDirectory()) throw new InputError('is-directory', { file: path });
    const stream: Readable = path === '-' ? process.stdin : createReadStream(path);
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('file-not-found', { file: path });
    throw new InputError('unreadable', { file: path, data: { reason: code ?? message }, cause });
  }
}
