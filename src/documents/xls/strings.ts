/** Texts in BIFF8 records: one or two bytes a character, parted over records where they are long. */
import { InputError } from '../../errors.js';

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/** Reads on from record to record, as a text that is parted over them needs it. */
export class PartedReader {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly DataView[]) {
    this.#parts = parts;
  }

  get isAtEnd(): boolean {
    return this.#part >= this.#parts.length - 1 && this.#at >= (this.#parts.at(-1)?.byteLength ?? 0);
  }

  uint8(): number {
    return this.#view(1).getUint8(this.#moved(1));
  }

  uint16(): number {
    return this.#view(2).getUint16(this.#moved(2), true);
  }

  uint32(): number {
    return this.#view(4).getUint32(this.#moved(4), true);
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      const step = Math.min(left, this.#view(1).byteLength - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A text with its count of characters before it, runs of formats and phonetic guides behind it. */
  richText(): string {
    const count = this.uint16();
    const flags = this.uint8();
    const runs = (flags & RICH) > 0 ? this.uint16() : 0;
    const extension = (flags & EXTENDED) > 0 ? this.uint32() : 0;
    const text = this.characters(count, (flags & WIDE) > 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  /** Each record that goes on with a text begins by saying how wide its characters are. */
  characters(count: number, isWide: boolean): string {
    const pieces: string[] = [];
    let wide = isWide;
    let left = count;
    while (left > 0) {
      const view = this.#parts[this.#part];
      if (!view) throw new InputError('damaged');
      const size = wide ? 2 : 1;
      const fitting = Math.min(left, Math.floor((view.byteLength - this.#at) / size));
      if (fitting > 0) {
        pieces.push(decode(view, this.#at, fitting, wide));
        this.#at += fitting * size;
        left -= fitting;
        continue;
      }
      this.#next();
      wide = (this.uint8() & WIDE) > 0;
    }
    return pieces.join('');
  }

  #view(bytes: number): DataView {
    while (this.#at + bytes > (this.#parts[this.#part]?.byteLength ?? Number.POSITIVE_INFINITY)) this.#next();
    const view = this.#parts[this.#part];
    if (!view) throw new InputError('damaged');
    return view;
  }

  #next(): void {
    this.#part += 1;
    this.#at = 0;
    if (this.#part >= this.#parts.length) throw new InputError('damaged');
  }

  #moved(bytes: number): number {
    this.#at += bytes;
    return this.#at - bytes;
  }
}

const UTF16 = new TextDecoder('utf-16le');
const LATIN = new TextDecoder('latin1');

function decode({ buffer, byteOffset }: DataView, at: number, count: number, isWide: boolean): string {
  const bytes = new Uint8Array(buffer, byteOffset + at, count * (isWide ? 2 : 1));
  return (isWide ? UTF16 : LATIN).decode(bytes);
}

/** The shared strings of a workbook: an SST record with those that go on with it. */
export function sharedStrings(parts: readonly DataView[]): string[] {
  const reader = new PartedReader(parts);
  reader.skip(4);
  const count = reader.uint32();
  const strings: string[] = [];
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.richText());
  return strings;
}

/** A text inside one record or parted over several. */
export function textAt(parts: readonly DataView[], offset: number): string {
  const reader = new PartedReader(parts);
  reader.skip(offset);
  return reader.richText();
}

/** The name of a sheet: a count of one byte. */
export function shortText(part: DataView, offset: number): string {
  const reader = new PartedReader([part]);
  reader.skip(offset);
  const count = reader.uint8();
  return reader.characters(count, (reader.uint8() & WIDE) > 0);
}

/** The name in a record of names; built-in ones are a single character. */
export function nameText(part: DataView): string {
  const reader = new PartedReader([part]);
  reader.skip(14);
  const isWide = (reader.uint8() & WIDE) > 0;
  return reader.characters(part.getUint8(3), isWide);
}
