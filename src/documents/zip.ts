/** Zip archives from outside: bounded in entries, size and ratio; no path leads out of them. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { InputError } from '../errors.js';
import { crc32 } from './crc32.js';
import { type DirectoryEntry, zipDirectory } from './zip-directory.js';

const MAX_ENTRIES = 10_000;
const MAX_TOTAL = 512 * 1024 * 1024;
// Sheets of empty but formatted cells pack very well, so that the ratio says nothing about a small part.
const RATIO_MATTERS_FROM = 64 * 1024 * 1024;
const MAX_RATIO = 200;

export function isZip([a, b, c]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7);
}

/**
 * The entries by name, or those that are wanted, each held against its checksum.
 * @throws InputError `damaged`, `archive-too-large`, `encrypted-document`
 */
export function unzip(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const admitted = new Map<string, Admitted>();
  try {
    const files = unzipSync(bytes, { filter: admission(admitted, zipDirectory(bytes), file, wanted) });
    const parts = new Map<string, Uint8Array>();
    for (const [name, content] of Object.entries(files)) {
      const { size, crc } = admitted.get(name) ?? {};
      // A part that ends early, or unpacks to something else, would otherwise be read and copied as if it were sound.
      if (content.length !== size || (crc !== undefined && crc32(content) !== crc))
        throw new InputError('damaged', { file, data: { part: name } });
      parts.set(name.replaceAll('\\', '/'), content);
    }
    return parts;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('damaged', { file, cause });
  }
}

/** The names of all entries; nothing is unpacked. Throws as `unzip`. */
export function entryNames(bytes: Uint8Array, file: string): string[] {
  const names: string[] = [];
  unzip(bytes, file, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

/** What its archive says of an entry. */
interface Admitted {
  readonly size: number;
  readonly crc: number | undefined;
}

function admission(
  admitted: Map<string, Admitted>,
  directory: readonly DirectoryEntry[],
  file: string,
  wanted: (name: string) => boolean,
): (entry: UnzipFileInfo) => boolean {
  let entries = 0;
  let total = 0;
  return ({ name, size, originalSize }) => {
    const listed = directory[entries];
    entries++;
    // A stored entry takes `size` whatever size it claims.
    total += Math.max(size, originalSize);
    const bloated = originalSize > RATIO_MATTERS_FROM && originalSize > size * MAX_RATIO;
    if (entries > MAX_ENTRIES || total > MAX_TOTAL || bloated) throw new InputError('archive-too-large', { file });
    if (isUnsafe(name)) throw new InputError('damaged', { file, data: { part: name } });
    admitted.set(name, { size: originalSize, crc: listed?.crc });
    const isWanted = !name.endsWith('/') && wanted(name);
    if (isWanted && listed?.isEncrypted) throw new InputError('encrypted-document', { file });
    return isWanted;
  };
}

function isUnsafe(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');
}
