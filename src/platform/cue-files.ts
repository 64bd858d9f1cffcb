/** Files of cue phrases, named after the category that they speak for. */
import { basename } from 'node:path';
import { parseCues } from '../classify/cues.js';
import type { Example } from '../classify/types.js';
import type { TaxonomyNames } from '../schema/index.js';
import { readInput } from './files.js';
import { digestOf } from './labelled-files.js';

export interface CueFile {
  readonly file: string;
  readonly lines: number;
  readonly sha256: string;
  readonly examples: readonly Example[];
}

/** @throws InputError as `readInput`; DataError `bad-cue` */
export function readCues(file: string, taxonomy: TaxonomyNames): CueFile {
  const bytes = readInput(file);
  const examples = parseCues(new TextDecoder().decode(bytes), basename(file).replace(/\.[^.]*$/, ''), file, taxonomy);
  return { file, lines: examples.length, sha256: digestOf(bytes), examples };
}
