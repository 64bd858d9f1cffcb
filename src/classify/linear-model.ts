/** The saved form of a linear model: settings as they are, the tables packed. */
import { deflateSync, inflateSync } from 'fflate';
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { fromBase64, toBase64 } from '../text/base64.js';
import { calibrationSchema } from './calibration.js';
import type { LinearTable } from './linear-table.js';
import { KINDS } from './types.js';

export const LINEAR_FORMAT = 1;

const count = z.number().int().nonnegative();

const tableSchema = z.object({
  classes: z.array(z.string()).min(1),
  scale: z.number().positive(),
  bias: z.array(z.number()),
  pieces: count.describe('how many pieces the table knows'),
  packed: z
    .union([z.string(), z.instanceof(Uint8Array)])
    .describe(
      'keys (32 bits, little-endian), idf and weights (8 bits each): deflated, in base64; or the bytes themselves',
    ),
});

const linearModelSchema = z.object({
  model: z.literal('linear'),
  version: z.literal(LINEAR_FORMAT),
  ngrams: z.object({ from: z.number().int().positive(), to: z.number().int().positive().max(8) }),
  calibration: calibrationSchema,
  details: z.object({ parents: z.array(count), tags: z.array(z.string()) }),
  tables: z.object({ category: tableSchema, detail: tableSchema, kind: tableSchema }),
});
export type SavedLinearModel = z.output<typeof linearModelSchema>;

/** As it is used: the tables unpacked. */
export interface LinearModel extends Omit<SavedLinearModel, 'tables' | 'model' | 'version'> {
  readonly tables: Readonly<Record<keyof SavedLinearModel['tables'], LinearTable>>;
}

export function saveLinearModel({ tables, ...settings }: LinearModel): SavedLinearModel {
  return {
    model: 'linear',
    version: LINEAR_FORMAT,
    ...settings,
    tables: { category: packed(tables.category), detail: packed(tables.detail), kind: packed(tables.kind) },
  };
}

/** Throws ModelError `model-version` for another format version and `bad-model` for anything that cannot be used. */
export function parseLinearModel(model: unknown): LinearModel {
  const version = (model as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== LINEAR_FORMAT)
    throw new ModelError('model-version', { data: { version, expected: LINEAR_FORMAT } });
  const parsed = linearModelSchema.safeParse(model);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badModel(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const { model: _, version: __, tables, ...settings } = parsed.data;
  const unpackedTables = {
    category: unpacked('category', tables.category),
    detail: unpacked('detail', tables.detail),
    kind: unpacked('kind', tables.kind),
  };
  const { parents, tags } = settings.details;
  if (tables.kind.classes.join() !== KINDS.join()) throw badModel('tables.kind.classes', KINDS.join());
  const known = parents.every((parent) => parent < tables.category.classes.length);
  const fits = parents.length === tables.detail.classes.length && tags.length === parents.length;
  if (!known || !fits) throw badModel('details', 'a known category for every class');
  return { ...settings, tables: unpackedTables };
}

function packed({ classes, keys, idf, weights, scale, bias }: LinearTable): SavedLinearModel['tables']['category'] {
  const bytes = new Uint8Array(keys.length * 5 + weights.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < keys.length; index += 1) view.setUint32(index * 4, keys[index] as number, true);
  bytes.set(idf, keys.length * 4);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), keys.length * 5);
  return {
    classes: [...classes],
    scale,
    bias: [...bias],
    pieces: keys.length,
    packed: toBase64(deflateSync(bytes, { level: 9 })),
  };
}

function unpacked(
  name: string,
  { classes, scale, bias, pieces, packed: text }: SavedLinearModel['tables']['category'],
) {
  // One byte more than is expected: what is longer is told from what fits.
  const bytes = typeof text === 'string' ? inflated(text, pieces * (5 + classes.length) + 1) : text;
  if (!bytes) throw badModel(`tables.${name}.packed`, 'deflated bytes in base64');
  if (bytes.length !== pieces * (5 + classes.length) || bias.length !== classes.length)
    throw badModel(`tables.${name}`, 'as many bytes and biases as its pieces and classes need');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const keys = new Uint32Array(pieces);
  for (let index = 0; index < pieces; index += 1) keys[index] = view.getUint32(index * 4, true);
  return {
    classes,
    scale,
    bias,
    keys,
    idf: bytes.slice(pieces * 4, pieces * 5),
    weights: new Int8Array(bytes.slice(pieces * 5).buffer),
  };
}

function inflated(text: string, most: number): Uint8Array | undefined {
  const packedBytes = fromBase64(text);
  try {
    return packedBytes && inflateSync(packedBytes, { out: new Uint8Array(most) });
  } catch {
    return undefined;
  }
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'linear', field, problem } });
}
