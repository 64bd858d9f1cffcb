/**
 * Multinomial logistic regression over hashed sparse features: training, eight-bit weights, scores. Several questions
 * (heads) can be asked of the same features. Nothing here knows what the features mean.
 */

import { seededRandom, shuffled } from './seeded-random.js';

/** Feature positions below `buckets`; each counts once and the vector is scaled to length one. */
export type Features = Uint32Array;

export interface SoftmaxExample {
  readonly features: Features;
  /** How much of the answer each class has; sums to 1. */
  readonly target: ReadonlyMap<number, number>;
}

export interface SoftmaxOptions {
  readonly buckets: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Rare classes count for more: weight = (texts ÷ texts of the class)^balance. */
  readonly balance: number;
  readonly seed: number;
}

function classWeights(examples: readonly SoftmaxExample[], { classes, balance }: SoftmaxOptions): Float64Array {
  const mass = new Float64Array(classes);
  for (const { target } of examples) for (const [one, share] of target) mass[one] = (mass[one] ?? 0) + share;
  const mean = examples.length / classes;
  return mass.map((own) => (own === 0 ? 1 : (mean / own) ** balance));
}

/** Weights by bucket, then class; the last row is the bias. AdaGrad, seeded: the same examples give the same bytes. */
export function trainSoftmax(examples: readonly SoftmaxExample[], options: SoftmaxOptions): Float32Array {
  const { buckets, classes, epochs, rate, l2, seed } = options;
  const weights = new Float32Array((buckets + 1) * classes);
  const squares = new Float32Array(weights.length).fill(1e-6);
  const random = seededRandom(seed);
  const balance = classWeights(examples, options);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate * (1 - epoch / (epochs + 1));
    for (const index of shuffled(examples.length, random)) {
      const { features, target } = examples[index] as SoftmaxExample;
      const scale = 1 / Math.sqrt(Math.max(1, features.length));
      scoreInto(scores, weights, features, classes, scale, buckets);
      softmaxInPlace(scores);
      let importance = 0;
      for (const [one, share] of target) importance += share * (balance[one] ?? 1);
      for (let one = 0; one < classes; one += 1) {
        const error = ((scores[one] as number) - (target.get(one) ?? 0)) * importance;
        for (let at = 0; at <= features.length; at += 1) {
          const isBias = at === features.length;
          const cell = (isBias ? buckets : (features[at] as number)) * classes + one;
          const gradient = error * (isBias ? 1 : scale) + (isBias ? 0 : l2 * (weights[cell] as number));
          squares[cell] = (squares[cell] as number) + gradient * gradient;
          weights[cell] = (weights[cell] as number) - (step * gradient) / Math.sqrt(squares[cell]);
        }
      }
    }
  }
  return weights;
}

function scoreInto(
  scores: Float64Array,
  weights: Float32Array | Int8Array,
  features: Features,
  classes: number,
  scale: number,
  buckets: number,
): void {
  scores.fill(0);
  for (const bucket of features) {
    const row = bucket * classes;
    for (let one = 0; one < classes; one += 1) scores[one] = (scores[one] as number) + (weights[row + one] as number);
  }
  const bias = buckets * classes;
  for (let one = 0; one < classes; one += 1)
    scores[one] = (scores[one] as number) * scale + (weights[bias + one] as number);
}

function softmaxInPlace(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    const value = Math.exp((scores[one] as number) - most);
    scores[one] = value;
    sum += value;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] as number) / sum;
}

/** Weights in eight bits, the bias row apart in full. */
export interface SoftmaxTable {
  readonly classes: readonly string[];
  readonly weights: Int8Array;
  readonly bias: readonly number[];
  /** Weight = stored value × scale. */
  readonly scale: number;
}

export function quantise(weights: Float32Array, classes: readonly string[]): SoftmaxTable {
  const cells = weights.length - classes.length;
  // A few outliers must not cost all others their precision: the largest hundred-thousandth is clipped.
  const sorted = Float32Array.from(weights.subarray(0, cells), Math.abs).sort();
  const most = sorted[Math.floor((sorted.length - 1) * 0.99999)] || 1;
  const scale = most / 127;
  const stored = Int8Array.from(weights.subarray(0, cells), (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return {
    classes,
    weights: stored,
    bias: [...weights.subarray(cells)].map((one) => Math.round(one * 1e4) / 1e4),
    scale,
  };
}

/** Probability of each class, in the order of `classes`; of the features the first `count`. */
export function softmaxScores(
  { classes, weights, bias, scale }: SoftmaxTable,
  features: Features,
  count = features.length,
): Float64Array {
  const scores = new Float64Array(classes.length);
  for (let at = 0; at < count; at += 1) {
    const row = (features[at] as number) * classes.length;
    for (let one = 0; one < classes.length; one += 1)
      scores[one] = (scores[one] as number) + (weights[row + one] as number);
  }
  const length = scale / Math.sqrt(Math.max(1, count));
  for (let one = 0; one < classes.length; one += 1)
    scores[one] = (scores[one] as number) * length + (bias[one] as number);
  softmaxInPlace(scores);
  return scores;
}

/** What one feature adds to a class's score, before the softmax: for explanations. */
export function contribution(
  { classes, weights, scale }: SoftmaxTable,
  bucket: number,
  one: number,
  count: number,
): number {
  return ((weights[bucket * classes.length + one] as number) * scale) / Math.sqrt(Math.max(1, count));
}
