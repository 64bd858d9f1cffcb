/**
 * Pairs of neighbouring characters as numbers: two UTF-16 codes in 32 bits. A character alone is its own code; 0 is no
 * pair at all. Numbers are compared and looked up without a text being cut or hashed.
 */
import { codeAt } from './code-at.js';
export type Pair = number;

export const NO_PAIR: Pair = 0;

/** The pair that begins at `at`; the last character alone. */
export function pairAt(text: string, at: number): Pair {
  return at + 1 < text.length ? pairOf(codeAt(text, at), codeAt(text, at + 1)) : codeAt(text, at);
}

/** The pair of two characters, by their codes. */
export function pairOf(first: number, second: number): Pair {
  return (first << 16) | second;
}

/** The pairs of one word; a word of one character is itself. */
export function pairsOf(word: string): Pair[] {
  const { length } = word;
  if (length < 2) return length === 0 ? [] : [codeAt(word, 0)];
  const pairs: Pair[] = [];
  let before = codeAt(word, 0);
  for (let at = 1; at < length; at += 1) {
    const code = codeAt(word, at);
    pairs.push(pairOf(before, code));
    before = code;
  }
  return pairs;
}

const MOST_NUMBERS = 0x3fffffff;

/** Numbers the pairs that it is given, 0 up: a hashed table that grows as it fills. */
export class PairTable {
  /**
   * Two in a row for each slot, so that a look finds both in one place: the pair, and `#base` + its number + 1. The second
   * is `#base` or less where the slot is free.
   */
  #slots: Int32Array;
  #mask: number;
  #size = 0;
  /** Past all numbers that were given before the table was emptied. */
  #base = 0;

  constructor(expected = 16) {
    let slots = 16;
    while (slots < expected * 2) slots *= 2;
    this.#slots = new Int32Array(slots * 2);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The number of a pair, -1 where it has none. */
  get(pair: Pair): number {
    const known = this.#slots[this.#slot(pair) + 1]!;
    return known > this.#base ? known - this.#base - 1 : -1;
  }

  clear(): void {
    this.#base += this.#size;
    this.#size = 0;
    if (this.#base < MOST_NUMBERS) return;
    this.#slots.fill(0);
    this.#base = 0;
  }

  /** The number of a pair, a new one where it has none. */
  add(pair: Pair): number {
    let slot = this.#slot(pair);
    const known = this.#slots[slot + 1]!;
    if (known > this.#base) return known - this.#base - 1;
    if (this.#size * 2 > this.#mask) {
      this.#grow();
      slot = this.#slot(pair);
    }
    this.#size += 1;
    this.#slots[slot] = pair;
    this.#slots[slot + 1] = this.#base + this.#size;
    return this.#size - 1;
  }

  /** Where the pair stands, or the free place for it. */
  #slot(pair: Pair): number {
    const slots = this.#slots;
    let slot = (mixed(pair) & this.#mask) << 1;
    while (slots[slot + 1]! > this.#base && slots[slot] !== pair) slot = (slot + 2) & (this.#mask * 2 + 1);
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = old.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1]! <= this.#base) continue;
      const slot = this.#slot(old[from]!);
      this.#slots[slot] = old[from]!;
      this.#slots[slot + 1] = old[from + 1]!;
    }
  }
}

/** Which pairs were met: emptied and used again, so that a short text costs no table. */
export class PairSet {
  /** Two in a row for each slot: the pair, and the round in which it was met; of an earlier round it is free. */
  #slots = new Int32Array(1024);
  #round = 1;
  #size = 0;

  clear(): void {
    this.#size = 0;
    this.#round += 1;
    if (this.#round < MOST_NUMBERS) return;
    this.#slots.fill(0);
    this.#round = 1;
  }

  has(pair: Pair): boolean {
    return this.#slots[this.#slot(pair) + 1] === this.#round;
  }

  /** Whether the pair is new. */
  add(pair: Pair): boolean {
    let slot = this.#slot(pair);
    if (this.#slots[slot + 1] === this.#round) return false;
    if (this.#size * 4 >= this.#slots.length) {
      this.#grow();
      slot = this.#slot(pair);
    }
    this.#slots[slot] = pair;
    this.#slots[slot + 1] = this.#round;
    this.#size += 1;
    return true;
  }

  #slot(pair: Pair): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (mixed(pair) << 1) & mask;
    while (slots[slot + 1] === this.#round && slots[slot] !== pair) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] !== this.#round) continue;
      const slot = this.#slot(old[from]!);
      this.#slots[slot] = old[from]!;
      this.#slots[slot + 1] = this.#round;
    }
  }
}

function mixed(pair: Pair): number {
  const spread = Math.imul(pair, 0x9e3779b1);
  return spread ^ (spread >>> 15);
}
