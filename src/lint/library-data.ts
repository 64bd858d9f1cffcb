/** Shape of the library of sample indicators under `rules/library/`. */
import { z } from 'zod';
import { level2Schema } from '../indicators/index.js';

export const sampleSchema = z.strictObject({
  name: z.string().min(2),
  level2: level2Schema,
  operator: z.enum(['≥', '≤', '=', '']),
  value: z.string().min(1),
  unit: z.string(),
  /** Definition or formula. */
  explanation: z.string().min(1),
  /** Words of projects, goals and slogans that this sample answers. */
  about: z.array(z.string().min(1)).min(1),
});

export const libraryFileSchema = z.strictObject({ sector: z.string().min(1), samples: z.array(sampleSchema).min(1) });

/** A sample indicator: what a good evaluator would propose in its sector. */
export type Sample = z.output<typeof sampleSchema> & { readonly sector: string };

export interface LibraryData {
  readonly samples: readonly Sample[];
  /** TF-IDF weights of the samples' character bigrams. */
  readonly weights: { readonly known: Readonly<Record<string, number>>; readonly unseen: number };
}
