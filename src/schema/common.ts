import { z } from 'zod';

/** The version that every JSON document of the public contract carries. */
export const SCHEMA_VERSION = 1;

export const schemaVersion = z.literal(SCHEMA_VERSION);

/** Text as clerks' systems export it: numbers arrive as numbers, and an absent field as null. */
export const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? undefined);

export const amount = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);

/**
 * Where something stands in the user's own file. Lines, paragraphs, columns, pages, tables and rows count from 1; `cell`
 * is an A1 reference. A delimited text file has both `line` and `cell`, since it may be looked at in either way. `column`
 * is a character of the line or paragraph, and where `table` is given a column of that table, counted as if no cell of it
 * were merged.
 */
export const locationSchema = z.object({
  sheet: z.string().optional(),
  cell: z.string().optional(),
  page: z.number().int().positive().optional(),
  table: z.number().int().positive().optional(),
  row: z.number().int().positive().optional(),
  line: z.number().int().positive().optional(),
  paragraph: z.number().int().positive().optional().describe('Of a Word file, outside its tables'),
  column: z.number().int().positive().optional(),
  pointer: z.string().optional().describe('JSON pointer into a JSON source'),
});
export type Location = z.output<typeof locationSchema>;
