/** How good a way of training is on authors that it has not seen. */
import { silent } from './answer.js';
import { fitCalibration, type HeldBack } from './calibrate.js';
import { type Figures, type Judged, measure } from './evaluate.js';
import { normaliseText } from './features.js';
import type { Scorer } from './answer.js';
import type { Example } from './types.js';

export interface CrossValidation {
  readonly overall: Figures;
  readonly parts: Readonly<Record<string, Figures>>;
  readonly judged: readonly Judged[];
}

/**
 * Leave one part out: each part is scored by a model trained on all others. Temperatures and thresholds of its answers are
 * fitted on what was said of the other parts, each by a model that had not seen them: the part itself is never looked at, and no
 * further training is needed.
 */
export function crossValidate(
  examples: readonly Example[],
  train: (rest: readonly Example[]) => Scorer,
  accepted: number,
): CrossValidation {
  const names = [...new Set(examples.map(({ part }) => part ?? ''))].toSorted();
  const scored = names.map((name) => {
    const scorer = train(examples.filter(({ part }) => (part ?? '') !== name));
    return examples
      .filter(({ part }) => (part ?? '') === name)
      .map((example) => ({ example, raw: scorer.raw(example.text), answerer: scorer.answerer }));
  });
  const judged = names.map((_, at) => {
    const others = scored.flatMap((part, index) => (index === at ? [] : part));
    const calibration = fitCalibration(
      others.flatMap(({ raw, ...rest }): HeldBack[] => (raw ? [{ raw, ...rest }] : [])),
      accepted,
    );
    return (scored[at] ?? []).map(({ example, raw, answerer }) => ({
      gold: example,
      answer: raw ? answerer.answer(raw, calibration) : silent(normaliseText(example.text) === ''),
    }));
  });
  return {
    overall: measure(judged.flat()),
    parts: Object.fromEntries(names.map((name, at) => [name, measure(judged[at] ?? [])])),
    judged: judged.flat(),
  };
}
