/** Trains the two models of an ensemble, and its calibration on texts that neither has seen. */
import { DataError } from '../errors.js';
import { fitCalibration } from './calibrate.js';
import { type Calibration, UNCALIBRATED } from './calibration.js';
import { EnsembleScorer } from './ensemble.js';
import type { EnsembleModel } from './ensemble-model.js';
import { CALIBRATION_FOLDS, heldBack, partFolds } from './held-back.js';
import { type LinearTraining, trainLinearTables } from './train-linear.js';
import { type NeuralTraining, trainNeuralNets } from './train-neural.js';
import { type TrainingWatch, WorkMeter } from './training-watch.js';
import type { Example } from './types.js';

export interface EnsembleTraining {
  readonly linear?: LinearTraining;
  readonly neural?: NeuralTraining;
  /** The share of accepted answers that are to be right. */
  readonly accepted?: number;
  /** Learnt from by both. */
  readonly cues?: readonly Example[];
  /** Takes the place of the seeds of both. */
  readonly seed?: number;
}

export const ENSEMBLE_ACCEPTED = 0.97;

/** @throws DataError `no-examples` without any */
export function trainEnsemble(
  examples: readonly Example[],
  options: EnsembleTraining = {},
  watch: TrainingWatch = {},
): EnsembleModel {
  const meter = new WorkMeter(CALIBRATION_FOLDS, watch.progress);
  const calibration = calibrateEnsemble(examples, options, {
    ...watch,
    progress: meter.next(CALIBRATION_FOLDS - 1),
  });
  return { ...trainEnsembleMembers(examples, options, meter.next(1)), calibration };
}

/**
 * How the answers of two models trained on these examples are to be read.
 * @throws DataError `no-examples` without any
 */
export function calibrateEnsemble(
  examples: readonly Example[],
  options: EnsembleTraining = {},
  watch: TrainingWatch = {},
): Calibration {
  if (examples.length === 0) throw new DataError('no-examples');
  const folds = partFolds(examples, CALIBRATION_FOLDS);
  const meter = new WorkMeter(examples.length * (new Set(folds).size - 1), watch.progress);
  const held = heldBack(examples, folds, (rest) => {
    return new EnsembleScorer(trainEnsembleMembers(rest, options, meter.next(rest.length)));
  });
  const calibration = fitCalibration(held, options.accepted ?? ENSEMBLE_ACCEPTED);
  watch.heldBack?.(held, calibration);
  return calibration;
}

/** Both models: not calibrated, neither alone nor together. */
export function trainEnsembleMembers(
  examples: readonly Example[],
  { linear, neural, cues, seed }: EnsembleTraining,
  progress: (share: number) => void = () => undefined,
): EnsembleModel {
  const common = { ...(cues && { cues }), ...(seed !== undefined && { seed }) };
  const meter = new WorkMeter(2, progress);
  return {
    calibration: UNCALIBRATED,
    linear: trainLinearTables(examples, { ...common, ...linear }, meter.next(1)),
    neural: trainNeuralNets(examples, { ...common, ...neural }, meter.next(1)),
  };
}
