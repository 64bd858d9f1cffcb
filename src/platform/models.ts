import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassifierName } from '../classify/create.js';
import type { Classifier } from '../classify/types.js';
import { ModelError } from '../errors.js';
import { packageRoot } from './root.js';

/**
 * The shipped model of findings; `linear` is the better one on parts held back (its card says by how much).
 * @throws ModelError `bad-model`, `model-version`
 */
export async function loadFindingsModel(name: ClassifierName = 'linear'): Promise<Classifier> {
  const { createClassifier } = await import('../classify/create.js');
  const path = join(packageRoot, 'models', `findings-${name}`, 'model.json');
  try {
    return createClassifier(name, JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw new ModelError('bad-model', { file: path, cause });
  }
}
