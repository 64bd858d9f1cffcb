/** Bytes of a text file → text. Chinese offices export UTF-8 with and without BOM, GBK/GB18030 and UTF-16. */
import { InputError } from '../errors.js';

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** @throws InputError `unknown-encoding` where the bytes are text in none of these, or no text at all */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const marked = byMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = tryDecode(bytes, encoding);
    // NUL never stands in a text file: a binary file may still be valid UTF-8.
    if (text !== undefined && !text.includes('\0')) return { text, encoding };
  }
  throw new InputError('unknown-encoding', { file });
}

function byMark([first, second, third]: Uint8Array): Decoded['encoding'] | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
