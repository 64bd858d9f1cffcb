// Generated from the files under rules/ by `npm run generate`. Do not edit.
import type { Rule } from './rule.js';
import { rule as classLevelMismatch } from './rules/class/level-mismatch.js';
import { rule as coverageNoBenefit } from './rules/coverage/no-benefit.js';
import { rule as coverageNoOutput } from './rules/coverage/no-output.js';
import { rule as nameDuplicate } from './rules/name/duplicate.js';
import { rule as nameFormat } from './rules/name/format.js';
import { rule as nameIsCategory } from './rules/name/is-category.js';
import { rule as nameMissing } from './rules/name/missing.js';
import { rule as nameSlogan } from './rules/name/slogan.js';
import { rule as nameTooLong } from './rules/name/too-long.js';
import { rule as scopeCommonAsCustom } from './rules/scope/common-as-custom.js';
import { rule as scopeSpendAsValue } from './rules/scope/spend-as-value.js';
import { rule as valueMissing } from './rules/value/missing.js';
import { rule as valueOutOfRange } from './rules/value/out-of-range.js';
import { rule as valueQualitativeOnly } from './rules/value/qualitative-only.js';
import { rule as valueUnitMismatch } from './rules/value/unit-mismatch.js';
import { rule as weightSum } from './rules/weight/sum.js';

export const rules: readonly Rule[] = [
  classLevelMismatch,
  coverageNoBenefit,
  coverageNoOutput,
  nameDuplicate,
  nameFormat,
  nameIsCategory,
  nameMissing,
  nameSlogan,
  nameTooLong,
  scopeCommonAsCustom,
  scopeSpendAsValue,
  valueMissing,
  valueOutOfRange,
  valueQualitativeOnly,
  valueUnitMismatch,
  weightSum,
];
