import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Classifier } from '../classify/types.js';
import { ModelError } from '../errors.js';
import { packageRoot } from './root.js';

/**
 * The shipped model of findings.
 * @throws ModelError `bad-model`, `model-version`
 */
export async function loadFindingsModel(): Promise<Classifier> {
  const { createClassifier } = await import('../classify/create.js');
  const path = join(packageRoot, 'models', 'findings-bayes', 'model.json');
  try {
    return createClassifier('bayes', JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw new ModelError('bad-model', { file: path, cause });
  }
}
