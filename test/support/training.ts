/** A folder with a small labelled corpus, for commands that train. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from '../classify/examples.js';
import { scratch } from './cli.js';

export function corpusFolder(): string {
  const folder = scratch();
  writeFileSync(join(folder, 'corpus-a.jsonl'), EXAMPLES.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return folder;
}
