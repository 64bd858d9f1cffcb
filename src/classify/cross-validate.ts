/** How good a way of training is on authors that it has not seen. */
import { type Answerer, type RawScores, type Scorer, silent } from './answer.js';
import { fitCalibration, type HeldBack } from './calibrate.js';
import { CALIBRATION_FOLDS } from './held-back.js';
import { type Figures, type Judged, measure } from './evaluate.js';
import { normaliseText } from './features.js';
import type { Example } from './types.js';

export interface CrossValidation {
  readonly overall: Figures;
  readonly parts: Readonly<Record<string, Figures>>;
  readonly judged: readonly Judged[];
}

/** What models that had not seen a part said of its texts. */
export type ScoredPart = readonly {
  readonly example: Example;
  /** Undefined where the text has no known feature. */
  readonly raw: RawScores | undefined;
  readonly answerer: Answerer;
}[];

/** Leave one part out: each part is scored by a model trained on all others. */
export function crossValidate(
  examples: readonly Example[],
  train: (rest: readonly Example[]) => Scorer,
  accepted: number,
): CrossValidation {
  const names = [...new Set(examples.map(({ part }) => part ?? ''))].toSorted();
  const scored = names.map((name): [string, ScoredPart] => {
    const scorer = train(examples.filter(({ part }) => (part ?? '') !== name));
    const held = examples.filter(({ part }) => (part ?? '') === name);
    return [name, held.map((example) => ({ example, raw: scorer.raw(example.text), answerer: scorer.answerer }))];
  });
  return judgeParts(new Map(scored), accepted);
}

/**
 * Temperatures and thresholds of a part's answers are fitted on what was said of parts of other groups, each by a model that had not
 * seen them: the part itself is never looked at, and no further training is needed. A few groups, as a fit takes a while.
 */
export function judgeParts(parts: ReadonlyMap<string, ScoredPart>, accepted: number): CrossValidation {
  const groups = [...parts.keys()].map((name, at) => ({ name, group: at % CALIBRATION_FOLDS }));
  const calibrations = Array.from({ length: CALIBRATION_FOLDS }, (_, group) => {
    const others = groups.filter((one) => one.group !== group).flatMap(({ name }) => parts.get(name) ?? []);
    return fitCalibration(
      others.flatMap(({ raw, ...rest }): HeldBack[] => (raw ? [{ raw, ...rest }] : [])),
      accepted,
    );
  });
  const judged = groups.map(({ name, group }): [string, Judged[]] => {
    const answers = (parts.get(name) ?? []).map(({ example, raw, answerer }) => ({
      gold: example,
      answer: raw ? answerer.answer(raw, calibrations[group]!) : silent(normaliseText(example.text) === ''),
    }));
    return [name, answers];
  });
  const all = judged.flatMap(([, answers]) => answers);
  return {
    overall: measure(all),
    parts: Object.fromEntries(judged.map(([name, answers]) => [name, measure(answers)])),
    judged: all,
  };
}
