/**
 * The Bayes model of findings: three tables over one vocabulary.
 *
 * `category` tells the categories apart, `detail` every pair of category and tag, `kind` problem, suggestion and neither.
 */
import { Answerer, type RawScores, type Scorer, silent } from './answer.js';
import { type BayesModel, parseBayesModel, splitVocabulary } from './bayes-model.js';
import { BayesTable } from './bayes-table.js';
import type { Calibration } from './calibration.js';
import { edges, ngrams, normaliseText } from './features.js';
import type { FindingKind } from '../schema/finding.js';
import type { Classification, Classifier } from './types.js';

/** Throws ModelError as `parseBayesModel` does. */
export function createBayes(model: unknown): Classifier {
  const parsed = parseBayesModel(model);
  const scorer = new BayesScorer(parsed);
  return {
    name: 'bayes',
    classify: (text, stands) => scorer.classify(text, parsed.calibration, stands),
    save: () => structuredClone(parsed),
  };
}

export class BayesScorer implements Scorer {
  readonly answerer: Answerer;
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
    this.answerer = new Answerer({ categories: model.category.classes, details: model.detail });
  }

  classify(text: string, calibration: Calibration, stands?: FindingKind): Classification {
    const raw = this.raw(text);
    // Without one known piece the priors alone would speak: that is no answer. No wording at all is a sure none.
    return raw ? this.answerer.answer(raw, calibration, stands) : silent(normaliseText(text) === '');
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
