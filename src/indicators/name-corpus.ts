/** Shape of `corpora/indicators/`: one hand-written name a line, labelled. */
import { z } from 'zod';
import { JUDGEMENTS, NAME_BOXES, NAME_KINDS } from './name-model.js';

export const nameLineSchema = z.strictObject({
  id: z.string(),
  sector: z.string(),
  name: z.string().min(1),
  kind: z.enum(NAME_KINDS),
  /** The level-2 box where it belongs, best first; more than one where they are equally right. */
  boxes: z.array(z.enum(NAME_BOXES)).min(1),
  judged: z.enum(JUDGEMENTS),
  /** The target as it would stand in the 指标值 cell. */
  value: z.string().optional(),
});
export type NameLine = z.output<typeof nameLineSchema>;
