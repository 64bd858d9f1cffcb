// Generated from the files under rules/ by `npm run generate`. Do not edit.
import type { Rule } from './rule.js';
import { rule as classLevelMismatch } from './rules/class/level-mismatch.js';
import { rule as classLevelPair } from './rules/class/level-pair.js';
import { rule as classUnknownLevel } from './rules/class/unknown-level.js';
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
import { rule as measureExternalData } from './rules/measure/external-data.js';
import { rule as measureNoExplanation } from './rules/measure/no-explanation.js';
import { rule as measureNoSource } from './rules/measure/no-source.js';
import { rule as nameCompound } from './rules/name/compound.js';
import { rule as nameContainsValue } from './rules/name/contains-value.js';
import { rule as nameDuplicate } from './rules/name/duplicate.js';
import { rule as nameFormat } from './rules/name/format.js';
import { rule as nameIsCategory } from './rules/name/is-category.js';
import { rule as nameMissing } from './rules/name/missing.js';
import { rule as nameNearDuplicate } from './rules/name/near-duplicate.js';
import { rule as nameNoMeasure } from './rules/name/no-measure.js';
import { rule as nameSlogan } from './rules/name/slogan.js';
import { rule as nameTooLong } from './rules/name/too-long.js';
import { rule as nameVague } from './rules/name/vague.js';
import { rule as scopeCommonAsCustom } from './rules/scope/common-as-custom.js';
import { rule as scopeInputAsOutput } from './rules/scope/input-as-output.js';
import { rule as scopeProcessAsOutput } from './rules/scope/process-as-output.js';
import { rule as scopeSpendAsValue } from './rules/scope/spend-as-value.js';
import { rule as selfevalExecutionRate } from './rules/selfeval/execution-rate.js';
import { rule as selfevalFullScoreUnmet } from './rules/selfeval/full-score-unmet.js';
import { rule as selfevalGrade } from './rules/selfeval/grade.js';
import { rule as selfevalMissingActual } from './rules/selfeval/missing-actual.js';
import { rule as selfevalNoDeviationReason } from './rules/selfeval/no-deviation-reason.js';
import { rule as selfevalScoreMismatch } from './rules/selfeval/score-mismatch.js';
import { rule as selfevalScoreOverWeight } from './rules/selfeval/score-over-weight.js';
import { rule as selfevalTotal } from './rules/selfeval/total.js';
import { rule as valueAllHundred } from './rules/value/all-hundred.js';
import { rule as valueContractConflict } from './rules/value/contract-conflict.js';
import { rule as valueDateOutOfYear } from './rules/value/date-out-of-year.js';
import { rule as valueDirection } from './rules/value/direction.js';
import { rule as valueGoalConflict } from './rules/value/goal-conflict.js';
import { rule as valueMissing } from './rules/value/missing.js';
import { rule as valueNameConflict } from './rules/value/name-conflict.js';
import { rule as valueOperatorMissing } from './rules/value/operator-missing.js';
import { rule as valueOutOfRange } from './rules/value/out-of-range.js';
import { rule as valueQualitativeOnly } from './rules/value/qualitative-only.js';
import { rule as valueSeveralTargets } from './rules/value/several-targets.js';
import { rule as valueTooHigh } from './rules/value/too-high.js';
import { rule as valueTooLow } from './rules/value/too-low.js';
import { rule as valueUnitMismatch } from './rules/value/unit-mismatch.js';
import { rule as valueUnitMissing } from './rules/value/unit-missing.js';
import { rule as valueUnparsable } from './rules/value/unparsable.js';
import { rule as valueVagueQuantifier } from './rules/value/vague-quantifier.js';
import { rule as valueYesNo } from './rules/value/yes-no.js';
import { rule as weightConcentration } from './rules/weight/concentration.js';
import { rule as weightLevelShare } from './rules/weight/level-share.js';
import { rule as weightMissing } from './rules/weight/missing.js';
import { rule as weightSum } from './rules/weight/sum.js';

export const rules: readonly Rule[] = [
  classLevelMismatch,
  classLevelPair,
  classUnknownLevel,
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
  measureExternalData,
  measureNoExplanation,
  measureNoSource,
  nameCompound,
  nameContainsValue,
  nameDuplicate,
  nameFormat,
  nameIsCategory,
  nameMissing,
  nameNearDuplicate,
  nameNoMeasure,
  nameSlogan,
  nameTooLong,
  nameVague,
  scopeCommonAsCustom,
  scopeInputAsOutput,
  scopeProcessAsOutput,
  scopeSpendAsValue,
  selfevalExecutionRate,
  selfevalFullScoreUnmet,
  selfevalGrade,
  selfevalMissingActual,
  selfevalNoDeviationReason,
  selfevalScoreMismatch,
  selfevalScoreOverWeight,
  selfevalTotal,
  valueAllHundred,
  valueContractConflict,
  valueDateOutOfYear,
  valueDirection,
  valueGoalConflict,
  valueMissing,
  valueNameConflict,
  valueOperatorMissing,
  valueOutOfRange,
  valueQualitativeOnly,
  valueSeveralTargets,
  valueTooHigh,
  valueTooLow,
  valueUnitMismatch,
  valueUnitMissing,
  valueUnparsable,
  valueVagueQuantifier,
  valueYesNo,
  weightConcentration,
  weightLevelShare,
  weightMissing,
  weightSum,
];
