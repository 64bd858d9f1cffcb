/** Shape of a profile under `rules/profiles/`: what differs from place to place. */
import { z } from 'zod';
import { frameworkAdditionsSchema, level1Schema } from '../indicators/index.js';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const words = z.array(z.string().min(1));
const points = z.number().nonnegative();
const percent = z.number().min(0).max(100);

/** One family of common indicators: every word of the name must come from these lists. */
const commonFamilySchema = z.strictObject({
  level: z.enum(['error', 'warning']),
  subjects: words,
  acts: words,
  measures: words,
});

const weightsSchema = z.strictObject({
  total: z.number().positive(),
  /** What 预算执行率 may carry apart from the indicators. */
  executionApart: z.array(points),
  /** Points of each level 1; a set applies to drafts that have exactly these. Empty: nothing is expected. */
  shares: z.array(z.partialRecord(level1Schema, points)),
});

const evaluationSchema = z.strictObject({
  /** Best first; a grade begins at `from` points and ends where the one before begins. */
  grades: z.array(z.strictObject({ name: z.string().min(1), from: points, words })).min(1),
  /** Results in words, best first: the share of the weight, in percent, that a score may be, both ends included. */
  scale: z.array(z.strictObject({ name: z.string().min(1), from: percent, to: percent, words })),
  /** By how much, in percent, a target may be exceeded without a reason. */
  deviation: z.number().positive(),
});

/** Above which budget (万元) at least how many indicators are expected; the highest tier that applies counts. */
export const tiersSchema = z.array(z.strictObject({ above: points, least: z.number().int().positive() })).min(1);

const coverageSchema = z.strictObject({
  fewest: tiersSchema,
  most: z.number().int().positive(),
});

const commonSchema = z.strictObject({
  qualifiers: words,
  families: z.array(commonFamilySchema),
  names: words.describe('Common indicators reported as warnings'),
  titles: words
    .optional()
    .describe('Names under which forms list the common indicator itself: only these a machine may relabel as common'),
});

/** A profile with everything in it. */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  weights: weightsSchema,
  evaluation: evaluationSchema,
  coverage: coverageSchema,
  common: commonSchema,
  /** Headings that the general framework does not know, or knows elsewhere. */
  framework: frameworkAdditionsSchema.optional(),
});
export type Profile = z.output<typeof profileSchema>;

/** A profile as it is written: what is left out comes from the profile named in `extends`. */
export const profileFileSchema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  extends: z.string().min(1).optional(),
  weights: weightsSchema.partial().optional(),
  evaluation: evaluationSchema.partial().optional(),
  coverage: coverageSchema.partial().optional(),
  common: commonSchema
    .partial()
    .extend({ moreNames: words.optional().describe('Added to the inherited names') })
    .optional(),
  framework: frameworkAdditionsSchema.optional(),
});
export type ProfileFile = z.output<typeof profileFileSchema>;
