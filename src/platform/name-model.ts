import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelError } from '../errors.js';
import { NameModel, nameModelSchema } from '../indicators/index.js';
import { packageRoot } from './root.js';

const FOLDER = join(packageRoot, 'models', 'indicators');

/**
 * The shipped model of indicator names; undefined where it has not been trained yet.
 * @throws ModelError `bad-model` where its two files do not fit
 */
export function loadNameModel(folder = FOLDER): NameModel | undefined {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return undefined;
  try {
    const info = nameModelSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new NameModel(info, readFileSync(join(folder, 'weights.bin')));
  } catch (cause) {
    throw new ModelError('bad-model', { file, cause });
  }
}
