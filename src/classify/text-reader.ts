/**
 * Text → its characters as models read them, into a buffer that is used again: nothing is made for a text, which is what a hundred
 * thousand texts a second take. Width and case are folded and each number is one `0`, as `normaliseText` does; punctuation, which
 * titles speak by, stays, and runs of spaces are one space.
 */

/** A character that has to be seen together with its neighbours: marks, letters whose case depends on their place. */
const BY_NEIGHBOURS = 0xffff;
const DIGIT = 0xfffe;
const SPACE = 0x20;
const ZERO = 0x30;

const NUMBER = /\p{Nd}[\p{Nd},.]*/gu;
const SPACES = /\s+/gu;

/** The same reading in plain words: `TextReader` is this, faster. */
export function readPlainly(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NUMBER, '0').replace(SPACES, ' ').trim();
}

export class TextReader {
  /** What was read; only the first `length` characters are of the text read last. */
  codes = new Uint16Array(256);
  #folds: Uint16Array | undefined;

  /** How many characters there are. */
  read(text: string): number {
    if (text.length > this.codes.length) this.codes = new Uint16Array(2 ** Math.ceil(Math.log2(text.length)));
    this.#folds ??= foldTable();
    const folds = this.#folds;
    const { codes } = this;
    let length = 0;
    let isNumber = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = folds[text.charCodeAt(at)]!;
      if (code === BY_NEIGHBOURS) return this.#readPlainly(text);
      if (code === DIGIT) {
        if (!isNumber) codes[length++] = ZERO;
        isNumber = true;
        continue;
      }
      if (isNumber && (code === 0x2c || code === 0x2e)) continue;
      isNumber = false;
      if (code === SPACE && (length === 0 || codes[length - 1] === SPACE)) continue;
      codes[length++] = code;
    }
    return length > 0 && codes[length - 1] === SPACE ? length - 1 : length;
  }

  #readPlainly(text: string): number {
    const read = readPlainly(text);
    if (read.length > this.codes.length) this.codes = new Uint16Array(2 ** Math.ceil(Math.log2(read.length)));
    for (let at = 0; at < read.length; at += 1) this.codes[at] = read.charCodeAt(at);
    return read.length;
  }
}

/** What each character becomes, by its code; made when the first text is read, in some milliseconds. */
function foldTable(): Uint16Array {
  const folds = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) folds[code] = foldOf(code);
  return folds;
}

function foldOf(code: number): number {
  // Most of the plane is Han, which folds to itself, and surrogates and jamo, which say nothing alone.
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0x1100 && code <= 0x11ff) || code >= 0xfffe) return BY_NEIGHBOURS;
  const character = String.fromCharCode(code);
  if (/\p{M}/u.test(character)) return BY_NEIGHBOURS;
  const folded = character.normalize('NFKC').toLowerCase();
  if (folded.length !== 1 || /[\p{M}\u1100-\u11ff]/u.test(folded)) return BY_NEIGHBOURS;
  if (code > 0x7f && folded !== character.normalize('NFKC'))
    return code >= 0xff21 && code <= 0xff3a ? folded.charCodeAt(0) : BY_NEIGHBOURS;
  if (/\p{Nd}/u.test(folded)) return DIGIT;
  return /\s/u.test(folded) ? SPACE : folded.charCodeAt(0);
}
