/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `text` takes the place of what stands in the range; '' drops it. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** Where each unit came from, first all the starts, then all the ends; text as it was given needs none. */
type Places = Uint32Array;

/**
 * Text that knows, for each of its UTF-16 units, where in the original it came from. Immutable: every operation
 * returns a new text over the same original.
 */
export class MappedText {
  readonly text: string;
  readonly #places: Places | undefined;
  /** Index of the first unit in the places, which slices share; in the original where there are none. */
  readonly #base: number;
  /** Where an empty range stands when there is no unit to ask. */
  readonly #fallback: number;

  private constructor(text: string, places: Places | undefined, base: number, fallback: number) {
    this.text = text;
    this.#places = places;
    this.#base = base;
    this.#fallback = fallback;
  }

  static of(original: string): MappedText {
    return new MappedText(original, undefined, 0, 0);
  }

  get length(): number {
    return this.text.length;
  }

  /** The range of the original that shows where `[start, end)` came from. */
  origin(start: number, end: number): TextRange {
    this.#check(start, end);
    const from = this.#placeOf(start);
    return { start: from, end: end > start ? this.#endOf(end - 1) : from };
  }

  slice(start: number, end: number = this.length): MappedText {
    this.#check(start, end);
    return new MappedText(this.text.slice(start, end), this.#places, this.#base + start, this.#placeOf(start));
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
    let { length } = this;
    for (const { start, end, text } of edits) length += text.length - (end - start);
    length = Math.max(0, length);
    const places = new Uint32Array(2 * length);
    const known = this.#places;
    const base = this.#base;
    const half = known ? known.length >> 1 : 0;
    let replaced = '';
    let from = 0;
    let to = 0;
    const copy = (until: number): void => {
      replaced += this.text.slice(from, until);
      for (let at = base + from; at < base + until; at += 1, to += 1) {
        places[to] = known ? (known[at] as number) : at;
        places[length + to] = known ? (known[half + at] as number) : at + 1;
      }
    };
    for (const { start, end, text } of edits) {
      if (start < from) throw new RangeError(`edits out of order at ${start}`);
      this.#check(start, end);
      copy(start);
      const place = this.origin(start, end);
      for (const stop = to + text.length; to < stop; to += 1) {
        places[to] = place.start;
        places[length + to] = place.end;
      }
      replaced += text;
      from = end;
    }
    copy(this.length);
    return new MappedText(replaced, places, 0, this.#placeOf(0));
  }

  /** Where a range begins in the original that begins at `start`: behind the last unit where there is none to begin it. */
  #placeOf(start: number): number {
    if (start < this.length) return this.#startOf(start);
    return start > 0 ? this.#endOf(start - 1) : this.#fallback;
  }

  #startOf(index: number): number {
    const at = this.#base + index;
    return this.#places ? (this.#places[at] as number) : at;
  }

  #endOf(index: number): number {
    const at = this.#base + index;
    return this.#places ? (this.#places[(this.#places.length >> 1) + at] as number) : at + 1;
  }

  #check(start: number, end: number): void {
    if (!(start >= 0 && start <= end && end <= this.length)) throw new RangeError(`no range ${start}–${end}`);
  }
}
