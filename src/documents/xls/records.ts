/** The records of a BIFF8 stream: a type, a length, and so many bytes. Source: [MS-XLS]. */
import { InputError } from '../../errors.js';

export const BOF = 0x0809;
export const EOF = 0x0a;
export const CONTINUE = 0x3c;

export interface BiffRecord {
  readonly type: number;
  readonly data: DataView;
}

/** The records from an offset on, up to the end of the substream that begins there; those of charts inside it left out. */
export function* recordsFrom(stream: DataView, offset: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = offset; at + 4 <= stream.byteLength; ) {
    const type = stream.getUint16(at, true);
    const length = stream.getUint16(at + 2, true);
    if (at + 4 + length > stream.byteLength) throw new InputError('damaged');
    if (type === BOF) depth += 1;
    if (at === offset && type !== BOF) throw new InputError('damaged');
    if (type === EOF) depth -= 1;
    if (depth === 0) return;
    if (depth === 1) yield { type, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
  // The stream ended before its substream did.
  throw new InputError('damaged');
}
