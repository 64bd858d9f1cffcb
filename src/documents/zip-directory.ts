/** What the directory of a zip archive says of its entries that the unpacker keeps to itself. */

export interface DirectoryEntry {
  /** Of the unpacked content. */
  readonly crc: number;
  readonly isEncrypted: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

/** The entries in order; fewer, or none, where the directory is damaged. */
export function zipDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => (at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : 0);
  const u16 = (at: number): number => (at >= 0 && at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  let end = bytes.length - 22;
  // A comment of at most 64 KB may follow.
  while (end >= 0 && u32(end) !== END && bytes.length - end <= 65_558) end -= 1;
  const far = u32(end - 20) === LOCATOR_64 ? u32(end - 12) : -1;
  const isLarge = far >= 0 && u32(far) === END_64;
  const count = isLarge ? u32(far + 32) : u16(end + 8);
  let at = isLarge ? u32(far + 48) : u32(end + 16);
  const entries: DirectoryEntry[] = [];
  while (entries.length < count && at + 46 <= bytes.length) {
    entries.push({ crc: u32(at + 16), isEncrypted: (u16(at + 8) & 1) === 1 });
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
  }
  return entries;
}
