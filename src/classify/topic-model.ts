/** A model of topics and its saved form. */
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { linearTableSchema, packLinearTable, unpackLinearTable } from './linear-model.js';
import type { LinearTable } from './linear-table.js';
import { type Net, ZERO_BYTE } from './net.js';
import { floatsOf, joined, netParts, packBytes, unpackBytes } from './packed-bytes.js';
import type { PieceRange } from './piece-hashes.js';

export interface TopicModel {
  readonly topics: readonly string[];
  readonly pieces: PieceRange;
  readonly linear: LinearTable;
  /** Of the same pieces, in the same order. */
  readonly net: Net;
}

const TOPICS_FORMAT = 1;

const positive = z.number().int().positive();

const topicModelSchema = z.object({
  model: z.literal('topics'),
  version: z.literal(TOPICS_FORMAT),
  pieces: z.object({ from: positive, to: positive.max(8), edges: z.boolean() }),
  linear: linearTableSchema,
  net: z.object({
    size: positive.max(1024),
    scale: z.number().positive(),
    packed: z
      .union([z.string(), z.instanceof(Uint8Array)])
      .describe('embeddings (8 bits each), kernel and bias (32 bits, little-endian): deflated, in base64'),
  }),
});

/** A plain object for `JSON.stringify`. */
export function saveTopicModel({ pieces, linear, net }: TopicModel): object {
  return {
    model: 'topics',
    version: TOPICS_FORMAT,
    pieces,
    linear: packLinearTable(linear),
    net: { size: net.size, scale: net.embeddings.scale, packed: packBytes(joined(netParts(net))) },
  } satisfies z.input<typeof topicModelSchema>;
}

/** Throws ModelError `model-version` for another format version and `bad-model` for anything that cannot be used. */
export function parseTopicModel(model: unknown): TopicModel {
  const version = (model as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== TOPICS_FORMAT)
    throw new ModelError('model-version', { data: { version, expected: TOPICS_FORMAT } });
  const parsed = topicModelSchema.safeParse(model);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badModel(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const { pieces, linear: table, net } = parsed.data;
  const linear = unpackLinearTable(table);
  if (!linear) throw badModel('linear', 'as many bytes and biases as its pieces and classes need');
  const [topics, known] = [linear.classes.length, linear.keys.length];
  const bytes = unpackBytes(net.packed, known * net.size + 4 * (net.size + 1) * topics);
  if (!bytes) throw badModel('net.packed', 'as many bytes as its pieces and classes need');
  const floats = floatsOf(bytes.subarray(known * net.size));
  if (!floats.every(Number.isFinite)) throw badModel('net.packed', 'finite weights');
  return {
    topics: linear.classes,
    pieces,
    linear,
    net: {
      classes: linear.classes,
      keys: linear.keys,
      idf: linear.idf,
      size: net.size,
      embeddings: {
        bytes: bytes.slice(0, known * net.size),
        scale: net.scale,
        least: Math.fround(-ZERO_BYTE * net.scale),
      },
      kernel: floats.slice(0, net.size * topics),
      bias: floats.slice(net.size * topics),
    },
  };
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'topics', field, problem } });
}
