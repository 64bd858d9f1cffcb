/** Longest-match look-ups over word lists; each is built once and asked many times. */

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
    return new Set(Array.from(this.#words().keys(), (word) => word.charCodeAt(0)));
  }

  /** The longest word that begins at `start`. */
  at(text: string, start: number): { word: string; value: T } | undefined {
    const forward = this.#forward ?? this.#forwards();
    return forward.begins(text.charCodeAt(start)) ? forward.longest(text, start, 1) : undefined;
  }

  /** The longest word that the text ends with. */
  atEnd(text: string): { word: string; value: T } | undefined {
    this.#backward ??= new Trie(this.#words().values(), (word) => backwards(word));
    const last = text.length - 1;
    return this.#backward.begins(text.charCodeAt(last)) ? this.#backward.longest(text, last, -1) : undefined;
  }

  get(word: string): T | undefined {
    return this.#words().get(word)?.value;
  }

  /** The first word anywhere in the text. */
  find(text: string): { word: string; value: T; start: number } | undefined {
    const forward = this.#forward ?? this.#forwards();
    for (let start = 0; start < text.length; start += 1) {
      if (!forward.begins(text.charCodeAt(start))) continue;
      const hit = forward.longest(text, start, 1);
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
 * Words character by character. All steps lie in one hashed table of typed arrays: a look-up walks, it cuts no text and
 * follows no chain of maps. A character that begins no word is told by one bit.
 */
class Trie<Value extends { readonly word: string }> {
  readonly #begins = new Uint32Array(0x10000 >>> 5);
  readonly #mask: number;
  /** A step from a node (-1: none here) by a character to a node. */
  readonly #from: Int32Array;
  readonly #by: Uint16Array;
  readonly #to: Int32Array;
  /** What ends at a node. */
  readonly #ends: (Value | undefined)[] = [undefined];

  constructor(values: Iterable<Value>, spell: (word: string) => string) {
    const spelled = Array.from(values, (value) => [spell(value.word), value] as const);
    let size = 8;
    const steps = spelled.reduce((sum, [word]) => sum + word.length, 0);
    while (size < steps * 2) size *= 2;
    this.#mask = size - 1;
    this.#from = new Int32Array(size).fill(-1);
    this.#by = new Uint16Array(size);
    this.#to = new Int32Array(size);
    for (const [word, value] of spelled) this.#add(word, value);
  }

  begins(code: number): boolean {
    // Where there is no character the code is NaN, which begins nothing.
    return (((this.#begins[code >>> 5] as number) >>> (code & 31)) & 1) === 1 && code === code;
  }

  longest(text: string, start: number, step: 1 | -1): Value | undefined {
    let node = 0;
    let found: Value | undefined;
    for (let at = start; at >= 0 && at < text.length; at += step) {
      node = this.#step(node, text.charCodeAt(at));
      if (node < 0) break;
      found = this.#ends[node] ?? found;
    }
    return found;
  }

  #step(node: number, code: number): number {
    const slot = this.#slot(node, code);
    return this.#from[slot] === node ? (this.#to[slot] as number) : -1;
  }

  /** Where the step stands, or the free place for it. */
  #slot(node: number, code: number): number {
    let slot = hash(node, code) & this.#mask;
    for (;;) {
      const from = this.#from[slot] as number;
      if (from === -1 || (from === node && this.#by[slot] === code)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #add(word: string, value: Value): void {
    const first = word.charCodeAt(0);
    this.#begins[first >>> 5] = (this.#begins[first >>> 5] as number) | (1 << (first & 31));
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      const slot = this.#slot(node, code);
      if (this.#from[slot] === -1) {
        this.#from[slot] = node;
        this.#by[slot] = code;
        this.#to[slot] = this.#ends.push(undefined) - 1;
      }
      node = this.#to[slot] as number;
    }
    this.#ends[node] = value;
  }
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
