/** The card of a model that a user trained: from what, how, and how it did on what it had not seen. */
import { z } from 'zod';
import { taxonomyNamesSchema } from '../schema/index.js';
import { CLASSIFIER_NAMES } from './classifier-names.js';

const fileSchema = z.object({
  file: z.string().describe('relative to the folder of the model; `jixiao:` for what ships with the program'),
  lines: z.number().int().nonnegative(),
  sha256: z.string(),
});
export type CardFile = z.output<typeof fileSchema>;

export const trainedCardSchema = z.looseObject({
  schemaVersion: z.literal(1),
  model: z.enum(CLASSIFIER_NAMES),
  seed: z.number().int(),
  taxonomy: taxonomyNamesSchema,
  corpus: z.array(fileSchema),
  cues: z.array(fileSchema),
  corrections: fileSchema.nullable(),
  texts: z.number().int().describe('how many it was trained on'),
  heldBack: z.record(z.string(), z.number().nullable()).describe('figures on texts held back in training'),
  modelSha256: z.string(),
});
export type TrainedCard = z.output<typeof trainedCardSchema>;
