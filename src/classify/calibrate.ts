/**
 * Chooses temperatures and thresholds on texts that a model has not seen. Plain grids: with a few hundred texts the
 * third digit of a temperature is noise, and a grid gives the same bytes on every machine.
 */
import type { Answerer, RawScores } from './answer.js';
import { type Calibration, UNCALIBRATED } from './calibration.js';
import { softmax } from './probabilities.js';
import { countSets, f1 } from './evaluate.js';
import { type Classification, type Example, KINDS, NONE } from './types.js';

export interface HeldBack {
  readonly example: Example;
  readonly raw: RawScores;
  /** Of the model that was trained without the example. */
  readonly answerer: Answerer;
}

const TEMPERATURES = [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4];
const NEITHER_SHARES = [0, 0.2, 0.3, 0.5, 0.7, 1];
const NEITHER_BIASES = [-1, -0.5, 0, 0.5, 1];
const RATES = Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
const REVIEW_RATES = Array.from({ length: 101 }, (_, i) => i / 100);

/** Fewer accepted texts than this say nothing about how often an accepted answer is right. */
const FEWEST_ACCEPTED = 30;

/** `accepted` is the share of accepted answers whose primary category is to be right on the texts held back. */
export function fitCalibration(texts: readonly HeldBack[], accepted: number): Calibration {
  if (texts.length === 0) return UNCALIBRATED;
  const temperature = fitTemperatures(texts);
  let calibration: Calibration = { ...UNCALIBRATED, temperature };
  calibration = { ...calibration, neither: fitNeither(texts, temperature) };
  const judged = texts.map((text) => ({ text, said: text.answerer.probabilities(text.raw, calibration) }));
  const answers = (thresholds: Calibration) =>
    judged.map(({ text, said }) => ({ gold: text.example, answer: text.answerer.decide(said, thresholds) }));
  calibration = { ...calibration, second: fitSecond(answers, calibration) };
  calibration = { ...calibration, tag: fitTagRate(answers, calibration, 'tag') };
  calibration = { ...calibration, furtherTag: fitTagRate(answers, calibration, 'furtherTag') };
  return { ...calibration, review: fitReview(answers(calibration), accepted) };
}

type AnswersWith = (calibration: Calibration) => { gold: Example; answer: Classification }[];

function fitTemperatures(texts: readonly HeldBack[]): Calibration['temperature'] {
  const kind = lowest(TEMPERATURES, (t) =>
    surprise(texts, ({ example, raw }) => softmax(raw.kind, t)[KINDS.indexOf(example.kind)]),
  );
  const prepared = texts.map((text) => ({
    ...text,
    kinds: softmax(text.raw.kind, kind),
    categories: TEMPERATURES.map((t) => softmax(text.raw.category, t)),
    parents: TEMPERATURES.map((t) => text.answerer.parentsOf(softmax(text.raw.detail, t))),
  }));
  const pairs = TEMPERATURES.flatMap((_, category) => TEMPERATURES.map((__, detail) => ({ category, detail })));
  const best = lowest(pairs, ({ category, detail }) =>
    surprise(prepared, ({ example, answerer, kinds, categories, parents }) =>
      ofTruth(example, answerer, categories[category]!, parents[detail]!, kinds, UNCALIBRATED.neither),
    ),
  );
  return { category: TEMPERATURES[best.category]!, detail: TEMPERATURES[best.detail]!, kind };
}

function fitNeither(texts: readonly HeldBack[], temperature: Calibration['temperature']): Calibration['neither'] {
  const prepared = texts.map((text) => ({
    ...text,
    kinds: softmax(text.raw.kind, temperature.kind),
    categories: softmax(text.raw.category, temperature.category),
    parents: text.answerer.parentsOf(softmax(text.raw.detail, temperature.detail)),
  }));
  const candidates = NEITHER_SHARES.flatMap((kind) =>
    NEITHER_SHARES.flatMap((category) => NEITHER_BIASES.map((bias) => ({ kind, category, bias }))),
  );
  return lowest(candidates, (neither) =>
    surprise(prepared, ({ example, answerer, kinds, categories, parents }) =>
      ofTruth(example, answerer, categories, parents, kinds, neither),
    ),
  );
}

/** The probability of the primary category; undefined where the model does not know it. */
function ofTruth(
  { labels }: Example,
  answerer: Answerer,
  categories: readonly number[],
  parents: readonly number[],
  kinds: readonly number[],
  neither: Calibration['neither'],
): number | undefined {
  const primary = answerer.categoryNames.indexOf(labels[0]?.category ?? NONE);
  return answerer.combine(categories, parents, kinds, neither)[primary];
}

/** Mean negative logarithm of the probability given to the truth. */
function surprise<T>(texts: readonly T[], probabilityOfTruth: (text: T) => number | undefined): number {
  // A class that was only in the part held back gets the floor, whatever the temperature.
  const sum = texts.reduce((total, text) => total - Math.log(Math.max(probabilityOfTruth(text) ?? 0, 1e-6)), 0);
  return sum / texts.length;
}

/**
 * The rate from which on a further category is right more often than wrong. Micro-F1 would choose a lower one, at which
 * the second label is a hedge against a wrong first one: of 101 further labels 5 completed a pair.
 */
function fitSecond(answers: AnswersWith, calibration: Calibration): number {
  return lowest(RATES, (second) => {
    const gains = answers({ ...calibration, second }).flatMap(({ gold, answer }) =>
      answer.labels.slice(1).map(({ category }) => (gold.labels.some((label) => label.category === category) ? 1 : -1)),
    );
    return -gains.reduce((total, gain) => total + gain, 0);
  });
}

/** The rate with the best micro-F1 over tags. */
function fitTagRate(answers: AnswersWith, calibration: Calibration, name: 'tag' | 'furtherTag'): number {
  const candidates = name === 'tag' ? [0, ...RATES] : RATES;
  return lowest(candidates, (rate) => -f1(countSets(answers({ ...calibration, [name]: rate }), 'tag')));
}

/** The answers that a calibration gives to the texts held back. */
export function answersOf(
  texts: readonly HeldBack[],
  calibration: Calibration,
): { gold: Example; answer: Classification }[] {
  return texts.map(({ example, raw, answerer }) => ({ gold: example, answer: answerer.answer(raw, calibration) }));
}

/** The lowest threshold from which on accepted answers are right often enough; where none is, the strictest with an answer left. */
function fitReview(answers: readonly { gold: Example; answer: Classification }[], accepted: number): number {
  const shares = REVIEW_RATES.flatMap((review) => {
    const taken = answers.filter(({ answer }) => answer.confidence >= review);
    if (taken.length < Math.min(FEWEST_ACCEPTED, answers.length)) return [];
    const right = taken.filter(({ gold, answer }) => gold.labels[0]?.category === answer.labels[0]?.category);
    return [{ review, share: right.length / taken.length }];
  });
  const enough = shares.find(({ share }) => share >= accepted);
  return (enough ?? shares.at(-1))?.review ?? 1;
}

/** The first of the candidates with the lowest value. */
function lowest<T>(candidates: readonly T[], value: (candidate: T) => number): T {
  const values = candidates.map(value);
  return candidates[values.indexOf(Math.min(...values))]!;
}
