/** Trains the neural model of findings. Same examples in the same order and same options, same model. */
import { DataError } from '../errors.js';
import { fitCalibration } from './calibrate.js';
import { UNCALIBRATED } from './calibration.js';
import { categoryClasses, detailClasses, detailName, detailsOf, sharesOf } from './example-classes.js';
import { CALIBRATION_FOLDS, heldBack, partFolds } from './held-back.js';
import { type NetOptions, trainNet } from './net-train.js';
import { NeuralScorer } from './neural.js';
import type { NeuralModel } from './neural-model.js';
import { pieceHashes } from './piece-hashes.js';
import { CUE_WEIGHTS, type CueWeights, kindTarget, trainingTexts } from './training-texts.js';
import { type TrainingWatch, WorkMeter } from './training-watch.js';
import { type Example, KINDS } from './types.js';

export interface NeuralTraining {
  readonly ngrams?: { readonly from: number; readonly to: number };
  readonly detail?: NetOptions;
  readonly kind?: NetOptions;
  /** The share of accepted answers that are to be right. */
  readonly accepted?: number;
  /** Cue phrases: learnt from, never held back, each counting less than a finding. */
  readonly cues?: readonly Example[];
  readonly cueWeight?: CueWeights;
  /** Takes the place of the seed of both nets. */
  readonly seed?: number;
}

export const NEURAL_ACCEPTED = 0.97;

const COMMON = { epochs: 15, rate: 0.1, dropout: 0.5, minDocuments: 2, seed: 20240501 };
const DEFAULTS: Required<Omit<NeuralTraining, 'seed'>> = {
  ngrams: { from: 1, to: 3 },
  detail: { ...COMMON, size: 64, most: 40_000 },
  kind: { ...COMMON, size: 32, most: 12_000 },
  accepted: NEURAL_ACCEPTED,
  cues: [],
  cueWeight: CUE_WEIGHTS,
};

/** @throws DataError `no-examples` without any */
export function trainNeural(
  examples: readonly Example[],
  options: NeuralTraining = {},
  watch: TrainingWatch = {},
): NeuralModel {
  if (examples.length === 0) throw new DataError('no-examples');
  const settings = { ...DEFAULTS, ...options };
  const folds = partFolds(examples, CALIBRATION_FOLDS);
  // Each of n folds leaves out its own examples, and one training has all: n times all, together.
  const meter = new WorkMeter(examples.length * new Set(folds).size, watch.progress);
  const held = heldBack(examples, folds, (rest) => {
    return new NeuralScorer(trainNeuralNets(rest, settings, meter.next(rest.length)));
  });
  const model = trainNeuralNets(examples, settings, meter.next(examples.length));
  const calibration = fitCalibration(held, settings.accepted);
  watch.heldBack?.(held, calibration);
  return { ...model, calibration };
}

/** The nets alone: a model that is not calibrated. */
export function trainNeuralNets(
  examples: readonly Example[],
  options: NeuralTraining,
  progress: (share: number) => void = () => undefined,
): NeuralModel {
  const settings = { ...DEFAULTS, ...options };
  const { ngrams, cues, cueWeight, seed } = settings;
  const seeded = (net: NetOptions): NetOptions => (seed === undefined ? net : { ...net, seed });
  const { subjects, kinds } = trainingTexts(examples, cues, cueWeight);
  const taught = subjects.map(({ example }) => example);
  const categories = categoryClasses(taught);
  const details = detailClasses(taught);
  const detailNames = details.map(detailName);
  const position = new Map(detailNames.map((name, at) => [name, at]));
  const detailRows = subjects.map(({ example, text, weight }) => ({
    hashes: pieceHashes(text, { ...ngrams, edges: false }),
    target: sharesOf(detailsOf(example).map((detail) => position.get(detailName(detail))!)),
    weight,
  }));
  const kindRows = kinds.map(({ example, text, weight }) => ({
    hashes: pieceHashes(text, { ...ngrams, edges: true }),
    target: kindTarget(example),
    weight,
  }));
  // A net of half the size, without cue phrases, is about a fifth of the work.
  const meter = new WorkMeter(5, progress);
  const detail = trainNet(detailRows, detailNames, seeded(settings.detail), meter.next(4));
  const kind = trainNet(kindRows, KINDS, seeded(settings.kind), meter.next(1));
  return {
    ngrams,
    calibration: UNCALIBRATED,
    categories,
    details: {
      parents: details.map(({ category }) => categories.indexOf(category)),
      tags: details.map(({ tag }) => tag),
    },
    nets: { detail: { ...detail, edges: false }, kind: { ...kind, edges: true } },
  };
}
