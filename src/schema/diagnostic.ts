import { z } from 'zod';
import { locationSchema, schemaVersion } from './common.js';

export const severitySchema = z.enum(['error', 'warning', 'info']);
export type Severity = z.output<typeof severitySchema>;

/** A policy document (and clause, where it is known for sure) that a rule rests on. */
export const basisSchema = z.object({ document: z.string(), clause: z.string().optional() });
export type Basis = z.output<typeof basisSchema>;

/** A change to one field that a machine may make. */
export const fixSchema = z.object({ field: z.string(), value: z.string() });

/** A sample indicator from the library, to be taken over and adapted. */
export const proposalSchema = z.object({
  name: z.string(),
  level2: z.string(),
  operator: z.string(),
  value: z.string(),
  unit: z.string(),
  explanation: z.string(),
});

export const suggestionSchema = z.object({
  message: z.string(),
  fix: fixSchema.optional(),
  proposal: proposalSchema.optional(),
});
export type Suggestion = z.output<typeof suggestionSchema>;

/** One fault of a draft. `indicatorId` is null where the whole draft is meant. */
export const diagnosticSchema = z.object({
  ruleId: z.string(),
  severity: severitySchema,
  message: z.string(),
  indicatorId: z.string().nullable(),
  field: z.string(),
  evidence: z.string(),
  location: locationSchema,
  suggestions: z.array(suggestionSchema),
  basis: z.array(basisSchema),
  relatedIndicatorIds: z.array(z.string()),
});
export type Diagnostic = z.output<typeof diagnosticSchema>;

/** Something the reader guessed, skipped or could not understand: counted and shown, never silent. */
export const noticeSchema = z.object({
  code: z.string(),
  message: z.string(),
  location: locationSchema,
});
export type Notice = z.output<typeof noticeSchema>;

export const lintEntrySchema = z.object({
  source: z.string(),
  project: z.string(),
  indicators: z.number().int().nonnegative(),
  diagnostics: z.array(diagnosticSchema),
  notices: z.array(noticeSchema),
});
export type LintEntry = z.output<typeof lintEntrySchema>;

export const lintSummarySchema = z.object({
  sources: z.number().int(),
  drafts: z.number().int(),
  indicators: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  infos: z.number().int(),
});
export type LintSummary = z.output<typeof lintSummarySchema>;

export const toolSchema = z.object({ name: z.literal('jixiao'), version: z.string() });

/** What `jixiao lint --format json` prints: one entry a draft. */
export const lintResultSchema = z.object({
  schemaVersion,
  tool: toolSchema,
  results: z.array(lintEntrySchema),
  summary: lintSummarySchema,
});
export type LintResult = z.output<typeof lintResultSchema>;
