/**
 * The Bayes model of findings: three tables over one vocabulary.
 *
 * `category` tells the categories apart, `detail` every pair of category and tag, `kind` problem, suggestion and neither.
 * A category's probability is the mean of what `category` says and what the pairs of that category add up to in `detail`
 * (two points better than either alone: a category is a family of rather different subjects). Tags are shared out within
 * their category.
 */
import type { Label } from '../schema/finding.js';
import { type BayesModel, type Calibration, parseBayesModel, splitVocabulary } from './bayes-model.js';
import { BayesTable, softmax } from './bayes-table.js';
import { edges, ngrams, normaliseText } from './features.js';
import { type Classification, type Classifier, type KindScores, NONE } from './types.js';

/** What the three tables say about a text before calibration. */
export interface RawScores {
  readonly category: readonly number[];
  readonly detail: readonly number[];
  readonly kind: readonly number[];
}

/** Throws ModelError as `parseBayesModel` does. */
export function createBayes(model: unknown): Classifier {
  const parsed = parseBayesModel(model);
  const scorer = new BayesScorer(parsed);
  return {
    name: 'bayes',
    classify: (text) => scorer.classify(text, parsed.calibration),
    save: () => structuredClone(parsed),
  };
}

export class BayesScorer {
  readonly #model: BayesModel;
  readonly #words: ReadonlyMap<string, number>;
  readonly #edges: ReadonlyMap<string, number>;
  readonly #category: BayesTable;
  readonly #detail: BayesTable;
  readonly #kind: BayesTable;

  constructor(model: BayesModel) {
    this.#model = model;
    const vocabulary = splitVocabulary(model.vocabulary);
    this.#words = new Map(vocabulary.map((feature, i) => [feature, i]));
    this.#edges = new Map(splitVocabulary(model.edges).map((feature, i) => [feature, vocabulary.length + i]));
    this.#category = new BayesTable(model.category, model.smoothing.category);
    this.#detail = new BayesTable(model.detail, model.smoothing.detail);
    this.#kind = new BayesTable(model.kind, model.smoothing.kind);
  }

  /** Categories in the order of `categories()`, "none" included. */
  get categoryNames(): readonly string[] {
    return this.#category.classes;
  }

  classify(text: string, calibration: Calibration): Classification {
    const raw = this.raw(text);
    // Without one known piece the priors alone would speak: that is no answer. No wording at all is a sure none.
    return raw ? this.answer(raw, calibration) : silent(normaliseText(text) === '');
  }

  /** Undefined where the text has no known feature. */
  raw(text: string): RawScores | undefined {
    const normalised = normaliseText(text);
    const features = known(ngrams(normalised, this.#model.ngrams), this.#words);
    if (features.length === 0) return undefined;
    return {
      category: this.#category.scores(features),
      detail: this.#detail.scores(features),
      kind: this.#kind.scores([...features, ...known(edges(normalised, this.#model.ngrams), this.#edges)]),
    };
  }

  answer(raw: RawScores, calibration: Calibration): Classification {
    const details = softmax(raw.detail, calibration.temperature.detail);
    const categories = this.categories(raw, calibration);
    const best = Math.max(...categories);
    const labels = this.#labels(categories, details, calibration);
    const kinds = softmax(raw.kind, calibration.temperature.kind);
    return {
      kinds: Object.fromEntries(this.#kind.classes.map((kind, k) => [kind, kinds[k]!])) as unknown as KindScores,
      labels,
      confidence: best,
      needsReview: best < calibration.review,
    };
  }

  /** Probabilities of the classes of the `category` table, "none" included. */
  categories(raw: RawScores, { temperature }: Pick<Calibration, 'temperature'>): number[] {
    const mixed = softmax(raw.category, temperature.category).map((p) => p / 2);
    softmax(raw.detail, temperature.detail).forEach((p, d) => {
      mixed[this.#model.detail.parents[d]!]! += p / 2;
    });
    return this.#withNeither(mixed, softmax(raw.kind, temperature.kind));
  }

  /** A text without category is neither problem nor suggestion, so both tables are heard: F1 of "none" 0.55 → 0.64. */
  #withNeither(mixed: readonly number[], kinds: readonly number[]): number[] {
    const none = this.#category.classes.indexOf(NONE);
    if (none < 0) return mixed.map((p) => Math.min(p, 1));
    const agreed = (mixed[none]! + kinds[this.#kind.classes.indexOf('neither')]!) / 2;
    const rest = (1 - agreed) / Math.max(1 - mixed[none]!, 1e-9);
    // Rounding may carry a sum past 1, which the schema of a label refuses.
    return mixed.map((p, k) => Math.min(k === none ? agreed : p * rest, 1));
  }

  #labels(categories: readonly number[], details: readonly number[], calibration: Calibration): Label[] {
    const ranked = categories.map((score, k) => ({ score, k })).sort((a, b) => b.score - a.score || a.k - b.k);
    const names = this.#category.classes;
    if (names[ranked[0]!.k] === NONE) return [];
    return ranked
      .filter(({ score, k }, rank) => names[k] !== NONE && (rank === 0 || score >= calibration.second))
      .map(({ score, k }) => ({ category: names[k]!, tags: this.#tags(k, details, calibration), score }));
  }

  #tags(category: number, details: readonly number[], { tag, furtherTag }: Calibration): string[] {
    const { parents, tags } = this.#model.detail;
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

/** Positions of the pieces that the index knows, each once. */
function known(pieces: readonly string[], index: ReadonlyMap<string, number>): number[] {
  const positions = new Set<number>();
  for (const piece of pieces) {
    const position = index.get(piece);
    if (position !== undefined) positions.add(position);
  }
  return [...positions];
}

function silent(sure: boolean): Classification {
  const kinds = sure
    ? { problem: 0, suggestion: 0, neither: 1 }
    : { problem: 1 / 3, suggestion: 1 / 3, neither: 1 / 3 };
  return { kinds, labels: [], confidence: sure ? 1 : 0, needsReview: !sure };
}
