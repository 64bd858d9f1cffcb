/** Which failures are told one by one: of a file with thousands of faulty lines the first ones, and how many there are. */
import type { BatchFailure } from '../schema/index.js';

type Located = Pick<BatchFailure, 'source' | 'line' | 'lastLine'>;

/** Faulty lines of one document. */
export const MOST_LINES = 20;

export class ToldFailures {
  /** By document, of those that are being worked on. */
  readonly #lines = new Map<string, number>();

  /** Whether this one is told. A document that failed as a whole, or a piece of one, always is. */
  tells({ source, line, lastLine }: Located): boolean {
    if (line === undefined || lastLine !== undefined) return true;
    const count = (this.#lines.get(source) ?? 0) + 1;
    this.#lines.set(source, count);
    return count <= MOST_LINES;
  }

  /** The document is done: how many of its lines were not told. */
  close(source: string): number {
    const count = this.#lines.get(source) ?? 0;
    this.#lines.delete(source);
    return Math.max(0, count - MOST_LINES);
  }
}
