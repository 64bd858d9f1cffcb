/**
 * What was worked out of texts that come back (names, values, units of a batch of drafts), kept as long as there is room.
 * What is kept must depend on the text alone: whether it was kept may never be told from a result.
 */
import { codeAt } from './code-at.js';

/** Two sets of about so many characters each, keys and what hangs on them roughly in proportion. */
const ROOM = 1 << 16;
/** Texts that are longer hardly come back. */
const LONGEST = 120;
/** Every text costs so much beside its characters. */
const EACH = 8;
const MET = 1 << 12;

export class Remembered<Value> {
  #recent = new Map<string, Value>();
  /** What was recent before; what is asked for again moves up, the rest is given up as one. */
  #earlier = new Map<string, Value>();
  #room = ROOM;
  /** Marks of texts that were met once. */
  readonly #met = new Int32Array(MET);

  get(text: string): Value | undefined {
    const value = this.#recent.get(text);
    if (value !== undefined || this.#earlier.size === 0) return value;
    const before = this.#earlier.get(text);
    if (before !== undefined) this.#keep(text, before);
    return before;
  }

  /** Keeps the value of a text that is met for the second time: most texts never come back, and cost nothing so. */
  offer(text: string, value: Value): void {
    if (text.length > LONGEST) return;
    const mark = markOf(text);
    const slot = (mark ^ (mark >>> 15)) & (MET - 1);
    if (this.#met[slot] === mark) this.#keep(text, value);
    else this.#met[slot] = mark;
  }

  #keep(text: string, value: Value): void {
    if (this.#room < 0) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
      this.#room = ROOM;
    }
    this.#room -= text.length + EACH;
    this.#recent.set(text, value);
  }
}

function markOf(text: string): number {
  const { length } = text;
  let mark = length;
  for (let at = 0; at < length; at += 1) mark = Math.imul(mark ^ codeAt(text, at), 0x01000193);
  return mark;
}
