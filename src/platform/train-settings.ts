/** What a training is asked for, and what it is made of where the user has left something out. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ClassifierName } from '../classify/create.js';
import { InputError, UsageError } from '../errors.js';
import { TAXONOMY, type TaxonomyNames } from '../schema/index.js';
import { readCard } from './models.js';
import { shippedCorpus, shippedName, shippedPath } from './shipped-corpus.js';
import { loadTaxonomy } from './taxonomy-file.js';

export interface TrainRequest {
  /** Labelled files; none means those of the last training in this folder, or else the corpus that ships. */
  readonly files: readonly string[];
  readonly folder: string;
  /** Absent settings are those of the last training in this folder where no files are given. */
  readonly model?: ClassifierName;
  readonly taxonomy?: string;
  readonly cues?: readonly string[];
  readonly seed?: number;
  /** The shipped corpus is learnt from beside `files`. */
  readonly withShipped?: boolean;
  /** A file that a reviewer has edited. */
  readonly corrections?: string;
  /** Where corrections are kept; `corpus.jsonl` in the folder unless told. */
  readonly corpus?: string;
  readonly progress?: (share: number) => void;
}

export interface TrainSettings {
  readonly files: readonly string[];
  readonly cues: readonly string[];
  readonly model: ClassifierName;
  readonly seed: number;
  readonly taxonomy: TaxonomyNames;
}

/**
 * Without files a training is the last one again, or one on what ships.
 * @throws UsageError `no-training-files`, `shipped-taxonomy`; InputError `corpus-moved`; as `loadTaxonomy`
 */
export async function settingsFor({ files, folder, withShipped, ...asked }: TrainRequest): Promise<TrainSettings> {
  const card = files.length === 0 ? await readCard(folder) : undefined;
  const taxonomy = asked.taxonomy === undefined ? (card?.taxonomy ?? TAXONOMY) : await loadTaxonomy(asked.taxonomy);
  const settings = {
    model: asked.model ?? card?.model ?? 'linear',
    seed: asked.seed ?? card?.seed ?? (await import('../classify/train-findings.js')).DEFAULT_SEED,
    taxonomy,
  };
  if (card && !withShipped)
    return {
      ...settings,
      files: card.corpus.map(({ file }) => pathOf(file, folder)),
      cues: asked.cues ?? card.cues.map(({ file }) => pathOf(file, folder)),
    };
  const usesShipped = withShipped === true || files.length === 0;
  const shipped = usesShipped ? shippedCorpus() : { files: [], cues: [] };
  if (usesShipped && shipped.files.length === 0) throw new UsageError('no-training-files');
  // What ships is labelled by our taxonomy alone.
  if (usesShipped && taxonomy !== TAXONOMY && asked.taxonomy !== undefined)
    throw new UsageError(files.length === 0 ? 'no-training-files' : 'shipped-taxonomy');
  return { ...settings, files: [...shipped.files, ...files], cues: asked.cues ?? shipped.cues };
}

/** How the card of a model in `folder` calls a file. */
export function cardName(file: string, folder: string): string {
  return shippedName(resolve(file)) ?? relative(resolve(folder), resolve(file)).replaceAll('\\', '/');
}

/**
 * The file that the card of a model in `folder` calls so.
 * @throws InputError `corpus-moved` where it is no longer there
 */
export function pathOf(name: string, folder: string): string {
  const path = shippedPath(name) ?? (isAbsolute(name) ? name : join(folder, name));
  if (!existsSync(path)) throw new InputError('corpus-moved', { file: path });
  return path;
}
