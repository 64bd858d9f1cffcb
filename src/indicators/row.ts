/** The fields of an indicator that rules ask for. */
import type { Indicator } from '../schema/index.js';

/**
 * Drafts leave out what they have not got, each in its own way. Here every field is there in one order, undefined where
 * it is not stated: all rules read these, and objects of one shape are read fastest.
 */
export interface IndicatorRow {
  readonly id: string;
  readonly level1: Indicator['level1'];
  readonly level2: Indicator['level2'];
  readonly name: string;
  readonly scope: Indicator['scope'];
  readonly operator: Indicator['operator'];
  readonly value: Indicator['value'];
  readonly unit: Indicator['unit'];
  readonly weight: Indicator['weight'];
  /** The id of the row with which it shares a merged cell of weights. */
  readonly weightWith: unknown;
  readonly explanation: Indicator['explanation'];
  readonly source: Indicator['source'];
  readonly lastActual: Indicator['lastActual'];
  readonly contractValue: Indicator['contractValue'];
  readonly actual: Indicator['actual'];
  readonly score: Indicator['score'];
  /** As it is written, where that is not the shortest text of the number: 9.10. */
  readonly scoreText: unknown;
  /** The id of the row with which it shares a merged cell of scores. */
  readonly scoreWith: unknown;
  readonly deviationReason: Indicator['deviationReason'];
  readonly partOf: Indicator['partOf'];
}

export function rowOf(indicator: Indicator): IndicatorRow {
  return {
    id: indicator.id,
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    scope: indicator.scope,
    operator: indicator.operator,
    value: indicator.value,
    unit: indicator.unit,
    weight: indicator.weight,
    weightWith: indicator['weightWith'],
    explanation: indicator.explanation,
    source: indicator.source,
    lastActual: indicator.lastActual,
    contractValue: indicator.contractValue,
    actual: indicator.actual,
    score: indicator.score,
    scoreText: indicator['scoreText'],
    scoreWith: indicator['scoreWith'],
    deviationReason: indicator.deviationReason,
    partOf: indicator.partOf,
  };
}
