import { z } from 'zod';

/** Data of `rules/reading/tables.yaml`: by which words columns and labels are recognised. */

const words = z.array(z.string().min(1));

export const columnRoleSchema = z.enum([
  'level1',
  'level2',
  'name',
  'nameOrGroup',
  'operator',
  'operatorOrScope',
  'scope',
  'value',
  'multiYearValue',
  'valuePart',
  'lastActual',
  'contractValue',
  'unit',
  'unitOrOrganisation',
  'weight',
  'explanation',
  'source',
  'actual',
  'score',
  'deviationReason',
  'improvement',
  'ignore',
  'projectName',
  'organisation',
  'budget',
  'goal',
  'year',
  'spent',
  'executionRate',
  'total',
  'grade',
  'number',
  'remark',
]);
export type ColumnRole = z.output<typeof columnRoleSchema>;

export const labelRoleSchema = z.enum(['name', 'unit', 'year', 'budget', 'goal', 'annualGoal', 'duties', 'category']);
export type LabelRole = z.output<typeof labelRoleSchema>;

export const fundRoleSchema = z.enum([
  'budget',
  'spent',
  'executionRate',
  'executionWeight',
  'executionScore',
  'whole',
]);
export type FundRole = z.output<typeof fundRoleSchema>;

export const resultRoleSchema = z.enum(['total', 'sum', 'grade']);
export type ResultRole = z.output<typeof resultRoleSchema>;

export const tableDataSchema = z.strictObject({
  columns: z.record(columnRoleSchema, words),
  labels: z.record(labelRoleSchema, words),
  funds: z.record(fundRoleSchema, words),
  results: z.record(resultRoleSchema, words),
  footers: words,
});
export type TableData = z.output<typeof tableDataSchema>;
