/**
 * The linear model of findings: character pieces weighted by how telling they are, one table a question (category, pair of
 * category and tag, kind).
 */
import { Answerer, type RawScores, type Scorer, silent } from './answer.js';
import { linearEvidence } from './evidence.js';
import { normaliseText } from './features.js';
import { type LinearModel, parseLinearModel, saveLinearModel } from './linear-model.js';
import { LinearScorer } from './linear-table.js';
import { pieceHashes } from './piece-hashes.js';
import type { Classifier, TextEvidence } from './types.js';

/** Throws ModelError as `parseLinearModel` does. */
export function createLinear(model: unknown): Classifier {
  const parsed = parseLinearModel(model);
  const scorer = new LinearModelScorer(parsed);
  return {
    name: 'linear',
    classify: (text, stands) => {
      const raw = scorer.raw(text);
      return raw ? scorer.answerer.answer(raw, parsed.calibration, stands) : silent(normaliseText(text) === '');
    },
    explain: (text, category, most = 5) => scorer.explain(text, category, most),
    save: () => saveLinearModel(parsed),
  };
}

export class LinearModelScorer implements Scorer {
  readonly answerer: Answerer;
  readonly #ngrams: LinearModel['ngrams'];
  readonly #category: LinearScorer;
  readonly #detail: LinearScorer;
  readonly #kind: LinearScorer;

  constructor({ ngrams, tables, details }: Pick<LinearModel, 'ngrams' | 'tables' | 'details'>) {
    this.#ngrams = ngrams;
    this.#category = new LinearScorer(tables.category);
    this.#detail = new LinearScorer(tables.detail);
    this.#kind = new LinearScorer(tables.kind);
    this.answerer = new Answerer({ categories: tables.category.classes, details });
  }

  explain(text: string, category: string, most: number): TextEvidence {
    const one = this.#category.classes.indexOf(category);
    if (one < 0) return { for: [], against: [] };
    return linearEvidence(this.#category, normaliseText(text), { ...this.#ngrams, edges: false }, one, most);
  }

  raw(text: string): RawScores | undefined {
    const normalised = normaliseText(text);
    const words = pieceHashes(normalised, { ...this.#ngrams, edges: false });
    const category = this.#category.scores(words);
    if (!category) return undefined;
    const kind = this.#kind.scores(pieceHashes(normalised, { ...this.#ngrams, edges: true }));
    return {
      category,
      detail: this.#detail.scores(words) ?? this.#detail.classes.map(() => 0),
      kind: kind ?? this.#kind.classes.map(() => 0),
    };
  }
}
