/** Evaluates models on files of labelled texts. */
import { LabelNames } from '../classify/label-names.js';
import type { Example } from '../classify/types.js';
import type { Evaluation, TaxonomyNames } from '../schema/index.js';
import { readCues } from './cue-files.js';
import { readLabelledFile } from './labelled-files.js';
import { type FindingsModel, folderOf, openFindingsModel, shortName, trainedOn } from './models.js';
import { pathOf } from './train-settings.js';
import { loadTaxonomy } from './taxonomy-file.js';

export interface EvaluateRequest {
  readonly files: readonly string[];
  /** Shipped names or paths, at least one. */
  readonly models: readonly string[];
  /** Of the texts; that of the first model unless told. */
  readonly taxonomy?: string;
  readonly leaveOnePartOut?: boolean;
  readonly curve?: boolean;
  readonly seed?: number;
  /** Learnt from where models are trained anew; those of the model itself unless told. */
  readonly cues?: readonly string[];
  readonly progress?: (share: number) => void;
}

export interface EvaluateOutcome {
  readonly evaluation: Evaluation;
  readonly taxonomy: TaxonomyNames;
  /** Models that had some of the files among what they were trained on, where they are judged as they are. */
  readonly seen: readonly { readonly model: string; readonly file: string }[];
}

/** @throws InputError, ModelError and ConfigError for what cannot be read; UsageError `one-part` */
export async function evaluateFiles(request: EvaluateRequest): Promise<EvaluateOutcome> {
  const { leaveOnePartOut = false, curve = false, seed, progress } = request;
  const models = await Promise.all(request.models.map((name) => openFindingsModel(name)));
  const taxonomy = request.taxonomy === undefined ? (models[0]?.taxonomy ?? {}) : await loadTaxonomy(request.taxonomy);
  const names = new LabelNames(taxonomy);
  const files = await Promise.all(request.files.map((file) => readLabelledFile(file, names)));
  const examples: Example[] = files.flatMap(({ texts }) => texts);
  const [{ evaluateModel }, { DEFAULT_SEED }, { WorkMeter }] = await Promise.all([
    import('../classify/evaluation.js'),
    import('../classify/train-findings.js'),
    import('../classify/training-watch.js'),
  ]);
  const isTrained = leaveOnePartOut || curve;
  const meter = new WorkMeter(models.length, progress);
  const evaluated = models.map((model) => {
    const { name, kind, classifier, card } = model;
    const own = seed ?? card?.seed ?? DEFAULT_SEED;
    return evaluateModel(
      examples,
      {
        name: shortName(name),
        classifier,
        training: { model: kind, seed: own, cues: isTrained ? cuesOf(model, request, taxonomy) : [] },
      },
      { categories: Object.keys(taxonomy), leaveOnePartOut, curve, seed: own, progress: meter.next(1) },
    );
  });
  const seen = models.flatMap((model) => {
    const known = trainedOn(model);
    return files.flatMap(({ path, sha256 }) =>
      known.has(sha256) ? [{ model: shortName(model.name), file: path }] : [],
    );
  });
  return {
    evaluation: {
      schemaVersion: 1,
      method: leaveOnePartOut ? 'leave-one-part-out' : 'as-is',
      files: [...request.files],
      models: evaluated,
    },
    taxonomy,
    seen: leaveOnePartOut ? [] : seen,
  };
}

function cuesOf({ name, card }: FindingsModel, { cues }: EvaluateRequest, taxonomy: TaxonomyNames): readonly Example[] {
  const own = () => (card?.cues ?? []).map(({ file }) => pathOf(file, folderOf(name)));
  return (cues ?? own()).flatMap((file) => readCues(file, taxonomy).examples);
}
