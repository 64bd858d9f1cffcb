/**
 * The library of sample indicators: proposes those that fit a project and an indicator best. Judged by the words they
 * share (weighted by how telling each is), by the sector that the whole draft speaks of, and by the level-2 box.
 */
import type { Level2 } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { type Bigrams, bigrams, Similarity } from '../text/similarity.js';
import type { LibraryData, Sample } from './library-data.js';

export interface SampleQuery {
  readonly draft: Draft;
  /** The indicator's own words: its name, or a task of the goal; '' where the whole draft is meant. */
  readonly text: string;
  /** The box that a sample should be for; none means any. */
  readonly box?: Level2;
  readonly most: number;
}

interface Entry {
  readonly sample: Sample;
  readonly pieces: Bigrams;
  readonly name: string;
  readonly about: readonly string[];
  /** Position of its sector. */
  readonly sector: number;
}

const SECTOR_WEIGHT = 0.45;
const ABOUT_WEIGHT = 0.35;
const BOX_WEIGHT = 0.5;
/** How much of the goal is looked at to tell the sector. */
const GOAL_LENGTH = 300;

export class SampleLibrary {
  readonly #entries: readonly Entry[];
  readonly #similarity: Similarity;
  /** Which entries a bigram stands in. */
  readonly #postings = new Map<string, number[]>();
  /** Which sectors a bigram stands in, by position. */
  readonly #sectorPostings = new Map<string, number[]>();
  readonly #sectors: readonly string[];
  readonly #sectorOf = new WeakMap<Draft, Float64Array>();

  constructor({ samples, weights }: LibraryData) {
    this.#similarity = new Similarity(weights);
    this.#sectors = [...new Set(samples.map(({ sector }) => sector))];
    this.#entries = samples.map((sample) => ({
      sample,
      name: compact(sample.name),
      pieces: bigrams([sample.name, ...sample.about].join('，')),
      about: sample.about.map(compact),
      sector: this.#sectors.indexOf(sample.sector),
    }));
    for (const [index, { pieces, sector }] of this.#entries.entries()) {
      for (const piece of pieces) {
        post(this.#postings, piece, index);
        post(this.#sectorPostings, piece, sector);
      }
    }
  }

  get similarity(): Similarity {
    return this.#similarity;
  }

  /** At most `most` samples, best first; none that the draft already has. */
  propose({ draft, text, box, most }: SampleQuery): Sample[] {
    const sectors = this.#sectorsOf(draft);
    const own = bigrams(text);
    const key = compact(text);
    const total = this.#similarity.total(own) || 1;
    const scores = new Float64Array(this.#entries.length);
    for (const piece of own) {
      const weight = this.#similarity.weight(piece) / total;
      for (const index of this.#postings.get(piece) ?? []) scores[index] = (scores[index] as number) + weight;
    }
    const present = new Set(draft.indicators.map(({ name }) => compact(name)));
    const best = new Best(most * CANDIDATES);
    for (const [index, entry] of this.#entries.entries()) {
      const shared = scores[index] as number;
      let score = shared + SECTOR_WEIGHT * (sectors[entry.sector] as number);
      // A word of the text shares its bigrams.
      if (shared > 0 && entry.about.some((word) => key.includes(word))) score += ABOUT_WEIGHT;
      if (box !== undefined && sameBox(entry.sample.level2, box)) score += BOX_WEIGHT;
      if (best.takes(score) && !present.has(entry.name)) best.add(index, score);
    }
    return this.#varied(
      best.indexes.map((index) => this.#entries[index] as Entry),
      most,
    );
  }

  /** Proposals should differ: of two that measure nearly the same the second is passed over. */
  #varied(ranked: readonly Entry[], most: number): Sample[] {
    const chosen: Entry[] = [];
    for (const entry of ranked) {
      if (chosen.length >= most) break;
      if (chosen.some((other) => this.#similarity.likeness(other.pieces, entry.pieces) > 0.6)) continue;
      chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  /** How much each sector is spoken of, the most spoken of being 1. */
  #sectorsOf(draft: Draft): Float64Array {
    const known = this.#sectorOf.get(draft);
    if (known) return known;
    const { name, unit, goal, annualGoal } = draft.project;
    const head = bigrams([name, name, unit ?? '', (goal ?? annualGoal ?? '').slice(0, GOAL_LENGTH)].join('，'));
    const names = bigrams(
      draft.indicators
        .slice(0, 40)
        .map((one) => one.name)
        .join('，'),
    );
    const scores = new Float64Array(this.#sectors.length);
    for (const [set, share] of [
      [head, 0.65],
      [names, 0.35],
    ] as const) {
      const total = this.#similarity.total(set) || 1;
      for (const piece of set) {
        const weight = (this.#similarity.weight(piece) / total) * share;
        for (const sector of this.#sectorPostings.get(piece) ?? [])
          scores[sector] = (scores[sector] as number) + weight;
      }
    }
    const most = scores.reduce((high, score) => Math.max(high, score), 1e-9);
    for (const [index, score] of scores.entries()) scores[index] = (score / most) ** 3;
    this.#sectorOf.set(draft, scores);
    return scores;
  }
}

const CANDIDATES = 8;

/** The best few of many, best first; of equals the earlier stays ahead. */
class Best {
  readonly indexes: number[] = [];
  readonly #scores: number[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  takes(score: number): boolean {
    return this.#scores.length < this.#size || score > (this.#scores.at(-1) as number);
  }

  add(index: number, score: number): void {
    let at = this.#scores.length;
    while (at > 0 && (this.#scores[at - 1] as number) < score) at -= 1;
    this.#scores.splice(at, 0, score);
    this.indexes.splice(at, 0, index);
    this.#scores.length = Math.min(this.#scores.length, this.#size);
    this.indexes.length = this.#scores.length;
  }
}

function post(postings: Map<string, number[]>, piece: string, value: number): void {
  const list = postings.get(piece);
  if (!list) postings.set(piece, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** The older framework's 成本 and the newer 经济成本 are one for this purpose. */
function sameBox(a: Level2, b: Level2): boolean {
  const fold = (box: Level2) => (box === 'cost-legacy' ? 'cost-economic' : box);
  return fold(a) === fold(b);
}
