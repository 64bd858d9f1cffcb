/** Models of findings: those that ship, by name, and those that a user trained, by path. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { ClassifierName } from '../classify/create.js';
import type { Classifier } from '../classify/types.js';
import type { TrainedCard } from '../classify/trained-card.js';
import { ModelError } from '../errors.js';
import { TAXONOMY, type TaxonomyNames } from '../schema/index.js';
import { isFolder } from './files.js';
import { packageRoot } from './root.js';

const SHIPPED: readonly ClassifierName[] = ['linear', 'bayes'];

/** A model with the names of what it answers. */
export interface FindingsModel {
  /** As it was asked for. */
  readonly name: string;
  readonly kind: ClassifierName;
  readonly classifier: Classifier;
  readonly taxonomy: TaxonomyNames;
  /** Of a model that a user trained. */
  readonly card?: TrainedCard;
}

/**
 * The shipped model of findings; `linear` is the better one on parts held back (its card says by how much).
 * @throws ModelError as `openFindingsModel`
 */
export async function loadFindingsModel(name: ClassifierName = 'linear'): Promise<Classifier> {
  return (await openFindingsModel(name)).classifier;
}

/**
 * A shipped model by its name, or a trained one by its folder (or the `model.json` in it).
 * @throws ModelError `unknown-model`, `bad-model`, `model-version`, `bad-card`
 */
export async function openFindingsModel(name = 'linear'): Promise<FindingsModel> {
  const shipped = SHIPPED.find((one) => one === name);
  if (shipped) {
    const file = join(packageRoot, 'models', `findings-${shipped}`, 'model.json');
    return { name, ...(await openModel(file)), taxonomy: TAXONOMY };
  }
  const file = isFolder(name) ? join(name, 'model.json') : name;
  if (!existsSync(file)) throw new ModelError('unknown-model', { data: { name, known: SHIPPED } });
  const card = await readCard(folderOf(name));
  return { name, ...(await openModel(file)), taxonomy: card?.taxonomy ?? TAXONOMY, ...(card && { card }) };
}

/** Of a trained model, named by its folder or by the `model.json` in it. */
export function folderOf(name: string): string {
  return isFolder(name) ? name : dirname(name);
}

async function openModel(file: string): Promise<{ kind: ClassifierName; classifier: Classifier }> {
  const { createClassifier } = await import('../classify/create.js');
  try {
    const model = inflatedByNode(JSON.parse(readFileSync(file, 'utf8')));
    const kind = SHIPPED.find((one) => one === model.model);
    if (!kind) throw new ModelError('bad-model', { file });
    return { kind, classifier: createClassifier(kind, model) };
  } catch (cause) {
    if (cause instanceof ModelError) throw new ModelError(cause.code, { file, data: cause.data, cause });
    throw new ModelError('bad-model', { file, cause });
  }
}

/**
 * The card beside a trained model; undefined where there is none.
 * @throws ModelError `bad-card`
 */
export async function readCard(folder: string): Promise<TrainedCard | undefined> {
  const file = join(folder, 'card.json');
  if (!existsSync(file)) return undefined;
  const { trainedCardSchema } = await import('../classify/trained-card.js');
  try {
    return trainedCardSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ModelError('bad-card', { file, cause });
  }
}

/** What the model was trained on, by checksum: texts that it has seen say little about it. */
export function trainedOn({ kind, card }: FindingsModel): ReadonlySet<string> {
  const known = card ?? shippedCard(kind);
  return new Set((known?.corpus ?? []).map(({ sha256 }) => sha256));
}

function shippedCard(kind: ClassifierName): Pick<TrainedCard, 'corpus'> | undefined {
  const file = join(packageRoot, 'models', `findings-${kind}`, 'card.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Pick<TrainedCard, 'corpus'>) : undefined;
}

/** How a table calls a model: a folder by its own name. */
export function shortName(name: string): string {
  return SHIPPED.some((one) => one === name) ? name : basename(name.replace(/[\\/]model\.json$/, '')) || name;
}

/** Tables unpacked by Node itself, several times faster than what runs everywhere. What is wrong is left to the model's own check. */
function inflatedByNode(saved: unknown): { readonly model?: unknown } {
  const model = (saved ?? {}) as {
    model?: unknown;
    tables?: Record<string, { packed?: unknown; pieces?: number; classes?: string[] }>;
  };
  for (const table of Object.values(model.tables ?? {})) {
    const { packed, pieces = 0, classes = [] } = table;
    if (typeof packed !== 'string') continue;
    const most = pieces * (5 + classes.length) + 1;
    table.packed = new Uint8Array(inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: most }));
  }
  return model;
}
