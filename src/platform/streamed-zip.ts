/** A zip archive that is written part by part, none of which is ever held whole. */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflated = promisify(deflateRaw);

interface Part {
  readonly name: Uint8Array;
  readonly start: number;
  crc: number;
  size: number;
  packed: number;
}

/** XML of sheets shrinks to a tenth at any level; the fastest will do. */
const LEVEL = 1;
/** Bytes that are packed at once. */
const BLOCK = 1 << 19;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes stand behind the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 2000 at noon, the same everywhere. */
const TIME = 12 << 11;
const DATE = (20 << 9) | (1 << 5) | 1;

export class StreamedZip {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #parts: Part[] = [];
  #at = 0;
  #open: Part | undefined;
  #held: Uint8Array[] = [];
  #size = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    this.beginPart(name);
    await this.write(bytes);
    await this.endPart();
  }

  beginPart(name: string): void {
    const part: Part = { name: new TextEncoder().encode(name), start: this.#at, crc: 0, size: 0, packed: 0 };
    this.#parts.push(part);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    writeFacts(head, 4);
    head.writeUInt16LE(part.name.length, 26);
    this.#put(head);
    this.#put(part.name);
    this.#open = part;
  }

  /** More of the part that is open; one call at a time. Throws what `write` of the file throws. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= BLOCK) await this.#pack(constants.Z_SYNC_FLUSH);
  }

  async endPart(): Promise<void> {
    await this.#pack(constants.Z_FINISH);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(DESCRIPTOR, 0);
    writeSizes(tail, 4, this.#opened());
    this.#put(tail);
    this.#open = undefined;
  }

  /**
   * Blocks are packed each by itself, beside the thread that calls, and stand behind each other: what comes out depends on
   * nothing but what goes in. A flush ends a block at the end of a byte.
   */
  async #pack(finishFlush: number): Promise<void> {
    const part = this.#opened();
    const block = Buffer.concat(this.#held);
    [this.#held, this.#size] = [[], 0];
    // Of no bytes at all zlib makes 0, whatever was before.
    if (block.length > 0) part.crc = crc32(block, part.crc);
    part.size += block.length;
    const packed = await deflated(block, { level: LEVEL, finishFlush });
    part.packed += packed.length;
    this.#put(packed);
  }

  finish(): void {
    const start = this.#at;
    for (const part of this.#parts) {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(CENTRAL, 0);
      entry.writeUInt16LE(VERSION, 4);
      writeFacts(entry, 6);
      writeSizes(entry, 16, part);
      entry.writeUInt16LE(part.name.length, 28);
      entry.writeUInt32LE(part.start, 42);
      this.#put(entry);
      this.#put(part.name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(this.#at - start, 12);
    end.writeUInt32LE(start, 16);
    this.#put(end);
  }

  #put(bytes: Uint8Array): void {
    this.#write(bytes);
    this.#at += bytes.length;
  }

  #opened(): Part {
    if (!this.#open) throw new Error('no part is open');
    return this.#open;
  }
}

function writeFacts(target: Buffer, at: number): void {
  target.writeUInt16LE(VERSION, at);
  target.writeUInt16LE(FLAGS, at + 2);
  target.writeUInt16LE(DEFLATED, at + 4);
  target.writeUInt16LE(TIME, at + 6);
  target.writeUInt16LE(DATE, at + 8);
}

function writeSizes(target: Buffer, at: number, { crc, size, packed }: Part): void {
  target.writeUInt32LE(crc, at);
  target.writeUInt32LE(packed, at + 4);
  target.writeUInt32LE(size, at + 8);
}
