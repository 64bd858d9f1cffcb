/** Texts judged by models that have not seen them: what calibration is fitted on. */
import type { HeldBack } from './calibrate.js';
import type { Scorer } from './answer.js';
import type { Example } from './types.js';

/** Parts held back together for calibration: each alone would take as many trainings as there are parts. */
export const CALIBRATION_FOLDS = 3;
/** Where examples do not say who wrote them, every fifth is held back in turn. */
const FOLDS_WITHOUT_PARTS = 5;

/** The fold of each example: its part, or a group of parts where there are more than `most`. */
export function partFolds(examples: readonly Example[], most = Number.POSITIVE_INFINITY): string[] {
  const names = [...new Set(examples.map(({ part }) => part ?? ''))].toSorted();
  if (names.length < 2) return examples.map((_, i) => String(i % FOLDS_WITHOUT_PARTS));
  const groups = new Map(names.map((name, i) => [name, String(i % most)]));
  return examples.map(({ part }) => groups.get(part ?? '') as string);
}

export function heldBack(
  examples: readonly Example[],
  folds: readonly string[],
  train: (rest: readonly Example[]) => Scorer,
): HeldBack[] {
  return [...new Set(folds)].flatMap((fold) => {
    const rest = examples.filter((_, i) => folds[i] !== fold);
    if (rest.length === 0) return [];
    const scorer = train(rest);
    return examples
      .filter((_, i) => folds[i] === fold)
      .flatMap((example) => {
        const raw = scorer.raw(example.text);
        return raw ? [{ example, raw, answerer: scorer.answerer }] : [];
      });
  });
}
