/** What every model of findings does alike, whatever it is made of. */
import { describe, expect, it } from 'vitest';
import { CLASSIFIER_NAMES, type ClassifierName } from '../../src/classify/classifier-names.js';
import { createClassifier } from '../../src/classify/create.js';
import { createNeural } from '../../src/classify/neural.js';
import { layersModelOf, parseNeuralModel } from '../../src/classify/neural-model.js';
import { trainFindings } from '../../src/classify/train-findings.js';
import type { Classifier } from '../../src/classify/types.js';
import { loadTensorRunner, type TensorBackend } from '../../src/platform/tensorflow.js';
import { labelSchema } from '../../src/schema/finding.js';
import { EXAMPLES } from './examples.js';

interface Conforming {
  readonly title: string;
  readonly name: ClassifierName;
  readonly saved: object;
  open(model: unknown): Classifier;
}

const train = (model: ClassifierName, examples = EXAMPLES) => trainFindings(examples, { model, seed: 7 });
const plain = CLASSIFIER_NAMES.map(
  (name): Conforming => ({ title: name, name, saved: train(name), open: (model) => createClassifier(name, model) }),
);

/** The same model file asked through TensorFlow.js. */
async function onTensorFlow(backend: TensorBackend): Promise<Conforming> {
  const saved = train('neural');
  const { run } = await loadTensorRunner(layersModelOf(parseNeuralModel(saved)), backend);
  return { title: `neural on tfjs-${backend}`, name: 'neural', saved, open: (model) => createNeural(model, run) };
}

const wasm = await onTensorFlow('wasm');
const native = await onTensorFlow('node').catch((error: Error) => error);

it.skipIf(native instanceof Error)(
  `the native library is there${native instanceof Error ? `: skipped, since ${reasonOf(native)}` : ''}`,
  () => {
    expect(native).toMatchObject({ name: 'neural' });
  },
);

function reasonOf(error: Error): string {
  const [line = ''] = ((error.cause as Error | undefined)?.message ?? error.message).split('\n');
  return line;
}

const ALL = [...plain, wasm, ...(native instanceof Error ? [] : [native])];

describe.each(ALL)('model $title', ({ name, saved, open }) => {
  const classifier = open(saved);

  it.each([
    ['合同未签订', 'problem', 'procurement', 'contract'],
    ['预算执行率仅30%', 'problem', 'budget', 'execution-rate'],
    ['固定资产未入账', 'problem', 'assets', 'registration'],
  ])('knows what %s is about', (text, kind, category, tag) => {
    const { kinds, labels, confidence } = classifier.classify(text);
    expect(Object.entries(kinds).toSorted(([, a], [, b]) => b - a)[0]?.[0]).toBe(kind);
    expect(labels[0]).toMatchObject({ category, tags: [tag], score: confidence });
    expect(kinds.problem + kinds.suggestion + kinds.neither).toBeCloseTo(1);
  });

  it('gives labels of the public shape, best first, and sees what is none', () => {
    for (const { text } of EXAMPLES) {
      const { labels } = classifier.classify(text);
      for (const label of labels) expect(labelSchema.parse(label)).toEqual(label);
      expect(labels.map(({ score }) => score)).toEqual(labels.map(({ score }) => score).toSorted((a, b) => b - a));
    }
    expect(classifier.classify('工作完成良好').labels).toEqual([]);
  });

  it('scores the same after saving and loading, and saves the same again', () => {
    const loaded = open(JSON.parse(JSON.stringify(classifier.save())));
    for (const { text } of EXAMPLES) expect(loaded.classify(text)).toEqual(classifier.classify(text));
    expect(JSON.stringify(loaded.save())).toBe(JSON.stringify(saved));
  });

  it('is trained to the same bytes from the same examples', () => {
    expect(JSON.stringify(train(name))).toBe(JSON.stringify(saved));
  });

  it('needs an example', () => {
    expect(() => train(name, [])).toThrow(expect.objectContaining({ code: 'no-examples' }));
  });

  it.each(['', '   ', '/', '——', '😀👍🏽', '\ud800'])('%j has no wording: none, for sure', (text) => {
    expect(classifier.classify(text)).toMatchObject({ labels: [], needsReview: false, confidence: 1 });
  });

  it.each(['qqq', '龘龘', '\ud800x', 'x\udc00'])('%j has no known piece: none, to be looked at', (text) => {
    expect(classifier.classify(text)).toMatchObject({ labels: [], needsReview: true, confidence: 0 });
  });

  it('judges a text of 100,000 characters as it judges a short one', () => {
    const { labels } = classifier.classify('固定资产未入账，'.repeat(12_500));
    expect(labels[0]?.category).toBe('assets');
  });

  it('takes full width for half width', () => {
    expect(classifier.classify('预算执行率仅４５％')).toEqual(classifier.classify('预算执行率仅45%'));
  });

  it.each([
    ['nothing', undefined, 'bad-model'],
    ['another format', { ...saved, version: 99 }, 'model-version'],
    ['half of it', Object.fromEntries(Object.entries(saved).slice(0, 3)), 'bad-model'],
  ])('refuses %s', (_, model, code) => {
    expect(() => open(model)).toThrow(expect.objectContaining({ code }));
  });
});

it('knows no model of another name', () => {
  expect(() => createClassifier('constructor' as ClassifierName, {})).toThrow(
    expect.objectContaining({ code: 'unknown-model' }),
  );
});
