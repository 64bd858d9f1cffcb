import { ModelError } from '../errors.js';
import { createBayes } from './bayes.js';
import { CLASSIFIER_NAMES, type ClassifierName } from './classifier-names.js';
import { createEnsemble } from './ensemble.js';
import { createLinear } from './linear.js';
import { createNeural } from './neural.js';
import type { Classifier } from './types.js';

export type { ClassifierName } from './classifier-names.js';

const MODELS: Readonly<Record<ClassifierName, (model: unknown) => Classifier>> = {
  linear: createLinear,
  // The argument that is left out would be TensorFlow's runner: the plain code gives the same scores and runs everywhere.
  neural: (model) => createNeural(model),
  ensemble: createEnsemble,
  bayes: createBayes,
};

/**
 * Makes a classifier from a saved model. The neural model is asked in plain code; `loadFindingsModel` (`jixiao/node`) runs it on
 * TensorFlow.js.
 *
 * Throws ModelError: `unknown-model` for a name that is not known, `model-version` for a model of another format version,
 * `bad-model` for one that cannot be used.
 */
export function createClassifier(name: ClassifierName, model: unknown): Classifier {
  // `constructor` and the like are no models.
  if (!CLASSIFIER_NAMES.includes(name)) {
    throw new ModelError('unknown-model', { data: { name, known: CLASSIFIER_NAMES } });
  }
  return MODELS[name](model);
}
