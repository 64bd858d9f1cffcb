/** One question of a linear model: which pieces speak for which class, in eight bits. */
import { PieceIndex } from './piece-index.js';

export interface LinearTable {
  readonly classes: readonly string[];
  /** Hashes of the known pieces, ascending. */
  readonly keys: Uint32Array;
  /** How telling a piece is (inverse document frequency) in units of `IDF_UNIT`, by position of its key. */
  readonly idf: Uint8Array;
  /** Weight = stored value × scale, by piece, then class. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: readonly number[];
}

export const IDF_UNIT = 1 / 20;

/** Looks pieces up in a table: built once when the model is loaded. */
export class LinearScorer {
  readonly #table: LinearTable;
  readonly #index: PieceIndex;

  constructor(table: LinearTable) {
    this.#table = table;
    this.#index = new PieceIndex(table.keys);
  }

  get classes(): readonly string[] {
    return this.#table.classes;
  }

  /** The position of a piece in the table, -1 where it is unknown. */
  indexOf(hash: number): number {
    return this.#index.of(hash);
  }

  /** One score a class; undefined where no piece is known. `hashes` are distinct. */
  scores(hashes: Uint32Array): number[] | undefined {
    const { classes, idf, weights, scale, bias } = this.#table;
    const sums = new Float64Array(classes.length);
    let square = 0;
    for (const hash of hashes) {
      const index = this.indexOf(hash);
      if (index < 0) continue;
      const value = idf[index] as number;
      square += value * value;
      const row = index * classes.length;
      for (let one = 0; one < classes.length; one += 1)
        sums[one] = (sums[one] as number) + value * (weights[row + one] as number);
    }
    if (square === 0) return undefined;
    const length = scale / Math.sqrt(square);
    return Array.from(sums, (sum, one) => sum * length + (bias[one] as number));
  }

  /** What a piece adds to the score of a class in a text whose pieces have the summed square `square`. */
  contribution(index: number, one: number, square: number): number {
    const { classes, idf, weights, scale } = this.#table;
    return (
      ((idf[index] as number) * (weights[index * classes.length + one] as number) * scale) / Math.sqrt(square || 1)
    );
  }

  /** The summed square of the known pieces: what `contribution` is scaled by. */
  square(hashes: Uint32Array): number {
    let square = 0;
    for (const hash of hashes) {
      const index = this.indexOf(hash);
      if (index >= 0) square += (this.#table.idf[index] as number) ** 2;
    }
    return square;
  }
}
