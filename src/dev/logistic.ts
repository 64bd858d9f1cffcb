/** Logistic regression with a ridge, by Newton's steps: for few features and any number of examples. */

export interface LogisticExample {
  readonly features: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 60;
const DONE = 1e-7;
/** Beyond that the probability is 0 or 1 to all figures. */
const MOST = 30;

/** The same examples and ridge give the same weights. `ridge` keeps weights small; the bias is free of it. */
export function trainLogistic(examples: readonly LogisticExample[], ridge: number): Logistic {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const found = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size));
    for (const { features, isPositive, weight } of examples) {
      const row = [1, ...features];
      const score = row.reduce((sum, value, at) => sum + value * found[at]!, 0);
      const p = 1 / (1 + Math.exp(-Math.max(-MOST, Math.min(MOST, score))));
      const error = weight * (p - (isPositive ? 1 : 0));
      const bend = weight * p * (1 - p);
      for (let i = 0; i < size; i += 1) {
        const value = row[i]!;
        if (value === 0) continue;
        gradient[i]! += error * value;
        for (let j = 0; j < size; j += 1) curve[i]![j]! += bend * value * row[j]!;
      }
    }
    for (let i = 0; i < size; i += 1) {
      const held = i === 0 ? 1e-9 : ridge;
      gradient[i]! += held * found[i]!;
      curve[i]![i]! += held + 1e-9;
    }
    const move = solved(curve, gradient);
    let largest = 0;
    for (let i = 0; i < size; i += 1) {
      found[i]! -= move[i]!;
      largest = Math.max(largest, Math.abs(move[i]!));
    }
    if (largest < DONE) break;
  }
  return { bias: found[0]!, weights: Array.from(found.subarray(1)) };
}

/** The log-odds of an example. */
export function logOddsOf({ bias, weights }: Logistic, features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * weights[at]!, bias);
}

/** Gauss with pivots; the matrix is used up. */
function solved(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const result = right.slice();
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [result[column], result[pivot]] = [result[pivot]!, result[column]!];
    for (let row = column + 1; row < size; row += 1) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let at = column; at < size; at += 1) matrix[row]![at]! -= factor * matrix[column]![at]!;
      result[row]! -= factor * result[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let at = row + 1; at < size; at += 1) result[row]! -= matrix[row]![at]! * result[at]!;
    result[row]! /= matrix[row]![row]!;
  }
  return result;
}
