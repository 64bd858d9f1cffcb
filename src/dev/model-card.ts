/** The card of a model of findings: what it was trained on and how it did on parts of the corpus that it had not seen. */
import type { Scorer } from '../classify/answer.js';
import { crossValidate } from '../classify/cross-validate.js';
import type { Figures } from '../classify/evaluate.js';
import type { Example } from '../classify/types.js';
import type { FindingsCorpus } from './findings-corpus.js';

export interface CardOptions {
  /** What tells this model from others: name, format, settings, calibration. */
  readonly about: object;
  /** What was chosen by these very figures. */
  readonly caution: string;
  readonly train: (rest: readonly Example[]) => Scorer;
  /** The share of accepted answers that are to be right. */
  readonly accepted: number;
}

export function modelCard(
  { parts, lines, cueFiles }: FindingsCorpus,
  { about, caution, train, accepted }: CardOptions,
  tell: (line: string) => void,
): object {
  const { overall, parts: perPart } = crossValidate(
    lines,
    (rest) => {
      tell(`leaving one part out: ${lines.length - rest.length} of ${lines.length} lines held back`);
      return train(rest);
    },
    accepted,
  );
  return {
    ...about,
    licence: 'Apache-2.0',
    corpus: parts.map(({ name, ...file }) => ({ part: name, ...file })),
    cues: cueFiles.map(({ name, ...file }) => ({ category: name, ...file })),
    leaveOnePartOut: {
      method:
        'each part scored by a model trained on the other parts only; temperatures and thresholds fitted on what such models said of the other parts',
      caution,
      overall: summary(overall),
      parts: Object.fromEntries(Object.entries(perPart).map(([name, figures]) => [name, summary(figures)])),
      categories: roundedAll(overall.categories),
      tags: roundedAll(overall.tags),
    },
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
