/**
 * Pairs of neighbouring characters as numbers: two UTF-16 codes in 32 bits. A character alone is its own code; 0 is no
 * pair at all. Numbers are compared and looked up without a text being cut or hashed.
 */
export type Pair = number;

export const NO_PAIR: Pair = 0;

/** The pair that begins at `at`; the last character alone. */
export function pairAt(text: string, at: number): Pair {
  return at + 1 < text.length ? (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1) : text.charCodeAt(at);
}

/** The pairs of one word; a word of one character is itself. */
export function pairsOf(word: string): Pair[] {
  if (word.length < 2) return word === '' ? [] : [pairAt(word, 0)];
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < word.length; at += 1) pairs.push(pairAt(word, at));
  return pairs;
}

const MOST_NUMBERS = 0x3fffffff;

/** Numbers the pairs that it is given, 0 up: a hashed table of typed arrays that grows as it fills. */
export class PairTable {
  #keys: Int32Array;
  /** `#base` + number + 1; `#base` and less where the slot is free. */
  #numbers: Int32Array;
  #mask: number;
  #size = 0;
  /** Past all numbers that were given before the table was emptied. */
  #base = 0;

  constructor(expected = 16) {
    let slots = 16;
    while (slots < expected * 2) slots *= 2;
    this.#keys = new Int32Array(slots);
    this.#numbers = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The number of a pair, -1 where it has none. */
  get(pair: Pair): number {
    const known = this.#numbers[this.#slot(pair)] as number;
    return known > this.#base ? known - this.#base - 1 : -1;
  }

  clear(): void {
    this.#base += this.#size;
    this.#size = 0;
    if (this.#base < MOST_NUMBERS) return;
    this.#numbers.fill(0);
    this.#base = 0;
  }

  /** The number of a pair, a new one where it has none. */
  add(pair: Pair): number {
    let slot = this.#slot(pair);
    const known = this.#numbers[slot] as number;
    if (known > this.#base) return known - this.#base - 1;
    if (this.#size * 2 > this.#mask) {
      this.#grow();
      slot = this.#slot(pair);
    }
    this.#keys[slot] = pair;
    this.#size += 1;
    this.#numbers[slot] = this.#base + this.#size;
    return this.#size - 1;
  }

  #slot(pair: Pair): number {
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while ((this.#numbers[slot] as number) > this.#base && this.#keys[slot] !== pair) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Int32Array(keys.length * 2);
    this.#numbers = new Int32Array(keys.length * 2);
    this.#mask = keys.length * 2 - 1;
    for (let old = 0; old < keys.length; old += 1) {
      if ((numbers[old] as number) <= this.#base) continue;
      const slot = this.#slot(keys[old] as number);
      this.#keys[slot] = keys[old] as number;
      this.#numbers[slot] = numbers[old] as number;
    }
  }
}

/** Which pairs were met: emptied and used again, so that a short text costs no table. */
export class PairSet {
  #keys = new Int32Array(512);
  /** The round in which the slot was filled; of an earlier round it is free. */
  #rounds = new Uint32Array(512);
  #round = 1;
  #size = 0;

  clear(): void {
    this.#size = 0;
    this.#round += 1;
    if (this.#round < 0xffffffff) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  has(pair: Pair): boolean {
    return this.#rounds[this.#slot(pair)] === this.#round;
  }

  /** Whether the pair is new. */
  add(pair: Pair): boolean {
    let slot = this.#slot(pair);
    if (this.#rounds[slot] === this.#round) return false;
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow();
      slot = this.#slot(pair);
    }
    this.#keys[slot] = pair;
    this.#rounds[slot] = this.#round;
    this.#size += 1;
    return true;
  }

  #slot(pair: Pair): number {
    const mask = this.#keys.length - 1;
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#rounds[slot] === this.#round && this.#keys[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const kept = this.#keys.filter((_, slot) => this.#rounds[slot] === this.#round);
    this.#keys = new Int32Array(this.#keys.length * 2);
    this.#rounds = new Uint32Array(this.#keys.length);
    for (const pair of kept) {
      const slot = this.#slot(pair);
      this.#keys[slot] = pair;
      this.#rounds[slot] = this.#round;
    }
  }
}
