/** What a draft states of 预算执行率: budget, spending, rate, its weight and score. */
import type { Draft } from '../schema/index.js';
import { type Decimal, decimal } from '../text/decimal.js';

export interface ExecutionFacts {
  /** In percent, as stated. */
  readonly stated: Decimal | undefined;
  /** In percent: spent ÷ budget. */
  readonly exact: Decimal | undefined;
  readonly budget: Decimal | undefined;
  readonly spent: Decimal | undefined;
  readonly weight: Decimal | undefined;
  readonly score: Decimal | undefined;
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
  const stated = known(own.executionRate);
  return {
    stated,
    exact,
    budget: known(budget),
    spent: known(own.spent),
    weight: known(own.executionWeight),
    score: known(own.executionScore),
    rates: [exact, stated].filter((rate) => rate !== undefined),
  };
}

function known(amount: number | undefined): Decimal | undefined {
  return amount === undefined ? undefined : decimal(amount);
}
