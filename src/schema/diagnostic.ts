import { z } from 'zod';
import { locationSchema, schemaVersion } from './common.js';
import { readingSchema, understoodSchema } from './understood.js';

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
  understood: understoodSchema.optional().describe('What was understood of the indicator, where it was asked for'),
});
export type Diagnostic = z.output<typeof diagnosticSchema>;

/** A diagnostic that somebody answers for: shown and counted apart, never as a fault. */
export const waivedSchema = z.object({
  ...diagnosticSchema.shape,
  waiver: z.object({
    from: z.enum(['config', 'document']).describe('The configuration, or the 忽略 column of the table'),
    reason: z.string(),
    by: z.string().optional(),
    date: z.string().optional(),
    until: z.string().optional(),
  }),
});
export type Waived = z.output<typeof waivedSchema>;

/** Something the reader guessed, skipped or could not understand: counted and shown, never silent. */
export const noticeSchema = z.object({
  code: z.string(),
  message: z.string(),
  location: locationSchema,
  about: z.literal('file').optional().describe('It concerns the file, whatever drafts it holds'),
});
export type Notice = z.output<typeof noticeSchema>;

export const lintEntrySchema = z.object({
  source: z.string(),
  project: z.string(),
  indicators: z.number().int().nonnegative(),
  diagnostics: z.array(diagnosticSchema),
  waived: z.array(waivedSchema).default([]),
  old: z.number().int().nonnegative().default(0).describe('Diagnostics that the baseline knows; they are not listed'),
  notices: z.array(noticeSchema),
  reading: readingSchema.optional().describe('The table as it was read, where it was asked for'),
});
export type LintEntry = z.output<typeof lintEntrySchema>;

/** What `--fix` made of one file. */
export const fixedFileSchema = z.object({
  source: z.string(),
  target: z.string().describe('The corrected copy'),
  changes: z
    .array(
      z.object({
        location: locationSchema,
        field: z.string(),
        before: z.string(),
        after: z.string(),
        ruleIds: z.array(z.string()).describe('Rules whose fixes changed this field'),
      }),
    )
    .describe('Fields that differ between source and copy'),
  refused: z
    .array(
      z.object({
        location: locationSchema,
        field: z.string(),
        ruleId: z.string(),
        reason: z.enum(['no-column', 'shared', 'formula', 'unclear', 'formula-like']),
      }),
    )
    .describe('Fixes that could not be made'),
  recoded: z.string().optional().describe('Encoding of the source, where the copy is UTF-8 instead'),
});
export type FixedFile = z.output<typeof fixedFileSchema>;

export const lintSummarySchema = z.object({
  sources: z.number().int(),
  drafts: z.number().int(),
  indicators: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  infos: z.number().int(),
  waived: z.number().int().default(0),
  baseline: z.number().int().default(0).describe('Diagnostics that the baseline knows'),
});
export type LintSummary = z.output<typeof lintSummarySchema>;

export const toolSchema = z.object({ name: z.literal('jixiao'), version: z.string() });

/** What is said of a file as a whole, where it holds several drafts. */
export const lintSourceSchema = z.object({ source: z.string(), notices: z.array(noticeSchema) });
export type LintSource = z.output<typeof lintSourceSchema>;

/** A file that could not be read: nothing of it is in the results. */
export const unreadFileSchema = z.object({ source: z.string(), code: z.string(), message: z.string() });
export type UnreadFile = z.output<typeof unreadFileSchema>;

/** What `jixiao lint --format json` prints: one entry a draft. */
export const lintResultSchema = z.object({
  schemaVersion,
  tool: toolSchema,
  results: z.array(lintEntrySchema),
  sources: z
    .array(lintSourceSchema)
    .optional()
    .describe('Notices about files of several drafts; with a single draft they stand with it'),
  fixes: z.array(fixedFileSchema).optional().describe('What `--fix` changed, one item a file'),
  notices: z.array(noticeSchema).default([]).describe('About the whole run, such as waivers that have run out'),
  failures: z.array(unreadFileSchema).optional().describe('Files that could not be read; exit code 2'),
  summary: lintSummarySchema,
});
export type LintResult = z.output<typeof lintResultSchema>;
