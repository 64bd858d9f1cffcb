/** What `jixiao evaluate` reports. Shares are 0 to 1. */
import { z } from 'zod';
import { schemaVersion } from './common.js';

const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();

const labelFiguresSchema = z.object({ support: count, precision: share, recall: share, f1: share });

const totalsSchema = z.object({
  texts: count,
  primaryAccuracy: share.describe('texts whose first category (or "none") is right'),
  macroF1: share.describe('mean F1 over the categories that occur, "none" not counted'),
  tagMicroF1: share,
  kindAccuracy: share,
  calibrationError: share.describe('expected calibration error of the primary answer, ten bins'),
  abstention: share.describe('texts marked needsReview'),
  acceptedAccuracy: share.nullable().describe('primary accuracy of the others; null where there are none'),
});
export type EvaluationTotals = z.output<typeof totalsSchema>;

const figuresSchema = totalsSchema.extend({
  categories: z.record(z.string(), labelFiguresSchema),
  tags: z.record(z.string(), labelFiguresSchema).describe('by "category/tag"'),
});

export const confusionSchema = z.object({
  labels: z.array(z.string()).describe('category codes; "none" last'),
  counts: z.array(z.array(count)).describe('rows: the label given by people; columns: the primary answer'),
});
export type Confusion = z.output<typeof confusionSchema>;

const evaluatedModelSchema = z.object({
  name: z.string(),
  figures: figuresSchema,
  confusion: confusionSchema,
  parts: z.record(z.string(), totalsSchema).optional().describe('by part, with --leave-one-part-out'),
  curve: z
    .array(z.object({ trained: count, tested: count, primaryAccuracy: share, macroF1: share }))
    .optional()
    .describe('with --curve: figures after training on more and more texts'),
});
export type EvaluatedModel = z.output<typeof evaluatedModelSchema>;

export const evaluationSchema = z.object({
  schemaVersion,
  method: z.enum(['as-is', 'leave-one-part-out']),
  files: z.array(z.string()),
  models: z.array(evaluatedModelSchema).min(1),
});
export type Evaluation = z.output<typeof evaluationSchema>;
