import picocolors from 'picocolors';
import type { Severity } from '../schema/index.js';

export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly tone: Readonly<Record<Severity | 'good', (text: string) => string>>;
}

/** `undefined` would let the library decide, and it colours wherever a CI is about. */
const NO_COLOURS = false;

/** Colours, or none at all where the output is no terminal. */
export function palette(enabled: boolean): Palette {
  const { bold, dim, red, yellow, cyan, green } = picocolors.createColors(enabled ? true : NO_COLOURS);
  return { bold, dim, tone: { error: red, warning: yellow, info: cyan, good: green } };
}
