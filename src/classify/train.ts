/** Training: labelled texts in, a model out. Same examples in the same order and same options, same model. */
import { DataError } from '../errors.js';
import { BAYES_FORMAT, type BayesModel, type Smoothing } from './bayes-model.js';
import { BayesScorer } from './bayes.js';
import { fitCalibration, type HeldBack } from './calibrate.js';
import { UNCALIBRATED } from './calibration.js';
import { DEFAULT_NGRAMS, edges, type NgramRange, ngrams, normaliseText } from './features.js';
import { countFeatures } from './natural-counts.js';
import { type Example, KINDS, NONE } from './types.js';

export interface BayesOptions {
  readonly ngrams?: NgramRange;
  /** A feature in fewer texts is dropped: two loses nothing on parts held back and leaves a sixth of the features. */
  readonly minTexts?: number;
  readonly smoothing?: Smoothing;
  /** The share of accepted answers that are to be right. */
  readonly accepted?: number;
}

const DEFAULTS: Required<BayesOptions> = {
  ngrams: DEFAULT_NGRAMS,
  minTexts: 2,
  smoothing: { category: 0.2, detail: 0.1, kind: 0.2 },
  accepted: 0.95,
};

/** Where examples do not say who wrote them, every fifth is held back in turn. */
const FOLDS_WITHOUT_PARTS = 5;

/**
 * Trains on all examples. Temperatures and thresholds come from examples held back part by part, so the model never
 * judges its own sureness by texts that it has seen. Throws DataError `no-examples` without any.
 */
export function trainBayes(examples: readonly Example[], options: BayesOptions = {}): BayesModel {
  if (examples.length === 0) throw new DataError('no-examples');
  const settings = { ...DEFAULTS, ...options };
  const calibration = fitCalibration(heldBack(examples, settings), settings.accepted);
  return { ...countBayes(examples, settings), calibration };
}

function heldBack(examples: readonly Example[], settings: Required<BayesOptions>): HeldBack[] {
  const folds = foldsOf(examples);
  return [...new Set(folds)].flatMap((fold) => {
    const rest = examples.filter((_, i) => folds[i] !== fold);
    if (rest.length === 0) return [];
    const scorer = new BayesScorer(countBayes(rest, settings));
    return examples
      .filter((_, i) => folds[i] === fold)
      .flatMap((example) => {
        const raw = scorer.raw(example.text);
        return raw ? [{ example, raw, answerer: scorer.answerer }] : [];
      });
  });
}

function foldsOf(examples: readonly Example[]): string[] {
  const parts = examples.map(({ part }) => part ?? '');
  return new Set(parts).size > 1 ? parts : examples.map((_, i) => String(i % FOLDS_WITHOUT_PARTS));
}

function countBayes(examples: readonly Example[], settings: Required<BayesOptions>): BayesModel {
  const texts = examples.map(({ text }) => normaliseText(text));
  // Whether a piece occurs matters, not how often: counts measured one point worse.
  const words = texts.map((text) => [...new Set(ngrams(text, settings.ngrams))]);
  const ends = texts.map((text) => [...new Set(edges(text, settings.ngrams))]);
  const vocabulary = chooseFeatures(words, settings.minTexts);
  const edgeVocabulary = chooseFeatures(ends, settings.minTexts);
  const category = classesOf(examples.map(categoriesOf));
  const detail = classesOf(examples.map(detailsOf));
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
      ...countFeatures(label(words, detail, detailsOf), detail, vocabulary),
      ...partsOfDetail(detail, category),
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

function classesOf(names: readonly (readonly string[])[]): string[] {
  return [...new Set(names.flat())].toSorted();
}

function kindOf({ kind }: Example): string[] {
  return [kind];
}

function categoriesOf({ labels }: Example): string[] {
  return labels.length === 0 ? [NONE] : labels.map(({ category }) => category);
}

/** Category and tag; a label without tags is a class of its own, with an empty tag. */
function detailsOf({ labels }: Example): string[] {
  if (labels.length === 0) return [detailName(NONE, '')];
  return labels.flatMap(({ category, tags }) =>
    (tags.length === 0 ? [''] : tags).map((tag) => detailName(category, tag)),
  );
}

/** A tab cannot stand in a code, so the pair can be taken apart again. */
function detailName(category: string, tag: string): string {
  return `${category}\t${tag}`;
}

function partsOfDetail(detail: readonly string[], category: readonly string[]): { parents: number[]; tags: string[] } {
  const pairs = detail.map((name) => name.split('\t'));
  return { parents: pairs.map(([name]) => category.indexOf(name!)), tags: pairs.map(([, tag]) => tag!) };
}
