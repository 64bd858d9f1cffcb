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
  'valueOrActual',
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

export const labelRoleSchema = z.enum([
  'name',
  'unit',
  'year',
  'budget',
  'goal',
  'goalText',
  'annualGoal',
  'duties',
  'category',
]);
export type LabelRole = z.output<typeof labelRoleSchema>;

export const fundRoleSchema = z.enum([
  'budget',
  'spent',
  'executionRate',
  'executionWeight',
  'executionScore',
  'whole',
  'part',
]);
export type FundRole = z.output<typeof fundRoleSchema>;

export const resultRoleSchema = z.enum(['total', 'sum', 'grade']);
export type ResultRole = z.output<typeof resultRoleSchema>;

/** Words that headings are composed of, where no list could hold them all. */
const composedSchema = z.strictObject({
  budget: z.strictObject({
    year: words.describe('Words that make it the amount of the year'),
    term: words.describe('Words that make it the amount of all years'),
    money: words.describe('One of these is needed, or one of `sum` beside one of `year` or `request`'),
    sum: words,
    request: words,
    beside: words.describe('What may stand with them'),
  }),
  columns: z
    .array(
      z.strictObject({
        role: columnRoleSchema,
        all: z.array(words).min(1).describe('One word of each group is needed'),
        beside: words.default([]).describe('What else may stand with them, besides the common fillers'),
        not: words.default([]).describe('With one of these it is something else'),
      }),
    )
    .describe('In order: the first that fits counts'),
  labels: z
    .array(
      z.strictObject({
        role: labelRoleSchema,
        all: z.array(words).min(1).describe('One word of each group is needed'),
        beside: words.default([]).describe('What else may stand with them'),
        not: words.default([]).describe('With one of these it is something else'),
      }),
    )
    .describe('Labels above a table, where no list has them; in order: the first that fits counts'),
  fillers: words.describe('What may stand in any heading of a column'),
  aside: z.strictObject({
    who: words.describe('One or more of these'),
    what: words.describe('and one of these: a column that says who answers for a row'),
  }),
});

export const tableDataSchema = z.strictObject({
  columns: z.record(columnRoleSchema, words),
  labels: z.record(labelRoleSchema, words),
  funds: z.record(fundRoleSchema, words),
  results: z.record(resultRoleSchema, words),
  footers: words,
  signers: words.describe('Ends of the labels of who signs a form, behind which a colon stands: 财务负责人：'),
  openNames: words.describe('Labels that name the project or head a list of something else'),
  opinionFrom: words.describe('Who gives an opinion, or in which act: 部门 of 主管部门意见'),
  unitOrProject: words.describe('Headings of units and what they spend on in one column; the unit stands above'),
  targets: words.describe('Signs and words that a target begins with'),
  title: z.strictObject({
    kinds: words.describe('What forms are of: 绩效目标, 绩效自评 …, without 绩效'),
    acts: words.describe('What is done with them: 申报, 公开 …'),
    whose: words.describe('A title that ends so names a place or a body: whose form it is'),
    general: words.describe('Words of forms; what is made of nothing else names no project'),
  }),
  composed: composedSchema,
});
export type TableData = z.output<typeof tableDataSchema>;
