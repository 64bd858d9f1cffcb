/**
 * The library of sample indicators: proposes those that fit a project and an indicator best. Judged by the words they
 * share (weighted by how telling each is), by the sector that the whole draft speaks of, and by the level-2 box.
 */
import { type Level2, PrefixIndex } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { type Pair, PairSet, PairTable } from '../text/pairs.js';
import { bigramPairs, Similarity } from '../text/similarity.js';
import type { LibraryData, Sample } from './library-data.js';

export interface SampleQuery {
  readonly draft: Draft;
  /** Stands for the draft as it is now: with the same one, what was told of the draft is not worked out again. */
  readonly run?: object;
  /** The indicator's own words: its name, or a task of the goal; '' where the whole draft is meant. */
  readonly text: string;
  /** The box that a sample should be for; none means any. */
  readonly box?: Level2;
  readonly most: number;
}

interface Entry {
  readonly sample: Sample;
  readonly pairs: readonly Pair[];
  /** Of the weights of its pairs. */
  readonly total: number;
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
  readonly #similarity: Similarity;
  readonly #entries: readonly Entry[];
  /** Positions of entries by name (a key), by box. */
  readonly #byName = new Map<string, number[]>();
  readonly #byBox = new Map<Level2, number[]>();
  /** The pairs that stand in any entry; by number of the pair, in which entries and sectors it does. */
  readonly #pairs = new PairTable(4096);
  readonly #postings: Uint16Array[];
  readonly #sectorPostings: Uint16Array[];
  readonly #weights: Float64Array;
  /** Which entries answer a word. */
  readonly #about: PrefixIndex<readonly number[]>;
  readonly #sectors: readonly string[];
  /** Of each entry, its sector by position in `#sectors`. */
  readonly #sectorOf: readonly number[];
  /** The run asked for last (a draft itself may be edited between two), and how well each sample fits it; far below zero for those that it already has. */
  #run: object | undefined;
  readonly #base: Float64Array;
  /** The share of the project's own words that each sample has too, and how much its sector is spoken of. */
  readonly #project: Float64Array;
  #sectorScores: Float64Array = new Float64Array();
  /** The share of the text's words that each sample has too. */
  readonly #own: Float64Array;
  readonly #scores: Float64Array;
  readonly #marked = new PairSet();

  constructor({ samples }: LibraryData, similarity: Similarity) {
    this.#similarity = similarity;
    this.#sectors = [...new Set(samples.map(({ sector }) => sector))];
    this.#sectorOf = samples.map(({ sector }) => this.#sectors.indexOf(sector));
    this.#base = new Float64Array(samples.length);
    this.#project = new Float64Array(samples.length);
    this.#own = new Float64Array(samples.length);
    this.#scores = new Float64Array(samples.length);
    this.#entries = samples.map((sample) => {
      const pairs = bigramPairs([sample.name, ...sample.about].join('，'));
      return { sample, pairs, total: this.#similarity.totalOf(pairs) };
    });
    const about = new Map<string, number[]>();
    // Numbers of pairs count up from 0, so that these maps are in their order.
    const postings = new Map<number, number[]>();
    const sectorPostings = new Map<number, number[]>();
    const weightOf: number[] = [];
    for (const [index, { pairs, sample }] of this.#entries.entries()) {
      push(this.#byName, compact(sample.name), index);
      push(this.#byBox, plainBox(sample.level2), index);
      for (const pair of pairs) {
        const number = this.#pairs.add(pair);
        push(postings, number, index);
        const sector = this.#sectorOf[index] as number;
        if (sectorPostings.get(number)?.at(-1) !== sector) push(sectorPostings, number, sector);
        weightOf[number] = this.#similarity.weightOf(pair);
      }
      for (const word of sample.about) push(about, compact(word), index);
    }
    this.#about = new PrefixIndex(about);
    this.#postings = Array.from(postings.values(), (list) => Uint16Array.from(list));
    this.#sectorPostings = Array.from(sectorPostings.values(), (list) => Uint16Array.from(list));
    this.#weights = Float64Array.from(weightOf);
  }

  /** At most `most` samples, best first; none that is about something else or that the draft already has, no two alike. */
  propose({ draft, run, text, box, most }: SampleQuery): Sample[] {
    const scores = this.#scores;
    scores.set(this.#baseOf(draft, run));
    const wanted = box && plainBox(box);
    if (wanted !== undefined) for (const index of this.#byBox.get(wanted) ?? []) scores[index]! += BOX_WEIGHT;
    const own = this.#own.fill(0);
    this.#addWords(own, bigramPairs(text), 1);
    const answered = this.#answering(compact(text));
    for (let index = 0; index < scores.length; index += 1) {
      if (!this.#fits(index, wanted, text !== '', answered)) scores[index] = PRESENT;
      else scores[index]! += own[index]! + (answered.has(index) ? ABOUT_WEIGHT : 0);
    }
    const chosen: Entry[] = [];
    for (const index of bestOf(scores, most * CANDIDATES)) {
      if (chosen.length >= most) break;
      const entry = this.#entries[index] as Entry;
      if (!this.#isLikeAny(entry, chosen)) chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  /** A proposal from another trade, or of a cost where an effect is wanted, is worse than none. */
  #fits(index: number, wanted: Level2 | undefined, hasText: boolean, answered: ReadonlySet<number>): boolean {
    const box = plainBox((this.#entries[index] as Entry).sample.level2);
    const elsewhere = wanted !== undefined && box !== wanted;
    if (elsewhere && (!hasText || APART.has(wanted) || APART.has(box))) return false;
    const own = this.#own[index]!;
    const sameTrade = this.#sectorScores[this.#sectorOf[index]!]! >= LEAST_SECTOR;
    // Everybody's satisfaction is asked for in the same words.
    if (!sameTrade && (!answered.has(index) || box === SATISFACTION || own < WORDS_OF_ANOTHER_TRADE)) return false;
    return own + this.#project[index]! >= (elsewhere ? WORDS_ELSEWHERE : LEAST_WORDS);
  }

  /** By the weighted share of pairs that the two have in common. */
  #isLikeAny({ pairs, total }: Entry, others: readonly Entry[]): boolean {
    if (others.length === 0) return false;
    const own = this.#marked;
    own.clear();
    for (const pair of pairs) own.add(pair);
    return others.some((other) => {
      let shared = 0;
      for (const pair of other.pairs) if (own.has(pair)) shared += this.#similarity.weightOf(pair);
      return (2 * shared) / (other.total + total) > ALIKE;
    });
  }

  /** Adds the share of the words' weight that each sample, or sector, has too. */
  #addWords(scores: Float64Array, own: readonly Pair[], share: number, postings = this.#postings): void {
    const numbers = own.map((pair) => this.#pairs.get(pair));
    let total = 0;
    for (let at = 0; at < own.length; at += 1) {
      const number = numbers[at]!;
      total += number < 0 ? this.#similarity.weightOf(own[at]!) : this.#weights[number]!;
    }
    for (const number of numbers) {
      if (number < 0) continue;
      const weight = (share * this.#weights[number]!) / (total || 1);
      const posted = postings[number]!;
      for (let at = 0; at < posted.length; at += 1) scores[posted[at]!]! += weight;
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

  #baseOf(draft: Draft, run: object | undefined): Float64Array {
    if (run !== undefined && this.#run === run) return this.#base;
    const { name, goal, annualGoal } = draft.project;
    const sectors = this.#sectorsOf(draft);
    const base = this.#base;
    const project = this.#project.fill(0);
    this.#addWords(project, bigramPairs(`${name}，${(goal ?? annualGoal ?? '').slice(0, HEAD_LENGTH)}`), 1);
    for (let index = 0; index < base.length; index += 1)
      base[index] = SECTOR_WEIGHT * sectors[this.#sectorOf[index]!]! + PROJECT_WEIGHT * project[index]!;
    for (const index of this.#answering(compact(name))) base[index]! += PROJECT_ABOUT_WEIGHT;
    this.#sectorScores = sectors;
    for (const one of draft.indicators)
      for (const index of this.#byName.get(compact(one.name)) ?? []) base[index] = PRESENT;
    this.#run = run;
    return base;
  }

  /** How much each sector is spoken of, the most spoken of being 1. */
  #sectorsOf(draft: Draft): Float64Array {
    const { name, unit, goal, annualGoal } = draft.project;
    const head = [name, unit ?? '', (goal ?? annualGoal ?? '').slice(0, GOAL_LENGTH)].join('，');
    let names = '';
    for (const one of draft.indicators.slice(0, MOST_NAMES)) names += `${one.name}，`;
    const scores = new Float64Array(this.#sectors.length);
    this.#addWords(scores, bigramPairs(head), 0.65, this.#sectorPostings);
    this.#addWords(scores, bigramPairs(names), 0.35, this.#sectorPostings);
    const most = Math.max(1e-9, ...scores);
    return scores.map((score) => (score / most) ** 3);
  }
}

/** The older framework's 成本 and the newer 经济成本 are one for this purpose. */
function plainBox(box: Level2): Level2 {
  return box === 'cost-legacy' ? 'cost-economic' : box;
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
