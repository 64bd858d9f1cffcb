/** Short stand-ins for texts, where a million of them are to be compared: 53 bits, so that a number holds them. */

/** Of a million texts two have the same one with a chance of 1 : 18,000. After cyrb53 (bryc, public domain). */
export function hashOf(text: string): number {
  return new Hash().add(text).value;
}

/** The same of a text that comes in parts; what many texts begin with is read once. */
export class Hash {
  #high: number;
  #low: number;

  /** `before`: the text begins with what was added to it so far. */
  constructor(before?: Hash) {
    this.#high = before ? before.#high : 0xdeadbeef;
    this.#low = before ? before.#low : 0x41c6ce57;
  }

  add(text: string): this {
    let [high, low] = [this.#high, this.#low];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    [this.#high, this.#low] = [high, low];
    return this;
  }

  get value(): number {
    const [high, low] = [this.#high, this.#low];
    const first = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    const second = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
    return 4294967296 * (2097151 & second) + (first >>> 0);
  }
}
