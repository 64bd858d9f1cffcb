/** Longest-match look-ups over word lists; each is built once and asked many times. */

export class PrefixIndex<T> {
  readonly #entries = new Map<string, T>();
  #longest = 0;

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      this.#entries.set(word, value);
      this.#longest = Math.max(this.#longest, word.length);
    }
  }

  /** The longest word that begins at `start`. */
  at(text: string, start: number): { word: string; value: T } | undefined {
    for (let length = Math.min(this.#longest, text.length - start); length > 0; length -= 1) {
      const word = text.slice(start, start + length);
      const value = this.#entries.get(word);
      if (value !== undefined) return { word, value };
    }
    return undefined;
  }

  /** The longest word that the text ends with. */
  atEnd(text: string): { word: string; value: T } | undefined {
    for (let length = Math.min(this.#longest, text.length); length > 0; length -= 1) {
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
  find(text: string): { word: string; value: T; start: number } | undefined {
    for (let start = 0; start < text.length; start += 1) {
      const hit = this.at(text, start);
      if (hit) return { ...hit, start };
    }
    return undefined;
  }
}

export function wordIndex(words: readonly string[]): PrefixIndex<true> {
  return new PrefixIndex(words.map((word) => [word, true] as const));
}
