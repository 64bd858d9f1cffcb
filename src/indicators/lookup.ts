/** Longest-match look-ups over word lists; each is built once and asked many times. */
import { codeAt } from '../text/code-at.js';

interface Hit<T> {
  readonly word: string;
  readonly value: T;
}

export class PrefixIndex<T> {
  readonly #given: readonly (readonly [string, T])[];
  // Each is built when it is first asked for: a short run asks few of a hundred lists.
  #entries: ReadonlyMap<string, Hit<T>> | undefined;
  #forward: Trie<Hit<T>> | undefined;
  /** Words from their last character on. */
  #backward: Trie<Hit<T>> | undefined;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#given = Array.from(entries);
  }

  /** What words begin with, as UTF-16 codes. */
  starts(): Iterable<number> {
    return new Set(Array.from(this.#words().keys(), (word) => codeAt(word, 0)));
  }

  /** The longest word that begins at `start`. */
  at(whole: string, start: number): { word: string; value: T } | undefined {
    if (whole === laidOut) return this.here(start);
    const forward = this.#forward ?? this.#forwards();
    if (start < 0 || start >= whole.length || !forward.begins(codeAt(whole, start))) return undefined;
    const length = Math.min(near.length, whole.length - start);
    for (let at = 0; at < length; at += 1) near[at] = codeAt(whole, start + at);
    return forward.longest(near, 0, length);
  }

  /** The longest word that begins at `start` of the text that was spelled last. */
  here(start: number): { word: string; value: T } | undefined {
    if (start < 0 || start >= laidOutLength) return undefined;
    const forward = this.#forward ?? this.#forwards();
    return forward.begins(codes[start]!) ? forward.longest(codes, start, laidOutLength) : undefined;
  }

  /** The longest word that the text ends with. */
  atEnd(whole: string): { word: string; value: T } | undefined {
    this.#backward ??= new Trie(this.#words().values(), (word) => backwards(word));
    const last = whole.length - 1;
    if (last < 0 || !this.#backward.begins(codeAt(whole, last))) return undefined;
    const length = Math.min(near.length, last + 1);
    for (let at = 0; at < length; at += 1) near[at] = codeAt(whole, last - at);
    return this.#backward.longest(near, 0, length);
  }

  get(word: string): T | undefined {
    return this.#words().get(word)?.value;
  }

  /** The first word anywhere in the text. */
  find(whole: string): { word: string; value: T; start: number } | undefined {
    const forward = this.#forward ?? this.#forwards();
    spell(whole);
    const length = laidOutLength;
    for (let start = 0; start < length; start += 1) {
      if (!forward.begins(codes[start]!)) continue;
      const hit = forward.longest(codes, start, length);
      if (hit) return { word: hit.word, value: hit.value, start };
    }
    return undefined;
  }

  #forwards(): Trie<Hit<T>> {
    this.#forward = new Trie(this.#words().values(), (word) => word);
    return this.#forward;
  }

  #words(): ReadonlyMap<string, Hit<T>> {
    if (this.#entries) return this.#entries;
    const entries = new Map<string, Hit<T>>();
    for (const [word, value] of this.#given) if (word !== '') entries.set(word, { word, value });
    this.#entries = entries;
    return entries;
  }
}

/**
 * Words character by character. All steps lie in one hashed table: a look-up walks, it cuts no text and follows no chain
 * of maps. A character that begins no word is told by one bit.
 */
class Trie<Value extends { readonly word: string }> {
  /** One bit for each character that begins words, by its number. */
  readonly #begins: Uint32Array;
  readonly #mask: number;
  /** Three in a row for each step: from a node (-1: none here), by a character, to a node. */
  readonly #steps: Int32Array;
  /** What ends at a node. */
  readonly #ends: (Value | undefined)[] = [undefined];

  constructor(values: Iterable<Value>, turn: (word: string) => string) {
    const spelled = Array.from(values, (value) => [turn(value.word), value] as const);
    let size = 8;
    const steps = spelled.reduce((sum, [word]) => sum + word.length, 0);
    while (size < steps * 2) size *= 2;
    this.#mask = size - 1;
    this.#steps = new Int32Array(size * 3).fill(-1);
    const firsts = spelled.map(([word]) => numbered(codeAt(word, 0)));
    this.#begins = new Uint32Array((Math.max(0, ...firsts) >>> 5) + 1);
    for (const first of firsts) this.#begins[first >>> 5]! |= 1 << (first & 31);
    for (const [word, value] of spelled) this.#add(word, value);
  }

  begins(code: number): boolean {
    const number = numbers[code]!;
    const word = number >>> 5;
    return word < this.#begins.length && ((this.#begins[word]! >>> (number & 31)) & 1) === 1;
  }

  /** The longest word that begins at `from`, of characters that end before `to`. */
  longest(codes: Uint16Array, from: number, to: number): Value | undefined {
    let node = 0;
    let found: Value | undefined;
    for (let at = from; at < to; at += 1) {
      const slot = this.#slot(node, codes[at]!);
      if (this.#steps[slot] !== node) break;
      node = this.#steps[slot + 2]!;
      found = this.#ends[node] ?? found;
    }
    return found;
  }

  /** Where the step stands, or the free place for it. */
  #slot(node: number, code: number): number {
    let place = hash(node, code) & this.#mask;
    for (;;) {
      const slot = place * 3;
      const from = this.#steps[slot]!;
      if (from === -1 || (from === node && this.#steps[slot + 1] === code)) return slot;
      place = (place + 1) & this.#mask;
    }
  }

  #add(word: string, value: Value): void {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = codeAt(word, at);
      const slot = this.#slot(node, code);
      if (this.#steps[slot] === -1) {
        this.#steps[slot] = node;
        this.#steps[slot + 1] = code;
        this.#steps[slot + 2] = this.#ends.push(undefined) - 1;
      }
      node = this.#steps[slot + 2]!;
    }
    this.#ends[node] = value;
    if (word.length > near.length) near = new Uint16Array(word.length * 2);
  }
}

/**
 * The characters that words of any list begin with, numbered from 1 as they are met; 0 for all others. There are some
 * hundreds among 65,536, so that what a list begins with takes a few words of memory and not eight kilobytes.
 */
const numbers = new Uint16Array(0x10000);
let known = 0;

function numbered(code: number): number {
  if (numbers[code] === 0) {
    known += 1;
    numbers[code] = known;
  }
  return numbers[code]!;
}

/** The text that was spelled last, and its characters. */
let laidOut = '';
let laidOutLength = 0;
let codes: Uint16Array = new Uint16Array(512);
/** The characters around a place in another text: at most as many as the longest word has. */
let near: Uint16Array = new Uint16Array(64);

/**
 * Lays out the characters of a text that many look-ups will walk through, and returns their codes, which stand until
 * another text is spelled. Those that ask `find` need not call it; those that ask `at` for place after place are faster
 * if they do, and may ask `here` as long as nothing else is looked up in between.
 */
export function spell(next: string): Uint16Array {
  if (laidOut !== next) {
    const { length } = next;
    if (codes.length < length) codes = new Uint16Array(length * 2);
    for (let at = 0; at < length; at += 1) codes[at] = codeAt(next, at);
    laidOutLength = length;
  }
  // Even if it is the same: that a text is itself is told without reading it.
  laidOut = next;
  return codes;
}

function hash(node: number, code: number): number {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** By UTF-16 code, as look-ups go. */
function backwards(word: string): string {
  let text = '';
  for (let at = word.length - 1; at >= 0; at -= 1) text += word[at] as string;
  return text;
}

export function wordIndex(words: readonly string[]): PrefixIndex<true> {
  return new PrefixIndex(words.map((word) => [word, true] as const));
}
