/**
 * Trains one question of a linear model: multinomial logistic regression over tf-idf pieces of length one, by AdaGrad with
 * a falling rate. The same documents in the same order and the same options give the same bytes.
 */
import { IDF_UNIT, type LinearTable } from './linear-table.js';
import { seededRandom, shuffled } from './seeded-random.js';

export interface LinearDocument {
  /** Distinct hashes of the text's pieces. */
  readonly hashes: Uint32Array;
  /** How much of the answer each class has; sums to 1. */
  readonly target: ReadonlyMap<number, number>;
  /** How much the document counts, 1 for an ordinary one. */
  readonly weight: number;
}

export interface LinearOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** A piece in fewer documents is dropped. */
  readonly minDocuments: number;
  /** The table keeps so many pieces: those whose weights matter in most documents. */
  readonly most: number;
  /** How much naive Bayes over the same pieces is heard beside what was learnt; 0 for not at all. */
  readonly bayes: number;
  readonly seed: number;
}

type Progress = (share: number) => void;

/** Of many classes most are ruled out soon: what is nearly right teaches nothing and costs most of the time. */
const SMALL_ERROR = 0.002;

interface Vocabulary {
  readonly index: ReadonlyMap<number, number>;
  readonly keys: Uint32Array;
  readonly idf: Uint8Array;
  readonly documents: Uint32Array;
}

interface Row {
  readonly pieces: Uint32Array;
  readonly values: Float32Array;
}

export function trainLinearTable(
  documents: readonly LinearDocument[],
  classes: readonly string[],
  options: LinearOptions,
  progress: Progress = () => undefined,
): LinearTable {
  const vocabulary = vocabularyOf(documents, options.minDocuments);
  const { kept, done } = usefulPieces(documents, vocabulary, classes.length, options, progress);
  const fitted = fit(documents, kept, classes.length, options, (share) => progress(done + (1 - done) * share));
  addBayes(fitted, documents, kept, classes.length, options.bayes);
  return quantised(kept, fitted, classes);
}

/** Which pieces matter shows after a few rounds; those that are kept then learn from the beginning what the dropped ones said. */
function usefulPieces(
  documents: readonly LinearDocument[],
  vocabulary: Vocabulary,
  classes: number,
  options: LinearOptions,
  progress: Progress,
): { readonly kept: Vocabulary; readonly done: number } {
  if (vocabulary.keys.length <= options.most) return { kept: vocabulary, done: 0 };
  const epochs = Math.ceil(options.epochs / 4);
  const done = epochs / (epochs + options.epochs);
  const { weights } = fit(documents, vocabulary, classes, { ...options, epochs }, (share) => progress(done * share));
  return { kept: mostUseful(vocabulary, weights, classes, options.most), done };
}

function vocabularyOf(documents: readonly LinearDocument[], least: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const { hashes } of documents) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const keys = Uint32Array.from([...counts].flatMap(([hash, count]) => (count >= least ? [hash] : []))).sort();
  return vocabularyFrom(keys, (hash) => counts.get(hash) ?? 1, documents.length);
}

function vocabularyFrom(keys: Uint32Array, countOf: (hash: number) => number, all: number): Vocabulary {
  const documents = keys.map(countOf);
  return {
    keys,
    documents,
    index: new Map(Array.from(keys, (hash, position) => [hash, position])),
    // A piece of every document still has one unit: it is there.
    idf: Uint8Array.from(documents, (count) =>
      Math.max(1, Math.min(255, Math.round(Math.log(all / count) / IDF_UNIT))),
    ),
  };
}

function rowOf(hashes: Uint32Array, { index, idf }: Vocabulary): Row {
  const pieces: number[] = [];
  let square = 0;
  for (const hash of hashes) {
    const piece = index.get(hash);
    if (piece === undefined) continue;
    pieces.push(piece);
    square += (idf[piece] as number) ** 2;
  }
  const length = Math.sqrt(square) || 1;
  return { pieces: Uint32Array.from(pieces), values: Float32Array.from(pieces, (piece) => idf[piece]! / length) };
}

interface Fitted {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

function fit(
  documents: readonly LinearDocument[],
  vocabulary: Vocabulary,
  classes: number,
  { epochs, rate, l2, seed }: LinearOptions,
  progress: Progress,
): Fitted {
  const rows = documents.map(({ hashes }) => rowOf(hashes, vocabulary));
  const weights = new Float32Array(vocabulary.keys.length * classes);
  const squares = new Float32Array(weights.length).fill(1e-6);
  const bias = new Float64Array(classes);
  const errors = new Float64Array(classes);
  const wrong = new Uint16Array(classes);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate * (1 - epoch / (epochs + 1));
    for (const at of shuffled(documents.length, random)) {
      const { pieces, values } = rows[at] as Row;
      const { target, weight } = documents[at] as LinearDocument;
      errors.set(bias);
      for (let k = 0; k < pieces.length; k += 1) {
        const row = pieces[k]! * classes;
        const value = values[k]!;
        for (let one = 0; one < classes; one += 1) errors[one]! += weights[row + one]! * value;
      }
      toErrors(errors, target, weight);
      let active = 0;
      for (let one = 0; one < classes; one += 1) {
        if (Math.abs(errors[one]!) < SMALL_ERROR) continue;
        bias[one]! -= 0.02 * step * errors[one]!;
        wrong[active] = one;
        active += 1;
      }
      for (let k = 0; k < pieces.length; k += 1) {
        const row = pieces[k]! * classes;
        const value = values[k]!;
        for (let nth = 0; nth < active; nth += 1) {
          const one = wrong[nth]!;
          const cell = row + one;
          const gradient = errors[one]! * value + l2 * weights[cell]!;
          squares[cell]! += gradient * gradient;
          weights[cell]! -= (step * gradient) / Math.sqrt(squares[cell]!);
        }
      }
    }
    progress((epoch + 1) / epochs);
  }
  return { weights, bias };
}

/** Added to a count, so that what a class never says does not rule it out. */
const SMOOTHING = 0.2;

/**
 * Adds what naive Bayes says of each piece: the logarithm of its share of all pieces of the class, less the mean over the
 * classes. Both sums are linear in the pieces, so that one table holds them.
 */
function addBayes(
  { weights }: Fitted,
  documents: readonly LinearDocument[],
  { keys, idf, index }: Vocabulary,
  classes: number,
  share: number,
): void {
  if (share === 0) return;
  const counts = new Float64Array(weights.length).fill(SMOOTHING);
  const totals = new Float64Array(classes).fill(SMOOTHING * keys.length);
  for (const { hashes, target, weight } of documents) {
    for (const hash of hashes) {
      const piece = index.get(hash);
      if (piece === undefined) continue;
      for (const [one, part] of target) {
        counts[piece * classes + one]! += weight * part;
        totals[one]! += weight * part;
      }
    }
  }
  for (let piece = 0; piece < keys.length; piece += 1) {
    const row = piece * classes;
    let sum = 0;
    for (let one = 0; one < classes; one += 1) {
      counts[row + one] = Math.log(counts[row + one]! / totals[one]!);
      sum += counts[row + one]!;
    }
    for (let one = 0; one < classes; one += 1)
      weights[row + one]! += (share * (counts[row + one]! - sum / classes)) / (idf[piece]! * IDF_UNIT);
  }
}

/** Scores → probability less target, in place. */
function toErrors(scores: Float64Array, target: ReadonlyMap<number, number>, weight: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    scores[one] = Math.exp(scores[one]! - most);
    sum += scores[one]!;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one] = weight * (scores[one]! / sum - (target.get(one) ?? 0));
}

function mostUseful(
  { keys, documents, idf }: Vocabulary,
  weights: Float32Array,
  classes: number,
  most: number,
): Vocabulary {
  const use = Array.from(keys, (_, piece) => {
    let square = 0;
    for (let one = 0; one < classes; one += 1) square += weights[piece * classes + one]! ** 2;
    return square * idf[piece]! ** 2 * documents[piece]!;
  });
  const kept = Array.from(keys, (_, piece) => piece)
    .sort((a, b) => use[b]! - use[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  return {
    keys: Uint32Array.from(kept, (piece) => keys[piece]!),
    documents: Uint32Array.from(kept, (piece) => documents[piece]!),
    idf: Uint8Array.from(kept, (piece) => idf[piece]!),
    index: new Map(kept.map((piece, position) => [keys[piece]!, position])),
  };
}

function quantised({ keys, idf }: Vocabulary, { weights, bias }: Fitted, classes: readonly string[]): LinearTable {
  // A few outliers must not cost all others their precision.
  const sorted = Float32Array.from(weights, Math.abs).sort();
  const scale = (sorted[Math.floor((sorted.length - 1) * 0.9999)] || 1) / 127;
  return {
    classes,
    keys,
    idf,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
    bias: Array.from(bias, (one) => Math.round(one * 1e4) / 1e4),
  };
}
