/** The streams of a .doc file: where its text stands, and which properties go with it ([MS-DOC]). */
import { Bytes } from './bytes.js';

/** A run of text: characters from `start` to `end`, at `offset` in the main stream, one or two bytes each. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly size: 1 | 2;
}

/** Properties of the bytes from `from` to `to` of the main stream. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly list: Uint8Array;
}

/** Indexes of the pairs of offset and length in the file's head. */
const PAIRS = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, overrides: 74 } as const;
const PAGE = 512;
/** No document of an office has more characters. */
const MAX_TEXT = 20_000_000;

export class WordFile {
  readonly main: Bytes;
  readonly table: Bytes;
  /** How many characters the body has; notes, headers and comments stand behind it. */
  readonly bodyLength: number;
  readonly #pieces: readonly Piece[];

  constructor(main: Uint8Array, table: Uint8Array) {
    this.main = new Bytes(main);
    this.table = new Bytes(table);
    this.bodyLength = Math.min(MAX_TEXT, Math.max(0, this.main.i32(0x4c)));
    this.#pieces = this.#readPieces();
  }

  /** Offset and length in the table stream. */
  pair(name: keyof typeof PAIRS): { at: number; length: number } {
    const at = 0x9a + 8 * PAIRS[name];
    return { at: this.main.u32(at), length: this.main.u32(at + 4) };
  }

  /** Each piece of the body with the place of its first byte. */
  *body(): Generator<{ text: string; offset: number; size: 1 | 2 }> {
    for (const { start, end, offset, size } of this.#pieces) {
      const length = Math.min(end, this.bodyLength) - start;
      if (length <= 0) continue;
      const bytes = this.main.slice(offset, length * size);
      yield { text: DECODERS[size].decode(bytes), offset, size };
    }
  }

  paragraphRuns(): PropertyRun[] {
    return this.#runs('paragraphs');
  }

  characterRuns(): PropertyRun[] {
    return this.#runs('characters');
  }

  #readPieces(): Piece[] {
    const { at: from, length } = this.pair('pieces');
    const end = from + length;
    let at = from;
    // Property lists stand before the table of pieces.
    while (at < end && this.table.u8(at) === 1) at += 3 + this.table.u16(at + 1);
    if (at >= end || this.table.u8(at) !== 2) throw new RangeError('no pieces');
    const size = this.table.u32(at + 1);
    const count = Math.floor((size - 4) / 12);
    const base = at + 5;
    return Array.from({ length: Math.max(0, Math.min(count, length)) }, (_, index): Piece => {
      const position = this.table.u32(base + 4 * (count + 1) + 8 * index + 2);
      const isCompressed = (position & 0x40000000) !== 0;
      const offset = position & 0x3fffffff;
      return {
        start: this.table.u32(base + 4 * index),
        end: this.table.u32(base + 4 * (index + 1)),
        offset: isCompressed ? offset / 2 : offset,
        size: isCompressed ? 1 : 2,
      };
    });
  }

  /** The pages of properties that a table of pages names, in order of their text. */
  #runs(name: 'paragraphs' | 'characters'): PropertyRun[] {
    const { at, length } = this.pair(name);
    const count = Math.floor((length - 4) / 8);
    const runs: PropertyRun[] = [];
    for (let index = 0; index < count; index += 1) {
      const page = (this.table.u32(at + 4 * (count + 1) + 4 * index) & 0x3fffff) * PAGE;
      runs.push(...this.#page(page, name));
    }
    return runs.sort((a, b) => a.from - b.from);
  }

  #page(page: number, name: 'paragraphs' | 'characters'): PropertyRun[] {
    const bytes = new Bytes(this.main.slice(page, PAGE));
    const count = bytes.u8(PAGE - 1);
    const entry = name === 'paragraphs' ? 13 : 1;
    return Array.from({ length: count }, (_, index): PropertyRun => {
      const [from, to] = [bytes.u32(4 * index), bytes.u32(4 * (index + 1))];
      const at = 2 * bytes.u8(4 * (count + 1) + entry * index);
      return {
        from,
        to,
        ...(at === 0 ? NOTHING : name === 'paragraphs' ? paragraphAt(bytes, at) : charactersAt(bytes, at)),
      };
    });
  }
}

const NOTHING = { style: 0, list: new Uint8Array() };
const DECODERS = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') } as const;

function paragraphAt(bytes: Bytes, at: number): Pick<PropertyRun, 'style' | 'list'> {
  const words = bytes.u8(at);
  const [start, length] = words === 0 ? [at + 2, 2 * bytes.u8(at + 1)] : [at + 1, 2 * words - 1];
  if (length < 2) return NOTHING;
  return { style: bytes.u16(start), list: bytes.slice(start + 2, Math.min(length - 2, PAGE - start - 2)) };
}

function charactersAt(bytes: Bytes, at: number): Pick<PropertyRun, 'style' | 'list'> {
  return { style: 0, list: bytes.slice(at + 1, Math.min(bytes.u8(at), PAGE - at - 1)) };
}
