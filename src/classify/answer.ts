/**
 * From raw scores to an answer, alike for every model: temperatures make probabilities of the scores, the questions are
 * heard together, thresholds decide what is told.
 */
import type { FindingKind, Label } from '../schema/finding.js';
import type { Calibration } from './calibration.js';
import { softmax } from './probabilities.js';
import { type Classification, KINDS, type KindScores, NONE } from './types.js';

/** What a model says about a text before calibration: one score a class, higher is likelier. */
export interface RawScores {
  readonly category: readonly number[];
  readonly detail: readonly number[];
  readonly kind: readonly number[];
}

/** The same as probabilities, each list summing to 1. */
export interface Probabilities {
  readonly categories: readonly number[];
  readonly details: readonly number[];
  readonly kinds: readonly number[];
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

  answer(raw: RawScores, calibration: Calibration, stands?: FindingKind): Classification {
    return this.decide(this.probabilities(raw, calibration, stands), calibration);
  }

  probabilities(
    raw: RawScores,
    { temperature, neither }: Pick<Calibration, 'temperature' | 'neither'>,
    stands?: FindingKind,
  ): Probabilities {
    const details = softmax(raw.detail, temperature.detail);
    const kinds = standing(softmax(raw.kind, temperature.kind), stands);
    const categories = this.combine(
      softmax(raw.category, temperature.category),
      this.parentsOf(details),
      kinds,
      neither,
    );
    return { categories, details, kinds };
  }

  /** Thresholds make an answer of probabilities. */
  decide({ categories, details, kinds }: Probabilities, calibration: Calibration): Classification {
    const best = Math.max(...categories);
    return {
      kinds: Object.fromEntries(KINDS.map((kind, k) => [kind, kinds[k]!])) as unknown as KindScores,
      labels: this.#labels(categories, details, calibration),
      confidence: best,
      needsReview: best < calibration.review,
    };
  }

  /** What pairs of category and tag add up to, by category. */
  parentsOf(details: readonly number[]): number[] {
    const sums = this.categoryNames.map(() => 0);
    details.forEach((p, d) => {
      sums[this.#classes.details.parents[d]!]! += p;
    });
    return sums;
  }

  /**
   * Probabilities of the categories: the mean of what is said of them and what their pairs of category and tag add up to
   * (a category is a family of rather different subjects), with what is said of the kind.
   */
  combine(
    categories: readonly number[],
    parents: readonly number[],
    kinds: readonly number[],
    neither: Calibration['neither'],
  ): number[] {
    const mixed = categories.map((p, k) => (p + parents[k]!) / 2);
    return this.#withNeither(mixed, kinds[KINDS.indexOf('neither')]!, neither);
  }

  /**
   * A text without category is neither problem nor suggestion, so both questions are heard, as log-odds: where one is sure,
   * the other's doubt must not halve it.
   */
  #withNeither(mixed: readonly number[], neither: number, { kind, category, bias }: Calibration['neither']): number[] {
    const none = this.categoryNames.indexOf(NONE);
    if (none < 0) return mixed.map((p) => Math.min(p, 1));
    const agreed = 1 / (1 + Math.exp(-(bias + kind * logOdds(neither) + category * logOdds(mixed[none]!))));
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

/** In a column of problems or suggestions plain description is rare: its odds there, beside those in any text. */
const DESCRIPTION_AMONG_FINDINGS = 0.05;

function standing(kinds: readonly number[], stands: FindingKind | undefined): readonly number[] {
  if (stands === undefined) return kinds;
  const neither = kinds[KINDS.indexOf('neither')]! * DESCRIPTION_AMONG_FINDINGS;
  const share = neither / (neither + 1 - kinds[KINDS.indexOf('neither')]!);
  return KINDS.map((kind) => (kind === stands ? 1 - share : kind === 'neither' ? share : 0));
}

/** Bounded, so that no question alone is certain. */
function logOdds(probability: number): number {
  return Math.log((probability + 1e-4) / (1 - probability + 1e-4));
}

/** The answer where the model knows nothing of the text: no wording at all is a sure none. */
export function silent(sure: boolean): Classification {
  const kinds = sure
    ? { problem: 0, suggestion: 0, neither: 1 }
    : { problem: 1 / 3, suggestion: 1 / 3, neither: 1 / 3 };
  return { kinds, labels: [], confidence: sure ? 1 : 0, needsReview: !sure };
}
