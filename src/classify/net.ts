/**
 * One question asked of a small net: the embeddings of a text's known pieces, weighted by tf-idf, are summed; what is negative
 * becomes 0; a dense layer with softmax gives one probability a class. Weights are bytes, as they lie in the file.
 */
import { IDF_UNIT } from './linear-table.js';
import { PieceIndex } from './piece-index.js';

/** The byte that stands for 0 where a net is trained here. */
export const ZERO_BYTE = 127;

/** Weight = byte × scale + least. */
export interface ByteWeights {
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly least: number;
}

export interface Net {
  readonly classes: readonly string[];
  /** Hashes of the known pieces, ascending. */
  readonly keys: Uint32Array;
  /** Inverse document frequency in units of `IDF_UNIT`, by position of the key. */
  readonly idf: Uint8Array;
  /** How many numbers an embedding has. */
  readonly size: number;
  /** By piece, then number of the embedding. */
  readonly embeddings: ByteWeights;
  /** By number of the embedding, then class. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** What a net reads: positions of the known pieces, and their tf-idf, scaled to length one. */
export interface NetInput {
  readonly pieces: Int32Array;
  readonly values: Float32Array;
}

/** Asks a net in plain code: no tensors, so that a single text costs little. */
export class NetScorer {
  readonly net: Net;
  readonly #index: PieceIndex;
  readonly #hidden: Float64Array;

  constructor(net: Net) {
    this.net = net;
    this.#index = new PieceIndex(net.keys);
    this.#hidden = new Float64Array(net.size);
  }

  /** `hashes` are distinct; unknown ones are left out. */
  input(hashes: Uint32Array): NetInput {
    const pieces = new Int32Array(hashes.length);
    let known = 0;
    let square = 0;
    for (const hash of hashes) {
      const piece = this.#index.of(hash);
      if (piece < 0) continue;
      pieces[known] = piece;
      known += 1;
      square += (this.net.idf[piece] as number) ** 2;
    }
    const length = Math.sqrt(square);
    const found = pieces.slice(0, known);
    return { pieces: found, values: Float32Array.from(found, (piece) => this.net.idf[piece]! / length) };
  }

  /** One probability a class, in the order of `classes`. */
  probabilities(input: NetInput): Float64Array {
    const { classes, size, kernel, bias } = this.net;
    this.#sum(input);
    const scores = Float64Array.from(bias);
    for (let k = 0; k < size; k += 1) {
      const hidden = this.#hidden[k]!;
      if (hidden <= 0) continue;
      const row = k * classes.length;
      for (let one = 0; one < classes.length; one += 1) scores[one]! += hidden * kernel[row + one]!;
    }
    toProbabilities(scores);
    return scores;
  }

  knows(hash: number): boolean {
    return this.#index.of(hash) >= 0;
  }

  /** What each piece adds to the scores of the classes, added up with a share for each class. */
  contributions(input: NetInput, shares: readonly number[]): number[] {
    const { classes, size, kernel, embeddings } = this.net;
    this.#sum(input);
    const slope = Array.from(this.#hidden, (hidden, k) => {
      if (hidden <= 0) return 0;
      return shares.reduce((total, share, one) => total + share * kernel[k * classes.length + one]!, 0);
    });
    return Array.from(input.pieces, (piece, at) => {
      const row = piece * size;
      const { bytes, scale, least } = embeddings;
      const added = slope.reduce((total, one, k) => total + one * (bytes[row + k]! * scale + least), 0);
      return added * input.values[at]!;
    });
  }

  #sum({ pieces, values }: NetInput): void {
    const { size, embeddings } = this.net;
    const { bytes, scale, least } = embeddings;
    const hidden = this.#hidden.fill(0);
    let total = 0;
    for (let at = 0; at < pieces.length; at += 1) {
      const row = pieces[at]! * size;
      const value = values[at]!;
      total += value;
      for (let k = 0; k < size; k += 1) hidden[k]! += value * bytes[row + k]!;
    }
    for (let k = 0; k < size; k += 1) hidden[k] = hidden[k]! * scale + total * least;
  }
}

/** Scores → probabilities, in place. */
export function toProbabilities(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    const power = Math.exp(scores[one]! - most);
    scores[one] = power;
    sum += power;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one]! /= sum;
}

export function idfOf(documents: number, all: number): number {
  // A piece of every document still has one unit: it is there.
  return Math.max(1, Math.min(255, Math.round(Math.log(all / documents) / IDF_UNIT)));
}
