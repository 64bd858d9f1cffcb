/** All figures about classifiers, whatever the model. */
import { type Classification, type Example, NONE } from './types.js';

export interface Judged {
  readonly gold: Example;
  readonly answer: Classification;
}

/** Right answers, answers given in excess, answers missing. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface LabelFigures {
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Figures {
  readonly texts: number;
  /** Share of texts whose first label (or "none") is right. */
  readonly primaryAccuracy: number;
  /** Mean F1 over the categories that occur, second labels included, "none" not counted. */
  readonly macroF1: number;
  /** Over pairs of category and tag: a right tag in a wrong category does not exist. */
  readonly tagMicroF1: number;
  readonly kindAccuracy: number;
  /** Expected calibration error of the primary answer, ten bins of equal width. */
  readonly calibrationError: number;
  /** Share of texts marked needsReview. */
  readonly abstention: number;
  /** Primary accuracy of the others; null where there are none. */
  readonly acceptedAccuracy: number | null;
  readonly categories: Readonly<Record<string, LabelFigures>>;
  readonly tags: Readonly<Record<string, LabelFigures>>;
}

export type Level = 'category' | 'tag';

const BINS = 10;

export function measure(judged: readonly Judged[]): Figures {
  const accepted = judged.filter(({ answer }) => !answer.needsReview);
  const categories = labelFigures(judged, 'category');
  const own = Object.entries(categories).flatMap(([name, figures]) => (name === NONE ? [] : [figures.f1]));
  return {
    texts: judged.length,
    primaryAccuracy: share(judged, isPrimaryRight),
    macroF1: own.length === 0 ? 0 : own.reduce((total, value) => total + value, 0) / own.length,
    tagMicroF1: f1(countSets(judged, 'tag')),
    kindAccuracy: share(judged, ({ gold, answer }) => bestKind(answer) === gold.kind),
    calibrationError: calibrationError(judged),
    abstention: share(judged, ({ answer }) => answer.needsReview),
    acceptedAccuracy: accepted.length === 0 ? null : share(accepted, isPrimaryRight),
    categories,
    tags: labelFigures(judged, 'tag'),
  };
}

/** Figures without the tables of labels. */
export function totalsOf({
  categories: _categories,
  tags: _tags,
  ...totals
}: Figures): Omit<Figures, 'categories' | 'tags'> {
  return totals;
}

/** Category codes, or `category/tag`, that a list of labels gives; without a label the category is "none". */
export function labelSet(labels: Example['labels'], level: Level): Set<string> {
  if (level === 'category') return new Set(labels.length === 0 ? [NONE] : labels.map(({ category }) => category));
  return new Set(labels.flatMap(({ category, tags }) => tags.map((tag) => `${category}/${tag}`)));
}

export function countSets(judged: readonly Judged[], level: Level): Counts {
  return sum([...countLabels(judged, level).values()]);
}

/** 0 where nothing was to be found and nothing was. */
export function f1({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

function countLabels(judged: readonly Judged[], level: Level): Map<string, Counts> {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  for (const { gold, answer } of judged) {
    const truth = labelSet(gold.labels, level);
    const given = labelSet(answer.labels, level);
    for (const name of new Set([...truth, ...given])) {
      const own = counts.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      own[!given.has(name) ? 'missed' : truth.has(name) ? 'right' : 'wrong']++;
      counts.set(name, own);
    }
  }
  return counts;
}

function labelFigures(judged: readonly Judged[], level: Level): Record<string, LabelFigures> {
  const counts = [...countLabels(judged, level)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    counts.map(([name, own]) => [
      name,
      {
        support: own.right + own.missed,
        precision: ratio(own.right, own.right + own.wrong),
        recall: ratio(own.right, own.right + own.missed),
        f1: f1(own),
      },
    ]),
  );
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const one of judged) {
    const bin = bins[Math.min(Math.floor(one.answer.confidence * BINS), BINS - 1)]!;
    bin.confidence += one.answer.confidence;
    bin.right += isPrimaryRight(one) ? 1 : 0;
  }
  return ratio(
    bins.reduce((total, bin) => total + Math.abs(bin.confidence - bin.right), 0),
    judged.length,
  );
}

export function isPrimaryRight({ gold, answer }: Judged): boolean {
  return (gold.labels[0]?.category ?? NONE) === (answer.labels[0]?.category ?? NONE);
}

function bestKind({ kinds }: Classification): string | undefined {
  return Object.entries(kinds).toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function share(judged: readonly Judged[], test: (one: Judged) => boolean): number {
  return ratio(judged.filter(test).length, judged.length);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, { right, wrong, missed }) => ({
      right: total.right + right,
      wrong: total.wrong + wrong,
      missed: total.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
}
