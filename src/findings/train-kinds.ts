/** Trains the model of kinds: labelled texts in, weights out. Same texts and seed, same bytes. */
import { quantise, trainSoftmax } from '../classify/softmax.js';
import { KINDS, type KindName } from '../classify/types.js';
import { cuesOf } from './kind.js';
import { kindFeatures, type KindModelInfo } from './kind-model.js';
import type { ReadingData } from './reading-data.js';

export interface KindExample {
  readonly text: string;
  readonly kind: KindName;
}

const SHAPE = { buckets: 16384, longest: 2, anchored: 3 };
export const KIND_TRAINING = { ...SHAPE, epochs: 12, rate: 0.25, l2: 0.0002, balance: 0.5, seed: 20231 };

export function trainKinds(
  examples: readonly KindExample[],
  data: ReadingData,
): { info: KindModelInfo; weights: Uint8Array } {
  const seen = examples.map(({ text, kind }) => ({
    features: kindFeatures(text, cuesOf(text, data), SHAPE),
    target: new Map([[KINDS.indexOf(kind), 1]]),
  }));
  const { bias, scale, weights } = quantise(trainSoftmax(seen, { ...KIND_TRAINING, classes: KINDS.length }), KINDS);
  return { info: { format: 1, ...SHAPE, bias: [...bias], scale }, weights: new Uint8Array(weights.buffer) };
}
