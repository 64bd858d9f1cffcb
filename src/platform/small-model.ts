import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ModelError } from '../errors.js';
import { packageRoot } from './root.js';

/** Where the small models lie that ship with the package: `models/<name>/`. */
export function smallModelFolder(name: string): string {
  return join(packageRoot, 'models', name);
}

/**
 * A small model: what `model.json` says of it and the bytes of `weights.bin`, made into one; undefined where it has not been
 * trained yet.
 * @throws ModelError `bad-model` where its two files do not fit
 */
export function loadSmallModel<Schema extends z.ZodType, Model>(
  folder: string,
  schema: Schema,
  create: (info: z.output<Schema>, weights: Uint8Array) => Model,
): Model | undefined {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return undefined;
  try {
    const info = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return create(info, readFileSync(join(folder, 'weights.bin')));
  } catch (cause) {
    throw new ModelError('bad-model', { file, cause });
  }
}
