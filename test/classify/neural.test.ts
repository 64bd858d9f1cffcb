import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/classify/features.js';
import { NetScorer } from '../../src/classify/net.js';
import { trainNet } from '../../src/classify/net-train.js';
import { createNeural } from '../../src/classify/neural.js';
import { layersModelOf, parseNeuralModel, saveNeuralModel } from '../../src/classify/neural-model.js';
import { pieceHashes } from '../../src/classify/piece-hashes.js';
import { trainNeural } from '../../src/classify/train-neural.js';
import { loadTensorRunner } from '../../src/platform/tensorflow.js';
import { EXAMPLES } from './examples.js';

const model = trainNeural(EXAMPLES);
const saved = saveNeuralModel(model);
const classifier = createNeural(saved);

/** What the nets are asked of a text. */
function inputsOf(text: string) {
  const normalised = normaliseText(text);
  const of = (name: 'detail' | 'kind') =>
    new NetScorer(model.nets[name]).input(pieceHashes(normalised, { ...model.ngrams, edges: model.nets[name].edges }));
  return { detail: of('detail'), kind: of('kind') };
}

describe('plain code and TensorFlow.js', () => {
  const texts = [
    ...EXAMPLES.map(({ text }) => text),
    '固定资产未入账，合同条款不明确，预算执行率仅45%'.repeat(500),
    '',
    'qqq',
  ];

  it('say the same of the same file, to 1e-5', async () => {
    const { backend, run } = await loadTensorRunner(layersModelOf(parseNeuralModel(saved)), 'wasm');
    expect(backend).toBe('wasm');
    for (const text of texts) {
      const inputs = inputsOf(text);
      const told = run(inputs);
      for (const name of ['detail', 'kind'] as const) {
        const plain = new NetScorer(model.nets[name]).probabilities(inputs[name]);
        expect(told[name].length).toBe(plain.length);
        plain.forEach((probability, one) => expect(Math.abs(told[name][one]! - probability)).toBeLessThan(1e-5));
      }
    }
  });

  it('answer alike as classifiers', async () => {
    const { run } = await loadTensorRunner(layersModelOf(parseNeuralModel(saved)), 'wasm');
    const onTensorFlow = createNeural(saved, run);
    for (const text of texts) {
      const [one, other] = [classifier.classify(text), onTensorFlow.classify(text)];
      expect(other.labels.map(({ category, tags }) => [category, tags])).toEqual(
        one.labels.map(({ category, tags }) => [category, tags]),
      );
      expect(other.confidence).toBeCloseTo(one.confidence, 5);
      expect(other.needsReview).toBe(one.needsReview);
    }
  });
});

describe('the neural model', () => {
  it('tells which words decided, none inside another', () => {
    const text = '固定资产未入账';
    const evidence = classifier.explain?.(text, 'assets');
    expect(evidence?.for.map(({ piece }) => piece).join('')).toMatch(/资产|入账/);
    expect(evidence?.for.every(({ weight }) => weight > 0)).toBe(true);
    expect(evidence?.against.every(({ weight }) => weight < 0)).toBe(true);
    expect(classifier.explain?.(text, 'no-such-category')).toEqual({ for: [], against: [] });
  });

  it('keeps the pieces that tell most where not all find place', () => {
    const of = (text: string, one: number) => ({
      hashes: pieceHashes(text, { from: 1, to: 1, edges: false }),
      target: new Map([[one, 1]]),
      weight: 1,
    });
    const documents = [of('甲丙丁', 0), of('甲丙丁', 0), of('乙丙丁', 1), of('乙丙丁', 1)];
    const net = trainNet(documents, ['a', 'b'], {
      size: 4,
      epochs: 20,
      rate: 0.1,
      dropout: 0,
      minDocuments: 2,
      most: 2,
      seed: 1,
    });
    const scorer = new NetScorer(net);
    const probabilities = (text: string) =>
      scorer.probabilities(scorer.input(pieceHashes(text, { from: 1, to: 1, edges: false })));
    expect(net.keys.length).toBe(2);
    expect(probabilities('甲')[0]).toBeGreaterThan(0.6);
    expect(probabilities('乙')[1]).toBeGreaterThan(0.6);
    expect(probabilities('丙')[0]).toBeCloseTo(scorer.probabilities(scorer.input(new Uint32Array()))[0]!);
  });

  it.each<[string, object]>([
    ['other layers', { modelTopology: { ...saved.modelTopology, class_name: 'Sequential' } }],
    ['weights of another shape', { weightSpecs: saved.weightSpecs.slice(1) }],
    ['packed weights that are no base64', { packed: '*' }],
    ['bytes that were not deflated', { packed: 'AAAA' }],
    ['too few categories', { categories: ['assets'] }],
    [
      'a vocabulary of another net',
      { nets: { ...saved.nets, detail: { ...saved.nets.detail, packed: saved.packed } } },
    ],
  ])('refuses %s', (_, broken) => {
    expect(() => createNeural({ ...saved, ...broken })).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });

  it('weights that are no numbers are refused', () => {
    const [detail] = [model.nets.detail];
    const bias = Float32Array.from(detail.bias, () => Number.NaN);
    const broken = saveNeuralModel({ ...model, nets: { ...model.nets, detail: { ...detail, bias } } });
    expect(() => createNeural(broken)).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });

  it('learns where no piece is there twice', () => {
    const lonely = createNeural(saveNeuralModel(trainNeural([{ text: '甲', kind: 'problem', labels: [] }])));
    expect(lonely.classify('乙')).toMatchObject({ labels: [], needsReview: true });
  });
});
