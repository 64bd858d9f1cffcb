/** The report on one model: as it is, or trained anew for each part that it is to judge. */
import { UsageError } from '../errors.js';
import type { EvaluatedModel } from '../schema/index.js';
import { confusionOf } from './confusion.js';
import { crossValidate } from './cross-validate.js';
import { type Figures, type Judged, measure, totalsOf } from './evaluate.js';
import { CURVE_STEPS, learningCurve } from './learning-curve.js';
import { acceptedShare, type FindingsTraining, trainedClassifier, trainScorer } from './train-findings.js';
import { WorkMeter } from './training-watch.js';
import type { Classifier, Example } from './types.js';

export interface Contender {
  readonly name: string;
  readonly classifier: Classifier;
  /** How the model is trained where it has to be trained anew. */
  readonly training: FindingsTraining;
}

export interface EvaluationOptions {
  /** Category codes in the order of the tables. */
  readonly categories: readonly string[];
  /** Each part is judged by a model trained on the others; else all texts by the model as it is. */
  readonly leaveOnePartOut?: boolean;
  readonly curve?: boolean;
  readonly seed: number;
  readonly progress?: (share: number) => void;
}

/** @throws UsageError `one-part` where no part can be left out */
export function evaluateModel(
  examples: readonly Example[],
  { name, classifier, training }: Contender,
  { categories, leaveOnePartOut = false, curve = false, seed, progress }: EvaluationOptions,
): EvaluatedModel {
  const parts = new Set(examples.map(({ part }) => part ?? '')).size;
  if (leaveOnePartOut && parts < 2) throw new UsageError('one-part');
  // Trainings are the work.
  const meter = new WorkMeter((leaveOnePartOut ? parts : 0) + (curve ? CURVE_STEPS : 0), progress);
  const train = (rest: readonly Example[]) => trainedClassifier(rest, training, { progress: meter.next(1) });
  const { judged, perPart } = leaveOnePartOut
    ? crossed(examples, training, meter)
    : { judged: judgedAsIs(examples, classifier), perPart: undefined };
  return {
    name,
    figures: plainFigures(measure(judged)),
    confusion: confusionOf(judged, categories),
    ...(perPart && { parts: perPart }),
    ...(curve && { curve: learningCurve(examples, train, seed) }),
  };
}

function crossed(examples: readonly Example[], training: FindingsTraining, meter: WorkMeter) {
  const train = (rest: readonly Example[]) => trainScorer(rest, training, meter.next(1));
  const { judged, parts } = crossValidate(examples, train, acceptedShare(training.model));
  const perPart = Object.fromEntries(Object.entries(parts).map(([name, figures]) => [name, totalsOf(figures)]));
  return { judged, perPart };
}

function judgedAsIs(examples: readonly Example[], classifier: Classifier): readonly Judged[] {
  return examples.map((gold) => ({ gold, answer: classifier.classify(gold.text) }));
}

function plainFigures({ categories, tags, ...totals }: Figures): EvaluatedModel['figures'] {
  return { ...totals, categories: { ...categories }, tags: { ...tags } };
}
