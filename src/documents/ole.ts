/**
 * What an OLE compound file of old Office programs holds: sectors in chains, and a directory of streams. Source: [MS-CFB].
 * A chain that leads out of the file or in a circle ends with `damaged`.
 */
import { InputError } from '../errors.js';

export interface OleFile {
  /** The content of a stream in the root storage; undefined where there is none of that name. */
  stream(name: string): Uint8Array | undefined;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
const NAME = 64;
const LAST = 0xfffffffa;
const NO_STREAM = 0xffffffff;
const MINI_SECTOR = 64;
const STREAM = 2;
const ROOT = 5;
/** No document has more streams and storages. */
const MOST_ENTRIES = 100_000;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** @throws InputError `damaged` */
export function openOle(bytes: Uint8Array, file: string): OleFile {
  try {
    const compound = new Compound(bytes);
    return { stream: (name) => guarded(file, () => compound.stream(name)) };
  } catch (cause) {
    throw new InputError('damaged', { file, cause });
  }
}

function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new InputError('damaged', { file, cause });
  }
}

class Compound {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  /** The sector behind each sector of a chain. */
  readonly #next: readonly number[];
  readonly #entries: readonly Entry[];
  readonly #miniFrom: number;
  #mini: { readonly next: readonly number[]; readonly content: Uint8Array } | undefined;

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER || MAGIC.some((byte, index) => bytes[index] !== byte))
      throw new RangeError('The file has no header.');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new RangeError('Sectors are of no known size.');
    this.#sector = 1 << shift;
    this.#next = this.#allocation();
    this.#miniFrom = this.#view.getUint32(56, true);
    this.#entries = this.#directory(this.#chain(this.#view.getUint32(48, true)));
    if (this.#entries[0]?.type !== ROOT) throw new RangeError('The directory has no root.');
  }

  stream(name: string): Uint8Array | undefined {
    const key = name.toLowerCase();
    const entry = this.#children().find((one) => one.type === STREAM && one.name.toLowerCase() === key);
    if (!entry) return undefined;
    const content = entry.size < this.#miniFrom ? this.#miniStream(entry) : this.#chain(entry.start);
    return content.slice(0, entry.size);
  }

  /** The entries of the root storage: a tree of siblings. */
  #children(): Entry[] {
    const found: Entry[] = [];
    const seen = new Set<number>();
    const waiting = [this.#entries[0]?.child ?? NO_STREAM];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const entry = this.#entries[at];
      if (!entry || seen.has(at)) continue;
      seen.add(at);
      found.push(entry);
      waiting.push(entry.left, entry.right);
    }
    return found;
  }

  #offset(sector: number): number {
    return (sector + 1) * this.#sector;
  }

  /** Which sectors hold the table of chains, and that table. */
  #allocation(): number[] {
    const perSector = this.#sector / 4;
    const most = Math.ceil(this.#bytes.length / this.#sector);
    const sectors: number[] = [];
    for (let index = 0; index < 109; index += 1) sectors.push(this.#view.getUint32(76 + index * 4, true));
    let more = this.#view.getUint32(68, true);
    for (let count = 0; more < LAST; count += 1) {
      if (count > most) throw new RangeError('The table of chains leads in a circle.');
      const from = this.#offset(more);
      for (let index = 0; index < perSector - 1; index += 1) sectors.push(this.#view.getUint32(from + index * 4, true));
      more = this.#view.getUint32(from + (perSector - 1) * 4, true);
    }
    const next: number[] = [];
    for (const sector of sectors.filter((one) => one < LAST).slice(0, most)) {
      const from = this.#offset(sector);
      // The last sector may be cut off where nothing stands in it.
      for (let index = 0; index < perSector && from + index * 4 + 4 <= this.#bytes.length; index += 1)
        next.push(this.#view.getUint32(from + index * 4, true));
    }
    return next;
  }

  /** The bytes of a chain of sectors. */
  #chain(start: number): Uint8Array {
    const sectors = follow(start, this.#next);
    const content = new Uint8Array(sectors.length * this.#sector);
    for (const [index, sector] of sectors.entries()) {
      const from = this.#offset(sector);
      if (from >= this.#bytes.length) throw new RangeError('A sector lies behind the end of the file.');
      content.set(this.#bytes.subarray(from, from + this.#sector), index * this.#sector);
    }
    return content;
  }

  /** Short streams lie in pieces of 64 bytes inside the stream of the root. */
  #miniStream({ start, size }: Entry): Uint8Array {
    this.#mini ??= {
      next: numbersOf(this.#chain(this.#view.getUint32(60, true))),
      content: this.#chain(this.#entries[0]?.start ?? LAST),
    };
    const { next, content } = this.#mini;
    const pieces = size === 0 ? [] : follow(start, next);
    const stream = new Uint8Array(pieces.length * MINI_SECTOR);
    for (const [index, piece] of pieces.entries())
      stream.set(content.subarray(piece * MINI_SECTOR, (piece + 1) * MINI_SECTOR), index * MINI_SECTOR);
    return stream;
  }

  #directory(content: Uint8Array): Entry[] {
    const view = new DataView(content.buffer);
    const decoder = new TextDecoder('utf-16le');
    const count = Math.min(MOST_ENTRIES, Math.floor(content.length / ENTRY));
    return Array.from({ length: count }, (_, index) => {
      const at = index * ENTRY;
      const length = Math.min(NAME, Math.max(0, view.getUint16(at + NAME, true) - 2));
      return {
        name: decoder.decode(content.subarray(at, at + length)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      };
    });
  }
}

/** The members of a chain, from its first to its end. */
function follow(start: number, next: readonly number[]): number[] {
  const members: number[] = [];
  for (let at = start; at < LAST; at = next[at] as number) {
    if (at >= next.length || members.length > next.length) throw new RangeError('A chain of sectors has no end.');
    members.push(at);
  }
  return members;
}

function numbersOf(content: Uint8Array): number[] {
  const view = new DataView(content.buffer);
  return Array.from({ length: content.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}
