/** Trains the linear model of findings. Same examples in the same order and same options, same model. */
import { DataError } from '../errors.js';
import { fitCalibration } from './calibrate.js';
import { UNCALIBRATED } from './calibration.js';
import { categoriesOf, categoryClasses, detailClasses, detailName, detailsOf, sharesOf } from './example-classes.js';
import { CALIBRATION_FOLDS, heldBack, partFolds } from './held-back.js';
import type { LinearModel } from './linear-model.js';
import { LinearModelScorer } from './linear.js';
import { type LinearDocument, type LinearOptions, trainLinearTable } from './linear-train.js';
import { pieceHashes } from './piece-hashes.js';
import { CUE_WEIGHTS, type CueWeights, kindTarget, trainingTexts } from './training-texts.js';
import { type TrainingWatch, WorkMeter } from './training-watch.js';
import { type Example, KINDS } from './types.js';

export interface LinearTraining {
  readonly ngrams?: { readonly from: number; readonly to: number };
  readonly category?: LinearOptions;
  readonly detail?: LinearOptions;
  readonly kind?: LinearOptions;
  /** The share of accepted answers that are to be right. */
  readonly accepted?: number;
  /** Cue phrases: learnt from, never held back, each counting less than a finding. */
  readonly cues?: readonly Example[];
  readonly cueWeight?: CueWeights;
  /** Takes the place of the seed of every table. */
  readonly seed?: number;
}

export const LINEAR_ACCEPTED = 0.97;

const COMMON = { epochs: 12, rate: 0.2, l2: 1e-5, minDocuments: 2, bayes: 2, seed: 20240501 };
const DEFAULTS: Required<Omit<LinearTraining, 'seed'>> = {
  ngrams: { from: 1, to: 3 },
  category: { ...COMMON, most: 56_000 },
  detail: { ...COMMON, most: 27_000 },
  kind: { ...COMMON, bayes: 0, most: 12_000 },
  accepted: LINEAR_ACCEPTED,
  cues: [],
  cueWeight: CUE_WEIGHTS,
};
/** @throws DataError `no-examples` without any */
export function trainLinear(
  examples: readonly Example[],
  options: LinearTraining = {},
  watch: TrainingWatch = {},
): LinearModel {
  if (examples.length === 0) throw new DataError('no-examples');
  const settings = { ...DEFAULTS, ...options };
  const folds = partFolds(examples, CALIBRATION_FOLDS);
  // Each of n folds leaves out its own examples, and one training has all: n times all, together.
  const meter = new WorkMeter(examples.length * new Set(folds).size, watch.progress);
  const held = heldBack(examples, folds, (rest) => {
    return new LinearModelScorer(trainLinearTables(rest, settings, meter.next(rest.length)));
  });
  const model = trainLinearTables(examples, settings, meter.next(examples.length));
  const calibration = fitCalibration(held, settings.accepted);
  watch.heldBack?.(held, calibration);
  return { ...model, calibration };
}

/** The tables alone: a model that is not calibrated. */
export function trainLinearTables(
  examples: readonly Example[],
  options: LinearTraining,
  progress: (share: number) => void = () => undefined,
): LinearModel {
  const settings = { ...DEFAULTS, ...options };
  const { ngrams, cues, cueWeight, seed } = settings;
  const seeded = (table: LinearOptions): LinearOptions => (seed === undefined ? table : { ...table, seed });
  const { subjects, kinds } = trainingTexts(examples, cues, cueWeight);
  const taught = subjects.map(({ example }) => example);
  const categories = categoryClasses(taught);
  const details = detailClasses(taught);
  const pieces = subjects.map(({ text }) => pieceHashes(text, { ...ngrams, edges: false }));
  const documents = (targetOf: (example: Example) => ReadonlyMap<number, number>): LinearDocument[] =>
    subjects.map(({ example, weight }, at) => ({ hashes: pieces[at]!, target: targetOf(example), weight }));
  const detailNames = details.map(detailName);
  const meter = new WorkMeter(categories.length + details.length + KINDS.length, progress);
  return {
    ngrams,
    calibration: UNCALIBRATED,
    details: {
      parents: details.map(({ category }) => categories.indexOf(category)),
      tags: details.map(({ tag }) => tag),
    },
    tables: {
      category: trainLinearTable(
        documents((example) => sharesOf(categoriesOf(example).map((name) => categories.indexOf(name)))),
        categories,
        seeded(settings.category),
        meter.next(categories.length),
      ),
      detail: trainLinearTable(
        documents((example) => sharesOf(detailsOf(example).map((detail) => detailNames.indexOf(detailName(detail))))),
        detailNames,
        seeded(settings.detail),
        meter.next(details.length),
      ),
      kind: trainLinearTable(
        kinds.map(({ example, text, weight }) => ({
          hashes: pieceHashes(text, { ...ngrams, edges: true }),
          target: kindTarget(example),
          weight,
        })),
        KINDS,
        seeded(settings.kind),
        meter.next(KINDS.length),
      ),
    },
  };
}
