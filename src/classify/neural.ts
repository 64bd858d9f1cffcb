/**
 * The neural model of findings: two small nets, one for the pairs of category and tag, one for the kind. The category is what its
 * pairs add up to.
 */
import { Answerer, type RawScores, type Scorer, silent } from './answer.js';
import { normaliseText } from './features.js';
import { type NetInput, NetScorer } from './net.js';
import { netEvidence } from './net-evidence.js';
import { type NeuralModel, parseNeuralModel, saveNeuralModel } from './neural-model.js';
import type { NetName } from './neural-topology.js';
import { pieceHashes } from './piece-hashes.js';
import type { Classifier, TextEvidence } from './types.js';

/** Probabilities of both nets for one text: plain code, or TensorFlow.js with the layers model of the same file. */
export type NetRunner = (inputs: Readonly<Record<NetName, NetInput>>) => Readonly<Record<NetName, ArrayLike<number>>>;

/** Throws ModelError as `parseNeuralModel` does. `run` takes the place of the plain code. */
export function createNeural(model: unknown, run?: NetRunner): Classifier {
  const parsed = parseNeuralModel(model);
  const scorer = new NeuralScorer(parsed, run);
  return {
    name: 'neural',
    classify: (text, stands) => {
      const raw = scorer.raw(text);
      return raw ? scorer.answerer.answer(raw, parsed.calibration, stands) : silent(normaliseText(text) === '');
    },
    explain: (text, category, most = 5) => scorer.explain(text, category, most),
    save: () => saveNeuralModel(parsed),
  };
}

export class NeuralScorer implements Scorer {
  readonly answerer: Answerer;
  readonly #model: Omit<NeuralModel, 'calibration'>;
  readonly #nets: Readonly<Record<NetName, NetScorer>>;
  readonly #run: NetRunner;

  constructor(model: Omit<NeuralModel, 'calibration'>, run?: NetRunner) {
    this.#model = model;
    const nets = { detail: new NetScorer(model.nets.detail), kind: new NetScorer(model.nets.kind) };
    this.#nets = nets;
    this.#run =
      run ??
      (({ detail, kind }) => ({ detail: nets.detail.probabilities(detail), kind: nets.kind.probabilities(kind) }));
    this.answerer = new Answerer(model);
  }

  raw(text: string): RawScores | undefined {
    const normalised = normaliseText(text);
    const detail = this.#input('detail', normalised);
    if (detail.pieces.length === 0) return undefined;
    const told = this.#run({ detail, kind: this.#input('kind', normalised) });
    const categories = this.#model.categories.map(() => 0);
    const { parents } = this.#model.details;
    for (let pair = 0; pair < parents.length; pair += 1) categories[parents[pair]!]! += told.detail[pair]!;
    return {
      category: categories.map(logarithm),
      detail: Array.from(told.detail, logarithm),
      kind: Array.from(told.kind, logarithm),
    };
  }

  explain(text: string, category: string, most: number): TextEvidence {
    const one = this.#model.categories.indexOf(category);
    const own = this.#model.details.parents.map((parent) => parent === one);
    const range = { ...this.#model.ngrams, edges: this.#model.nets.detail.edges };
    return netEvidence(this.#nets.detail, normaliseText(text), range, own, most);
  }

  #input(name: NetName, normalised: string): NetInput {
    const { ngrams, nets } = this.#model;
    return this.#nets[name].input(pieceHashes(normalised, { ...ngrams, edges: nets[name].edges }));
  }
}

/** Less probable than this is all the same, and how far below it a number of 32 bits lies is chance. */
const LEAST = 1e-9;

/** A score as the other models have them: softmax makes the probability of it again. */
export function logarithm(probability: number): number {
  return Math.log(Math.max(probability, LEAST));
}
