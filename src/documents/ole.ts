/** What an OLE compound file of old Office programs holds. */
import { CFB } from '@e965/xlsx';
import { InputError } from '../errors.js';

export interface OleFile {
  /** The content of a stream in the root storage; undefined where there is none of that name. */
  stream(name: string): Uint8Array | undefined;
}

interface CfbEntry {
  readonly content?: ArrayLike<number>;
  readonly type?: number;
}

/** @throws InputError `damaged` */
export function openOle(bytes: Uint8Array, file: string): OleFile {
  try {
    const container = CFB.read(bytes, { type: 'array' });
    return {
      stream: (name) => {
        const entry = CFB.find(container, `/${name}`) as CfbEntry | null;
        return entry?.content && entry.type !== 1 ? Uint8Array.from(entry.content) : undefined;
      },
    };
  } catch (cause) {
    throw new InputError('damaged', { file, cause });
  }
}
