import { z } from 'zod';
import { amount, SCHEMA_VERSION, text } from './common.js';

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

/** Results that a unit states about itself (自评表). Money is in 万元, rates in percent. */
export const selfEvaluationSchema = z.looseObject({
  total: amount,
  otherTotal: amount.describe('The same total where the form states it a second time, if it differs'),
  grade: text,
  budget: amount,
  spent: amount,
  executionRate: amount,
  executionWeight: amount,
  executionScore: amount,
});

export const projectSchema = z.looseObject({
  name: z.string(),
  unit: text,
  year: amount,
  budget: amount.describe('万元'),
  multiYear: flag,
  category: text,
  goal: text.describe('总体绩效目标'),
  annualGoal: text.describe('年度绩效目标'),
  duties: text.describe('单位职责'),
  selfEvaluation: selfEvaluationSchema.nullish().transform((value) => value ?? undefined),
});
export type Project = z.output<typeof projectSchema>;

/** A name that is left blank is there, and empty. */
export const indicatorName = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullable()
  .transform((value) => value ?? '');

/** Whatever stands here must not stop the run. */
export const anything = z.unknown().optional();

export const indicatorSchema = z.looseObject({
  id: text,
  level1: text.describe('一级指标'),
  level2: text.describe('二级指标'),
  name: indicatorName.describe('三级指标'),
  scope: text.describe('共性 or 个性'),
  operator: text,
  value: text,
  unit: text,
  weight: amount,
  explanation: text,
  source: text,
  lastActual: text,
  contractValue: text,
  actual: text,
  score: amount,
  deviationReason: text,
  partOf: text,
  ignore: anything.describe('忽略: ids of rules that are not to be judged for this indicator, or 全部'),
});

export type ParsedIndicator = z.output<typeof indicatorSchema>;
/** One 绩效指标. Every indicator of a draft has an id of its own once the draft is read. */
export type Indicator = ParsedIndicator & { id: string };

/**
 * One draft (绩效目标申报表 or 自评表). Missing ids become the indicator's number in the draft, counted from 1;
 * an id that stands twice gets “-2” the second time, so that every place is told apart.
 * Unknown fields are kept.
 */
export const draftSchema = z.looseObject({
  schemaVersion: z.literal(SCHEMA_VERSION).optional(),
  project: projectSchema,
  indicators: z.array(indicatorSchema).transform(withIds),
});
export type Draft = z.output<typeof draftSchema>;

/** Several drafts in one JSON source. */
export const draftListSchema = z.looseObject({
  schemaVersion: z.literal(SCHEMA_VERSION).optional(),
  drafts: z.array(draftSchema).min(1),
});

export function withIds(indicators: readonly ParsedIndicator[]): Indicator[] {
  const used = new Set<string>();
  return indicators.map((indicator, index) => {
    const wanted = indicator.id ?? String(index + 1);
    let id = wanted;
    for (let copy = 2; used.has(id); copy += 1) id = `${wanted}-${copy}`;
    used.add(id);
    return { ...indicator, id };
  });
}
