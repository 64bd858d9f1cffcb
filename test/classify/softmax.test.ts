import { describe, expect, it } from 'vitest';
import { featuresIn, hashedFeatures, hashedPieces } from '../../src/classify/hashed-features.js';
import {
  contribution,
  quantise,
  type SoftmaxExample,
  softmaxScores,
  trainSoftmax,
} from '../../src/classify/softmax.js';

const SHAPE = { longest: 2, anchored: 3, buckets: 1024 };
const CLASSES = ['rate', 'count'];
const OPTIONS = { buckets: SHAPE.buckets, classes: 2, epochs: 20, rate: 0.3, l2: 0.0001, balance: 0.5, seed: 7 };

const features = (text: string) => hashedFeatures(text, [], SHAPE);

it('names a part of a text as its own string would be named', () => {
  const named = hashedFeatures('', ['^指标'], SHAPE);
  const parts = featuresIn('', [], SHAPE);
  parts.addPart('^', '绩效指标', 2, 4);
  expect(parts.taken()).toEqual(named);
});
const examples: SoftmaxExample[] = [
  ['验收合格率', 0],
  ['资金到位率', 0],
  ['病床使用率', 0],
  ['培训场次', 1],
  ['演练次数', 1],
  ['宣传场次', 1],
].map(([text, one]) => ({ features: features(text as string), target: new Map([[one as number, 1]]) }));

describe('softmax over hashed pieces', () => {
  it('learns what the endings tell', () => {
    const table = quantise(trainSoftmax(examples, OPTIONS), CLASSES);
    const best = (text: string) => {
      const scores = softmaxScores(table, features(text));
      expect(scores[0]! + scores[1]!).toBeCloseTo(1, 6);
      return CLASSES[scores[0]! > scores[1]! ? 0 : 1];
    };
    expect([best('设备完好率'), best('检查场次')]).toEqual(['rate', 'count']);
  });

  it('gives the same bytes for the same examples and seed, others for another seed', () => {
    const bytes = (seed: number) => [...quantise(trainSoftmax(examples, { ...OPTIONS, seed }), CLASSES).weights];
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });

  it('answers for empty, long and odd texts', () => {
    const table = quantise(trainSoftmax(examples, OPTIONS), CLASSES);
    for (const text of ['', '😀', '率'.repeat(100_000), '\ud800']) {
      expect([...softmaxScores(table, features(text))].every(Number.isFinite)).toBe(true);
    }
  });

  it('explains by pieces that stand in the text', () => {
    const table = quantise(trainSoftmax(examples, OPTIONS), CLASSES);
    const pieces = hashedPieces('设备完好率', [], SHAPE);
    const count = new Set(pieces.map(({ bucket }) => bucket)).size;
    const [best] = pieces.toSorted(
      (a, b) => contribution(table, b.bucket, 0, count) - contribution(table, a.bucket, 0, count),
    );
    expect('^设备完好率$').toContain(best!.text);
    expect(best!.text).toContain('率');
  });
});

describe('hashed pieces', () => {
  it('tells the end of a text from its middle', () => {
    expect([...features('率合格')]).not.toEqual([...features('合格率')]);
  });

  it('lists each position once', () => {
    const list = [...features('率率率率率率')];
    expect(new Set(list).size).toBe(list.length);
  });
});
