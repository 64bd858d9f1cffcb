import { ModelError } from '../errors.js';
import { createBayes } from './bayes.js';
import { createLinear } from './linear.js';
import type { Classifier } from './types.js';

/** A `Map`, since `constructor` and the like are no models. */
const MODELS: ReadonlyMap<string, (model: unknown) => Classifier> = new Map([
  ['bayes', createBayes],
  ['linear', createLinear],
]);

export type ClassifierName = 'bayes' | 'linear';

/**
 * Makes a classifier from a saved model.
 *
 * Throws ModelError: `unknown-model` for a name that is not known, `model-version` for a model of another format version,
 * `bad-model` for one that cannot be used.
 */
export function createClassifier(name: ClassifierName, model: unknown): Classifier {
  const create = MODELS.get(name);
  if (!create) throw new ModelError('unknown-model', { data: { name, known: [...MODELS.keys()] } });
  return create(model);
}
