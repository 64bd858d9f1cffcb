/** Longest-match look-ups over word lists; each is built once and asked many times. */

export interface Hit<T> {
  readonly word: string;
  readonly value: T;
}

export class PrefixIndex<T> {
  readonly #entries = new Map<string, T>();
  /** By first character the words that begin with it, the longest first: most characters of a text begin none. */
  readonly #from = new Map<number, Hit<T>[]>();
  /** By last character the length of the longest word that ends with it. */
  readonly #longestTo = new Map<number, number>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) this.#entries.set(word, value);
    for (const [word, value] of this.#entries) {
      const first = word.charCodeAt(0);
      const list = this.#from.get(first);
      if (list) list.push({ word, value });
      else this.#from.set(first, [{ word, value }]);
      const last = word.charCodeAt(word.length - 1);
      this.#longestTo.set(last, Math.max(word.length, this.#longestTo.get(last) ?? 0));
    }
    for (const list of this.#from.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  /** The longest word that begins at `start`. */
  at(text: string, start: number): Hit<T> | undefined {
    const list = this.#from.get(text.charCodeAt(start));
    if (list === undefined) return undefined;
    for (const hit of list) if (text.startsWith(hit.word, start)) return hit;
    return undefined;
  }

  /** The longest word that the text ends with. */
  atEnd(text: string): Hit<T> | undefined {
    const longest = this.#longestTo.get(text.charCodeAt(text.length - 1)) ?? 0;
    for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
      const word = text.slice(text.length - length);
      const value = this.#entries.get(word);
      if (value !== undefined) return { word, value };
    }
    return undefined;
  }

  get(word: string): T | undefined {
    return this.#entries.get(word);
  }

  /** The first word anywhere in the text. */
  find(text: string): (Hit<T> & { readonly start: number }) | undefined {
    for (let start = 0; start < text.length; start += 1) {
      const hit = this.at(text, start);
      if (hit) return { word: hit.word, value: hit.value, start };
    }
    return undefined;
  }
}

export function wordIndex(words: readonly string[]): PrefixIndex<true> {
  return new PrefixIndex(words.map((word) => [word, true] as const));
}
