/**
 * Trains a net by AdaGrad with a falling rate. Only the embeddings of a text's own pieces are touched, which general libraries
 * do not offer; and of these pieces a share is left out at each turn (dropout), so that no piece relies on another. The same
 * documents in the same order and the same options give the same bytes.
 */
import type { LinearDocument } from './linear-train.js';
import { type ByteWeights, type Net, toProbabilities, ZERO_BYTE } from './net.js';
import { netVocabulary, type NetVocabulary } from './net-vocabulary.js';
import { seededRandom, shuffled } from './seeded-random.js';

export interface NetOptions {
  /** Numbers of an embedding. */
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  /** The share of pieces left out at each turn. */
  readonly dropout: number;
  /** A piece in fewer documents is dropped. */
  readonly minDocuments: number;
  /** The net knows so many pieces. */
  readonly most: number;
  readonly seed: number;
}

/** What is nearly right teaches nothing and costs most of the time. */
const SMALL_ERROR = 1e-3;
/** Embeddings begin within this distance of 0, weights of classes within the other. */
const EMBEDDING_SPREAD = 0.3;
const KERNEL_SPREAD = 0.15;
const BIAS_RATE = 0.1;

export function trainNet(
  documents: readonly LinearDocument[],
  classes: readonly string[],
  options: NetOptions,
  progress: (share: number) => void = () => undefined,
  vocabulary: NetVocabulary = netVocabulary(documents, classes.length, options),
): Net {
  const training = new NetTraining(vocabulary, classes.length, options);
  const rows = documents.map(({ hashes }) => knownPieces(hashes, vocabulary));
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const step = options.rate * (1 - epoch / options.epochs);
    for (const at of shuffled(documents.length, training.random)) training.learn(rows[at]!, documents[at]!, step);
    progress((epoch + 1) / options.epochs);
  }
  return training.net(classes);
}

function knownPieces(hashes: Uint32Array, { index }: NetVocabulary): Uint32Array {
  const pieces: number[] = [];
  for (const hash of hashes) {
    const piece = index.get(hash);
    if (piece !== undefined) pieces.push(piece);
  }
  return Uint32Array.from(pieces);
}

class NetTraining {
  readonly random: () => number;
  readonly #vocabulary: NetVocabulary;
  readonly #options: NetOptions;
  readonly #classes: number;
  readonly #embeddings: Float32Array;
  readonly #embeddingSquares: Float32Array;
  /** By class, then number of the embedding: the other way round than in the net, since a class learns as a whole. */
  readonly #kernel: Float32Array;
  readonly #kernelSquares: Float32Array;
  readonly #bias: Float64Array;
  readonly #hidden: Float64Array;
  readonly #slope: Float64Array;
  readonly #errors: Float64Array;
  #kept = new Uint32Array(1024);

  constructor(vocabulary: NetVocabulary, classes: number, options: NetOptions) {
    const { size, seed } = options;
    const random = seededRandom(seed);
    const around = (count: number, spread: number) =>
      Float32Array.from({ length: count }, () => 2 * spread * (random() - 0.5));
    this.random = random;
    this.#vocabulary = vocabulary;
    this.#options = options;
    this.#classes = classes;
    this.#embeddings = around(vocabulary.keys.length * size, EMBEDDING_SPREAD);
    this.#embeddingSquares = new Float32Array(vocabulary.keys.length).fill(1e-4);
    this.#kernel = around(classes * size, KERNEL_SPREAD);
    this.#kernelSquares = new Float32Array(classes * size).fill(1e-3);
    this.#bias = new Float64Array(classes);
    this.#hidden = new Float64Array(size);
    this.#slope = new Float64Array(size);
    this.#errors = new Float64Array(classes);
  }

  learn(pieces: Uint32Array, { target, weight }: LinearDocument, step: number): void {
    const kept = this.#dropOut(pieces);
    const length = this.#sum(kept);
    if (length === 0) return;
    this.#judge();
    const errors = this.#errors;
    for (const [one, share] of target) errors[one]! -= share;
    for (let one = 0; one < errors.length; one += 1) errors[one]! *= weight;
    this.#correctKernel(step);
    this.#correctEmbeddings(kept, length, step);
  }

  /** The count of those that are left stands in the length of what is returned. */
  #dropOut(pieces: Uint32Array): Uint32Array {
    if (pieces.length > this.#kept.length) this.#kept = new Uint32Array(pieces.length * 2);
    let count = 0;
    for (const piece of pieces) {
      if (this.random() < this.#options.dropout) continue;
      this.#kept[count] = piece;
      count += 1;
    }
    return this.#kept.subarray(0, count);
  }

  /** Embeddings → hidden numbers; the length that tf-idf was scaled by, 0 where nothing is left. */
  #sum(pieces: Uint32Array): number {
    const { idf } = this.#vocabulary;
    const { size } = this.#options;
    const hidden = this.#hidden.fill(0);
    let square = 0;
    for (const piece of pieces) square += idf[piece]! * idf[piece]!;
    if (square === 0) return 0;
    const length = Math.sqrt(square);
    for (const piece of pieces) {
      const value = idf[piece]! / length;
      const row = piece * size;
      for (let k = 0; k < size; k += 1) hidden[k]! += value * this.#embeddings[row + k]!;
    }
    for (let k = 0; k < size; k += 1) if (hidden[k]! < 0) hidden[k] = 0;
    return length;
  }

  #judge(): void {
    const { size } = this.#options;
    for (let one = 0; one < this.#classes; one += 1) {
      const row = one * size;
      let score = this.#bias[one]!;
      for (let k = 0; k < size; k += 1) score += this.#kernel[row + k]! * this.#hidden[k]!;
      this.#errors[one] = score;
    }
    toProbabilities(this.#errors);
  }

  #correctKernel(step: number): void {
    const { size } = this.#options;
    const slope = this.#slope.fill(0);
    for (let one = 0; one < this.#classes; one += 1) {
      const error = this.#errors[one]!;
      if (Math.abs(error) < SMALL_ERROR) continue;
      this.#bias[one]! -= BIAS_RATE * step * error;
      const row = one * size;
      for (let k = 0; k < size; k += 1) {
        slope[k]! += error * this.#kernel[row + k]!;
        const gradient = error * this.#hidden[k]!;
        this.#kernelSquares[row + k]! += gradient * gradient;
        this.#kernel[row + k]! -= (step * gradient) / Math.sqrt(this.#kernelSquares[row + k]!);
      }
    }
    for (let k = 0; k < size; k += 1) if (this.#hidden[k]! <= 0) slope[k] = 0;
  }

  #correctEmbeddings(pieces: Uint32Array, length: number, step: number): void {
    const { idf } = this.#vocabulary;
    const { size } = this.#options;
    const slope = this.#slope;
    let mean = 0;
    for (let k = 0; k < size; k += 1) mean += slope[k]! * slope[k]!;
    mean /= size;
    for (const piece of pieces) {
      const value = idf[piece]! / length;
      this.#embeddingSquares[piece]! += value * value * mean;
      const factor = (step * value) / Math.sqrt(this.#embeddingSquares[piece]!);
      const row = piece * size;
      for (let k = 0; k < size; k += 1) this.#embeddings[row + k]! -= factor * slope[k]!;
    }
  }

  net(classes: readonly string[]): Net {
    const { size } = this.#options;
    const { keys, idf } = this.#vocabulary;
    const kernel = new Float32Array(this.#kernel.length);
    for (let one = 0; one < classes.length; one += 1)
      for (let k = 0; k < size; k += 1) kernel[k * classes.length + one] = this.#kernel[one * size + k]!;
    return {
      classes,
      keys,
      idf,
      size,
      embeddings: inBytes(this.#embeddings),
      kernel,
      bias: Float32Array.from(this.#bias),
    };
  }
}

/** A few outliers must not cost all others their precision: of ten thousand weights one is cut off. */
const CUT = 1e-4;

function inBytes(weights: Float32Array): ByteWeights {
  const sorted = Float32Array.from(weights, Math.abs).sort();
  const most = sorted[Math.floor((sorted.length - 1) * (1 - CUT))] || 1;
  // 127 steps on each side of 0, which is a byte of its own.
  const scale = Math.fround(most / ZERO_BYTE);
  const bytes = Uint8Array.from(weights, (weight) => 127 + Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { bytes, scale, least: Math.fround(-ZERO_BYTE * scale) };
}
