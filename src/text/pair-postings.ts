/** In which of many texts a pair of characters stands. Emptied and filled again, it takes no room of its own each time. */
import { type Pair, PairTable } from './pairs.js';

/** More entries than this are not kept once they are no longer wanted. */
const MOST_KEPT = 1 << 17;
const FEWEST = 256;

export class PairPostings {
  #pairs = new PairTable(FEWEST);
  #filled = 0;
  #entries = 0;
  /** By number of the pair: its latest entry, and in how many texts it stands. */
  #last = new Int32Array(FEWEST);
  #counts = new Int32Array(FEWEST);
  /** By entry: the text, and the entry before it of the same pair (-1: none). */
  #texts = new Int32Array(FEWEST);
  #before = new Int32Array(FEWEST);
  /** By text. */
  #shared = new Uint8Array(FEWEST);

  clear(): void {
    this.#shared.fill(0);
    if (this.#texts.length > MOST_KEPT) {
      this.#pairs = new PairTable(FEWEST);
      this.#last = new Int32Array(FEWEST);
      this.#counts = new Int32Array(FEWEST);
      this.#texts = new Int32Array(FEWEST);
      this.#before = new Int32Array(FEWEST);
      this.#shared = new Uint8Array(FEWEST);
    } else this.#pairs.clear();
    this.#filled = 0;
    this.#entries = 0;
  }

  /** Texts are added one after the other, each with all its pairs. */
  add(pair: Pair, text: number): void {
    const number = this.#pairs.add(pair);
    if (number === this.#filled) {
      if (number === this.#last.length) {
        this.#last = grown(this.#last);
        this.#counts = grown(this.#counts);
      }
      this.#filled += 1;
      this.#last[number] = -1;
      this.#counts[number] = 0;
    }
    const last = this.#last[number] as number;
    if (last >= 0) {
      const before = this.#texts[last] as number;
      if (before === text) return;
      this.#setShared(before);
      this.#setShared(text);
    }
    const entry = this.#entries;
    if (entry === this.#texts.length) {
      this.#texts = grown(this.#texts);
      this.#before = grown(this.#before);
    }
    this.#texts[entry] = text;
    this.#before[entry] = last;
    this.#entries += 1;
    this.#last[number] = entry;
    this.#counts[number] = (this.#counts[number] as number) + 1;
  }

  /** Whether a text has any pair in common with another one. */
  isShared(text: number): boolean {
    return this.#shared[text] === 1;
  }

  count(pair: Pair): number {
    const number = this.#pairs.get(pair);
    return number < 0 ? 0 : (this.#counts[number] as number);
  }

  /** Sets 1 for each text that holds the pair. */
  mark(pair: Pair, marks: Uint8Array): void {
    for (let entry = this.#lastOf(pair); entry >= 0; entry = this.#before[entry] as number)
      marks[this.#texts[entry] as number] = 1;
  }

  /** Adds to the sum of each text that holds the pair and has not been seen in this round; then it has. */
  addTo(pair: Pair, sums: Float64Array, value: number, seen: Int32Array, round: number): void {
    for (let entry = this.#lastOf(pair); entry >= 0; entry = this.#before[entry] as number) {
      const text = this.#texts[entry] as number;
      if (seen[text] === round) continue;
      seen[text] = round;
      sums[text] = (sums[text] as number) + value;
    }
  }

  #setShared(text: number): void {
    if (text >= this.#shared.length) {
      const larger = new Uint8Array(Math.max(this.#shared.length, text) * 2);
      larger.set(this.#shared);
      this.#shared = larger;
    }
    this.#shared[text] = 1;
  }

  #lastOf(pair: Pair): number {
    const number = this.#pairs.get(pair);
    return number < 0 ? -1 : (this.#last[number] as number);
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
