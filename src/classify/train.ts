/** Training: labelled texts in, a model out. Same examples in the same order and same options, same model. */
import { DataError } from '../errors.js';
import { BAYES_FORMAT, type BayesModel, type Smoothing } from './bayes-model.js';
import { BayesScorer } from './bayes.js';
import { fitCalibration } from './calibrate.js';
import { UNCALIBRATED } from './calibration.js';
import { categoriesOf, categoryClasses, detailClasses, detailKey, detailsOf } from './example-classes.js';
import { DEFAULT_NGRAMS, edges, type NgramRange, ngrams, normaliseText } from './features.js';
import { CALIBRATION_FOLDS, heldBack, partFolds } from './held-back.js';
import { countFeatures } from './natural-counts.js';
import { type TrainingWatch, WorkMeter } from './training-watch.js';
import { type Example, KINDS } from './types.js';

export interface BayesOptions {
  readonly ngrams?: NgramRange;
  /**
   * A feature in fewer texts is dropped. On 1,160 findings kept apart 2 gave a primary accuracy of 0.873 and 4 MB, 6 0.847 and
   * 1.6 MB, 12 0.828 and 1 MB; the shipped baseline has 8.
   */
  readonly minTexts?: number;
  readonly smoothing?: Smoothing;
  /** The share of accepted answers that are to be right. */
  readonly accepted?: number;
}

export const BAYES_ACCEPTED = 0.95;

const DEFAULTS: Required<BayesOptions> = {
  ngrams: DEFAULT_NGRAMS,
  minTexts: 2,
  smoothing: { category: 0.2, detail: 0.1, kind: 0.2 },
  accepted: BAYES_ACCEPTED,
};

/**
 * Trains on all examples. Temperatures and thresholds come from examples held back part by part, so the model never
 * judges its own sureness by texts that it has seen. Throws DataError `no-examples` without any.
 */
export function trainBayes(
  examples: readonly Example[],
  options: BayesOptions = {},
  watch: TrainingWatch = {},
): BayesModel {
  if (examples.length === 0) throw new DataError('no-examples');
  const settings = { ...DEFAULTS, ...options };
  const folds = partFolds(examples, CALIBRATION_FOLDS);
  const meter = new WorkMeter(examples.length * new Set(folds).size, watch.progress);
  const count = (texts: readonly Example[]) => {
    const told = meter.next(texts.length);
    const counted = countBayes(texts, settings);
    told(1);
    return counted;
  };
  const held = heldBack(examples, folds, (rest) => new BayesScorer(count(rest)));
  const calibration = fitCalibration(held, settings.accepted);
  watch.heldBack?.(held, calibration);
  return { ...count(examples), calibration };
}

/** The counts alone: a model that is not calibrated. */
export function countBayes(examples: readonly Example[], options: BayesOptions): BayesModel {
  const settings = { ...DEFAULTS, ...options };
  const texts = examples.map(({ text }) => normaliseText(text));
  // Whether a piece occurs matters, not how often: counts measured one point worse.
  const words = texts.map((text) => [...new Set(ngrams(text, settings.ngrams))]);
  const ends = texts.map((text) => [...new Set(edges(text, settings.ngrams))]);
  const vocabulary = chooseFeatures(words, settings.minTexts);
  const edgeVocabulary = chooseFeatures(ends, settings.minTexts);
  const category = categoryClasses(examples);
  const details = detailClasses(examples);
  const detail = details.map(detailKey);
  const label = (tokens: typeof words, classes: readonly string[], namesOf: (example: Example) => readonly string[]) =>
    tokens.map((own, i) => ({ tokens: own, classes: namesOf(examples[i]!).map((name) => classes.indexOf(name)) }));
  const both = words.map((own, i) => [...own, ...ends[i]!]);
  return {
    model: 'bayes',
    version: BAYES_FORMAT,
    ngrams: settings.ngrams,
    smoothing: settings.smoothing,
    calibration: UNCALIBRATED,
    vocabulary: vocabulary.join(' '),
    edges: edgeVocabulary.join(' '),
    category: countFeatures(label(words, category, categoriesOf), category, vocabulary),
    detail: {
      ...countFeatures(
        label(words, detail, (example) => detailsOf(example).map(detailKey)),
        detail,
        vocabulary,
      ),
      parents: details.map((one) => category.indexOf(one.category)),
      tags: details.map(({ tag }) => tag),
    },
    kind: countFeatures(label(both, KINDS, kindOf), KINDS, [...vocabulary, ...edgeVocabulary]),
  };
}

/** Sorted by code unit, so that the order of the examples does not show in the vocabulary. */
function chooseFeatures(tokens: readonly (readonly string[])[], minTexts: number): string[] {
  const texts = new Map<string, number>();
  for (const token of tokens.flat()) texts.set(token, (texts.get(token) ?? 0) + 1);
  return [...texts].flatMap(([token, count]) => (count >= minTexts ? [token] : [])).toSorted();
}

function kindOf({ kind }: Example): string[] {
  return [kind];
}
