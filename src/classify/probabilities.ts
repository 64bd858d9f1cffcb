/** Scores → probabilities. A higher temperature is less sure. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const best = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - best) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
