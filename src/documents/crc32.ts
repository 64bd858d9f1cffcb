/** The checksum of zip archives (ISO 3309), four bytes at a time: about as fast as the archive is unpacked. */

let tables: readonly Uint32Array[] | undefined;

function crcTables(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const all = [first];
  for (let index = 1; index < 4; index += 1) {
    const before = all[index - 1] as Uint32Array;
    all.push(before.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] as number)));
  }
  return all;
}

export function crc32(bytes: Uint8Array): number {
  const [a, b, c, d] = (tables ??= crcTables()) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const whole = bytes.length & ~3;
  let crc = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = d[crc & 0xff]! ^ c[(crc >>> 8) & 0xff]! ^ b[(crc >>> 16) & 0xff]! ^ a[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ a[(crc ^ bytes[at]!) & 0xff]!;
  return (crc ^ -1) >>> 0;
}
