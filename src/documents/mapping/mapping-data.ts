/** The shape of a mapping file: how a user names the columns of a layout that is not read by itself. */
import { z } from 'zod';
import type { Framework } from '../../indicators/index.js';
import type { Grid } from '../model.js';

/** Columns of a table of indicators. */
export const INDICATOR_COLUMNS = [
  'level1',
  'level2',
  'name',
  'scope',
  'operator',
  'value',
  'unit',
  'weight',
  'explanation',
  'source',
  'lastActual',
  'contractValue',
  'actual',
  'score',
  'deviationReason',
  'ignore',
  'budget',
  'goal',
] as const;
/** Columns of a table of findings. */
const FINDING_COLUMNS = ['problem', 'suggestion'] as const;
/** Of both; `none` is a column that is known and not read. */
const SHARED_COLUMNS = ['projectName', 'organisation', 'year', 'none'] as const;
export const MAPPED_COLUMNS = [...INDICATOR_COLUMNS, ...FINDING_COLUMNS, ...SHARED_COLUMNS] as const;
export type MappedColumn = (typeof MAPPED_COLUMNS)[number];

export const MAPPED_LABELS = ['name', 'unit', 'year', 'budget', 'goal', 'annualGoal', 'duties', 'category'] as const;
export type MappedLabel = (typeof MAPPED_LABELS)[number];

const column = z.string().trim().min(1);
const columns = z.union([z.array(column).min(1), column.transform((one) => [one])], { error: 'C | [ C, 表头文字 ]' });

export const mappingSchema = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        sheet: z.string().min(1).optional().describe('Name of the sheet; without it every sheet'),
        header: z
          .number()
          .int()
          .nonnegative()
          .max(1_048_576)
          .optional()
          .describe('The row of the column headings as the user’s program numbers it; 0 where there is none'),
        columns: z
          .partialRecord(z.enum(MAPPED_COLUMNS), columns)
          .nullish()
          .transform((own) => own ?? {})
          .describe('Field → letters of a column, or the text of its heading'),
      }),
    )
    .nullish()
    .transform((own) => own ?? []),
  labels: z
    .partialRecord(z.enum(MAPPED_LABELS), columns)
    .default({})
    .describe('Field of the project → text of the label beside its value'),
});
export type Mapping = z.output<typeof mappingSchema>;
export type SheetMapping = Mapping['sheets'][number];

/** What a mapped column or label is called so that the reader knows it, and what a heading means to it already. */
export interface MappingNames {
  readonly columns: Readonly<Partial<Record<MappedColumn, string>>>;
  readonly labels: Readonly<Partial<Record<MappedLabel, string>>>;
  readonly columnOf: (heading: string) => MappedColumn | undefined;
  /** The first table that is read without a mapping, headings settled by what stands under them. */
  readonly tableOf?: (grid: Grid, framework: Framework) => KnownTable | undefined;
}

export interface KnownTable {
  /** The last row of its header, from 0. */
  readonly header: number;
  readonly fields: ReadonlyMap<number, MappedColumn>;
  /** Columns that its reader knows and has no field for, or none that a mapping has. */
  readonly aside: ReadonlySet<number>;
}
