/** What the summary needs of a draft, in few bytes: texts stand once, and no advice. */
import type { Draft, LintEntry } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { Tags } from '../types.js';

/** What of the configuration's waivers a document met, by their places there; `used` ones took something away. */
export interface WaiverFact {
  readonly waivers: { readonly met: readonly number[]; readonly used: readonly number[] };
}

/** One draft. Names are short: there may be a million. */
export interface LintFact {
  /** Unit, year, region and project. */
  readonly u?: string;
  readonly y?: number;
  readonly g?: string;
  readonly p: string;
  /** Of each indicator its name and its target as one text; 1 where it is a common one, which all are to have. */
  readonly n: readonly (readonly [name: string, target: string, common?: 1])[];
  /** Of each diagnostic its rule, `e`, `w` or `i`, and the place of its indicator in `n`, -1 for the whole draft. */
  readonly d: readonly (readonly [rule: string, severity: string, indicator: number])[];
  /** How many diagnostics somebody answers for. */
  readonly w?: number;
}

export function lintFact(
  { project, diagnostics, waived, unit, year, region }: LintEntry & Tags,
  draft: Draft,
  isCommon: (name: string) => boolean,
): LintFact {
  const places = new Map(draft.indicators.map(({ id }, index) => [id, index]));
  return {
    ...(unit !== undefined && { u: unit }),
    ...(year !== undefined && { y: year }),
    ...(region !== undefined && { g: region }),
    p: project,
    n: draft.indicators.map(({ name, operator = '', value = '', unit: measure = '' }) => {
      const target = compact(`${operator}${value}${measure}`);
      return isCommon(name) ? [name, target, 1] : [name, target];
    }),
    d: diagnostics.map(({ ruleId, severity, indicatorId }) => [
      ruleId,
      severity.charAt(0),
      indicatorId === null ? -1 : (places.get(indicatorId) ?? -1),
    ]),
    ...(waived.length > 0 && { w: waived.length }),
  };
}
