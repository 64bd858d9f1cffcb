/**
 * The saved form of a neural model: a TensorFlow.js layers model (topology, weight specs, weights), and beside it what turns a
 * text into its inputs and its outputs into an answer.
 */
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { type Calibration, calibrationSchema } from './calibration.js';
import type { Net } from './net.js';
import { type NetName, NETS, topologyOf, weightSpecsOf } from './neural-topology.js';
import { floatsOf, joined, netParts, packBytes, unpackBytes } from './packed-bytes.js';
import { KINDS } from './types.js';

export const NEURAL_FORMAT = 1;

const count = z.number().int().nonnegative();
const packedSchema = z.union([z.string(), z.instanceof(Uint8Array)]);

const vocabularySchema = z.object({
  classes: z.array(z.string()).min(1),
  pieces: count.min(1).describe('how many pieces the net knows'),
  size: count.min(1).max(1024).describe('numbers of an embedding'),
  edges: z.boolean().describe('whether pieces at the beginning and the end are marked'),
  scale: z.number().positive().describe('of the embeddings: weight = byte × scale + least'),
  least: z.number(),
  packed: packedSchema.describe(
    'hashes of the pieces (32 bits, little-endian), then idf (8 bits): deflated, in base64',
  ),
});

const neuralModelSchema = z.object({
  model: z.literal('neural'),
  version: z.literal(NEURAL_FORMAT),
  ngrams: z.object({ from: z.number().int().positive(), to: z.number().int().positive().max(8) }),
  calibration: calibrationSchema,
  categories: z.array(z.string()).min(1),
  details: z.object({ parents: z.array(count), tags: z.array(z.string()) }),
  nets: z.object({ detail: vocabularySchema, kind: vocabularySchema }),
  modelTopology: z.record(z.string(), z.unknown()).describe('a TensorFlow.js layers model'),
  weightSpecs: z.array(z.unknown()).describe('name, shape and type of its weights'),
  packed: packedSchema.describe('its weights, one after another: deflated, in base64; or the bytes themselves'),
});
export type SavedNeuralModel = z.output<typeof neuralModelSchema>;

/** A net and the pieces that it is asked by. */
export interface EdgedNet extends Net {
  readonly edges: boolean;
}

/** As it is used. */
export interface NeuralModel {
  readonly ngrams: SavedNeuralModel['ngrams'];
  readonly calibration: Calibration;
  readonly categories: readonly string[];
  readonly details: { readonly parents: readonly number[]; readonly tags: readonly string[] };
  readonly nets: Readonly<Record<NetName, EdgedNet>>;
}

/** What a TensorFlow.js loader takes (`io.fromMemory`). */
export interface LayersModel {
  readonly modelTopology: object;
  readonly weightSpecs: readonly object[];
  readonly weightData: ArrayBuffer;
}

export function saveNeuralModel({ categories, details, ngrams, calibration, nets }: NeuralModel): SavedNeuralModel {
  return {
    model: 'neural',
    version: NEURAL_FORMAT,
    ngrams,
    calibration,
    categories: [...categories],
    details: { parents: [...details.parents], tags: [...details.tags] },
    nets: { detail: vocabularyOf(nets.detail), kind: vocabularyOf(nets.kind) },
    modelTopology: topologyFor(nets) as Record<string, unknown>,
    weightSpecs: weightSpecsOf(nets),
    packed: packBytes(weightBytes(nets)),
  };
}

/** The layers model of the nets, its weights still in bytes. */
export function layersModelOf({ nets }: Pick<NeuralModel, 'nets'>): LayersModel {
  const bytes = weightBytes(nets);
  return {
    modelTopology: topologyFor(nets),
    weightSpecs: weightSpecsOf(nets),
    weightData: bytes.buffer as ArrayBuffer,
  };
}

/** Throws ModelError `model-version` for another format version and `bad-model` for anything that cannot be used. */
export function parseNeuralModel(model: unknown): NeuralModel {
  const version = (model as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== NEURAL_FORMAT)
    throw new ModelError('model-version', { data: { version, expected: NEURAL_FORMAT } });
  const parsed = neuralModelSchema.safeParse(model);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badModel(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const { categories, details, ngrams, calibration, nets: saved } = parsed.data;
  const nets = unpackedNets(parsed.data);
  // What TensorFlow runs is what the plain code runs: another topology in the file would answer otherwise.
  if (JSON.stringify(parsed.data.modelTopology) !== JSON.stringify(topologyFor(nets)))
    throw badModel('modelTopology', 'the layers of this format');
  if (JSON.stringify(parsed.data.weightSpecs) !== JSON.stringify(weightSpecsOf(nets)))
    throw badModel('weightSpecs', 'the weights of this format');
  if (saved.kind.classes.join() !== KINDS.join()) throw badModel('nets.kind.classes', KINDS.join());
  const { parents, tags } = details;
  const isKnown = parents.every((parent) => parent < categories.length);
  const fits = parents.length === saved.detail.classes.length && tags.length === parents.length;
  if (!isKnown || !fits) throw badModel('details', 'a known category for every class');
  return { categories, details, ngrams, calibration, nets };
}

function topologyFor(nets: NeuralModel['nets']): object {
  const shape = ({ keys, size, classes }: Net) => ({ pieces: keys.length, size, classes: classes.length });
  return topologyOf({ detail: shape(nets.detail), kind: shape(nets.kind) });
}

function vocabularyOf({ classes, keys, idf, size, edges, embeddings }: EdgedNet): SavedNeuralModel['nets'][NetName] {
  const bytes = new Uint8Array(keys.length * 5);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < keys.length; index += 1) view.setUint32(index * 4, keys[index] as number, true);
  bytes.set(idf, keys.length * 4);
  const { scale, least } = embeddings;
  return { classes: [...classes], pieces: keys.length, size, edges, scale, least, packed: packBytes(bytes) };
}

/** In the order of the weight specs. */
function weightBytes(nets: NeuralModel['nets']): Uint8Array {
  return joined(NETS.flatMap((name) => netParts(nets[name])));
}

function unpackedNets({ nets: saved, packed: weights }: SavedNeuralModel): NeuralModel['nets'] {
  const floats = ({ size, classes }: SavedNeuralModel['nets'][NetName]) => (size + 1) * classes.length;
  const expected = NETS.reduce((sum, name) => sum + saved[name].pieces * saved[name].size + 4 * floats(saved[name]), 0);
  const bytes = unpacked(weights, expected, 'packed');
  let at = 0;
  const taken = (length: number) => {
    at += length;
    return bytes.slice(at - length, at);
  };
  const netOf = (name: NetName): EdgedNet => {
    const { classes, pieces, size, edges, scale, least, packed: vocabulary } = saved[name];
    const known = unpacked(vocabulary, pieces * 5, `nets.${name}.packed`);
    const view = new DataView(known.buffer, known.byteOffset);
    const embeddings = { bytes: taken(pieces * size), scale, least };
    const kernel = floatsOf(taken(4 * size * classes.length));
    const bias = floatsOf(taken(4 * classes.length));
    if (!kernel.every(Number.isFinite) || !bias.every(Number.isFinite)) throw badModel('packed', 'finite weights');
    return {
      classes,
      keys: Uint32Array.from({ length: pieces }, (_, index) => view.getUint32(index * 4, true)),
      idf: known.slice(pieces * 4),
      size,
      edges,
      embeddings,
      kernel,
      bias,
    };
  };
  return { detail: netOf('detail'), kind: netOf('kind') };
}

function unpacked(bytes: string | Uint8Array, length: number, field: string): Uint8Array {
  const found = unpackBytes(bytes, length);
  if (!found) throw badModel(field, 'as many deflated bytes in base64 as its shape needs');
  return found;
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'neural', field, problem } });
}
