/**
 * The library of sample indicators: proposes those that fit a project and an indicator best. Judged by the words they
 * share (weighted by how telling each is), by the sector that the whole draft speaks of, and by the level-2 box.
 */
import { type Level2, PrefixIndex, spell } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { type Pair, PairSet, PairTable } from '../text/pairs.js';
import { bigramPairs, Similarity } from '../text/similarity.js';
import type { LibraryData, Sample } from './library-data.js';

export interface SampleQuery {
  readonly draft: Draft;
  /** Whoever asks, where the draft stays as it is as long as he asks: then it is looked at once. */
  readonly asker?: object | undefined;
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
  /** Positions of entries by name (a key). */
  readonly #byName = new Map<string, number[]>();
  /** Of each entry, its box. */
  readonly #boxes: readonly Level2[];
  /** The pairs that stand in any entry; by number of the pair, in which entries and sectors it does. */
  readonly #pairs = new PairTable(4096);
  readonly #postings: Uint16Array[];
  readonly #sectorPostings: Uint16Array[];
  readonly #weights: Float64Array;
  /** Which entries answer a word. */
  readonly #about: PrefixIndex<readonly number[]>;
  readonly #sectors: readonly string[];
  /** Of each entry, its sector by position in `#sectors`. */
  readonly #sectorOf: Uint16Array;
  /** Who asked last, and how well each sample fits his draft; far below zero for those that it already has. */
  #asker: object | undefined;
  readonly #base: Float64Array;
  /** The share of the project's own words that each sample has too, and how much its sector is spoken of. */
  readonly #project: Float64Array;
  readonly #sectorScores: Float64Array;
  /** The share of the text's words that each sample has too, and whether it answers one of them. */
  readonly #own: Float64Array;
  readonly #answered: Uint8Array;
  readonly #scores: Float64Array;
  readonly #marked = new PairSet();

  constructor({ samples }: LibraryData, similarity: Similarity) {
    this.#similarity = similarity;
    this.#sectors = [...new Set(samples.map(({ sector }) => sector))];
    this.#sectorOf = Uint16Array.from(samples, ({ sector }) => this.#sectors.indexOf(sector));
    this.#sectorScores = new Float64Array(this.#sectors.length);
    this.#boxes = samples.map(({ level2 }) => plainBox(level2));
    this.#base = new Float64Array(samples.length);
    this.#project = new Float64Array(samples.length);
    this.#own = new Float64Array(samples.length);
    this.#answered = new Uint8Array(samples.length);
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
  propose({ draft, asker, text, box, most }: SampleQuery): Sample[] {
    this.#look(draft, asker);
    this.#own.fill(0);
    this.#addWords(this.#own, bigramPairs(text), 1);
    this.#answer(compact(text));
    const wanted = box && plainBox(box);
    const chosen: Entry[] = [];
    for (const index of this.#best(most * CANDIDATES, wanted, text !== '')) {
      if (chosen.length >= most) break;
      const entry = this.#entries[index] as Entry;
      if (!this.#isLikeAny(entry, chosen)) chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  /** Positions of the highest scores, best first. */
  #best(most: number, wanted: Level2 | undefined, hasText: boolean): number[] {
    const [base, scores, own, answered] = [this.#base, this.#scores, this.#own, this.#answered];
    const best: number[] = [];
    for (let index = 0; index < base.length; index += 1) {
      if (!this.#fits(index, wanted, hasText)) continue;
      const boxed = base[index]! + (this.#boxes[index] === wanted ? BOX_WEIGHT : 0);
      const score = boxed + (own[index]! + (answered[index] === 1 ? ABOUT_WEIGHT : 0));
      if (score < 0 || (best.length === most && score <= scores[best[most - 1]!]!)) continue;
      scores[index] = score;
      let at = best.length === most ? most - 1 : best.length;
      for (; at > 0 && scores[best[at - 1]!]! < score; at -= 1) best[at] = best[at - 1]!;
      best[at] = index;
    }
    return best;
  }

  /** A proposal from another trade, or of a cost where an effect is wanted, is worse than none. */
  #fits(index: number, wanted: Level2 | undefined, hasText: boolean): boolean {
    const own = this.#own[index]!;
    const words = own + this.#project[index]!;
    if (words < LEAST_WORDS) return false;
    const box = this.#boxes[index]!;
    if (wanted !== undefined && box !== wanted) {
      if (words < WORDS_ELSEWHERE || !hasText || APART.has(wanted) || APART.has(box)) return false;
    }
    if (this.#sectorScores[this.#sectorOf[index]!]! >= LEAST_SECTOR) return true;
    // Everybody's satisfaction is asked for in the same words.
    return this.#answered[index] === 1 && box !== SATISFACTION && own >= WORDS_OF_ANOTHER_TRADE;
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
    if (numbers.length < own.length) numbers = new Int32Array(own.length * 2);
    let total = 0;
    for (let at = 0; at < own.length; at += 1) {
      const number = this.#pairs.get(own[at]!);
      numbers[at] = number;
      total += number < 0 ? this.#similarity.weightOf(own[at]!) : this.#weights[number]!;
    }
    for (let at = 0; at < own.length; at += 1) {
      const number = numbers[at]!;
      if (number < 0) continue;
      const weight = (share * this.#weights[number]!) / (total || 1);
      const posted = postings[number]!;
      for (let place = 0; place < posted.length; place += 1) scores[posted[place]!]! += weight;
    }
  }

  /** Marks the samples that answer a word of the text. */
  #answer(key: string): void {
    this.#answered.fill(0);
    spell(key);
    for (let at = 0; at < key.length; at += 1) {
      const hit = this.#about.here(at);
      if (hit) for (const index of hit.value) this.#answered[index] = 1;
    }
  }

  /** Looks at the draft as a whole, unless it is the same as before. */
  #look(draft: Draft, asker: object | undefined): void {
    if (asker !== undefined && this.#asker === asker) return;
    this.#asker = undefined;
    const { name, goal, annualGoal } = draft.project;
    this.#scoreSectors(draft);
    const [base, sectors] = [this.#base, this.#sectorScores];
    const project = this.#project.fill(0);
    this.#addWords(project, bigramPairs(`${name}，${(goal ?? annualGoal ?? '').slice(0, HEAD_LENGTH)}`), 1);
    this.#answer(compact(name));
    for (let index = 0; index < base.length; index += 1) {
      base[index] = SECTOR_WEIGHT * sectors[this.#sectorOf[index]!]! + PROJECT_WEIGHT * project[index]!;
      if (this.#answered[index] === 1) base[index]! += PROJECT_ABOUT_WEIGHT;
    }
    for (const one of draft.indicators) {
      const present = this.#byName.get(compact(one.name));
      if (present) for (const index of present) base[index] = PRESENT;
    }
    this.#asker = asker;
  }

  /** How much each sector is spoken of, the most spoken of being 1. */
  #scoreSectors(draft: Draft): void {
    const { name, unit, goal, annualGoal } = draft.project;
    const head = [name, unit ?? '', (goal ?? annualGoal ?? '').slice(0, GOAL_LENGTH)].join('，');
    let names = '';
    for (let index = 0; index < Math.min(MOST_NAMES, draft.indicators.length); index += 1)
      names += `${draft.indicators[index]!.name}，`;
    const scores = this.#sectorScores.fill(0);
    this.#addWords(scores, bigramPairs(head), 0.65, this.#sectorPostings);
    this.#addWords(scores, bigramPairs(names), 0.35, this.#sectorPostings);
    let most = 1e-9;
    for (const score of scores) if (score > most) most = score;
    for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index]! / most) ** 3;
  }
}

/** Of the words that are added at the moment. */
let numbers = new Int32Array(512);

/** The older framework's 成本 and the newer 经济成本 are one for this purpose. */
function plainBox(box: Level2): Level2 {
  return box === 'cost-legacy' ? 'cost-economic' : box;
}

function push<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
