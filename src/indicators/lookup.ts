/** Longest-match look-ups over word lists; each is built once and asked many times. */

export class PrefixIndex<T> {
  readonly #entries = new Map<string, T>();
  /** The longest word that begins, or ends, with a character: most characters of a text begin none. */
  readonly #longestFrom = new Map<string, number>();
  readonly #longestTo = new Map<string, number>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      this.#entries.set(word, value);
      raise(this.#longestFrom, word[0] ?? '', word.length);
      raise(this.#longestTo, word.at(-1) ?? '', word.length);
    }
  }

  /** The longest word that begins at `start`. */
  at(text: string, start: number): { word: string; value: T } | undefined {
    const longest = this.#longestFrom.get(text[start] ?? '') ?? 0;
    for (let length = Math.min(longest, text.length - start); length > 0; length -= 1) {
      const word = text.slice(start, start + length);
      const value = this.#entries.get(word);
      if (value !== undefined) return { word, value };
    }
    return undefined;
  }

  /** The longest word that the text ends with. */
  atEnd(text: string): { word: string; value: T } | undefined {
    const longest = this.#longestTo.get(text.at(-1) ?? '') ?? 0;
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
  find(text: string): { word: string; value: T; start: number } | undefined {
    for (let start = 0; start < text.length; start += 1) {
      const hit = this.at(text, start);
      if (hit) return { ...hit, start };
    }
    return undefined;
  }
}

function raise(longest: Map<string, number>, character: string, length: number): void {
  if (length > (longest.get(character) ?? 0)) longest.set(character, length);
}

export function wordIndex(words: readonly string[]): PrefixIndex<true> {
  return new PrefixIndex(words.map((word) => [word, true] as const));
}
