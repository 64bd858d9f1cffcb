/** Remembers what was made of texts, by their whole length: a thousand goals may be a thousand lines or a thousand books. */
export class SizedMemory<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;
  #size = 0;

  /** `most` is how many UTF-16 units all keys may have together. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Forgets everything where there is no room; what has no room by itself is not remembered. */
  set(key: string, value: Value): void {
    if (key.length > this.#most) return;
    if (this.#size + key.length > this.#most) {
      this.#values.clear();
      this.#size = 0;
    }
    if (!this.#values.has(key)) this.#size += key.length;
    this.#values.set(key, value);
  }
}
