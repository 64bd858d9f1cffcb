import { NameModel, nameModelSchema } from '../indicators/index.js';
import { loadSmallModel, smallModelFolder } from './small-model.js';

/**
 * The shipped model of indicator names; undefined where it has not been trained yet.
 * @throws ModelError `bad-model` where its two files do not fit
 */
export function loadNameModel(folder = smallModelFolder('indicators')): NameModel | undefined {
  return loadSmallModel(folder, nameModelSchema, (info, weights) => new NameModel(info, weights));
}
