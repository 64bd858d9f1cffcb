/** Words of titles, by the engine that ships with the package: few documents need it, so it is loaded when one does. */
import { ConfigError } from '../errors.js';
import { openSegmenter } from './word-engines.js';
import type { Segmenter } from '../text/segmenter.js';

let segmenter: Segmenter | null | undefined;

/** None where the engine is not installed on this machine: then no name is known to end inside a title. */
export function titleWords(text: string): readonly string[] {
  segmenter = segmenter === undefined ? open() : segmenter;
  return segmenter ? segmenter.words(text) : [];
}

function open(): Segmenter | null {
  try {
    return openSegmenter();
  } catch (error) {
    if (error instanceof ConfigError && error.code === 'engine-not-installed') return null;
    throw error;
  }
}
