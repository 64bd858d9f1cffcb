/** What a draft states of 预算执行率: budget, spending, rate, its weight and score. */
import type { Draft } from '../schema/index.js';
import { type Decimal, decimal } from '../text/decimal.js';

export interface ExecutionFacts {
  /** In percent, as stated. */
  readonly stated?: Decimal;
  /** In percent: spent ÷ budget. */
  readonly exact?: Decimal;
  readonly budget?: Decimal;
  readonly spent?: Decimal;
  readonly weight?: Decimal;
  readonly score?: Decimal;
  /** The rates that a score may rest on: the exact one first. */
  readonly rates: readonly Decimal[];
}

export function executionFacts({ project }: Draft): ExecutionFacts | undefined {
  const own = project.selfEvaluation;
  if (!own) return undefined;
  // Of a project over several years the budget of the whole term may be stated.
  const budget = own.budget ?? (project.multiYear ? undefined : project.budget);
  const exact =
    budget !== undefined && budget > 0 && own.spent !== undefined && own.spent >= 0
      ? decimal(own.spent).div(budget).times(100)
      : undefined;
  const stated = own.executionRate === undefined ? undefined : decimal(own.executionRate);
  return {
    ...(stated && { stated }),
    ...(exact && { exact }),
    ...(budget !== undefined && { budget: decimal(budget) }),
    ...(own.spent !== undefined && { spent: decimal(own.spent) }),
    ...(own.executionWeight !== undefined && { weight: decimal(own.executionWeight) }),
    ...(own.executionScore !== undefined && { score: decimal(own.executionScore) }),
    rates: [...(exact ? [exact] : []), ...(stated ? [stated] : [])],
  };
}
