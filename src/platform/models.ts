/** Models of findings: those that ship, by name, and those that a user trained, by path. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  CLASSIFIER_NAMES,
  type ClassifierName,
  DEFAULT_CLASSIFIER,
  shippedMember,
} from '../classify/classifier-names.js';
import type { Classifier } from '../classify/types.js';
import type { TrainedCard } from '../classify/trained-card.js';
import { ConfigError, ModelError } from '../errors.js';
import { TAXONOMY, type TaxonomyNames } from '../schema/index.js';
import { isFolder } from './files.js';
import { inflatedByNode } from './inflated-model.js';
import { packageRoot } from './root.js';

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
 * The shipped model of findings; the cards say how good each is on findings kept apart. `neural` runs on TensorFlow.js.
 * @throws ModelError and ConfigError as `openFindingsModel`
 */
export async function loadFindingsModel(name: ClassifierName = DEFAULT_CLASSIFIER): Promise<Classifier> {
  return (await openFindingsModel(name)).classifier;
}

/**
 * A shipped model by its name, or a trained one by its folder (or the `model.json` in it).
 * @throws ModelError `unknown-model`, `bad-model`, `model-version`, `bad-card`; ConfigError `tensorflow-not-installed`
 */
export async function openFindingsModel(name: string = DEFAULT_CLASSIFIER): Promise<FindingsModel> {
  const shipped = CLASSIFIER_NAMES.find((one) => one === name);
  if (shipped) {
    const file = shippedModel(shipped);
    return { name, ...(await openModel(file)), taxonomy: TAXONOMY };
  }
  const file = isFolder(name) ? join(name, 'model.json') : name;
  if (!existsSync(file)) throw new ModelError('unknown-model', { data: { name, known: CLASSIFIER_NAMES } });
  const card = await readCard(folderOf(name));
  return { name, ...(await openModel(file)), taxonomy: card?.taxonomy ?? TAXONOMY, ...(card && { card }) };
}

/** Of a trained model, named by its folder or by the `model.json` in it. */
export function folderOf(name: string): string {
  return isFolder(name) ? name : dirname(name);
}

async function openModel(file: string): Promise<{ kind: ClassifierName; classifier: Classifier }> {
  try {
    const model = readModel(file);
    const kind = CLASSIFIER_NAMES.find((one) => one === model.model);
    if (!kind) throw new ModelError('bad-model', { file });
    if (kind === 'neural') return { kind, classifier: await openNeural(model) };
    const { createClassifier } = await import('../classify/create.js');
    return { kind, classifier: createClassifier(kind, model) };
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    if (cause instanceof ModelError) throw new ModelError(cause.code, { file, data: cause.data, cause });
    throw new ModelError('bad-model', { file, cause });
  }
}

async function openNeural(model: unknown): Promise<Classifier> {
  const [{ createNeural }, { layersModelOf, parseNeuralModel }, { loadTensorRunner }] = await Promise.all([
    import('../classify/neural.js'),
    import('../classify/neural-model.js'),
    import('./tensorflow.js'),
  ]);
  const { run } = await loadTensorRunner(layersModelOf(parseNeuralModel(model)));
  return createNeural(model, run);
}

function shippedModel(name: ClassifierName): string {
  return join(packageRoot, 'models', `findings-${name}`, 'model.json');
}

/** The model of a file; where an ensemble names a shipped model, the model itself. */
function readModel(file: string): { readonly model?: unknown } {
  const model = inflatedByNode(JSON.parse(readFileSync(file, 'utf8')));
  for (const [member, value] of Object.entries(model.members ?? {})) {
    const name = CLASSIFIER_NAMES.find((one) => value === shippedMember(one));
    // Only of another kind, so that no file can lead back to itself.
    if (name && name !== 'ensemble') model.members![member] = readModel(shippedModel(name));
    else model.members![member] = inflatedByNode(value);
  }
  return model;
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
  return CLASSIFIER_NAMES.some((one) => one === name) ? name : basename(name.replace(/[\\/]model\.json$/, '')) || name;
}
