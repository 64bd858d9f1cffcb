import { KindModel, kindModelSchema } from '../findings/kind-model.js';
import { loadSmallModel, smallModelFolder } from './small-model.js';

/**
 * The shipped model of kinds; undefined where it has not been trained yet.
 * @throws ModelError `bad-model` where its two files do not fit
 */
export function loadKindModel(folder = smallModelFolder('finding-kinds')): KindModel | undefined {
  return loadSmallModel(folder, kindModelSchema, (info, weights) => new KindModel(info, weights));
}
