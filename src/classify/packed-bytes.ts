/** Numbers of a model as bytes in its file: deflated, in base64, little-endian whatever the machine. */
import { deflateSync, inflateSync } from 'fflate';
import { fromBase64, toBase64 } from '../text/base64.js';
import type { Net } from './net.js';

export function packBytes(bytes: Uint8Array): string {
  return toBase64(deflateSync(bytes, { level: 9 }));
}

/** Undefined where it is not so many bytes; bytes that were unpacked before are taken as they are. */
export function unpackBytes(packed: string | Uint8Array, length: number): Uint8Array | undefined {
  const bytes = typeof packed === 'string' ? inflated(packed, length) : packed;
  return bytes?.length === length ? bytes : undefined;
}

function inflated(text: string, length: number): Uint8Array | undefined {
  const bytes = fromBase64(text);
  try {
    // One byte more than is expected: what is longer is told from what fits.
    return bytes && inflateSync(bytes, { out: new Uint8Array(length + 1) });
  } catch {
    return undefined;
  }
}

export function floatBytes(numbers: Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < numbers.length; index += 1) view.setFloat32(index * 4, numbers[index] as number, true);
  return bytes;
}

export function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
}

/** Embeddings, kernel and bias of a net. */
export function netParts({ embeddings, kernel, bias }: Pick<Net, 'embeddings' | 'kernel' | 'bias'>): Uint8Array[] {
  return [embeddings.bytes, floatBytes(kernel), floatBytes(bias)];
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
