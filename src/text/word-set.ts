import { codeAt } from './code-at.js';

/** Words in any order, each once. Those of two sets are laid side by side only where their marks agree. */
export class WordSet {
  readonly words: readonly string[];
  /** The same for the same words, never 0. */
  readonly mark: number;
  #text: string | undefined;

  constructor(words: readonly string[]) {
    this.words = words.length < 2 ? words : words.filter((word, at) => words.indexOf(word) === at);
    let sum = 0;
    for (const word of this.words) sum += textMark(word);
    this.mark = sum | 1;
  }

  /** The words in one order, as one text; '' for none. */
  get text(): string {
    this.#text ??= this.words.toSorted().join(' ');
    return this.#text;
  }
}

/** A mark of a text, never 0. */
export function textMark(text: string): number {
  const { length } = text;
  let mark = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) mark = Math.imul(mark ^ codeAt(text, at), 0x01000193);
  return mark | 1;
}
