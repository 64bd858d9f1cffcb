/**
 * Says the topic of a text: one pass over the hashes of its pieces, one over those that are known, and nothing made anew for a text.
 */
import { END, finished, OFFSET, PRIME, START } from './piece-hashes.js';
import { toProbabilities, ZERO_BYTE } from './net.js';
import { TextReader } from './text-reader.js';
import type { TopicModel } from './topic-model.js';

/** Divisible by four; sums of so many products of bytes find place in 32 bits. A longer text is judged by the first of its pieces. */
const MOST_PIECES = 65_536;

export class TopicScorer {
  readonly topics: readonly string[];
  readonly #model: TopicModel;
  readonly #reader = new TextReader();
  /** Hash and position in turn, so that both lie together in memory; position + 1, and 0 where the place is free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** In which round a piece was met last: a piece counts once. */
  readonly #rounds: Uint32Array;
  #round = 0;
  readonly #found = new Int32Array(MOST_PIECES);
  #count = 0;
  /** By piece: weights of the classes, then the embedding. They are used together, so they lie together. */
  readonly #rows: Int8Array;
  readonly #width: number;
  /** By piece; the last is that of no piece. */
  readonly #idf: Uint8Array;
  readonly #nothing: number;
  readonly #sums: Int32Array;
  readonly #linear: Float64Array;
  readonly #neural: Float64Array;

  constructor(model: TopicModel) {
    const { keys } = model.linear;
    const classes = model.topics.length;
    const { size, embeddings } = model.net;
    this.#model = model;
    this.topics = model.topics;
    let places = 16;
    while (places < keys.length * 2) places *= 2;
    this.#mask = places - 1;
    this.#slots = new Int32Array(places * 2);
    this.#rounds = new Uint32Array(keys.length);
    this.#width = classes + size;
    // One row more: no piece, which counts nothing.
    this.#nothing = keys.length;
    this.#idf = new Uint8Array(keys.length + 1);
    this.#idf.set(model.linear.idf);
    this.#rows = new Int8Array((keys.length + 1) * this.#width);
    for (let piece = 0; piece < keys.length; piece += 1) {
      this.#place(keys[piece]!, piece);
      const row = piece * this.#width;
      for (let one = 0; one < classes; one += 1) this.#rows[row + one] = model.linear.weights[piece * classes + one]!;
      for (let k = 0; k < size; k += 1) this.#rows[row + classes + k] = embeddings.bytes[piece * size + k]! - ZERO_BYTE;
    }
    this.#sums = new Int32Array(this.#width);
    this.#linear = new Float64Array(classes);
    this.#neural = new Float64Array(classes);
  }

  /** The likeliest topic; undefined where no piece of the text is known. */
  topicOf(text: string): string | undefined {
    if (!this.#score(text)) return undefined;
    let best = 0;
    for (let one = 1; one < this.topics.length; one += 1) if (this.#linear[one]! > this.#linear[best]!) best = one;
    return this.topics[best];
  }

  /** One probability a topic; undefined where no piece of the text is known. */
  probabilities(text: string): Float64Array | undefined {
    return this.#score(text) ? this.#linear.slice() : undefined;
  }

  #place(hash: number, piece: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 2] = hash;
    this.#slots[slot * 2 + 1] = piece + 1;
  }

  #score(text: string): boolean {
    this.#find(this.#reader.read(text));
    if (this.#count === 0) return false;
    const length = this.#sum();
    const { linear, net, topics } = this.#model;
    const classes = topics.length;
    const one = linear.scale / length;
    for (let at = 0; at < classes; at += 1) {
      this.#linear[at] = this.#sums[at]! * one + linear.bias[at]!;
      this.#neural[at] = net.bias[at]!;
    }
    const other = net.embeddings.scale / length;
    for (let k = 0; k < net.size; k += 1) {
      const hidden = this.#sums[classes + k]! * other;
      if (hidden <= 0) continue;
      for (let at = 0; at < classes; at += 1) this.#neural[at]! += hidden * net.kernel[k * classes + at]!;
    }
    toProbabilities(this.#linear);
    toProbabilities(this.#neural);
    for (let at = 0; at < classes; at += 1) this.#linear[at] = (this.#linear[at]! + this.#neural[at]!) / 2;
    return true;
  }

  /** The known pieces of what was read, each once. */
  #find(length: number): void {
    const { codes } = this.#reader;
    const { from, to, edges } = this.#model.pieces;
    this.#count = 0;
    if (this.#round === 0xffffffff) {
      this.#rounds.fill(0);
      this.#round = 0;
    }
    this.#round += 1;
    for (let start = 0; start < length; start += 1) {
      const last = Math.min(length, start + to);
      let hash = OFFSET;
      for (let end = start; end < last; end += 1) {
        hash = Math.imul(hash ^ codes[end]!, PRIME);
        if (end - start + 1 >= from) this.#meet(hash);
      }
    }
    if (!edges) return;
    const most = Math.min(length, to - 1);
    let hash = Math.imul(OFFSET ^ START, PRIME);
    for (let end = 0; end < most; end += 1) this.#meet((hash = Math.imul(hash ^ codes[end]!, PRIME)));
    hash = Math.imul(OFFSET ^ END, PRIME);
    for (let end = 0; end < most; end += 1) this.#meet((hash = Math.imul(hash ^ codes[length - 1 - end]!, PRIME)));
  }

  #meet(unfinished: number): void {
    const hash = finished(unfinished) | 0;
    const slots = this.#slots;
    let slot = (hash & this.#mask) * 2;
    for (;;) {
      const place = slots[slot + 1]!;
      if (place === 0) return;
      if (slots[slot] === hash) {
        if (this.#rounds[place - 1] === this.#round) return;
        if (this.#count === this.#found.length) return;
        this.#rounds[place - 1] = this.#round;
        this.#found[this.#count] = place - 1;
        this.#count += 1;
        return;
      }
      slot = (slot + 2) & (this.#mask * 2 + 1);
    }
  }

  /** Adds the rows of the found pieces up; what they are to be divided by. */
  #sum(): number {
    const idf = this.#idf;
    const found = this.#found;
    const rows = this.#rows;
    const width = this.#width;
    const sums = this.#sums.fill(0);
    // Four at once: each sum is loaded and stored a fourth as often, and the rows come from memory together.
    while (this.#count % 4 !== 0) found[this.#count++] = this.#nothing;
    let square = 0;
    for (let at = 0; at < this.#count; at += 4) {
      const a = found[at]!;
      const b = found[at + 1]!;
      const c = found[at + 2]!;
      const d = found[at + 3]!;
      const p = idf[a]!;
      const q = idf[b]!;
      const r = idf[c]!;
      const t = idf[d]!;
      square += p * p + q * q + r * r + t * t;
      const i = a * width;
      const j = b * width;
      const l = c * width;
      const m = d * width;
      for (let k = 0; k < width; k += 1)
        sums[k] =
          (sums[k]! +
            Math.imul(p, rows[i + k]!) +
            Math.imul(q, rows[j + k]!) +
            Math.imul(r, rows[l + k]!) +
            Math.imul(t, rows[m + k]!)) |
          0;
    }
    return Math.sqrt(square);
  }
}
