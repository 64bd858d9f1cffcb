/** Shape of `jixiao.config.yaml`. Loaded only where there is such a file. */
import { z } from 'zod';
import { PRESETS, type RuleLevel } from '../lint/rule-data.js';
import { waiverSchema } from '../lint/waivers.js';
import { WORD_ENGINES } from './word-engine-names.js';

const levelSchema = z
  .enum(['off', 'info', 'warn', 'warning', 'error'])
  .transform((level): RuleLevel => (level === 'warn' ? 'warning' : level));
const settingSchema = z.union([levelSchema, z.tuple([levelSchema, z.record(z.string(), z.unknown())])], {
  error: 'off | info | warn | error | [warn, { … }]',
});
const settingsShape = {
  preset: z.enum(PRESETS).optional(),
  profile: z.string().min(1).optional().describe('A shipped name, or the path of an own profile'),
  rules: z.record(z.string(), settingSchema).optional(),
};
const pattern = z.string().min(1);

export const configSchema = z.strictObject({
  ...settingsShape,
  overrides: z
    .array(
      z.strictObject({
        files: z.union([z.array(pattern).min(1), pattern.transform((one) => [one])], {
          error: '[ "2024/**/*.xlsx", … ]',
        }),
        ...settingsShape,
      }),
    )
    .optional(),
  waivers: z.array(waiverSchema).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  words: z
    .strictObject({
      engine: z.enum(WORD_ENGINES).optional(),
      lexicon: z
        .union([z.array(pattern).min(1), pattern.transform((one) => [one])], {
          error: 'own-terms.tsv | [ a.tsv, b.tsv ]',
        })
        .optional()
        .describe('Own lexicons: a term a line, or term<TAB>frequency<TAB>tag'),
    })
    .optional(),
  findings: z
    .strictObject({
      model: pattern.optional().describe('A shipped name, or the folder of a model trained with `jixiao train`'),
      corpus: pattern.optional().describe('Where `jixiao train --corrections` keeps corrections'),
    })
    .optional(),
  maxWarnings: z.number().int().nonnegative().optional(),
});
export type ConfigFile = z.output<typeof configSchema>;
