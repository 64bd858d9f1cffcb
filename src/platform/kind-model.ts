import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelError } from '../errors.js';
import { KindModel, kindModelSchema } from '../findings/kind-model.js';
import { packageRoot } from './root.js';

const FOLDER = join(packageRoot, 'models', 'finding-kinds');

/**
 * The shipped model of kinds; undefined where it has not been trained yet.
 * @throws ModelError `bad-model` where its two files do not fit
 */
export function loadKindModel(folder = FOLDER): KindModel | undefined {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return undefined;
  try {
    const info = kindModelSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new KindModel(info, readFileSync(join(folder, 'weights.bin')));
  } catch (cause) {
    throw new ModelError('bad-model', { file, cause });
  }
}
