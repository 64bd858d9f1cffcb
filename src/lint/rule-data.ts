/** Shape of a rule's YAML file. */
import { z } from 'zod';
import { basisSchema, indicatorSchema, projectSchema, severitySchema } from '../schema/index.js';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const levelSchema = z.enum(['off', 'info', 'warning', 'error']);
/** How loudly a rule speaks: a severity, or off. */
export type RuleLevel = z.output<typeof levelSchema>;

export const PRESETS = ['recommended', 'strict'] as const;
export type PresetName = (typeof PRESETS)[number];

const messageSchema = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  advice: bilingual,
  severity: severitySchema.optional().describe('Lowers the rule’s severity for this message'),
  samples: z.number().int().min(1).max(5).optional().describe('How many sample indicators to propose'),
});

const expectedReport = z.strictObject({
  message: z.string(),
  indicator: z.string().optional(),
  field: z.string(),
  evidence: z.string(),
});

/** One example: an indicator alone, or a draft; `reports` lists everything that the rule says about it. */
export const exampleSchema = z.strictObject({
  name: z.string().min(1),
  project: projectSchema.partial().optional(),
  indicator: indicatorSchema.optional(),
  indicators: z.array(indicatorSchema).optional(),
  reports: z.array(expectedReport),
});

export const ruleDataSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z-]+$/),
  since: z.string(),
  presets: z.strictObject({ recommended: levelSchema, strict: levelSchema }),
  title: bilingual,
  why: bilingual,
  basis: z.array(basisSchema),
  data: z.record(z.string(), z.unknown()).default({}),
  messages: z.record(z.string(), messageSchema),
  examples: z.array(exampleSchema),
});
export type RuleData = z.output<typeof ruleDataSchema>;

export type { Profile } from './profile-data.js';
