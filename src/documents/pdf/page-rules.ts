/** The drawing operations of a page → its ruling lines. */
import { applied, combined, IDENTITY, type Matrix, type Rule, type Rules, toMatrix } from './geometry.js';

/** Names of the operations that matter → their numbers, as pdf.js has them. */
export type OperationNumbers = Readonly<Record<string, number>>;

export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A filled rectangle that is no wider than this is a line. */
const THICKEST = 2.6;
/** Shorter ones are strokes of a drawing. */
const SHORTEST = 2;
/** A page of more lines is a drawing. */
const MOST = 20_000;

export function rulesOf({ fnArray, argsArray }: Operations, numbers: OperationNumbers, page: Matrix): Rules {
  const reader = new RuleReader(numbers, page);
  for (const [index, operation] of fnArray.entries()) reader.take(operation, argsArray[index]);
  return reader.rules;
}

class RuleReader {
  readonly #across: Rule[] = [];
  readonly #down: Rule[] = [];
  readonly #names = new Map<number, string>();
  readonly #stack: Matrix[] = [];
  #matrix: Matrix = IDENTITY;
  readonly #page: Matrix;

  constructor(numbers: OperationNumbers, page: Matrix) {
    for (const [name, number] of Object.entries(numbers)) this.#names.set(number, name);
    this.#page = page;
  }

  get rules(): Rules {
    return { across: this.#across, down: this.#down };
  }

  take(operation: number, args: unknown): void {
    const list = Array.isArray(args) ? (args as unknown[]) : [];
    switch (this.#names.get(operation)) {
      case 'save':
        this.#stack.push(this.#matrix);
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#matrix = this.#stack.pop() ?? IDENTITY;
        break;
      case 'transform':
        this.#matrix = combined(this.#matrix, toMatrix(list));
        break;
      case 'paintFormXObjectBegin':
        this.#stack.push(this.#matrix);
        if (list[0]) this.#matrix = combined(this.#matrix, toMatrix(list[0]));
        break;
      case 'constructPath':
        this.#path(list);
        break;
    }
  }

  #path([operation, data]: readonly unknown[]): void {
    const name = this.#names.get(Number(operation)) ?? '';
    const strokes = /stroke/i.test(name);
    if (!strokes && !/fill/i.test(name)) return;
    const path: unknown = Array.isArray(data) ? (data as unknown[])[0] : data;
    if (!path || typeof path !== 'object') return;
    for (const points of subpaths(Array.from(path as ArrayLike<number>))) {
      const placed = points.map(([x, y]) => applied(combined(this.#page, this.#matrix), x, y));
      if (strokes) this.#outline(placed);
      else this.#filled(placed);
    }
  }

  #outline(points: readonly (readonly [number, number])[]): void {
    for (const [index, end] of points.entries()) {
      const start = points[index - 1];
      if (start) this.#line(start, end);
    }
  }

  #filled(points: readonly (readonly [number, number])[]): void {
    if (points.length < 4 || points.length > 6) return;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= THICKEST) this.#line([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= THICKEST) this.#line([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }

  #line([x, y]: readonly [number, number], [u, v]: readonly [number, number]): void {
    if (![x, y, u, v].every(Number.isFinite) || this.#across.length + this.#down.length > MOST) return;
    if (Math.abs(y - v) < 0.8 && Math.abs(x - u) >= SHORTEST)
      this.#across.push({ at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) });
    else if (Math.abs(x - u) < 0.8 && Math.abs(y - v) >= SHORTEST)
      this.#down.push({ at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) });
  }
}

/** The points of each part of a path; curves end it, since they rule no table. */
function subpaths(path: readonly number[]): [number, number][][] {
  const parts: [number, number][][] = [];
  let points: [number, number][] = [];
  for (let at = 0; at < path.length; ) {
    const code = path[at];
    const [x = 0, y = 0] = [path[at + 1], path[at + 2]];
    if (code === 0) {
      points = [[x, y]];
      parts.push(points);
      at += 3;
    } else if (code === 1) {
      points.push([x, y]);
      at += 3;
    } else if (code === 2 || code === 3) {
      const size = code === 2 ? 6 : 4;
      points = [[path[at + size - 1] ?? 0, path[at + size] ?? 0]];
      parts.push(points);
      at += size + 1;
    } else if (code === 4) {
      const [first] = points;
      if (first) points.push(first);
      at += 1;
    } else return parts;
  }
  return parts;
}
