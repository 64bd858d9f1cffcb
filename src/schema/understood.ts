/** What was understood of an indicator: what `lint --explain` and `--show-reading` show. */
import { z } from 'zod';
import { locationSchema } from './common.js';

/** A code that programs may rely on, with its names for people. */
export const termSchema = z.object({ code: z.string(), zh: z.string(), en: z.string() });
export type Term = z.output<typeof termSchema>;

/** One of the answers that the model of names weighed; `score` is its probability, 0 to 1. */
const answerSchema = z.object({ ...termSchema.shape, score: z.number() });

const readNumberSchema = z.object({
  operator: z.string().optional(),
  value: z.number(),
  high: z.number().optional().describe('Upper end of a range'),
  unit: z.string().optional(),
  change: z.boolean().describe('A change (增长5%), not a level'),
});
export type ReadNumber = z.output<typeof readNumberSchema>;

export const understoodSchema = z.object({
  name: z.string().describe('Without marks, numbering and brackets'),
  kind: termSchema.describe('How it is measured'),
  word: z.string().describe('The measure word; empty where there is none'),
  object: z.string().describe('What stands before the measure word'),
  aspect: termSchema.optional(),
  direction: termSchema.optional(),
  value: z
    .object({
      text: z.string(),
      kind: termSchema,
      numbers: z.array(readNumberSchema),
      dates: z.array(z.string()),
      unread: z.array(z.string()).describe('Pieces with digits or signs that could not be read'),
    })
    .optional(),
  unit: z.string().optional().describe('The unit column, where it holds a unit that is known'),
  level1: termSchema.optional(),
  level2: termSchema.optional(),
  evidence: z.array(z.object({ ...termSchema.shape, text: z.string() })).describe('What the word lists found'),
  model: z
    .object({
      judged: z.array(answerSchema),
      kind: z.array(answerSchema),
      box: z.array(answerSchema),
      pieces: z.array(z.object({ ...termSchema.shape, weight: z.number() })),
    })
    .optional()
    .describe('What the model of names holds, best answers first, and the pieces that spoke for its judgement'),
});
export type UnderstoodView = z.output<typeof understoodSchema>;

/** One row of the table as it was read, before it is judged. */
export const readIndicatorSchema = z.object({
  id: z.string(),
  location: locationSchema,
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  operator: z.string(),
  value: z.string(),
  unit: z.string(),
  weight: z.number().nullable(),
  actual: z.string().default('').describe('实际完成值; empty where the form has none'),
  score: z.string().default('').describe('得分 as it is written; empty where there is none'),
  deviationReason: z.string().default(''),
  applicable: z.boolean().describe('False for a row that says 不适用 or the like: it is not judged'),
  understood: understoodSchema,
});
export type ReadIndicator = z.output<typeof readIndicatorSchema>;

export const readingSchema = z.object({
  project: z.array(z.object({ ...termSchema.shape, text: z.string() })),
  results: z
    .array(z.object({ ...termSchema.shape, text: z.string() }))
    .default([])
    .describe('What a self-evaluation states beside its rows: funds, execution rate, total, grade'),
  indicators: z.array(readIndicatorSchema),
});
export type Reading = z.output<typeof readingSchema>;
