/**
 * From raw scores to an answer, alike for every model: temperatures make probabilities of the scores, the questions are
 * heard together, thresholds decide what is told.
 */
import type { Label } from '../schema/finding.js';
import type { Calibration } from './calibration.js';
import { softmax } from './probabilities.js';
import { type Classification, KINDS, type KindScores, NONE } from './types.js';

/** What a model says about a text before calibration: one score a class, higher is likelier. */
export interface RawScores {
  readonly category: readonly number[];
  readonly detail: readonly number[];
  readonly kind: readonly number[];
}

/** The classes that the scores stand for. */
export interface Classes {
  /** Category codes, "none" among them. */
  readonly categories: readonly string[];
  /** Pairs of category (by position) and tag; an empty tag is the bare headline of the category. */
  readonly details: { readonly parents: readonly number[]; readonly tags: readonly string[] };
}

/** A trained model as calibration and cross-validation see it. */
export interface Scorer {
  readonly answerer: Answerer;
  /** Undefined where the text has no known feature. */
  raw(text: string): RawScores | undefined;
}

export class Answerer {
  readonly #classes: Classes;

  constructor(classes: Classes) {
    this.#classes = classes;
  }

  get categoryNames(): readonly string[] {
    return this.#classes.categories;
  }

  answer(raw: RawScores, calibration: Calibration): Classification {
    const details = softmax(raw.detail, calibration.temperature.detail);
    const categories = this.categories(raw, calibration);
    const best = Math.max(...categories);
    const kinds = softmax(raw.kind, calibration.temperature.kind);
    return {
      kinds: Object.fromEntries(KINDS.map((kind, k) => [kind, kinds[k]!])) as unknown as KindScores,
      labels: this.#labels(categories, details, calibration),
      confidence: best,
      needsReview: best < calibration.review,
    };
  }

  /**
   * Probabilities of the categories: the mean of what is said of them and what their pairs of category and tag add up to
   * (a category is a family of rather different subjects).
   */
  categories(raw: RawScores, { temperature }: Pick<Calibration, 'temperature'>): number[] {
    const mixed = softmax(raw.category, temperature.category).map((p) => p / 2);
    softmax(raw.detail, temperature.detail).forEach((p, d) => {
      mixed[this.#classes.details.parents[d]!]! += p / 2;
    });
    return this.#withNeither(mixed, softmax(raw.kind, temperature.kind));
  }

  /** A text without category is neither problem nor suggestion, so both questions are heard. */
  #withNeither(mixed: readonly number[], kinds: readonly number[]): number[] {
    const none = this.categoryNames.indexOf(NONE);
    if (none < 0) return mixed.map((p) => Math.min(p, 1));
    const agreed = (mixed[none]! + kinds[KINDS.indexOf('neither')]!) / 2;
    const rest = (1 - agreed) / Math.max(1 - mixed[none]!, 1e-9);
    // Rounding may carry a sum past 1, which the schema of a label refuses.
    return mixed.map((p, k) => Math.min(k === none ? agreed : p * rest, 1));
  }

  #labels(categories: readonly number[], details: readonly number[], calibration: Calibration): Label[] {
    const ranked = categories.map((score, k) => ({ score, k })).sort((a, b) => b.score - a.score || a.k - b.k);
    const names = this.categoryNames;
    if (names[ranked[0]!.k] === NONE) return [];
    return ranked
      .filter(({ score, k }, rank) => names[k] !== NONE && (rank === 0 || score >= calibration.second))
      .map(({ score, k }) => ({ category: names[k]!, tags: this.#tags(k, details, calibration), score }));
  }

  #tags(category: number, details: readonly number[], { tag, furtherTag }: Calibration): string[] {
    const { parents, tags } = this.#classes.details;
    const own = tags.map((name, d) => ({ name, p: details[d]! })).filter((_, d) => parents[d] === category);
    const sum = own.reduce((total, { p }) => total + p, 0) || 1;
    // The pair without a tag is the bare headline of a category (强化监督管理): where it leads, no tag is right.
    return own
      .sort((a, b) => b.p - a.p)
      .filter(({ p }, rank) => p / sum >= (rank === 0 ? tag : furtherTag))
      .map(({ name }) => name)
      .filter((name) => name !== '');
  }
}

/** The answer where the model knows nothing of the text: no wording at all is a sure none. */
export function silent(sure: boolean): Classification {
  const kinds = sure
    ? { problem: 0, suggestion: 0, neither: 1 }
    : { problem: 1 / 3, suggestion: 1 / 3, neither: 1 / 3 };
  return { kinds, labels: [], confidence: sure ? 1 : 0, needsReview: !sure };
}
