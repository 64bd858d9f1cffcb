/** The saved form of a Bayes model: whole counts and a few chosen numbers, nothing that depends on rounding. */
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { calibrationSchema } from './calibration.js';
import { KINDS } from './types.js';

export const BAYES_FORMAT = 1;

const count = z.number().int().nonnegative();

const countTableSchema = z.object({
  classes: z.array(z.string()).min(1),
  texts: z.array(count).describe('texts of each class'),
  // Tens of thousands of small arrays: a schema of their own would cost ten times the rest of loading; `areRows` looks at them.
  rows: z.custom<number[][]>(areRows).describe('one row a feature: class, count, class, count …'),
});
export type CountTable = z.output<typeof countTableSchema>;

const smoothingSchema = z.object({
  category: z.number().positive(),
  detail: z.number().positive(),
  kind: z.number().positive(),
});
export type Smoothing = z.output<typeof smoothingSchema>;

const bayesModelSchema = z.object({
  model: z.literal('bayes'),
  version: z.literal(BAYES_FORMAT),
  ngrams: z.object({ from: z.number().int().positive(), to: z.number().int().positive().max(8) }),
  smoothing: smoothingSchema,
  calibration: calibrationSchema,
  vocabulary: z.string().describe('features, separated by one space'),
  edges: z.string().describe('features of beginning and end, for the kind only; they follow the vocabulary'),
  category: countTableSchema,
  detail: countTableSchema.extend({ parents: z.array(count), tags: z.array(z.string()) }),
  kind: countTableSchema,
});
export type BayesModel = z.output<typeof bayesModelSchema>;

/** Throws ModelError `model-version` for another format version and `bad-model` for anything that cannot be used. */
export function parseBayesModel(model: unknown): BayesModel {
  const version = (model as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== BAYES_FORMAT) {
    throw new ModelError('model-version', { data: { version, expected: BAYES_FORMAT } });
  }
  const parsed = bayesModelSchema.safeParse(model);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badModel(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  checkTables(parsed.data);
  return parsed.data;
}

function areRows(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.length % 2 === 0 && row.every(isCount));
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function checkTables({ vocabulary, edges, category, detail, kind }: BayesModel): void {
  const features = splitVocabulary(vocabulary).length;
  const expected = { category: features, detail: features, kind: features + splitVocabulary(edges).length };
  for (const [name, table] of Object.entries({ category, detail, kind })) {
    if (table.texts.length !== table.classes.length) throw badModel(`${name}.texts`, 'one number a class');
    if (table.rows.length !== expected[name as keyof typeof expected])
      throw badModel(`${name}.rows`, 'one row a feature');
    const known = table.rows.every((row) => row.every((n, i) => i % 2 === 1 || n < table.classes.length));
    if (!known) throw badModel(`${name}.rows`, 'classes that exist');
  }
  if (kind.classes.join() !== KINDS.join()) throw badModel('kind.classes', KINDS.join());
  const parents = detail.parents.every((parent) => parent < category.classes.length);
  if (!parents || detail.parents.length !== detail.classes.length || detail.tags.length !== detail.classes.length) {
    throw badModel('detail.parents', 'a known category for every class');
  }
}

export function splitVocabulary(vocabulary: string): string[] {
  return vocabulary === '' ? [] : vocabulary.split(' ');
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'bayes', field, problem } });
}
