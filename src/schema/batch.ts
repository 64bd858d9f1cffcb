import { z } from 'zod';
import { schemaVersion } from './common.js';
import { noticeSchema, toolSchema } from './diagnostic.js';

const count = z.number().int().nonnegative();

/** Something that could not be worked on: a whole document, one line of a file of lines, or a piece of it. */
export const batchFailureSchema = z.object({
  source: z.string(),
  line: z.number().int().positive().optional(),
  lastLine: z.number().int().positive().optional().describe('Of a piece that came to nothing: it begins at `line`'),
  code: z.string(),
  message: z.string(),
});
export type BatchFailure = z.output<typeof batchFailureSchema>;

/** A list of which only the first are shown; `total` counts all. */
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ total: count, items: z.array(item) });

/** What is counted of everything: of `lint` errors, warnings, infos; of the others problems, suggestions and more. */
const countsSchema = z.record(z.string(), count);

export const batchGroupSchema = z.object({
  /** Unit, year, region, rule or category; '' where it is not known. */
  key: z.string(),
  /** Drafts, or documents with findings; of a rule the drafts in which it spoke. */
  drafts: count,
  /** Indicators, findings or texts; of a rule the times that it spoke. */
  rows: count,
  counts: countsSchema,
});
export type BatchGroup = z.output<typeof batchGroupSchema>;

export const batchFileSchema = z.object({ source: z.string(), rows: count, counts: countsSchema });

/** One indicator with one target in several units, or in several years. */
export const copiedSchema = z.object({
  name: z.string(),
  target: z.string(),
  times: count,
  units: count,
  years: count,
  /** Some of the units, and the documents where they have it. */
  someUnits: z.array(z.string()),
  someSources: z.array(z.string()),
});

/** One indicator of one project of one unit, as it stands in this year and stood in the year before. */
export const unchangedSchema = z.object({
  unit: z.string(),
  project: z.string(),
  name: z.string(),
  target: z.string(),
  year: z.number().int(),
  source: z.string(),
  before: z.string().describe('The document of the year before'),
});

/** A fault or problem of this year that was there in the year before. */
export const repeatedSchema = z.object({
  unit: z.string(),
  project: z.string(),
  year: z.number().int(),
  /** The rule, or the category of the problem. */
  subject: z.string(),
  /** The name of the indicator, or the problem itself. */
  text: z.string(),
  source: z.string(),
  before: z.string().describe('The document of the year before'),
});

/** A form of objectives and the document that it stands in. */
export const formSchema = z.object({
  unit: z.string(),
  project: z.string(),
  year: z.number().int().optional(),
  source: z.string(),
});

/** A form that has nearly all indicators with their targets of another one, names of units and places passed over. */
export const alikeSchema = z.object({
  form: formSchema,
  like: formSchema.describe('The first of its kind in the order of the inputs'),
  same: count.describe('Indicators that both have; common indicators are not counted'),
  of: count.describe('Indicators of the longer one'),
  forms: count.describe('How many forms are like the first one, itself counted'),
});

/** A second form of the same project of the same unit for the same year. */
export const twiceSchema = z.object({
  unit: z.string(),
  project: z.string(),
  year: z.number().int().optional(),
  source: z.string(),
  other: z.string().describe('The document of the first one'),
});

/** What a batch says of all its files together: `summary.json`. The same files give the same bytes. */
export const batchSummarySchema = z.object({
  schemaVersion,
  tool: toolSchema,
  task: z.enum(['lint', 'review', 'classify']),
  totals: z.object({
    files: count,
    failures: count.describe('Lines of failures.jsonl, of whichever kind'),
    unread: z
      .object({ files: count, faultyLines: count, filesOfLines: count, empty: count })
      .describe(
        'What failures are: documents that could not be read; lines of files of lines, and of how many files; documents that can be read, but hold nothing of the kind',
      ),
    incomplete: count.describe('Rules that failed on a draft, each once: all else of it was checked'),
    drafts: count,
    rows: count,
    waived: count.describe('Diagnostics that a table or the configuration answers for: they are in no other count'),
    withoutUnit: count.describe('Forms that name no unit: their indicators are compared with nobody’s'),
    counts: countsSchema,
  }),
  byRule: z.array(batchGroupSchema),
  byCategory: z.array(batchGroupSchema),
  byUnit: listOf(batchGroupSchema),
  byYear: z.array(batchGroupSchema),
  byRegion: listOf(batchGroupSchema),
  worstFiles: listOf(batchFileSchema),
  copied: listOf(copiedSchema).extend({
    most: count.describe('What more units than these have is common usage'),
    leftOut: count.describe('How many indicators were left out for that'),
  }),
  unchanged: listOf(unchangedSchema),
  repeated: listOf(repeatedSchema),
  alike: listOf(alikeSchema),
  twice: listOf(twiceSchema),
  failures: listOf(batchFailureSchema).describe('Without those of `withoutContent`'),
  withoutContent: listOf(batchFailureSchema).describe('Documents that can be read, but hold nothing of the kind'),
  notices: listOf(noticeSchema.extend({ source: z.string() })).describe(
    'What of documents was not read or not understood; of `lint` it stands in the results too',
  ),
  duplicates: listOf(z.object({ source: z.string(), of: z.string() })).describe(
    'Documents with the very bytes of another, which alone was worked on and counted',
  ),
  failuresByCode: z.record(z.string(), count),
  /** Files of folders and archives that are of no use to the task, by extension. */
  skipped: z.record(z.string(), count),
  /** … and their names. */
  skippedFiles: listOf(z.string()),
  ran: z
    .object({
      inputs: z.array(z.string()),
      include: z.array(z.string()),
      exclude: z.array(z.string()),
      since: z.string().optional(),
      preset: z.string().optional(),
      profile: z.string().optional(),
      rules: z.array(z.string()),
      config: z.string().optional(),
      mapping: z.string().optional(),
      model: z.string().optional(),
    })
    .describe('What was asked for, with what the configuration adds'),
  /** Where counting stopped for want of memory: the lists so named are not complete. */
  capped: z.array(z.enum(['byUnit', 'byRegion', 'worstFiles', 'copied', 'unchanged', 'repeated', 'alike', 'twice'])),
});
export type BatchSummary = z.output<typeof batchSummarySchema>;
