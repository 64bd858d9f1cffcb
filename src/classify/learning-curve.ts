/** How much is learnt from how many texts. */
import { type Figures, measure } from './evaluate.js';
import { seededRandom, shuffled } from './seeded-random.js';
import type { Classifier, Example } from './types.js';

export interface CurvePoint {
  readonly trained: number;
  readonly tested: number;
  readonly primaryAccuracy: Figures['primaryAccuracy'];
  readonly macroF1: Figures['macroF1'];
}

const SHARES = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];
/** One in so many texts, or parts, is tested on. */
const HELD_BACK = 5;

/** How many trainings a curve takes. */
export const CURVE_STEPS = SHARES.length;

/**
 * Trains on more and more of the texts and tests on the same fifth each time: whole parts where there are five, so that
 * nobody's texts are on both sides.
 */
export function learningCurve(
  examples: readonly Example[],
  train: (examples: readonly Example[]) => Classifier,
  seed: number,
): CurvePoint[] {
  const random = seededRandom(seed);
  const order = Array.from(shuffled(examples.length, random), (at) => examples[at] as Example);
  const parts = [...new Set(examples.map(({ part }) => part ?? ''))].toSorted();
  const chosen = new Set(Array.from(shuffled(parts.length, random)).slice(0, Math.floor(parts.length / HELD_BACK)));
  const isTested = (example: Example, at: number) =>
    chosen.size > 0 ? chosen.has(parts.indexOf(example.part ?? '')) : at % HELD_BACK === 0;
  const tested = order.filter(isTested);
  const rest = order.filter((example, at) => !isTested(example, at));
  const sizes = [...new Set(SHARES.map((share) => Math.ceil(rest.length * share)))].filter((size) => size > 0);
  return sizes.map((size) => {
    const classifier = train(rest.slice(0, size));
    const { primaryAccuracy, macroF1 } = measure(
      tested.map((gold) => ({ gold, answer: classifier.classify(gold.text) })),
    );
    return { trained: size, tested: tested.length, primaryAccuracy, macroF1 };
  });
}
