// Generated from the files under rules/ by `npm run generate`. Do not edit.
import type { Rule } from './rule.js';
import { rule as classLevelMismatch } from './rules/class/level-mismatch.js';
import { rule as coverageGoalUncovered } from './rules/coverage/goal-uncovered.js';
import { rule as coverageNoBenefit } from './rules/coverage/no-benefit.js';
import { rule as coverageNoCost } from './rules/coverage/no-cost.js';
import { rule as coverageNoOutput } from './rules/coverage/no-output.js';
import { rule as coverageNoQuality } from './rules/coverage/no-quality.js';
import { rule as coverageNoQuantifiedBenefit } from './rules/coverage/no-quantified-benefit.js';
import { rule as coverageNoQuantity } from './rules/coverage/no-quantity.js';
import { rule as coverageNoSatisfaction } from './rules/coverage/no-satisfaction.js';
import { rule as coverageNoTimeliness } from './rules/coverage/no-timeliness.js';
import { rule as coverageTooFew } from './rules/coverage/too-few.js';
import { rule as coverageTooMany } from './rules/coverage/too-many.js';
import { rule as coverageUnrelated } from './rules/coverage/unrelated.js';
import { rule as goalAnnualEqualsTotal } from './rules/goal/annual-equals-total.js';
import { rule as goalBenefitOnly } from './rules/goal/benefit-only.js';
import { rule as goalDutiesAsGoal } from './rules/goal/duties-as-goal.js';
import { rule as goalMissing } from './rules/goal/missing.js';
import { rule as goalNotQuantified } from './rules/goal/not-quantified.js';
import { rule as goalOutputOnly } from './rules/goal/output-only.js';
import { rule as goalStaleYear } from './rules/goal/stale-year.js';
import { rule as goalVague } from './rules/goal/vague.js';
import { rule as nameDuplicate } from './rules/name/duplicate.js';
import { rule as nameIsCategory } from './rules/name/is-category.js';
import { rule as nameMissing } from './rules/name/missing.js';
import { rule as nameNearDuplicate } from './rules/name/near-duplicate.js';
import { rule as nameSlogan } from './rules/name/slogan.js';
import { rule as nameTooLong } from './rules/name/too-long.js';
import { rule as scopeCommonAsCustom } from './rules/scope/common-as-custom.js';
import { rule as scopeSpendAsValue } from './rules/scope/spend-as-value.js';
import { rule as valueGoalConflict } from './rules/value/goal-conflict.js';
import { rule as valueMissing } from './rules/value/missing.js';
import { rule as valueOutOfRange } from './rules/value/out-of-range.js';
import { rule as valueQualitativeOnly } from './rules/value/qualitative-only.js';
import { rule as valueUnitMismatch } from './rules/value/unit-mismatch.js';
import { rule as weightSum } from './rules/weight/sum.js';

export const rules: readonly Rule[] = [
  classLevelMismatch,
  coverageGoalUncovered,
  coverageNoBenefit,
  coverageNoCost,
  coverageNoOutput,
  coverageNoQuality,
  coverageNoQuantifiedBenefit,
  coverageNoQuantity,
  coverageNoSatisfaction,
  coverageNoTimeliness,
  coverageTooFew,
  coverageTooMany,
  coverageUnrelated,
  goalAnnualEqualsTotal,
  goalBenefitOnly,
  goalDutiesAsGoal,
  goalMissing,
  goalNotQuantified,
  goalOutputOnly,
  goalStaleYear,
  goalVague,
  nameDuplicate,
  nameIsCategory,
  nameMissing,
  nameNearDuplicate,
  nameSlogan,
  nameTooLong,
  scopeCommonAsCustom,
  scopeSpendAsValue,
  valueGoalConflict,
  valueMissing,
  valueOutOfRange,
  valueQualitativeOnly,
  valueUnitMismatch,
  weightSum,
];
