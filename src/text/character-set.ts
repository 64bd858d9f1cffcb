import { codeAt } from './code-at.js';

/**
 * A set of characters, by UTF-16 code. Whether a text holds any of them is a look at each of its characters; a class of
 * many ranges in a pattern is searched for each.
 */
export class CharacterSet {
  readonly #holds = new Uint8Array(0x10000);

  /** `characters` as in the class of a pattern: `a-z` is all from a to z; a `-` of its own stands first. */
  constructor(characters: string) {
    for (let at = 0; at < characters.length; at += 1) {
      const from = codeAt(characters, at);
      const isRange = characters[at + 1] === '-' && at + 2 < characters.length;
      const to = isRange ? codeAt(characters, at + 2) : from;
      this.#holds.fill(1, from, to + 1);
      if (isRange) at += 2;
    }
  }

  has(code: number): boolean {
    return this.#holds[code] === 1;
  }

  /** Whether the character at the place is one; false past the end. */
  hasAt(text: string, at: number): boolean {
    return at < text.length && this.#holds[codeAt(text, at)] === 1;
  }

  isIn(text: string): boolean {
    const { length } = text;
    for (let at = 0; at < length; at += 1) if (this.#holds[codeAt(text, at)] === 1) return true;
    return false;
  }
}

/** What `\s` stands for. */
export const WHITE_SPACE = '\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
