/** The card of a model of findings: what it was trained on and how it did on parts of the corpus that it had not seen. */
import { judgeParts, type ScoredPart } from '../classify/cross-validate.js';
import { type Figures, measure } from '../classify/evaluate.js';
import type { Classifier, Example } from '../classify/types.js';
import type { FindingsCorpus } from './findings-corpus.js';

export interface CardOptions {
  /** What tells this model from others: name, format, settings, calibration. */
  readonly about: object;
  /** What was chosen by these very figures. */
  readonly caution: string;
  /** The share of accepted answers that are to be right. */
  readonly accepted: number;
}

/** What the model says of findings that nothing was trained or chosen on. */
export interface KeptApart {
  readonly classifier: Classifier;
  readonly findings: readonly Example[];
}

/** Without `scored`, by part, the card holds the figures on findings kept apart alone. */
export function modelCard(
  { parts, cueFiles }: Pick<FindingsCorpus, 'parts' | 'cueFiles'>,
  { about, ...options }: CardOptions,
  { classifier, findings }: KeptApart,
  scored: ReadonlyMap<string, ScoredPart> | undefined,
): object {
  const judged = findings.map((gold) => ({ gold, answer: classifier.classify(gold.text) }));
  return {
    ...about,
    licence: 'Apache-2.0',
    corpus: parts.map(({ name, ...file }) => ({ part: name, ...file })),
    cues: cueFiles.map(({ name, ...file }) => ({ category: name, ...file })),
    keptApart: summary(measure(judged)),
    ...(scored && { leaveOnePartOut: leaveOnePartOut(scored, options) }),
  };
}

function leaveOnePartOut(
  scored: ReadonlyMap<string, ScoredPart>,
  { caution, accepted }: Omit<CardOptions, 'about'>,
): object {
  const { overall, parts: perPart } = judgeParts(scored, accepted);
  return {
    method:
      'each part scored by a model trained on the other parts only; temperatures and thresholds fitted on what such models said of the other parts',
    caution,
    overall: summary(overall),
    parts: Object.fromEntries(Object.entries(perPart).map(([name, figures]) => [name, summary(figures)])),
    categories: roundedAll(overall.categories),
    tags: roundedAll(overall.tags),
  };
}

function summary({ categories: _categories, tags: _tags, ...figures }: Figures): object {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
}

function roundedAll(table: Figures['categories']): object {
  return Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      Object.fromEntries(Object.entries(row).map(([figure, value]: [string, number]) => [figure, rounded(value)])),
    ]),
  );
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
