/** The lines of a piece of a file of lines. */
import { decodeText } from '../../documents/decode.js';
import { InputError } from '../../errors.js';
import type { Job } from '../types.js';

export interface JobLine {
  /** Counted from 1 in the whole file. */
  readonly line: number;
  readonly text: string;
}

/**
 * Lines that are not blank. A piece of GB18030 text is read as that, whatever it looks like by itself.
 * @throws InputError `unknown-encoding`
 */
export function* jobLines({ part, source }: Job, bytes: Uint8Array): Generator<JobLine> {
  const text = part?.encoding === 'gb18030' ? gb18030(bytes, source) : decodeText(bytes, source).text;
  let line = part?.firstLine ?? 1;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const content = text.slice(start, stop);
    if (content.trim() !== '') yield { line, text: content };
    start = stop + 1;
    line += 1;
  }
}

function gb18030(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('unknown-encoding', { file });
  }
}
