/** The linear and the neural model heard together: the mean of what both think probable. TensorFlow is not needed for it. */
import type { Answerer, RawScores, Scorer } from './answer.js';
import { silent } from './answer.js';
import { parseEnsembleModel, saveEnsembleModel } from './ensemble-model.js';
import { normaliseText } from './features.js';
import { LinearModelScorer } from './linear.js';
import type { LinearModel } from './linear-model.js';
import { logarithm, NeuralScorer } from './neural.js';
import type { NeuralModel } from './neural-model.js';
import { softmax } from './probabilities.js';
import type { Classifier, TextEvidence } from './types.js';

/** Throws ModelError as `parseEnsembleModel` does. */
export function createEnsemble(model: unknown): Classifier {
  const parsed = parseEnsembleModel(model);
  const scorer = new EnsembleScorer(parsed);
  return {
    name: 'ensemble',
    classify: (text, stands) => {
      const raw = scorer.raw(text);
      return raw ? scorer.answerer.answer(raw, parsed.calibration, stands) : silent(normaliseText(text) === '');
    },
    explain: (text, category, most = 5) => scorer.explain(text, category, most),
    save: () => saveEnsembleModel(parsed),
  };
}

export class EnsembleScorer implements Scorer {
  readonly answerer: Answerer;
  readonly #linear: LinearModelScorer;
  readonly #neural: NeuralScorer;

  /** Both have the same categories, and pairs of category and tag, in the same order. */
  constructor({ linear, neural }: { readonly linear: LinearModel; readonly neural: NeuralModel }) {
    this.#linear = new LinearModelScorer(linear);
    this.#neural = new NeuralScorer(neural);
    this.answerer = this.#linear.answerer;
  }

  raw(text: string): RawScores | undefined {
    const linear = this.#linear.raw(text);
    const neural = this.#neural.raw(text);
    if (!linear || !neural) return linear ?? neural;
    return {
      category: mean(linear.category, neural.category),
      detail: mean(linear.detail, neural.detail),
      kind: mean(linear.kind, neural.kind),
    };
  }

  /** What the linear half of it has to say. */
  explain(text: string, category: string, most: number): TextEvidence {
    return this.#linear.explain(text, category, most);
  }
}

/** The logarithm of the mean probability of each class. */
function mean(one: readonly number[], other: readonly number[]): number[] {
  const others = softmax(other, 1);
  return softmax(one, 1).map((probability, k) => logarithm((probability + others[k]!) / 2));
}
