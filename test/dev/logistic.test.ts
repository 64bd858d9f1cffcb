import { expect, it } from 'vitest';
import { type LogisticExample, logOddsOf, trainLogistic } from '../../src/dev/logistic.js';

/** Positive where the first feature is; the second says nothing. */
const examples: LogisticExample[] = [
  { features: [1, 0], isPositive: true, weight: 1 },
  { features: [1, 1], isPositive: true, weight: 1 },
  { features: [0, 1], isPositive: false, weight: 1 },
  { features: [0, 0], isPositive: false, weight: 1 },
];

it('gives the feature that tells a weight, and the one that tells nothing none', () => {
  const model = trainLogistic(examples, 0.1);
  expect(logOddsOf(model, [1, 0])).toBeGreaterThan(1);
  expect(logOddsOf(model, [0, 1])).toBeLessThan(-1);
  expect(Math.abs(model.weights[1] as number)).toBeLessThan(1e-6);
});

it('finds the odds of what it has seen where a ridge holds no weight back', () => {
  const seen: LogisticExample[] = [
    { features: [1], isPositive: true, weight: 3 },
    { features: [1], isPositive: false, weight: 1 },
    { features: [0], isPositive: false, weight: 1 },
    { features: [0], isPositive: true, weight: 1 },
  ];
  const model = trainLogistic(seen, 0);
  expect(logOddsOf(model, [1])).toBeCloseTo(Math.log(3), 4);
  expect(logOddsOf(model, [0])).toBeCloseTo(0, 4);
});
