/**
 * The library of sample indicators: proposes those that fit a project and an indicator best. Judged by the words they
 * share (weighted by how telling each is), by the sector that the whole draft speaks of, and by the level-2 box.
 */
import { type Level2, PrefixIndex } from '../indicators/index.js';
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
  readonly box: Level2;
}

/** What a draft speaks of, read once for all its diagnostics. */
interface DraftContext {
  /** How fitting each entry's sector is, by entry; below zero for samples that the draft already has. */
  readonly base: Float64Array;
}

const SECTOR_WEIGHT = 0.45;
const ABOUT_WEIGHT = 0.35;
const BOX_WEIGHT = 0.5;
const PRESENT = -9;
/** How much of the goal is looked at to tell the sector, and how many names. */
const GOAL_LENGTH = 300;
const MOST_NAMES = 40;
/** Two samples above this likeness propose the same. */
const ALIKE = 0.6;

export class SampleLibrary {
  readonly similarity: Similarity;
  readonly #entries: readonly Entry[];
  /** Which entries a bigram stands in. */
  readonly #postings = new Map<string, number[]>();
  /** Which entries answer a word. */
  readonly #about: PrefixIndex<readonly number[]>;
  /** Which sectors speak of a bigram, by position in `#sectors`. */
  readonly #sectorPostings = new Map<string, number[]>();
  readonly #sectors: readonly string[];
  readonly #contexts = new WeakMap<Draft, DraftContext>();

  constructor({ samples, weights }: LibraryData) {
    this.similarity = new Similarity(weights);
    this.#entries = samples.map((sample) => ({
      sample,
      name: compact(sample.name),
      pieces: bigrams([sample.name, ...sample.about].join('，')),
      // The older framework's 成本 and the newer 经济成本 are one for this purpose.
      box: sample.level2 === 'cost-legacy' ? 'cost-economic' : sample.level2,
    }));
    this.#sectors = [...new Set(samples.map(({ sector }) => sector))];
    const about = new Map<string, number[]>();
    for (const [index, { pieces, sample }] of this.#entries.entries()) {
      const sector = this.#sectors.indexOf(sample.sector);
      for (const piece of pieces) {
        push(this.#postings, piece, index);
        if (this.#sectorPostings.get(piece)?.at(-1) !== sector) push(this.#sectorPostings, piece, sector);
      }
      for (const word of sample.about) push(about, compact(word), index);
    }
    this.#about = new PrefixIndex(about);
  }

  /** At most `most` samples, best first; none that the draft already has, no two alike. */
  propose({ draft, text, box, most }: SampleQuery): Sample[] {
    const scores = this.#contextOf(draft).base.slice();
    this.#addWords(scores, text);
    if (box !== undefined) {
      const wanted = box === 'cost-legacy' ? 'cost-economic' : box;
      for (const [index, entry] of this.#entries.entries()) if (entry.box === wanted) scores[index]! += BOX_WEIGHT;
    }
    const chosen: Entry[] = [];
    // What is passed over for likeness is replaced by the next best; a few rounds always suffice.
    for (let round = 0; round < most * 4 && chosen.length < most; round += 1) {
      const best = highest(scores);
      const entry = this.#entries[best];
      if (!entry || scores[best]! < 0) break;
      scores[best] = PRESENT;
      if (!chosen.some((other) => this.similarity.likeness(other.pieces, entry.pieces) > ALIKE)) chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  #addWords(scores: Float64Array, text: string): void {
    const own = bigrams(text);
    const total = this.similarity.total(own) || 1;
    for (const piece of own) {
      const weight = this.similarity.weight(piece) / total;
      for (const index of this.#postings.get(piece) ?? []) scores[index]! += weight;
    }
    const key = compact(text);
    const answered = new Set<number>();
    for (let at = 0; at < key.length; at += 1) {
      for (const index of this.#about.at(key, at)?.value ?? []) answered.add(index);
    }
    for (const index of answered) scores[index]! += ABOUT_WEIGHT;
  }

  #contextOf(draft: Draft): DraftContext {
    const known = this.#contexts.get(draft);
    if (known) return known;
    const sectors = this.#sectorsOf(draft);
    const present = new Set(draft.indicators.map(({ name }) => compact(name)));
    const base = Float64Array.from(this.#entries, ({ sample, name }) =>
      present.has(name) ? PRESENT : SECTOR_WEIGHT * (sectors.get(sample.sector) ?? 0),
    );
    const context = { base };
    this.#contexts.set(draft, context);
    return context;
  }

  /** How much each sector is spoken of, the most spoken of being 1. */
  #sectorsOf(draft: Draft): ReadonlyMap<string, number> {
    const { name, unit, goal, annualGoal } = draft.project;
    const head = bigrams([name, unit ?? '', (goal ?? annualGoal ?? '').slice(0, GOAL_LENGTH)].join('，'));
    const names = bigrams(
      draft.indicators
        .slice(0, MOST_NAMES)
        .map((one) => one.name)
        .join('，'),
    );
    const scores = new Float64Array(this.#sectors.length);
    this.#addSectors(scores, head, 0.65);
    this.#addSectors(scores, names, 0.35);
    const most = Math.max(1e-9, ...scores);
    return new Map(this.#sectors.map((sector, index) => [sector, (scores[index]! / most) ** 3]));
  }

  #addSectors(scores: Float64Array, pieces: Bigrams, share: number): void {
    const total = this.similarity.total(pieces) || 1;
    for (const piece of pieces) {
      const weight = (share * this.similarity.weight(piece)) / total;
      for (const sector of this.#sectorPostings.get(piece) ?? []) scores[sector]! += weight;
    }
  }
}

function push<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index += 1) if (scores[index]! > scores[best]!) best = index;
  return best;
}
