/** What is fitted on held-back texts and travels with every model. */
import { z } from 'zod';

const rate = z.number().min(0).max(1);

export const calibrationSchema = z.object({
  temperature: z.object({
    category: z.number().positive(),
    detail: z.number().positive(),
    kind: z.number().positive(),
  }),
  neither: z
    .object({ kind: z.number().nonnegative(), category: z.number().nonnegative(), bias: z.number() })
    .default({ kind: 0.5, category: 0.2, bias: 1 })
    .describe(
      'log-odds of “no finding” = bias + kind × those of the kind “neither” + category × those of the class “none”',
    ),
  second: rate.describe('a further category is given from this probability on'),
  tag: rate.describe('below this share of its category a first tag is left out'),
  furtherTag: rate.describe('a further tag is given from this share of its category on'),
  review: rate.describe('an answer less probable than this is marked needsReview'),
});
export type Calibration = z.output<typeof calibrationSchema>;

/** What a model carries when nothing could be held back. */
export const UNCALIBRATED: Calibration = {
  temperature: { category: 1, detail: 1, kind: 1 },
  neither: { kind: 0.5, category: 0.5, bias: 0 },
  second: 0.3,
  tag: 0,
  furtherTag: 0.3,
  review: 0.5,
};
