/** The pieces that a net knows: those of which knowing that they are there tells most about the class. */
import { idfOf } from './net.js';
import type { LinearDocument } from './linear-train.js';

export interface NetVocabulary {
  /** Ascending. */
  readonly keys: Uint32Array;
  readonly idf: Uint8Array;
  readonly index: ReadonlyMap<number, number>;
}

/** At most `most` of the pieces that stand in `minDocuments` documents. */
export function netVocabulary(
  documents: readonly LinearDocument[],
  classes: number,
  { minDocuments, most }: { readonly minDocuments: number; readonly most: number },
): NetVocabulary {
  const counts = new Map<number, number>();
  for (const { hashes } of documents) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const known = Uint32Array.from([...counts].flatMap(([hash, count]) => (count >= minDocuments ? [hash] : []))).sort();
  const telling = known.length > most ? mostTelling(known, documents, classes, most) : known;
  // A layer of embeddings has at least one.
  const keys = telling.length === 0 ? new Uint32Array(1) : telling;
  return {
    keys,
    idf: Uint8Array.from(keys, (hash) => idfOf(counts.get(hash) ?? 1, documents.length)),
    index: new Map(Array.from(keys, (hash, position) => [hash, position])),
  };
}

/** How much of the common spread of the classes is added to that of a piece, in documents: a piece of two documents proves little. */
const PRIOR = 1;

/** By documents × Kullback–Leibler divergence of the classes of a piece's documents from those of all. */
function mostTelling(
  keys: Uint32Array,
  documents: readonly LinearDocument[],
  classes: number,
  most: number,
): Uint32Array {
  const index = new Map(Array.from(keys, (hash, position) => [hash, position]));
  const mass = new Float64Array(keys.length * classes);
  const all = new Float64Array(classes);
  let total = 0;
  for (const { hashes, target, weight } of documents) {
    for (const [one, share] of target) all[one]! += weight * share;
    total += weight;
    for (const hash of hashes) {
      const piece = index.get(hash);
      if (piece === undefined) continue;
      for (const [one, share] of target) mass[piece * classes + one]! += weight * share;
    }
  }
  const told = Float64Array.from(keys, (_, piece) => {
    const own = mass.subarray(piece * classes, (piece + 1) * classes);
    const sum = own.reduce((before, one) => before + one, 0);
    let divergence = 0;
    for (let one = 0; one < classes; one += 1) {
      const common = all[one]! / total;
      if (common === 0) continue;
      const share = (own[one]! + PRIOR * common) / (sum + PRIOR);
      divergence += share * Math.log(share / common);
    }
    return sum * divergence;
  });
  const order = Array.from(keys, (_, piece) => piece).sort((a, b) => told[b]! - told[a]! || a - b);
  return Uint32Array.from(order.slice(0, most), (piece) => keys[piece]!).sort();
}
