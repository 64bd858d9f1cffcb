/** The saved form of a linear model: settings as they are, the tables packed. */
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { calibrationSchema } from './calibration.js';
import type { LinearTable } from './linear-table.js';
import { packBytes, unpackBytes } from './packed-bytes.js';
import { KINDS } from './types.js';

export const LINEAR_FORMAT = 1;

const count = z.number().int().nonnegative();

export const linearTableSchema = z.object({
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

type SavedLinearTable = z.output<typeof linearTableSchema>;

const linearModelSchema = z.object({
  model: z.literal('linear'),
  version: z.literal(LINEAR_FORMAT),
  ngrams: z.object({ from: z.number().int().positive(), to: z.number().int().positive().max(8) }),
  calibration: calibrationSchema,
  details: z.object({ parents: z.array(count), tags: z.array(z.string()) }),
  tables: z.object({ category: linearTableSchema, detail: linearTableSchema, kind: linearTableSchema }),
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
    tables: {
      category: packLinearTable(tables.category),
      detail: packLinearTable(tables.detail),
      kind: packLinearTable(tables.kind),
    },
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

export function packLinearTable({ classes, keys, idf, weights, scale, bias }: LinearTable): SavedLinearTable {
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
    packed: packBytes(bytes),
  };
}

/** Undefined where bytes and biases are not as many as its pieces and classes need. */
export function unpackLinearTable({ classes, scale, bias, pieces, packed }: SavedLinearTable): LinearTable | undefined {
  const bytes = unpackBytes(packed, pieces * (5 + classes.length));
  if (!bytes || bias.length !== classes.length) return undefined;
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

function unpacked(name: string, table: SavedLinearTable): LinearTable {
  const found = unpackLinearTable(table);
  if (!found) throw badModel(`tables.${name}`, 'as many bytes and biases as its pieces and classes need');
  return found;
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'linear', field, problem } });
}
