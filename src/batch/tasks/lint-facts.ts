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
  /** Of each indicator its name and its target as a key; 1 where it is a common one, which all are to have; the target as it is shown, where that differs. */
  readonly n: readonly (readonly [name: string, target: string, common?: 0 | 1, shown?: string])[];
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
      const shown = targetText(operator, value, measure);
      const target = compact(shown);
      const common = isCommon(name) ? 1 : 0;
      if (shown !== target) return [name, target, common, shown];
      return common === 1 ? [name, target, common] : [name, target];
    }),
    d: diagnostics.map(({ ruleId, severity, indicatorId }) => [
      ruleId,
      severity.charAt(0),
      indicatorId === null ? -1 : (places.get(indicatorId) ?? -1),
    ]),
    ...(waived.length > 0 && { w: waived.length }),
  };
}

/** ≥95%, but “定性 12月31日前”: a word that stands in a column of operators is parted from the value. */
function targetText(operator: string, value: string, measure: string): string {
  const sign = operator.trim();
  const parted = /\p{L}$/u.test(sign) ? `${sign} ` : sign;
  return `${parted}${value}${measure}`.replace(/\s+/g, ' ').trim();
}
