/** Where a piece stands in a table: open addressing over its hash, built once when a model is loaded. */
export class PieceIndex {
  readonly #keys: Uint32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `keys` are distinct. */
  constructor(keys: Uint32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#keys = keys;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    for (let index = 0; index < keys.length; index += 1) {
      let slot = (keys[index] as number) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index;
    }
  }

  /** The position of a hash among the keys, -1 where it is unknown. */
  of(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const index = this.#slots[slot] as number;
      if (index === -1 || this.#keys[index] === hash) return index;
      slot = (slot + 1) & this.#mask;
    }
  }
}
