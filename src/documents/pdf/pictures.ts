/** Whether a page without text shows something all the same: a scan, or text that was turned into outlines. */
import { combined, IDENTITY, type Matrix, toMatrix } from './geometry.js';
import type { OperationNumbers, Operations } from './page-rules.js';

/** Pictures fill a square of one unit: whatever is scaled up to so many points is one. */
const LEAST_SIDE = 12;
/** Fewer strokes and fillings are a frame or a line. */
const LEAST_PATHS = 40;

/** Pictures themselves are not decoded, and what paints them may be left out: their scale stays. */
export function showsPicture({ fnArray, argsArray }: Operations, numbers: OperationNumbers): boolean {
  const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  const stack: Matrix[] = [];
  let matrix: Matrix = IDENTITY;
  let paths = 0;
  for (const [index, operation] of fnArray.entries()) {
    const name = names.get(operation) ?? '';
    const args: unknown = argsArray[index];
    const list = Array.isArray(args) ? (args as unknown[]) : [];
    if (/^paint.*Image/.test(name)) return true;
    if (name === 'save') stack.push(matrix);
    else if (name === 'paintFormXObjectBegin') {
      stack.push(matrix);
      if (list[0]) matrix = combined(matrix, toMatrix(list[0]));
    } else if (name === 'restore' || name === 'paintFormXObjectEnd') matrix = stack.pop() ?? IDENTITY;
    else if (name === 'transform') matrix = combined(matrix, toMatrix(list));
    else if (name === 'constructPath' && /stroke|fill/i.test(names.get(Number(list[0])) ?? '')) paths += 1;
    const [a, b, c, d] = matrix;
    if (Math.hypot(a, b) >= LEAST_SIDE && Math.hypot(c, d) >= LEAST_SIDE) return true;
  }
  return paths >= LEAST_PATHS;
}
