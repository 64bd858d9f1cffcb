import { expect, it } from 'vitest';
import { toleranceOf } from '../../src/lint/compare.js';

it.each([
  ['of what is left to the whole, of a share near it', 99.95, 0.005, true, 0.03],
  ['of the whole figure, of a share in the middle', 50, 0.005, true, 0.25],
  ['of the whole figure, where it is said to be rough', 97, 0.1, true, 9.7],
  ['of the whole figure, of what is no share', 4000, 0.005, false, 20],
  ['nothing, where none is granted', 99, 0, true, 0],
])('takes the tolerance %s', (_, value, tolerance, isShare, expected) => {
  expect(toleranceOf(value, tolerance, isShare)).toBeCloseTo(expected, 9);
});
