/** Longest-match look-ups over word lists; each is built once and asked many times. */

interface Node<T> {
  next: Map<number, Node<T>> | undefined;
  hit: { readonly word: string; readonly value: T } | undefined;
}

export class PrefixIndex<T> {
  readonly #entries = new Map<string, T>();
  /** Words from their first character on, and from their last one back: a look-up walks, it cuts no text. */
  readonly #forward: Node<T> = { next: undefined, hit: undefined };
  readonly #backward: Node<T> = { next: undefined, hit: undefined };

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (word === '') continue;
      this.#entries.set(word, value);
      const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
      const hit = { word, value };
      grow(this.#forward, codes).hit = hit;
      grow(this.#backward, codes.toReversed()).hit = hit;
    }
  }

  /** What words begin with, as UTF-16 codes. */
  starts(): Iterable<number> {
    return this.#forward.next?.keys() ?? [];
  }

  /** The longest word that begins at `start`. */
  at(text: string, start: number): { word: string; value: T } | undefined {
    let node = this.#forward.next?.get(text.charCodeAt(start));
    let found: Node<T>['hit'];
    for (let at = start + 1; node; at += 1) {
      if (node.hit) found = node.hit;
      node = at < text.length ? node.next?.get(text.charCodeAt(at)) : undefined;
    }
    return found;
  }

  /** The longest word that the text ends with. */
  atEnd(text: string): { word: string; value: T } | undefined {
    let node = this.#backward.next?.get(text.charCodeAt(text.length - 1));
    let found: Node<T>['hit'];
    for (let at = text.length - 2; node; at -= 1) {
      if (node.hit) found = node.hit;
      node = at >= 0 ? node.next?.get(text.charCodeAt(at)) : undefined;
    }
    return found;
  }

  get(word: string): T | undefined {
    return this.#entries.get(word);
  }

  /** The first word anywhere in the text. */
  find(text: string): { word: string; value: T; start: number } | undefined {
    for (let start = 0; start < text.length; start += 1) {
      const hit = this.at(text, start);
      if (hit) return { word: hit.word, value: hit.value, start };
    }
    return undefined;
  }
}

function grow<T>(root: Node<T>, codes: readonly number[]): Node<T> {
  let node = root;
  for (const code of codes) {
    node.next ??= new Map();
    let child = node.next.get(code);
    if (!child) {
      child = { next: undefined, hit: undefined };
      node.next.set(code, child);
    }
    node = child;
  }
  return node;
}

export function wordIndex(words: readonly string[]): PrefixIndex<true> {
  return new PrefixIndex(words.map((word) => [word, true] as const));
}
