import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
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
    return createClassifier(name, inflatedByNode(JSON.parse(readFileSync(path, 'utf8'))));
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw new ModelError('bad-model', { file: path, cause });
  }
}

/** Tables unpacked by Node itself, several times faster than what runs everywhere. What is wrong is left to the model's own check. */
function inflatedByNode(model: unknown): unknown {
  const { tables } = (model ?? {}) as {
    tables?: Record<string, { packed?: unknown; pieces?: number; classes?: string[] }>;
  };
  for (const table of Object.values(tables ?? {})) {
    const { packed, pieces = 0, classes = [] } = table;
    if (typeof packed !== 'string') continue;
    const most = pieces * (5 + classes.length) + 1;
    table.packed = new Uint8Array(inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: most }));
  }
  return model;
}
