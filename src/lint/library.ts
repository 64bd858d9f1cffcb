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
  readonly #sectors = new Map<string, Bigrams>();
  readonly #sectorOf = new WeakMap<Draft, ReadonlyMap<string, number>>();

  constructor({ samples, weights }: LibraryData) {
    this.#similarity = new Similarity(weights);
    this.#entries = samples.map((sample) => ({
      sample,
      name: compact(sample.name),
      pieces: bigrams([sample.name, ...sample.about].join('，')),
    }));
    const sectors = new Map<string, Set<string>>();
    for (const [index, { pieces, sample }] of this.#entries.entries()) {
      const sector = sectors.get(sample.sector) ?? new Set<string>();
      sectors.set(sample.sector, sector);
      for (const piece of pieces) {
        sector.add(piece);
        const list = this.#postings.get(piece);
        if (list) list.push(index);
        else this.#postings.set(piece, [index]);
      }
    }
    for (const [name, pieces] of sectors) this.#sectors.set(name, pieces);
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
    const ranked = this.#entries.flatMap((entry, index) => {
      if (present.has(entry.name)) return [];
      let score = scores[index] as number;
      score += SECTOR_WEIGHT * (sectors.get(entry.sample.sector) ?? 0);
      if (key !== '' && entry.sample.about.some((word) => key.includes(compact(word)))) score += ABOUT_WEIGHT;
      if (box !== undefined && sameBox(entry.sample.level2, box)) score += BOX_WEIGHT;
      return [{ entry, score }];
    });
    ranked.sort((a, b) => b.score - a.score);
    return this.#varied(ranked.slice(0, most * 8), most);
  }

  /** Proposals should differ: of two that measure nearly the same the second is passed over. */
  #varied(ranked: readonly { entry: Entry; score: number }[], most: number): Sample[] {
    const chosen: Entry[] = [];
    for (const { entry } of ranked) {
      if (chosen.length >= most) break;
      if (chosen.some((other) => this.#similarity.likeness(other.pieces, entry.pieces) > 0.6)) continue;
      chosen.push(entry);
    }
    return chosen.map(({ sample }) => sample);
  }

  /** How much each sector is spoken of, the most spoken of being 1. */
  #sectorsOf(draft: Draft): ReadonlyMap<string, number> {
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
    const raw = [...this.#sectors].map(([sector, pieces]) => {
      const shared = (set: Bigrams) => this.#similarity.coverage(set, pieces);
      return [sector, shared(head) * 0.65 + shared(names) * 0.35] as const;
    });
    const most = Math.max(1e-9, ...raw.map(([, score]) => score));
    const scores = new Map(raw.map(([sector, score]) => [sector, (score / most) ** 3]));
    this.#sectorOf.set(draft, scores);
    return scores;
  }
}

/** The older framework's 成本 and the newer 经济成本 are one for this purpose. */
function sameBox(a: Level2, b: Level2): boolean {
  const fold = (box: Level2) => (box === 'cost-legacy' ? 'cost-economic' : box);
  return fold(a) === fold(b);
}
