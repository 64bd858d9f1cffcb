/** One way to train a model of findings of either kind. */
import type { ClassifierName } from './create.js';
import type { Scorer } from './answer.js';
import { BayesScorer, createBayes } from './bayes.js';
import { createLinear, LinearModelScorer } from './linear.js';
import { saveLinearModel } from './linear-model.js';
import { BAYES_ACCEPTED, countBayes, trainBayes } from './train.js';
import { LINEAR_ACCEPTED, trainLinear, trainLinearTables } from './train-linear.js';
import type { TrainingWatch } from './training-watch.js';
import type { Classifier, Example } from './types.js';

export const DEFAULT_SEED = 20240501;

export interface FindingsTraining {
  readonly model: ClassifierName;
  /** Same texts in the same order and same seed, same bytes. `bayes` counts, and leaves nothing to chance. */
  readonly seed?: number;
  /** Short wordings that are learnt from beside whole findings; `linear` only. */
  readonly cues?: readonly Example[];
}

/**
 * Labelled texts → a model to be written as JSON; `createClassifier` takes it back.
 * @throws DataError `no-examples` without any
 */
export function trainFindings(
  examples: readonly Example[],
  { model, seed = DEFAULT_SEED, cues = [] }: FindingsTraining,
  watch: TrainingWatch = {},
): object {
  if (model === 'bayes') return trainBayes(examples, {}, watch);
  return saveLinearModel(trainLinear(examples, { seed, cues }, watch));
}

/** What is learnt alone: a model that is not calibrated. */
export function trainScorer(
  examples: readonly Example[],
  { model, seed = DEFAULT_SEED, cues = [] }: FindingsTraining,
  progress: (share: number) => void = () => undefined,
): Scorer {
  if (model === 'linear') return new LinearModelScorer(trainLinearTables(examples, { seed, cues }, progress));
  const scorer = new BayesScorer(countBayes(examples, {}));
  progress(1);
  return scorer;
}

/** The share of accepted answers that a calibration is to make right. */
export const ACCEPTED: Readonly<Record<ClassifierName, number>> = { linear: LINEAR_ACCEPTED, bayes: BAYES_ACCEPTED };

/** A trained model, ready to classify. */
export function trainedClassifier(
  examples: readonly Example[],
  training: FindingsTraining,
  watch: TrainingWatch = {},
): Classifier {
  const model = trainFindings(examples, training, watch);
  return training.model === 'bayes' ? createBayes(model) : createLinear(model);
}
