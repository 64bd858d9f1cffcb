/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `text` takes the place of what stands in the range; '' drops it. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/**
 * Text that knows, for each of its UTF-16 units, where in the original it came from. Immutable: every operation
 * returns a new text over the same original.
 */
export class MappedText {
  readonly text: string;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** Where an empty range stands when there is no unit to ask. */
  readonly #fallback: number;

  private constructor(text: string, starts: Uint32Array, ends: Uint32Array, fallback: number) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
    this.#fallback = fallback;
  }

  static of(original: string): MappedText {
    const starts = new Uint32Array(original.length);
    const ends = new Uint32Array(original.length);
    for (let i = 0; i < original.length; i += 1) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new MappedText(original, starts, ends, 0);
  }

  get length(): number {
    return this.text.length;
  }

  /** The range of the original that shows where `[start, end)` came from. */
  origin(start: number, end: number): TextRange {
    this.#check(start, end);
    const from = this.#starts[start] ?? this.#ends[start - 1] ?? this.#fallback;
    return { start: from, end: end > start ? (this.#ends[end - 1] ?? from) : from };
  }

  slice(start: number, end: number = this.length): MappedText {
    this.#check(start, end);
    const fallback = this.#starts[start] ?? this.#ends[start - 1] ?? this.#fallback;
    const text = this.text.slice(start, end);
    return new MappedText(text, this.#starts.subarray(start, end), this.#ends.subarray(start, end), fallback);
  }

  /** Without the white space at both ends. */
  trim(): MappedText {
    const trimmed = this.text.trimStart();
    const start = this.length - trimmed.length;
    return this.slice(start, start + trimmed.trimEnd().length);
  }

  drop(ranges: readonly TextRange[]): MappedText {
    return this.replace(ranges.map(({ start, end }) => ({ start, end, text: '' })));
  }

  /** Applies edits, which must be in order and must not overlap. */
  replace(edits: readonly TextEdit[]): MappedText {
    if (edits.length === 0) return this;
    const length = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), this.length);
    const starts = new Uint32Array(Math.max(0, length));
    const ends = new Uint32Array(Math.max(0, length));
    const parts: string[] = [];
    let from = 0;
    let to = 0;
    const copy = (until: number): void => {
      parts.push(this.text.slice(from, until));
      starts.set(this.#starts.subarray(from, until), to);
      ends.set(this.#ends.subarray(from, until), to);
      to += until - from;
    };
    for (const { start, end, text } of edits) {
      if (start < from) throw new RangeError(`edits out of order at ${start}`);
      this.#check(start, end);
      copy(start);
      const place = this.origin(start, end);
      starts.fill(place.start, to, to + text.length);
      ends.fill(place.end, to, to + text.length);
      parts.push(text);
      to += text.length;
      from = end;
    }
    copy(this.length);
    return new MappedText(parts.join(''), starts, ends, this.origin(0, 0).start);
  }

  #check(start: number, end: number): void {
    if (!(start >= 0 && start <= end && end <= this.length)) throw new RangeError(`no range ${start}–${end}`);
  }
}
