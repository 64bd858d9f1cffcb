/** In which of many texts a pair of characters stands. */
import { type Pair, PairTable } from './pairs.js';

export class PairPostings {
  readonly #pairs: PairTable;
  /** By number of the pair: its latest entry, and in how many texts it stands. */
  readonly #last: number[] = [];
  readonly #counts: number[] = [];
  /** By entry: the text, and the entry before it of the same pair (-1: none). */
  readonly #texts: number[] = [];
  readonly #before: number[] = [];

  /** `expected` pairs find place without growing. */
  constructor(expected: number) {
    this.#pairs = new PairTable(expected);
  }

  /** Texts are added one after the other, each with all its pairs. */
  add(pair: Pair, text: number): void {
    const number = this.#pairs.add(pair);
    if (number === this.#last.length) {
      this.#last.push(-1);
      this.#counts.push(0);
    }
    const last = this.#last[number] as number;
    if (last >= 0 && this.#texts[last] === text) return;
    this.#last[number] = this.#texts.push(text) - 1;
    this.#before.push(last);
    this.#counts[number] = (this.#counts[number] as number) + 1;
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

  #lastOf(pair: Pair): number {
    const number = this.#pairs.get(pair);
    return number < 0 ? -1 : (this.#last[number] as number);
  }
}
