/** Evaluates models on files of labelled texts. */
import { LabelNames } from '../classify/label-names.js';
import type { Example } from '../classify/types.js';
import type { Evaluation, TaxonomyNames } from '../schema/index.js';
import { readLabelledFile } from './labelled-files.js';
import { openFindingsModel, shortName, trainedOn } from './models.js';
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
  const meter = new WorkMeter(models.length, progress);
  const evaluated = models.map(({ name, kind, classifier, card }) => {
    const own = seed ?? card?.seed ?? DEFAULT_SEED;
    return evaluateModel(
      examples,
      { name: shortName(name), classifier, training: { model: kind, seed: own } },
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
