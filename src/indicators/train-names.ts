/** Trains the model of names: labelled names in, weights out. Same lines and seed, same bytes. */
import { seededRandom } from '../classify/seeded-random.js';
import { quantise, type SoftmaxExample, trainSoftmax } from '../classify/softmax.js';
import type { NameLine } from './name-corpus.js';
import { HEADS, type HeadName, NAME_MODEL_FORMAT, NameModel, type NameModelInfo } from './name-model.js';
import type { Understanding } from './understand.js';

export interface NameTraining {
  readonly buckets: number;
  readonly longest: number;
  readonly anchored: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly balance: number;
  readonly seed: number;
  /** The share of names that are seen without their value as well: many drafts have none, or a sloppy one. */
  readonly withoutValue: number;
}

export const NAME_TRAINING: NameTraining = {
  buckets: 16384,
  longest: 2,
  anchored: 3,
  epochs: 12,
  rate: 0.25,
  l2: 0.0004,
  balance: 0.5,
  seed: 20211,
  withoutValue: 0.5,
};

export interface TrainedNames {
  readonly info: NameModelInfo;
  readonly weights: Uint8Array;
}

/** What of the second-best box counts where a name is at home in two. */
const SECOND_BOX = 0.35;

export function trainNames(
  lines: readonly NameLine[],
  understanding: Understanding,
  settings: NameTraining = NAME_TRAINING,
): TrainedNames {
  const { buckets, longest, anchored } = settings;
  const shape = { format: NAME_MODEL_FORMAT, buckets, longest, anchored } as const;
  const empty = new NameModel({ ...shape, heads: {} }, new Uint8Array());
  const random = seededRandom(settings.seed);
  const seen = lines.flatMap((line) => {
    const features = (value: string | undefined) => empty.features(questionOf(line.name, value, understanding));
    const withValue = { line, features: features(line.value) };
    return random() < settings.withoutValue ? [withValue, { line, features: features(undefined) }] : [withValue];
  });
  const heads: NameModelInfo['heads'] = {};
  const stored: Int8Array[] = [];
  for (const [head, classes] of Object.entries(HEADS) as [HeadName, readonly string[]][]) {
    const examples: SoftmaxExample[] = seen.flatMap(({ line, features }) => {
      const target = targetOf(head, line, classes, understanding);
      return target ? [{ features, target }] : [];
    });
    const table = quantise(trainSoftmax(examples, { ...settings, classes: classes.length }), classes);
    heads[head] = { classes: [...classes], bias: [...table.bias], scale: table.scale };
    stored.push(table.weights);
  }
  const weights = new Uint8Array(stored.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of stored) {
    weights.set(new Uint8Array(table.buffer, table.byteOffset, table.length), at);
    at += table.length;
  }
  return { info: { ...shape, heads }, weights };
}

function questionOf(name: string, value: string | undefined, understanding: Understanding) {
  const understood = understanding.understand({ id: '1', name, ...(value !== undefined && { value }) } as never);
  return understanding.question(understood.name, understood.measure, understood.value);
}

function targetOf(
  head: HeadName,
  line: NameLine,
  classes: readonly string[],
  { quantities }: Understanding,
): Map<number, number> | undefined {
  const at = (name: string) => classes.indexOf(name);
  if (head === 'judged') return new Map([[at(line.judged), 1]]);
  if (head === 'kind') return new Map([[at(line.kind), 1]]);
  if (head === 'better') {
    const number = line.judged === 'sound' ? quantities.read(line.value ?? '').numbers[0] : undefined;
    if (!number || number.change) return undefined;
    if (number.operator === '≥' || number.operator === '>') return new Map([[at('higher'), 1]]);
    if (number.operator === '≤' || number.operator === '<' || number.value === 0) return new Map([[at('lower'), 1]]);
    return undefined;
  }
  const [first, second] = line.boxes;
  if (second === undefined || first === undefined) return new Map([[at(first ?? ''), 1]]);
  return new Map([
    [at(first), 1 - SECOND_BOX],
    [at(second), SECOND_BOX],
  ]);
}
