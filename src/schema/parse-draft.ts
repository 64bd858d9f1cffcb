/**
 * Drafts read as `draftSchema` reads them, in a tenth of the time: the schema makes dozens of objects a field, which cost a
 * batch a sixth of its time. Which fields there are, and of which sort, is taken from the schema; where a draft is not as it
 * should be the schema itself is asked, so that faults are found and worded in one place.
 */
import type { z } from 'zod';
import { amount, SCHEMA_VERSION, text } from './common.js';
import {
  anything,
  type Draft,
  draftSchema,
  flag,
  indicatorName,
  indicatorSchema,
  type ParsedIndicator,
  projectSchema,
  selfEvaluationSchema,
  withIds,
} from './draft.js';

/** @throws ZodError as `draftSchema.parse` */
export function parseDraft(value: unknown): Draft {
  return readDraft(value) ?? draftSchema.parse(value);
}

/** As `draftSchema.safeParse`. */
export function safeParseDraft(value: unknown): z.ZodSafeParseResult<Draft> {
  const data = readDraft(value);
  return data ? { success: true, data } : draftSchema.safeParse(value);
}

/** The schema has to be asked. */
const UNREAD = Symbol('unread');
type Read = (value: unknown) => unknown;

/** Fields in the order of the schema, which is the order in which it writes them. */
class ObjectReader {
  readonly #fields: readonly { readonly key: string; readonly read: Read; readonly isNeeded: boolean }[];
  readonly #known: ReadonlySet<string>;

  constructor(shape: Readonly<Record<string, z.ZodType>>, own: Readonly<Record<string, Read>> = {}) {
    this.#fields = Object.entries(shape).map(([key, schema]) => ({
      key,
      read: own[key] ?? readerOf(schema),
      isNeeded: !schema.isOptional(),
    }));
    this.#known = new Set(Object.keys(shape));
  }

  read(value: unknown): object | typeof UNREAD {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNREAD;
    const given = value as Readonly<Record<string, unknown>>;
    const taken: Record<string, unknown> = {};
    for (const { key, read, isNeeded } of this.#fields) {
      const field = given[key];
      if (field === undefined && !isNeeded) {
        if (key in given) taken[key] = undefined;
        continue;
      }
      const result = read(field);
      if (result === UNREAD) return UNREAD;
      taken[key] = result;
    }
    // Others are kept, behind those that are known.
    for (const key in given) {
      if (this.#known.has(key)) continue;
      if (key === '__proto__') return UNREAD;
      taken[key] = given[key];
    }
    return taken;
  }
}

/** Descriptions make a new schema of the same definition. */
function readerOf(schema: z.ZodType): Read {
  const read = READERS.get(schema.def);
  if (!read) throw new TypeError(`no reader of a field of the type ${schema.def.type}`);
  return read;
}

const READERS = new Map<unknown, Read>([
  [text.def, (field) => (field === null ? undefined : asText(field))],
  [indicatorName.def, (field) => (field === null ? '' : asText(field))],
  [amount.def, (field) => (field === null ? undefined : Number.isFinite(field) ? field : UNREAD)],
  [flag.def, (field) => (field === null ? undefined : typeof field === 'boolean' ? field : UNREAD)],
  [anything.def, (field) => field],
  [projectSchema.shape.name.def, (field) => (typeof field === 'string' ? field : UNREAD)],
]);

function asText(field: unknown): unknown {
  if (typeof field === 'string') return field;
  return Number.isFinite(field) ? String(field) : UNREAD;
}

const indicatorReader = new ObjectReader(indicatorSchema.shape);
const selfEvaluationReader = new ObjectReader(selfEvaluationSchema.shape);
const projectReader = new ObjectReader(projectSchema.shape, {
  selfEvaluation: (field) => (field === null ? undefined : selfEvaluationReader.read(field)),
});
const draftReader = new ObjectReader(draftSchema.shape, {
  schemaVersion: (field) => (field === SCHEMA_VERSION ? field : UNREAD),
  project: (field) => projectReader.read(field),
  indicators: (field) => (Array.isArray(field) ? readIndicators(field) : UNREAD),
});

function readIndicators(values: readonly unknown[]): unknown {
  const taken: ParsedIndicator[] = [];
  for (const value of values) {
    const indicator = indicatorReader.read(value);
    if (indicator === UNREAD) return UNREAD;
    taken.push(indicator as ParsedIndicator);
  }
  return withIds(taken);
}

function readDraft(value: unknown): Draft | undefined {
  const draft = draftReader.read(value);
  return draft === UNREAD ? undefined : (draft as Draft);
}
