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
  /** How well each sample fits the project; far below zero for those that the draft already has. */
  readonly base: Float64Array;
  /** The share of the project's own words that each sample has too. */
  readonly project: Float64Array;
  readonly sectors: ReadonlyMap<string, number>;
  /** How well each sample fits, with the samples of a box ahead. */
  readonly byBox: Map<Level2, Float64Array>;
}

interface Evidence {
  readonly context: DraftContext;
  /** The share of the text's words that the sample has too. */
  readonly own: number;
  readonly answered: boolean;
  readonly hasText: boolean;
  readonly wanted: Level2 | undefined;
}

const SATISFACTION = 'service-satisfaction';
/** Boxes that nothing from another box stands in for. */
const APART: ReadonlySet<Level2> = new Set([SATISFACTION, 'cost-economic', 'cost-social', 'cost-ecological']);
/** Below this share of what the most spoken-of sector has, a sample belongs to another trade. */
const LEAST_SECTOR = 0.3;
/** Below this share of common words a sample says nothing to the indicator or the project. */
const LEAST_WORDS = 0.15;
const WORDS_ELSEWHERE = 0.3;
const WORDS_OF_ANOTHER_TRADE = 0.5;
const SECTOR_WEIGHT = 0.6;
const PROJECT_WEIGHT = 0.8;
const PROJECT_ABOUT_WEIGHT = 0.2;
const ABOUT_WEIGHT = 0.25;
const BOX_WEIGHT = 0.35;
const PRESENT = -9;
/** How much of the goal is looked at to tell the sector, and how many names. */
const GOAL_LENGTH = 300;
/** How much of the goal counts as the project's own words. */
const HEAD_LENGTH = 80;
/** For each proposal so many are looked at, since those alike are passed over. */
const CANDIDATES = 4;
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

  /** At most `most` samples, best first; none that is about something else or that the draft already has, no two alike. */
  propose({ draft, text, box, most }: SampleQuery): Sample[] {
    const context = this.#contextOf(draft);
    const wanted = box === 'cost-legacy' ? 'cost-economic' : box;
    const answered = this.#answering(compact(text));
    const own = new Float64Array(this.#entries.length);
    this.#addWords(own, bigrams(text), 1);
    const scores = this.#baseFor(context, wanted).map((score, index) =>
      this.#fits(index, { context, own: own[index]!, answered: answered.has(index), hasText: text !== '', wanted })
        ? score + own[index]! + (answered.has(index) ? ABOUT_WEIGHT : 0)
        : PRESENT,
    );
    const chosen: Entry[] = [];
    for (const index of bestOf(scores, most * CANDIDATES)) {
      const entry = this.#entries[index] as Entry;
      if (chosen.length >= most) break;
      if (!chosen.some((other) => this.similarity.likeness(other.pieces, entry.pieces) > ALIKE)) chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  /** A proposal from another trade, or of a cost where an effect is wanted, is worse than none. */
  #fits(index: number, { context, own, answered, hasText, wanted }: Evidence): boolean {
    const { sample, box } = this.#entries[index]!;
    const elsewhere = wanted !== undefined && box !== wanted;
    if (elsewhere && (!hasText || APART.has(wanted) || APART.has(box))) return false;
    const sameTrade = (context.sectors.get(sample.sector) ?? 0) >= LEAST_SECTOR;
    // Everybody's satisfaction is asked for in the same words.
    if (!sameTrade && (!answered || box === SATISFACTION || own < WORDS_OF_ANOTHER_TRADE)) return false;
    return own + context.project[index]! >= (elsewhere ? WORDS_ELSEWHERE : LEAST_WORDS);
  }

  /** Adds the share of the words' weight that each sample has too. */
  #addWords(scores: Float64Array, own: Bigrams, share: number): void {
    const total = this.similarity.total(own) || 1;
    for (const piece of own) {
      const weight = (share * this.similarity.weight(piece)) / total;
      for (const index of this.#postings.get(piece) ?? []) scores[index]! += weight;
    }
  }

  /** The samples that answer a word of the text. */
  #answering(key: string): ReadonlySet<number> {
    const answered = new Set<number>();
    for (let at = 0; at < key.length; at += 1) {
      for (const index of this.#about.at(key, at)?.value ?? []) answered.add(index);
    }
    return answered;
  }

  #baseFor(context: DraftContext, box: Level2 | undefined): Float64Array {
    if (box === undefined) return context.base;
    let base = context.byBox.get(box);
    if (!base) {
      base = context.base.map((score, index) => (this.#entries[index]?.box === box ? score + BOX_WEIGHT : score));
      context.byBox.set(box, base);
    }
    return base;
  }

  #contextOf(draft: Draft): DraftContext {
    const known = this.#contexts.get(draft);
    if (known) return known;
    const { name, goal, annualGoal } = draft.project;
    const sectors = this.#sectorsOf(draft);
    const present = new Set(draft.indicators.map((one) => compact(one.name)));
    const base = Float64Array.from(this.#entries, ({ sample }) => SECTOR_WEIGHT * (sectors.get(sample.sector) ?? 0));
    const project = new Float64Array(this.#entries.length);
    this.#addWords(project, bigrams(`${name}，${(goal ?? annualGoal ?? '').slice(0, HEAD_LENGTH)}`), 1);
    for (const [index, share] of project.entries()) base[index]! += PROJECT_WEIGHT * share;
    for (const index of this.#answering(compact(name))) base[index]! += PROJECT_ABOUT_WEIGHT;
    for (const [index, entry] of this.#entries.entries()) if (present.has(entry.name)) base[index] = PRESENT;
    const context = { base, project, sectors, byBox: new Map<Level2, Float64Array>() };
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

/** Positions of the highest scores, best first; negative ones are left out. */
function bestOf(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index]!;
    if (score < 0 || (best.length === most && score <= scores[best[most - 1]!]!)) continue;
    let at = best.length === most ? most - 1 : best.length;
    for (; at > 0 && scores[best[at - 1]!]! < score; at -= 1) best[at] = best[at - 1]!;
    best[at] = index;
  }
  return best;
}
