/** Files of labelled texts: JSON lines, and the sheets that `classify` and `review` write. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { CORRECTIONS } from '../classify/corrections.js';
import type { LabelNames } from '../classify/label-names.js';
import { type LabelledText, parseLabelledLines } from '../classify/labelled.js';
import { decodeText } from '../documents/decode.js';
import { InputError } from '../errors.js';
import { readInput } from './files.js';

export interface LabelledFile {
  readonly path: string;
  readonly sha256: string;
  readonly texts: readonly LabelledText[];
}

/**
 * Reads one file; texts that name no part have that of the file's name.
 * @throws InputError `labelled-format`, `no-labelled`, and as `parseLabelledLines`, `readLabelledSheets`, `readDocument`
 */
export async function readLabelledFile(path: string, names: LabelNames): Promise<LabelledFile> {
  const extension = extname(path).toLowerCase();
  const bytes = readLabelled(path, extension);
  const from = { names, file: path, part: basename(path, extname(path)) };
  let texts: LabelledText[];
  if (extension === '.jsonl' || extension === '.ndjson') texts = parseLabelledLines(decodeText(bytes, path).text, from);
  else {
    const [{ readDocument }, { readLabelledSheets }] = await Promise.all([
      import('./read-document.js'),
      import('../findings/labelled-sheet.js'),
    ]);
    texts = readLabelledSheets(await readDocument(bytes, path), from);
  }
  if (texts.length === 0) throw new InputError('no-labelled', { file: path });
  return { path, sha256: digestOf(bytes), texts };
}

/** The corrections of earlier times; none where there is no such file yet. */
export function readLocalCorpus(path: string, names: LabelNames): readonly LabelledText[] {
  if (!existsSync(path)) return [];
  const bytes = readInput(path);
  return parseLabelledLines(decodeText(bytes, path).text, { names, file: path, part: CORRECTIONS });
}

const READABLE = ['.jsonl', '.csv', '.tsv', '.xlsx'];

function readLabelled(path: string, extension: string): Uint8Array {
  if (path === '-') throw new InputError('labelled-stdin');
  const bytes = readInput(path);
  if (![...READABLE, '.ndjson', '.xlsm'].includes(extension))
    throw new InputError('labelled-format', { file: path, data: { readable: READABLE } });
  return bytes;
}

export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
