import { z } from 'zod';
import { locationSchema, schemaVersion } from './common.js';
import { noticeSchema } from './diagnostic.js';

export const findingKindSchema = z.enum(['problem', 'suggestion']);
export type FindingKind = z.output<typeof findingKindSchema>;

/** A category of the taxonomy with its tags; `score` is the model's probability, 0 to 1. */
export const labelSchema = z.object({
  category: z.string(),
  tags: z.array(z.string()),
  score: z.number().min(0).max(1),
});
export type Label = z.output<typeof labelSchema>;

const modelAnswerSchema = z
  .string()
  .optional()
  .describe(
    'kind, categories and tags as the model gave them: by it `train --corrections` knows what a reviewer changed',
  );

/**
 * One separable statement of a problem (存在问题) or suggestion (工作建议).
 * `start` and `end` are UTF-16 offsets, half-open, into the source cell or text as it was read. An empty `labels`
 * means none of the categories.
 */
export const findingSchema = z.looseObject({
  id: z.string(),
  source: z.string(),
  location: locationSchema,
  project: z.string().optional(),
  unit: z.string().optional(),
  /** The year that the findings are about, as title, table or file name say. */
  year: z.number().int().optional(),
  kind: findingKindSchema,
  level: z.number().int().positive(),
  marker: z.string(),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  parentId: z.string().nullable(),
  labels: z.array(labelSchema),
  needsReview: z.boolean(),
  modelAnswer: modelAnswerSchema,
  pairedWith: z.array(z.string()),
});
export type Finding = z.output<typeof findingSchema>;

const evidencePieceSchema = z.object({ piece: z.string(), weight: z.number() });

/** What `jixiao classify` prints of one text: the caller's own fields are kept beside these. */
export const classifiedSchema = z.looseObject({
  text: z.string(),
  kind: z.enum(['problem', 'suggestion', 'neither']),
  labels: z.array(labelSchema),
  needsReview: z.boolean(),
  modelAnswer: modelAnswerSchema,
  evidence: z
    .object({ for: z.array(evidencePieceSchema), against: z.array(evidencePieceSchema) })
    .optional()
    .describe('with --explain: pieces of the text and what each adds to the score of the primary category'),
});
export type ClassifiedText = z.output<typeof classifiedSchema>;

const counts = { problems: z.number().int(), suggestions: z.number().int() };
/** `unanswered`: top-level problems with which no suggestion is paired. */
const ownCounts = { ...counts, unanswered: z.number().int() };

export const findingSummarySchema = z.object({
  sources: z.number().int(),
  projects: z.number().int(),
  findings: z.number().int(),
  ...ownCounts,
  needsReview: z.number().int(),
  byCategory: z.record(z.string(), z.object(counts)),
  /** Most findings first; those of no named unit under ''. */
  byUnit: z.array(z.object({ unit: z.string(), ...ownCounts })),
  /** Latest first; null where no year is known. */
  byYear: z.array(z.object({ year: z.number().int().nullable(), ...ownCounts })),
  /** Ids are unique within a source. */
  unansweredProblems: z.array(z.object({ source: z.string(), id: z.string() })),
  /** Most telling first; `findings` that use the word, of these problems and suggestions. */
  keywords: z.array(z.object({ word: z.string(), findings: z.number().int(), ...counts, score: z.number() })),
});
export type FindingSummary = z.output<typeof findingSummarySchema>;

/** What `jixiao review --format json` prints. */
export const reviewResultSchema = z.object({
  schemaVersion,
  findings: z.array(findingSchema),
  summary: findingSummarySchema,
  notices: z
    .array(noticeSchema.extend({ source: z.string() }))
    .default([])
    .describe('What was left unread though it looks like findings'),
});
export type ReviewNotice = ReviewResult['notices'][number];
export type ReviewResult = z.output<typeof reviewResultSchema>;
