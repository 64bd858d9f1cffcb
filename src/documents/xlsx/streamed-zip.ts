/** A zip archive that is written part by part, none of which is ever held whole. */
import { once } from 'node:events';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

interface Part {
  readonly name: Uint8Array;
  readonly start: number;
  crc: number;
  size: number;
  packed: number;
}

/** XML of sheets shrinks to a tenth at any level; the fastest will do. */
const LEVEL = 1;
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
  #open: { part: Part; stream: DeflateRaw; ended: Promise<unknown> } | undefined;
  #fault: unknown;

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
    const stream = createDeflateRaw({ level: LEVEL });
    stream.on('data', (bytes: Buffer) => {
      part.packed += bytes.length;
      try {
        this.#put(bytes);
      } catch (error) {
        // Told by the next call: nobody listens here.
        this.#fault ??= error;
      }
    });
    this.#open = { part, stream, ended: once(stream, 'end') };
  }

  /** More of the part that is open. Waits where it comes faster than it is packed. Throws what `write` of the file has thrown. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#fault !== undefined) throw this.#fault;
    const { part, stream } = this.#opened();
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    if (!stream.write(bytes)) await once(stream, 'drain');
  }

  async endPart(): Promise<void> {
    const { part, stream, ended } = this.#opened();
    stream.end();
    await ended;
    if (this.#fault !== undefined) throw this.#fault;
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(DESCRIPTOR, 0);
    writeSizes(tail, 4, part);
    this.#put(tail);
    this.#open = undefined;
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

  #opened() {
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
