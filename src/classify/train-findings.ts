/** One way to train a model of findings of any kind. */
import type { Scorer } from './answer.js';
import { BayesScorer } from './bayes.js';
import type { ClassifierName } from './classifier-names.js';
import { createClassifier } from './create.js';
import { EnsembleScorer } from './ensemble.js';
import { saveEnsembleModel } from './ensemble-model.js';
import { LinearModelScorer } from './linear.js';
import { saveLinearModel } from './linear-model.js';
import { NeuralScorer } from './neural.js';
import { saveNeuralModel } from './neural-model.js';
import { BAYES_ACCEPTED, countBayes, trainBayes } from './train.js';
import { ENSEMBLE_ACCEPTED, trainEnsemble, trainEnsembleMembers } from './train-ensemble.js';
import { LINEAR_ACCEPTED, trainLinear, trainLinearTables } from './train-linear.js';
import { NEURAL_ACCEPTED, trainNeural, trainNeuralNets } from './train-neural.js';
import type { TrainingWatch } from './training-watch.js';
import type { Classifier, Example } from './types.js';

export const DEFAULT_SEED = 20240501;

export interface FindingsTraining {
  readonly model: ClassifierName;
  /** Same texts in the same order and same seed, same bytes. `bayes` counts, and leaves nothing to chance. */
  readonly seed?: number;
  /** Short wordings that are learnt from beside whole findings; not by `bayes`. */
  readonly cues?: readonly Example[];
}

interface Options {
  readonly seed: number;
  readonly cues: readonly Example[];
}

interface Trainer {
  /** The share of accepted answers that a calibration is to make right. */
  readonly accepted: number;
  /** As it is saved. */
  train(examples: readonly Example[], options: Options, watch: TrainingWatch): object;
  /** What is learnt alone: not calibrated. */
  scorer(examples: readonly Example[], options: Options, progress: (share: number) => void): Scorer;
}

const TRAINERS: Readonly<Record<ClassifierName, Trainer>> = {
  linear: {
    accepted: LINEAR_ACCEPTED,
    train: (examples, options, watch) => saveLinearModel(trainLinear(examples, options, watch)),
    scorer: (examples, options, progress) => new LinearModelScorer(trainLinearTables(examples, options, progress)),
  },
  neural: {
    accepted: NEURAL_ACCEPTED,
    train: (examples, options, watch) => saveNeuralModel(trainNeural(examples, options, watch)),
    scorer: (examples, options, progress) => new NeuralScorer(trainNeuralNets(examples, options, progress)),
  },
  ensemble: {
    accepted: ENSEMBLE_ACCEPTED,
    train: (examples, options, watch) => saveEnsembleModel(trainEnsemble(examples, options, watch)),
    scorer: (examples, options, progress) => new EnsembleScorer(trainEnsembleMembers(examples, options, progress)),
  },
  bayes: {
    accepted: BAYES_ACCEPTED,
    train: (examples, _, watch) => trainBayes(examples, {}, watch),
    scorer: (examples, _, progress) => {
      const scorer = new BayesScorer(countBayes(examples, {}));
      progress(1);
      return scorer;
    },
  },
};

/**
 * Labelled texts → a model to be written as JSON; `createClassifier` takes it back.
 * @throws DataError `no-examples` without any
 */
export function trainFindings(
  examples: readonly Example[],
  { model, seed = DEFAULT_SEED, cues = [] }: FindingsTraining,
  watch: TrainingWatch = {},
): object {
  return TRAINERS[model].train(examples, { seed, cues }, watch);
}

/** What is learnt alone: a model that is not calibrated. */
export function trainScorer(
  examples: readonly Example[],
  { model, seed = DEFAULT_SEED, cues = [] }: FindingsTraining,
  progress: (share: number) => void = () => undefined,
): Scorer {
  return TRAINERS[model].scorer(examples, { seed, cues }, progress);
}

/** The share of accepted answers that a calibration is to make right. */
export function acceptedShare(model: ClassifierName): number {
  return TRAINERS[model].accepted;
}

/** A trained model, ready to classify. */
export function trainedClassifier(
  examples: readonly Example[],
  training: FindingsTraining,
  watch: TrainingWatch = {},
): Classifier {
  return createClassifier(training.model, trainFindings(examples, training, watch));
}
